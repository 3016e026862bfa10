"""Where a headline and the words beside a figure may be broken."""

from __future__ import annotations

import pytest

from handbill.render.filling import _CLAUSE_END, _SENTENCE_END


@pytest.mark.parametrize("end", [".", "!", "?", "…", "؟", "۔"])  # noqa: RUF001 - each language's own
def test_a_headline_may_break_after_a_sentence(end: str) -> None:
    assert _SENTENCE_END.split(f"Read here{end} Then come.") == [f"Read here{end} ", "Then come."]


@pytest.mark.parametrize("end", ["。", "！", "？"])  # noqa: RUF001 - Chinese marks
def test_it_needs_no_space_after_a_chinese_one(end: str) -> None:
    assert _SENTENCE_END.split(f"作业{end}上网") == [f"作业{end}", "上网"]


@pytest.mark.parametrize("title", ["Ask Dr. Lee", "At 8 p.m. we close", "End here.", "St. Mary"])
def test_it_does_not_after_a_short_word_or_at_its_end(title: str) -> None:
    assert _SENTENCE_END.split(title) == [title]


def test_after_four_letters_it_does_and_after_three_it_does_not() -> None:
    assert len(_SENTENCE_END.split("Come. Now")) == 2
    assert len(_SENTENCE_END.split("Eat. Now")) == 1


@pytest.mark.parametrize("mark", ["，", "、", "；", "："])  # noqa: RUF001 - Chinese marks
def test_chinese_words_may_break_after_a_clause(mark: str) -> None:
    assert _CLAUSE_END.split(f"一班{mark}三十人") == [f"一班{mark}", "三十人"]


def test_those_of_other_languages_may_not() -> None:
    assert _CLAUSE_END.split("in a class, of 30: two; so") == ["in a class, of 30: two; so"]
