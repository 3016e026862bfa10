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
    """Multiples of the golden ratio from the second on, 0.236, 0.854, 0.472, 0.090, 0.708."""
    walls = [Windows(30, Decimal(dark)).dark_positions() for dark in range(6)]
    added = [more - fewer for fewer, more in pairwise(walls)]
    assert added == [{7}, {25}, {14}, {2}, {21}]


def test_two_dark_windows_of_thirty_do_not_touch_in_rows_of_ten() -> None:
    one, other = sorted(Windows(30, Decimal(2)).dark_positions())
    assert max(abs(one // 10 - other // 10), abs(one % 10 - other % 10)) > 1


def test_a_window_that_is_dark_already_leaves_it_to_the_next() -> None:
    """Of four: 0.236 is the first, 0.854 the fourth, 0.472 the second."""
    assert [sorted(Windows(4, Decimal(n)).dark_positions()) for n in (1, 2, 3)] == [
        [0],
        [0, 3],
        [0, 1, 3],
    ]
    # Of nine: 2.12, 7.69, 4.25, 0.81, 6.37; 2.94 is the third again, and goes to the fourth.
    assert [sorted(Windows(9, Decimal(n)).dark_positions()) for n in (5, 6)] == [
        [0, 2, 4, 6, 7],
        [0, 2, 3, 4, 6, 7],
    ]
