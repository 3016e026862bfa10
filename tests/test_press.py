"""The press: what it reaches, and what it leaves behind."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest

from handbill.fonts import font_case
from handbill.press import Press
from handbill.products import Pressed, Rendered
from tests.glyphs import pieces_of
from tests.tagged import texts_of

pytestmark = pytest.mark.usefixtures("the_press_itself")

_HEAD = '<html lang="en"><meta charset="utf-8"><title>t</title>'


def _press(html: str, assets: Mapping[str, bytes] | None = None) -> Pressed:
    sheet: Any = None
    return Press(assets or {}, font_case(["en"], {})).press(Rendered(sheet, html))


def test_it_leaves_the_environment_as_it_was() -> None:
    before = dict(os.environ)

    _press(f"{_HEAD}<h1>Hello</h1>")

    assert dict(os.environ) == before


def test_a_line_ends_with_a_space_if_it_does_not_end_with_a_hyphen() -> None:
    pressed = _press(f'{_HEAD}<p>a b</p><p style="width: 1em">c- de f/ g h</p>')

    document = pikepdf.open(io.BytesIO(pressed.pdf))
    (page,) = document.pages
    assert [text for text, _ in texts_of(page).values()] == ["a b ", "c-", "de ", "f/", "g ", "h "]


@pytest.mark.parametrize(
    "reaching",
    [
        '<img alt="x" src="http://127.0.0.1:9/x.png">',
        '<img alt="x" src="https://example.org/x.png">',
        '<img alt="x" src="file:///etc/passwd">',
        '<img alt="x" src="../../etc/passwd">',
        '<img alt="x" src="assets/../../etc/passwd">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    ],
)
def test_it_reaches_nothing_but_the_assets(reaching: str) -> None:
    pressed = _press(f"{_HEAD}{reaching}<h1>Hello</h1>")

    assert any("only the files in assets/ can be used" in said.text for said in pressed.messages)
    assert any(said.is_error for said in pressed.messages)


def test_a_picture_inside_a_picture_is_not_reached() -> None:
    outer = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        b'<image href="file:///etc/passwd" width="9" height="9"/></svg>'
    )

    pressed = _press(
        f'{_HEAD}<h1>Hello</h1><img alt="x" src="assets/x.svg">', {"assets/x.svg": outer}
    )

    assert any("only the files in assets/ can be used" in said.text for said in pressed.messages)


@pytest.mark.parametrize(("lines", "size"), [(10, 14), (53, 13), (57, 12)])
def test_it_takes_the_largest_size_that_fits(lines: int, size: float) -> None:
    """A letter page is 792 points high, less half an inch at both edges: 720, which is 51 lines
    of 14, 55 of 13 or 60 of 12. The heading is a line, too."""
    html = (
        f'{_HEAD}<meta name="handbill-pages" content="1">'
        '<meta name="handbill-sizes" content="14 13 12">'
        "<style>@page { size: letter; margin: .5in } body, h1 { margin: 0; font-size: 1rem }"
        "html { line-height: 1 } </style>"
    )

    pressed = _press(html + "<h1>x</h1>" + "x<br>" * lines)

    assert pressed.size == size


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        # Where a word may be divided: the dictionaries of LibreOffice, which Pyphen brings.
        ("es", "electrodomésticos", {"electrodo", "electrodomés", "electrodomésti"}),
        ("de", "Hausaufgabenhilfe", {"Hausauf", "Hausaufga", "Hausaufgaben", "Hausaufgabenhil"}),
        ("en", "responsibilities", {"responsi", "responsibil", "responsibili"}),
        ("vi", "responsibilities", set()),
    ],
)
def test_a_long_word_is_divided_as_its_language_does(
    language: str, word: str, parts: set[str]
) -> None:
    pressed = _press(
        f'<html lang="{language}"><meta charset="utf-8"><title>t</title>'
        "<style>p { hyphens: auto; hyphenate-limit-chars: 12 5 4; hyphenate-character: '-';"
        f" width: 6.2em }}</style><h1>t</h1><p>{word}</p>"
    )
    with pikepdf.open(io.BytesIO(pressed.pdf)) as pdf:
        lines = [piece.text for piece in pieces_of(pdf.pages[0])][1:]
    divided = {line.removesuffix("-") for line in lines if line.endswith("-")}
    assert divided <= parts
    assert bool(divided) is bool(parts)
