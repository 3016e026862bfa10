"""The night over a town: a window for each of very many people, of whom a figure counts some."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from handbill.colours import Palette
from handbill.render.pictures import turned
from handbill.windows import Windows

_HOUSES = (
    (9, 17),
    (7, 12),
    (10, 15),
    (8, 23),
    (11, 16),
    (6, 10),
    (9, 22),
    (8, 14),
    (10, 19),
    (7, 13),
)
"""Columns and storeys of a town's houses, as they stand to one another."""
_COLUMNS = sum(columns for columns, _ in _HOUSES)
_WIDE = 4.6
"""How many times as wide as high a town is."""
_STEP, _PANE = 8, 6
"""A window with its part of the wall, and its light."""


@dataclass(frozen=True)
class _Block:
    """A house, or the unfinished storey on its roof: where it stands, in windows."""

    left: int
    bottom: int
    columns: int
    storeys: int

    def windows(self) -> Iterator[tuple[int, int]]:
        for storey in range(self.storeys):
            for column in range(self.columns):
                yield self.left + column, self.bottom + storey


def town(windows: Windows, title: object, colours: Palette, *, mirrored: bool = False) -> Markup:
    """A skyline with exactly as many windows as there are.

    The lit ones are a pattern and the dark ones short strokes, so that 1,840 of them weigh about
    1 KB compressed.
    """
    blocks = list(_blocks(windows.total))
    spots = [spot for block in blocks for spot in block.windows()]
    dark = windows.dark_positions()
    top = max(block.bottom + block.storeys for block in blocks)
    right = max(block.left + block.columns for block in blocks)

    def down(storey: int) -> int:
        return (top - storey) * _STEP

    walls = (
        f"M{b.left * _STEP} {down(b.bottom)}v{-b.storeys * _STEP}h{b.columns * _STEP}"
        f"v{b.storeys * _STEP}z"
        for b in blocks
    )
    unlit = (
        f"M{column * _STEP + 1} {down(storey) - _STEP // 2}h{_PANE}"
        for n, (column, storey) in enumerate(spots)
        if n in dark
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="town" role="img" '
        'viewBox="0 0 {width} {height}"><title>{title}</title>'
        '<pattern id="lit" width="{step}" height="{step}" patternUnits="userSpaceOnUse">'
        '<path fill="{wall}" d="M0 0h{step}v{step}H0z"/>'
        '<path fill="{lamp}" d="M1 1h{pane}v{pane}H1z"/></pattern><g{turned}>'
        '<path fill="url(#lit)" d="{walls}"/>'
        '<path stroke="{night}" stroke-width="{pane}" d="{unlit}"/></g></svg>'
    ).format(
        width=right * _STEP,
        height=top * _STEP,
        title=str(title),
        turned=turned(right * _STEP, mirrored),
        step=_STEP,
        pane=_PANE,
        wall=colours.wall,
        lamp=colours.lamp,
        night=colours.night,
        walls="".join(walls),
        unlit="".join(unlit),
    )


def _blocks(total: int) -> Iterator[_Block]:
    """The houses, and on their roofs the windows that do not fill a storey of all of them."""
    scale = math.sqrt(total * _WIDE) / _COLUMNS
    widths = [max(1, round(columns * scale)) for columns, _ in _HOUSES]
    weight = sum(width * storeys for width, (_, storeys) in zip(widths, _HOUSES, strict=True))
    heights = [int(total / weight * storeys) for _, storeys in _HOUSES]
    rest = total - sum(w * h for w, h in zip(widths, heights, strict=True))
    left = 0
    for width, height in zip(widths, heights, strict=True):
        if height:
            yield _Block(left, 0, width, height)
        if on_the_roof := min(rest, width):
            yield _Block(left, height, on_the_roof, 1)
            rest -= on_the_roof
        left += width + 1
