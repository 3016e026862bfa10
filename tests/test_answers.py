"""When an answer is as long as its box, and when two of its items say the same."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from handbill.campaign import Content
from handbill.credential.answers import Answer
from handbill.credential.missing import distinct, things, wrong_with
from handbill.credential.requirements import Question
from handbill.markup import convert
from handbill.problems import Place, error
from handbill.schema import AnswerSettings
from handbill.yaml_lines import Lines

PATH = "content/credential/effects.md"
TEN = "They cannot send their work to school when it rains"


def _answer(markdown: str) -> Answer:
    body = convert(markdown, Place(PATH, 3))
    settings = AnswerSettings.model_validate({})
    content = Content("effects", PATH, "en", settings, body, Lines())
    return Answer(content, Markup(body.html))


def _question(**limits: str) -> Question:
    given = {"title": "A", "answer": "effects", "asks": "Name the effects.", **limits}
    return Question.model_validate(given)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (4, []),
        (5, []),
        (6, [("6 words, and the box holds 5", "take one out")]),
        (7, [("7 words, and the box holds 5", "take 2 out")]),
    ],
)
def test_an_answer_fills_its_box_and_no_more(words: int, wrong: list[tuple[str, str]]) -> None:
    told = wrong_with(_answer("\n\n" + "word " * words), _question(most_words="5"))
    assert list(told) == [error(Place(PATH, 5), says, hint) for says, hint in wrong]


def test_an_answer_without_words_is_not_written() -> None:
    (told,) = wrong_with(_answer(""), _question(most_words="5"))
    assert (told.message, told.hint) == (
        "this answer has no words yet",
        "write it: Name the effects.",
    )


@pytest.mark.parametrize(
    ("items", "names"),
    [
        (["One is late", "Two has no screen"], None),
        (["One is late"], "names 1 thing"),
        (["One is late", "one is LATE!"], "names 1 thing"),
        ([], "lists nothing"),
    ],
)
def test_an_answer_names_as_many_things_as_it_must(items: list[str], names: str | None) -> None:
    text = "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1)) or "Much."
    told = [problem.message for problem in wrong_with(_answer(text), _question(least_items="2"))]
    assert told == ([f"this answer {names}; it must name 2 or more"] if names else [])


@pytest.mark.parametrize(
    ("other", "are_two"),
    [
        (TEN, False),
        (TEN.upper() + "!", False),
        ("They cannot send their work to class when it snows", False),  # eight of ten words
        ("They cannot send their mail to class when it snows", True),  # seven
        ("The bus is late", True),
    ],
)
def test_two_items_say_the_same_when_four_of_five_words_are(other: str, are_two: bool) -> None:
    assert distinct([TEN, other]) == ([TEN, other] if are_two else [TEN])


def test_things_are_counted_in_words() -> None:
    assert (things(["a"]), things(["a", "b"])) == ("1 thing", "2 different things")
