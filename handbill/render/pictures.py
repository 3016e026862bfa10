"""The pictures that Handbill draws: windows as a wall and as a street, and QR codes.

Each is inline SVG with a title and literal colours, because WeasyPrint knows neither a page's
classes nor its custom properties inside an SVG. All lit windows are one path, and all dark ones
another: a page of few elements is a fast one.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import quote

import segno
from markupsafe import Markup

from handbill.colours import Palette
from handbill.windows import Windows

_QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004:2015, 6.3.8)."""

_COLUMNS = 6
_PANE = 30
_GAP = 15
_STROKE = 3
_STREET = ((2, 3), (3, 2), (2, 4), (2, 2), (2, 3))
"""The houses of a street, again and again: columns and storeys. One round has 30 windows."""


_SKYLINE = ((5, 4), (3, 6), (6, 3), (4, 5), (5, 6), (5, 2), (4, 4), (6, 3))
"""The houses of a skyline, again and again. One round has 150 windows."""


_WITH_CROSSES = 30
"""Windows that are large enough for a cross to be seen in each."""
_ROWS = ((6, 6), (20, 5), (50, 10), (100, 20))
"""Up to how many windows a block has how many in a row."""


@dataclass(frozen=True)
class _House:
    columns: int
    storeys: int
    windows: int


def wall(windows: Windows, title: object, colours: Palette, *, mirrored: bool = False) -> Markup:
    """An apartment house on paper: lit windows have a cross, dark ones are solid.

    Where people read from right to left it is mirrored, and the first window is at the right.
    """
    columns = _COLUMNS
    rows = -(-windows.total // columns)
    step, margin, roof = _PANE + _GAP, 18, 40
    width = columns * step - _GAP + 2 * margin
    height = rows * step - _GAP + 2 * margin + roof
    dark = windows.dark_positions()
    spots = [
        (margin + n % columns * step, roof + margin + n // columns * step)
        for n in range(windows.total)
    ]
    lit = [spot for n, spot in enumerate(spots) if n not in dark]
    unlit = [spot for n, spot in enumerate(spots) if n in dark]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="wall" role="img" '
        'viewBox="0 0 {width} {height}"><title>{title}</title><g{turned}>'
        '<path fill="{ink}" d="M0 {roof}h{width}v6H0zM34 12h40v{chimney}H34zM{mast} 4h3v36h-3z'
        'M{arm} 10h29v3h-29zM{low} 20h19v3h-19z"/>'
        '<path fill="{paper}" d="M38 16h32v24H38z"/>'
        '<path fill="none" stroke="{ink}" stroke-width="2" d="M1 {roof}V{bottom}H{right}V{roof}"/>'
        '<path fill="{lamp}" stroke="{ink}" stroke-width="{stroke}" d="{lit}"/>'
        '<path fill="none" stroke="{ink}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{ink}" stroke="{ink}" stroke-width="{stroke}" d="{unlit}"/></g></svg>'
    ).format(
        width=width,
        height=height,
        title=str(title),
        turned=_turned(width, mirrored),
        roof=roof,
        chimney=roof - 12,
        mast=width * 0.62 // 1,
        arm=width * 0.62 // 1 - 13,
        low=width * 0.62 // 1 - 8,
        bottom=height - 1,
        right=width - 1,
        stroke=_STROKE,
        ink=colours.ink,
        lamp=colours.lamp,
        paper=colours.paper,
        lit=_panes(lit, _PANE),
        crosses=_crosses(lit, _PANE),
        unlit=_panes(unlit, _PANE),
    )


def street(windows: Windows, title: object, colours: Palette, *, mirrored: bool = False) -> Markup:
    """The night side of a street: the same windows, spread over houses; it can be mirrored."""
    houses = _houses(windows.total)
    dark = windows.dark_positions()
    pane, step, margin, gap = 13, 21, 12, 22
    tallest = max(house.storeys for house in houses)
    height = tallest * step + 2 * margin
    walls: list[str] = []
    lit: list[tuple[int, int]] = []
    unlit: list[tuple[int, int]] = []
    left = number = 0
    for house in houses:
        width = house.columns * step - (step - pane) + 2 * margin
        top = height - house.storeys * step - margin
        walls.append(f"M{left} {top}h{width}V{height}h-{width}z")
        for n in range(house.windows):
            x = left + margin + n % house.columns * step
            y = top + margin + n // house.columns * step
            (unlit if number in dark else lit).append((x, y))
            number += 1
        left += width + gap
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="street" role="img" '
        'viewBox="0 0 {width} {height}"><title>{title}</title><g{turned}>'
        '<path fill="{wall}" d="{walls}"/><path fill="{lamp}" d="{lit}"/>'
        '<path fill="none" stroke="{wall}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{night}" d="{unlit}"/></g></svg>'
    ).format(
        width=left - gap,
        height=height,
        title=str(title),
        turned=_turned(left - gap, mirrored),
        wall=colours.wall,
        night=colours.night,
        lamp=colours.lamp,
        walls="".join(walls),
        lit=_panes(lit, pane),
        crosses=_crosses(lit, pane),
        unlit=_panes(unlit, pane),
    )


