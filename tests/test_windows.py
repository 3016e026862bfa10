"""How many windows are dark, and which."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.windows import Windows, windows_of


@pytest.mark.parametrize(
    ("share", "total", "dark", "is_rounded"),
    [
        ("0.077", 30, 2, True),  # 2.31
        ("0.122", 30, 4, True),  # 3.66
        ("0.25", 12, 3, False),
        ("0.25", 30, 8, True),  # 7.5: a half goes up
        ("0.25", 10, 3, True),  # 2.5
        ("0", 30, 0, False),
        ("1", 30, 30, False),
        ("0.5", 2, 1, False),
    ],
)
def test_a_share_is_rounded_to_whole_windows(
    share: str, total: int, dark: int, is_rounded: bool
) -> None:
    drawn = windows_of(Decimal(share), total)
    assert (drawn.dark, drawn.is_rounded) == (dark, is_rounded)
    assert len(drawn.dark_positions()) == dark


@given(st.integers(2, 400).flatmap(lambda total: st.tuples(st.just(total), st.integers(0, total))))
def test_every_dark_window_is_one_of_the_windows(wall: tuple[int, int]) -> None:
    total, dark = wall
    positions = Windows(total, Decimal(dark)).dark_positions()
    assert len(positions) == dark
    assert positions <= set(range(total))


@given(st.integers(2, 400).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
def test_one_more_dark_window_leaves_the_others_where_they_were(wall: tuple[int, int]) -> None:
    total, dark = wall
    fewer = Windows(total, Decimal(dark)).dark_positions()
    more = Windows(total, Decimal(dark + 1)).dark_positions()
    assert fewer < more


@pytest.mark.parametrize("dark", [4, 8, 15])
def test_dark_windows_are_spread_over_the_wall(dark: int) -> None:
    positions = sorted(Windows(30, Decimal(dark)).dark_positions())
    half = sum(position < 15 for position in positions)
    assert abs(half - dark / 2) <= 1


def test_the_first_dark_windows_are_these() -> None:
    """Multiples of the golden ratio, 0.618, 0.236, 0.854, 0.472, 0.090, of thirty windows."""
    walls = [Windows(30, Decimal(dark)).dark_positions() for dark in range(6)]
    added = [more - fewer for fewer, more in pairwise(walls)]
    assert added == [{18}, {7}, {25}, {14}, {2}]


def test_a_window_that_is_dark_already_leaves_it_to_the_next() -> None:
    """Of four: 0.618 is the third, 0.236 the first, 0.854 the fourth, 0.472 the second."""
    assert [sorted(Windows(4, Decimal(n)).dark_positions()) for n in (1, 2, 3)] == [
        [2],
        [0, 2],
        [0, 2, 3],
    ]
    # Of three: 1.85, 0.71, 2.56, of five: 3.09, 1.18, 4.27, 2.36, and 0.45.
    assert sorted(Windows(5, Decimal(4)).dark_positions()) == [1, 2, 3, 4]
    # Of six the sixth multiple, 0.708, is the fifth again: it goes round to the third.
    assert [sorted(Windows(6, Decimal(n)).dark_positions()) for n in (4, 5)] == [
        [1, 2, 3, 5],
        [0, 1, 2, 3, 5],
    ]
