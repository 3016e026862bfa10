"""A figure drawn as windows: a share among others, or a count of which each stands for many.

In the campaign's own picture each is a home, and a lit one has what the campaign is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from handbill.figures import Figure, Kind

_GOLDEN_RATIO = Decimal("0.6180339887")


@dataclass(frozen=True)
class Windows:
    """How many windows there are, and how many of them are dark before rounding.

    `each` is how many one of them stands for.
    """

    total: int
    exact: Decimal
    each: int = 1

    @property
    def dark(self) -> int:
        """Dark windows, rounded to the nearest whole one (a half is rounded up)."""
        return int(self.exact.quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def is_rounded(self) -> bool:
        """Whether the number of dark windows differs from the figure itself."""
        return self.exact != self.dark

    def dark_positions(self) -> frozenset[int]:
        """Which windows, counted from 0, are dark.

        They are spread by the golden ratio (a low-discrepancy sequence), so that one more dark
        window leaves the others where they were. Its second term comes first: two of thirty then
        do not touch in a house of ten columns.
        """
        positions: list[int] = []
        step = 2
        while len(positions) < self.dark:
            position = int((step * _GOLDEN_RATIO % 1) * self.total)
            while position in positions:
                position = (position + 1) % self.total
            positions.append(position)
            step += 1
        return frozenset(positions)


def windows_of(share: Decimal, total: int) -> Windows:
    """Draw a share (0 to 1) as dark ones among a total of windows."""
    return Windows(total, share * total)


MOST_OF_A_SKYLINE = 2500
"""Windows of a whole town: more of them are dust on a phone."""


def windows_of_many(share: Decimal, total: int) -> Windows:
    """Draw a share of many people, a window for each, or for each ten, hundred and so on."""
    each = 1
    while total > MOST_OF_A_SKYLINE * each:
        each *= 10
    return Windows(round(total / each), share * total / each, each)


MOST_OF_A_COUNT = 150
"""Windows that can still be seen one by one across a sheet."""
_HUNDRED = 100


def windows_of_itself(figure: Figure) -> Windows | None:
    """Draw a figure by what it says alone: 17.37% of a hundred, 1 in 4 of four, a count as itself.

    Of a large count each window stands for 2, 5, 10, 20, …, so that there are no more than
    MOST_OF_A_COUNT. None for what cannot be drawn, or would be a picture without one.
    """
    if figure.share is not None:
        return _of_a_share(figure, figure.share)
    count = figure.value * figure.scale
    if figure.kind is not Kind.NUMBER or count != int(count) or count < 1:
        return None
    each = _each_of(int(count))
    exact = count / each
    drawn = Windows(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), exact, each)
    return drawn if drawn.total > 1 else None


def _of_a_share(figure: Figure, share: Decimal) -> Windows | None:
    if not 0 < share <= 1:
        return None
    is_small_group = figure.kind is Kind.RATIO and 1 < figure.whole <= _HUNDRED
    drawn = windows_of(share, figure.whole if is_small_group else _HUNDRED)
    return drawn if drawn.dark else None


def _each_of(count: int) -> int:
    each = 1
    while True:
        for step in (each, 2 * each, 5 * each):
            if count <= MOST_OF_A_COUNT * step:
                return step
        each *= 10
