"""What a text sets apart: quotations with a speaker, boxed notes, steps with pictures, amounts."""

from __future__ import annotations

import re

import pytest

from handbill.asides import BEGINNING
from handbill.markup import convert
from handbill.problems import Place


def _html(text: str) -> str:
    body = convert(text, Place("content/pages/x.md", 1))
    assert body.problems == ()
    return re.sub(r">\s+<", "><", body.html)


@pytest.mark.parametrize("dash", ["—", "— ", "\u2013", "\u2015", "--", "——"])
def test_a_quotation_that_ends_in_a_line_with_a_dash_has_a_speaker(dash: str) -> None:
    assert _html(f"> We met in the *car*.\n> {dash}A student, **grade 9**") == (
        '<div class="quotation"><blockquote><p>We met in the <em>car</em>.</p></blockquote>'
        '<p class="speaker">A student, <strong>grade 9</strong></p></div>'
    )


def test_a_speaker_may_stand_in_a_paragraph_of_its_own() -> None:
    assert _html("> One.\n>\n> Two.\n>\n> — A parent") == (
        '<div class="quotation"><blockquote><p>One.</p><p>Two.</p></blockquote>'
        '<p class="speaker">A parent</p></div>'
    )


@pytest.mark.parametrize("mark", ['"', "\u201c", "\u00ab", "\u300c"])
def test_words_with_their_own_marks_get_no_others(mark: str) -> None:
    assert _html(f"> {mark}We met.\n> — A").startswith('<div class="quotation quoted">')


def test_a_dash_within_a_line_is_no_speaker() -> None:
    assert _html("> Come early — it is full at noon.") == (
        '<div class="boxed" role="note"><p>Come early — it is full at noon.</p></div>'
    )


def test_words_that_begin_with_a_dash_are_no_speaker_of_nothing() -> None:
    assert 'class="boxed"' in _html("> — Are you coming?")


def test_a_note_has_a_title_where_bold_words_stand_first_by_themselves() -> None:
    assert _html("> **Lost it?**\n>\n> Call us. We lend another.") == (
        '<div class="boxed" role="note"><p class="box-title"><strong>Lost it?</strong></p>'
        "<p>Call us. We lend another.</p></div>"
    )
    assert "box-title" not in _html("> **Lost it?** Call us.")


def test_quotations_that_follow_one_another_stay_apart() -> None:
    html = _html("> One.\n> — A\n\n> Two.\n\n> Three.\n> — C")
    assert re.findall(r'<div class="(\w+)"', html) == ["quotation", "boxed", "quotation"]


def test_a_quotation_within_a_quotation_has_its_own_speaker() -> None:
    assert _html("> Outer\n>\n> > Inner\n> > — A\n>\n> — B") == (
        '<div class="quotation"><blockquote><p>Outer</p>'
        '<div class="quotation"><blockquote><p>Inner</p></blockquote>'
        '<p class="speaker">A</p></div></blockquote><p class="speaker">B</p></div>'
    )
    assert BEGINNING not in _html("> > > Deep\n\n- > In a list\n\n[^1]\n\n[^1]: > In a note")


def test_a_step_has_its_picture_before_its_words() -> None:
    written = (
        "1. Take it.\n   ![A box](b.svg)\n2. ![A bus](c.svg) Go.\n3. Sit.\n\n   ![A seat](d.svg)"
    )
    assert _html(written) == (
        '<ol class="pictured">'
        '<li><div class="step-picture"><img alt="A box" src="b.svg"></div>'
        '<div class="step-words">Take it.</div></li>'
        '<li><div class="step-picture"><img alt="A bus" src="c.svg"></div>'
        '<div class="step-words">Go.</div></li>'
        '<li><div class="step-picture"><img alt="A seat" src="d.svg"></div>'
        '<div class="step-words"><p>Sit.</p></div></li></ol>'
    )


@pytest.mark.parametrize(
    "steps",
    [
        "1. Take it.\n2. ![A bus](c.svg) Go.",
        "1. ![A bus](c.svg) ![A seat](d.svg) Go.",
        "- ![A bus](c.svg) Go.",
        "3. ![A bus](c.svg) Go on.\n4. ![A seat](d.svg) Sit.",
    ],
)
def test_other_lists_with_pictures_stay_lists(steps: str) -> None:
    assert "pictured" not in _html(steps)


@pytest.mark.parametrize(
    ("cells", "are_amounts"),
    [
        (("$20", "Free"), True),
        (("$1,250.50", "$5 a month"), True),
        (("20 €", "9,50 €"), True),
        (("Free", "Free"), False),
        (("$20", "What a family can pay of it"), False),
        (("20", "30"), False),
    ],
)
def test_a_column_of_amounts_ends_where_its_last_digits_do(
    cells: tuple[str, str], are_amounts: bool
) -> None:
    html = _html(f"| What | Fee |\n|---|---|\n| A | {cells[0]} |\n| B | {cells[1]} |")
    assert len(re.findall(r'<t[hd] class="amount"', html)) == (3 if are_amounts else 0)
