"""A placeholder that cannot be filled keeps the place where it was found."""

from __future__ import annotations

from handbill.placeholders import PlaceholderError
from handbill.problems import Place


def test_the_innermost_place_is_told() -> None:
    """An offer's text inside a page's placeholder: the line to mend is the offer's."""
    inside, around = Place("content/help/a.md", 3), Place("content/pages/index.md", 9)
    wrong = PlaceholderError("nothing here is called `nurse`").at(inside).at(around)
    assert wrong.problem(around).place == inside


def test_without_a_place_it_is_told_where_it_was_asked_for() -> None:
    page = Place("content/pages/index.md", 9)
    assert PlaceholderError("nothing here is called `nurse`").problem(page).place == page
