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

_USUAL_MODULES = 37
"""The width of the code of an address of up to 42 letters, with its quiet zone (version 3)."""

_COLUMNS, _WIDE_COLUMNS = 6, 10
_SMALL_HOUSE = 18
"""Up to how many windows a house has the fewer columns."""
_PANE = 30
_WALL_GAP = 18
_MOST_IN_A_ROW = 25
_GAP = 15
_STROKE = 3
_STREET = ((4, 1), (2, 3), (5, 1), (3, 2), (3, 1), (2, 3))
"""The houses of a street, again and again: columns and storeys. One round has 30 windows."""


_TALL_STREET = ((2, 3), (2, 4), (3, 2), (2, 5))
"""The houses of a street beside words: also thirty windows a round."""


_STREET_SCALE = 1.9
"""Pixels for a unit of a street where there is room: fewer windows are not larger ones."""


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
    columns = _COLUMNS if windows.total <= _SMALL_HOUSE else _WIDE_COLUMNS
    rows = -(-windows.total // columns)
    step, margin, roof = _PANE + _WALL_GAP, 24, 12
    width = columns * step - _WALL_GAP + 2 * margin
    height = rows * step - _WALL_GAP + 2 * margin + roof
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
        '<path fill="{paper}" stroke="{ink}" stroke-width="4" d="M2 2H{right}V{bottom}H2z"/>'
        '<path fill="{ink}" d="M0 0h{width}v{roof}H0z"/>'
        '<path fill="{lamp}" stroke="{ink}" stroke-width="{stroke}" d="{lit}"/>'
        '<path fill="none" stroke="{ink}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{ink}" stroke="{ink}" stroke-width="{stroke}" d="{unlit}"/></g></svg>'
    ).format(
        width=width,
        height=height,
        title=str(title),
        turned=turned(width, mirrored),
        roof=roof,
        bottom=height - 2,
        right=width - 2,
        stroke=_STROKE,
        ink=colours.ink,
        lamp=colours.lamp,
        paper=colours.paper,
        lit=_panes(lit, _PANE),
        crosses=_crosses(lit, _PANE),
        unlit=_panes(unlit, _PANE),
    )


def street(
    windows: Windows,
    title: object,
    colours: Palette,
    *,
    mirrored: bool = False,
    is_tall: bool = False,
) -> Markup:
    """The night side of a street: the same windows, spread over houses; it can be mirrored.

    A tall one has fewer houses with more storeys, and is as wide as half a screen.
    """
    houses = _houses(windows.total, _TALL_STREET if is_tall else _STREET)
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
        '<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" role="img" width="{wide}" '
        'viewBox="0 0 {width} {height}"><title>{title}</title><g{turned}>'
        '<path fill="{wall}" d="{walls}"/><path fill="{lamp}" d="{lit}"/>'
        '<path fill="none" stroke="{wall}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{night}" stroke="{haze}" d="{unlit}"/></g></svg>'
    ).format(
        kind="street tall" if is_tall else "street",
        width=left - gap,
        wide=round((left - gap) * _STREET_SCALE),
        height=height,
        title=str(title),
        turned=turned(left - gap, mirrored),
        wall=colours.wall,
        night=colours.night,
        haze=colours.haze,
        lamp=colours.lamp,
        walls="".join(walls),
        lit=_panes(lit, pane),
        crosses=_crosses(lit, pane),
        unlit=_panes(unlit, pane),
    )


def panes(windows: Windows, title: object, colours: Palette, *, mirrored: bool = False) -> Markup:
    """Windows at night in rows that are as alike as can be, without a house around them."""
    rows = max(2, -(-windows.total // _MOST_IN_A_ROW))
    columns = -(-windows.total // rows)
    step, dark = _PANE + _WALL_GAP, windows.dark_positions()
    spots = [(n % columns * step + 1, n // columns * step + 1) for n in range(windows.total)]
    width = columns * step - _WALL_GAP + 2
    lit = [spot for n, spot in enumerate(spots) if n not in dark]
    unlit = [spot for n, spot in enumerate(spots) if n in dark]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="panes" role="img" '
        'viewBox="0 0 {width} {height}"><title>{title}</title><g{turned}>'
        '<path fill="{lamp}" d="{lit}"/>'
        '<path fill="none" stroke="{ink}" stroke-width="2" d="{crosses}"/>'
        '<path fill="{night}" stroke="{haze}" d="{unlit}"/></g></svg>'
    ).format(
        width=width,
        height=rows * step - _WALL_GAP + 2,
        title=str(title),
        turned=turned(width, mirrored),
        lamp=colours.lamp,
        ink=colours.ink,
        night=colours.night,
        haze=colours.haze,
        lit=_panes(lit, _PANE),
        crosses=_crosses(lit, _PANE),
        unlit=_panes(unlit, _PANE),
    )


def block(
    windows: Windows,
    title: object,
    ink: str,
    light: str = "none",
    columns: int | None = None,
    *,
    have_panes: bool = True,
) -> Markup:
    """Windows, or blocks, in rows: those that the figure counts are solid, from the last one on.

    `ink` is a colour, or `currentColor` where a page's own may stand; `light` is the colour of
    the others where they are lit ones.
    """
    columns = min(columns or _columns_of(windows.total), windows.total)
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
        crosses=_crosses(rest, _PANE) if have_panes and windows.total <= _WITH_CROSSES else "",
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
        turned=turned(left, mirrored),
        ink=ink,
        stroke=_STROKE,
        walls="".join(walls),
        roofs="".join(roofs),
        panes=_panes(panes, pane),
    )


def qr_code(address: str, title: object, inches: float) -> Markup:
    """A QR code of a web address, `inches` wide with its quiet zone, a denser one wider."""
    code = segno.make_qr(address, error="m")
    modules, _ = code.symbol_size(border=_QUIET_ZONE)
    inches = round(inches * max(1, modules / _USUAL_MODULES), 2)
    buffer = io.BytesIO()
    code.save(
        buffer,
        kind="svg",
        border=_QUIET_ZONE,
        dark="#000",
        light="#fff",
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


def turned(width: int, mirrored: bool) -> Markup:
    """The attribute that turns a drawing around; its windows are symmetrical."""
    return Markup(' transform="matrix(-1 0 0 1 {} 0)"').format(width) if mirrored else Markup("")


def columns_without_a_rest(total: int) -> int:
    """How many windows a row has where all rows are alike, if there is such a number near by."""
    near = _columns_of(total)
    return next((n for n in (near, near + 1, near - 1, near + 2) if n and total % n == 0), near)


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
