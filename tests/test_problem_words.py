"""What every problem has: its place, its order, and a hint that names what is near."""

from __future__ import annotations

import pytest

from handbill.console import _count
from handbill.ledger import Ledger
from handbill.problems import (
    CampaignError,
    Place,
    Problem,
    did_you_mean,
    error,
    has_errors,
    in_order,
    warning,
)

WRONG = error(Place("a.md", 2), "wrong")
DOUBTFUL = warning(Place("a.md", 1), "doubtful", "look")


@pytest.mark.parametrize(
    ("wrong", "known", "hint"),
    [
        ("mneu", ["menu", "title"], "did you mean `menu`?"),
        ("zzz", ["b", "a"], "known here: `a`, `b`"),
        ("zzz", [], ""),
        ("zzz", ["a", "a"], "known here: `a`"),
        (
            "zzz",
            "abcdefghijklmnop",
            f"known here: {', '.join(f'`{c}`' for c in 'abcdefghijklmnop')}",
        ),
        (
            "zzz",
            "abcdefghijklmnopq",
            f"known here: {', '.join(f'`{c}`' for c in 'abcdefghijklmnop')}, …",
        ),
    ],
)
def test_a_hint_names_the_nearest_or_the_first_sixteen(
    wrong: str, known: list[str], hint: str
) -> None:
    assert did_you_mean(wrong, known) == hint


def test_problems_come_by_file_and_line_and_once() -> None:
    late, early = error(Place("a.md", 10), "x"), error(Place("a.md", 9), "x")
    whole, other = error(Place("a.md"), "x"), error(Place("b.md", 1), "x")
    assert in_order([other, late, early, late, whole]) == (whole, early, late, other)


def test_two_problems_of_one_line_stay_in_the_order_in_which_they_were_found() -> None:
    first, second = error(Place("a.md", 1), "z"), error(Place("a.md", 1), "a")
    assert in_order([first, second]) == (first, second)


def test_a_problem_is_written_as_compilers_write_theirs() -> None:
    assert str(DOUBTFUL) == "a.md:1: warning: doubtful\n  hint: look"
    assert str(error(Place("a.md"), "wrong")) == "a.md: error: wrong"


@pytest.mark.parametrize(
    ("problems", "strict", "stops"),
    [
        ([], True, False),
        ([DOUBTFUL], False, False),
        ([DOUBTFUL], True, True),
        ([WRONG], False, True),
        ([DOUBTFUL, WRONG], False, True),
    ],
)
def test_an_error_ends_a_run_and_with_strict_a_warning_does(
    problems: list[Problem], strict: bool, stops: bool
) -> None:
    ledger = Ledger(strict)
    ledger.take(problems)
    if not stops:
        ledger.stop_at_errors()
        return
    with pytest.raises(CampaignError) as stopped:
        ledger.stop_at_errors()
    assert stopped.value.problems == in_order(problems)


def test_a_result_that_is_not_there_ends_a_run() -> None:
    ledger = Ledger(strict=False)
    assert ledger.need("", [DOUBTFUL]) == ""
    with pytest.raises(CampaignError) as stopped:
        ledger.need(None, [WRONG])
    assert stopped.value.problems == (DOUBTFUL, WRONG)


def test_only_an_error_is_one() -> None:
    assert has_errors([DOUBTFUL, WRONG])
    assert not has_errors([DOUBTFUL])


@pytest.mark.parametrize(
    ("problems", "count"),
    [
        ([WRONG], "1 error"),
        ([WRONG, WRONG], "2 errors"),
        ([DOUBTFUL], "1 warning"),
        ([DOUBTFUL, WRONG, DOUBTFUL], "1 error and 2 warnings"),
    ],
)
def test_errors_and_warnings_are_counted_apart(problems: list[Problem], count: str) -> None:
    assert _count(problems) == count