def block(windows: Windows, title: object, ink: str, light: str = "none") -> Markup:
    """Windows in rows: those that the figure counts are solid, from the last one on.

    `ink` is a colour, or `currentColor` where a page's own may stand; `light` is the colour of
    the others where they are lit ones.
    """
    columns = min(_columns_of(windows.total), windows.total)
    step = _PANE + _GAP
    spots = [
        (n % columns * step + _STROKE, n // columns * step + _STROKE) for n in range(windows.total)
    ]
    rest = spots[: windows.total - windows.dark]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="block" role="img" '
        'viewBox="0 0 {width} {height}"><title>{title}</title>'
        '<path fill="{light}" stroke="{ink}" stroke-width="{stroke}" d="{rest}"/>'
        '<path fill="none" stroke="{ink}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{ink}" stroke="{ink}" stroke-width="{stroke}" d="{counted}"/></svg>'
    ).format(
        width=columns * step - _GAP + 2 * _STROKE,
        height=-(-windows.total // columns) * step - _GAP + 2 * _STROKE,
        title=str(title),
        ink=ink,
        light=light,
        stroke=_STROKE,
        crosses=_crosses(rest, _PANE) if windows.total <= _WITH_CROSSES else "",
        rest=_panes(rest, _PANE),
        counted=_panes(spots[len(rest) :], _PANE),
    )


def skyline(windows: Windows, title: object, ink: str, *, mirrored: bool = False) -> Markup:
    """A row of houses on paper, of whose windows each is one that a figure counts."""
    pane, step, margin, gap, roof = 14, 21, 12, 9, 7
    houses = _houses(windows.total, _SKYLINE)
    height = max(house.storeys for house in houses) * step + 2 * margin
    walls, roofs, panes = [], [], []
    left = roof
    for house in houses:
        width = house.columns * step - (step - pane) + 2 * margin
        top = height - house.storeys * step - margin
        walls.append(f"M{left} {height}V{top}h{width}V{height}")
        roofs.append(f"M{left - 4} {top - roof}h{width + 8}v{roof}h-{width + 8}z")
        panes += [
            (left + margin + n % house.columns * step, top + margin + n // house.columns * step)
            for n in range(house.windows)
        ]
        left += width + gap
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="skyline" role="img" '
        'preserveAspectRatio="x{end}YMax" viewBox="0 -{roof} {width} {height}">'
        "<title>{title}</title><g{turned}>"
        '<path fill="none" stroke="{ink}" stroke-width="{stroke}" d="{walls}M0 {floor}h{width}"/>'
        '<path fill="{ink}" d="{roofs}{panes}"/></g></svg>'
    ).format(
        width=left,
        height=height + roof + _STROKE,
        floor=height,
        end="Max" if mirrored else "Min",
        roof=roof,
        title=str(title),
        turned=_turned(left, mirrored),
        ink=ink,
        stroke=_STROKE,
        walls="".join(walls),
        roofs="".join(roofs),
        panes=_panes(panes, pane),
    )


def qr_code(address: str, title: object, colours: Palette, inches: float) -> Markup:
    """A QR code of a web address, `inches` wide with its quiet zone."""
    code = segno.make_qr(address, error="m")
    modules, _ = code.symbol_size(border=_QUIET_ZONE)
    buffer = io.BytesIO()
    code.save(
        buffer,
        kind="svg",
        border=_QUIET_ZONE,
        dark=colours.ink,
        light=colours.paper,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        xmldecl=False,
        svgns=False,
        nl=False,
    )
    drawing = buffer.getvalue().decode()
    inside = drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" width="{0}in" '
        'height="{0}in" viewBox="0 0 {1} {1}"><title>{2}</title>{3}</svg>'
    ).format(inches, modules, str(title), Markup(inside))  # noqa: S704 - drawn by segno


def icon(colours: Palette) -> str:
    """The icon in a browser's tab, as a `data:` address: a lit window at night."""
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
        f"<path fill='{colours.ink}' d='M0 0h16v16H0z'/>"
        f"<path fill='{colours.lamp}' d='M2 2h5v5H2zm7 0h5v5H9zM2 9h5v5H2z'/>"
        f"<path fill='{colours.wall}' d='M9 9h5v5H9z'/></svg>"
    )
    return as_address(drawing)


def as_address(drawing: str) -> str:
    """A drawing as a `data:` address, for where it cannot stand inline."""
    return "data:image/svg+xml," + quote(str(drawing).replace('"', "'"), safe="/:=',;")


def _turned(width: int, mirrored: bool) -> Markup:
    """The attribute that turns a drawing around; its windows are symmetrical."""
    return Markup(' transform="matrix(-1 0 0 1 {} 0)"').format(width) if mirrored else Markup("")


def _columns_of(total: int) -> int:
    """How many windows stand in a row: a few in one, then rows of five, ten or twenty."""
    return next(columns for most, columns in _ROWS if total <= most)


def _houses(total: int, street: tuple[tuple[int, int], ...] = _STREET) -> list[_House]:
    houses: list[_House] = []
    remaining = total
    while remaining:
        columns, storeys = street[len(houses) % len(street)]
        count = min(columns * storeys, remaining)
        houses.append(_House(columns, -(-count // columns), count))
        remaining -= count
    return houses


def _panes(spots: list[tuple[int, int]], size: int) -> str:
    return "".join(f"M{x} {y}h{size}v{size}h-{size}z" for x, y in spots)


def _crosses(spots: list[tuple[int, int]], size: int) -> str:
    half = size / 2
    return "".join(f"M{x + half:g} {y}v{size}M{x} {y + half:g}h{size}" for x, y in spots)
