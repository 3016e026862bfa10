"""A share drawn as windows: each is a home, a lit one has what the campaign is about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_GOLDEN_RATIO = Decimal("0.6180339887")


@dataclass(frozen=True)
class Windows:
    """How many windows there are, and how many of them are dark before rounding."""

    total: int
    exact: Decimal

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
        window leaves the others where they were.
        """
        positions: list[int] = []
        step = 1
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
