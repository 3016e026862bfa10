"""Typesetting, as the Chicago Manual (English) and the RAE's Ortografía (Spanish) set it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.interface import words_given
from handbill.typography import Marks, bound_at_the_end, last_signs_bound, typeset, unbroken
from tests.conftest import Site, layouts_in

ENGLISH = Marks(("“", "”", "‘", "’"), ("percent", "million", "a.m.", "p.m."))  # noqa: RUF001
GUILLEMETS = Marks(("«", "»", "“", "”"), ("por ciento",))
FRENCH = Marks(("«\u00a0", "\u00a0»", "“", "”"), ())


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ('"Yes," she said.', "“Yes,” she said."),
        ("He said \"the 'blue' kit\".", "He said “the ‘blue’ kit”."),  # noqa: RUF001
        ("\"'Go,' he said,\" she said.", "“‘Go,’ he said,” she said."),  # noqa: RUF001
        ("It's the students' work.", "It’s the students’ work."),  # noqa: RUF001
        ("the '90s, 'tis rock 'n' roll", "the ’90s, ’tis rock ’n’ roll"),  # noqa: RUF001
        ("tell 'em 'twas here 'til 5", "tell ’em ’twas here ’til\u00a05"),  # noqa: RUF001
        ("'Em' and 'emerald'", "’Em’ and ‘emerald’"),  # noqa: RUF001
        ('("a") ["b"]', "(“a”) [“b”]"),
        ('"A"---"B"', "“A”—“B”"),
        ("rock -- and rooms", "rock – and rooms"),  # noqa: RUF001
        ("wait...", "wait…"),
        ("“already ‘set’”", "“already ‘set’”"),  # noqa: RUF001
        ('¿"Qué"? ¡"Ya"!', "¿“Qué”? ¡“Ya”!"),
        ("&quot;a&quot; &#39;b&#39;", "“a” ‘b’"),  # noqa: RUF001
        ("A &amp; B &lt;c&gt;", "A &amp; B &lt;c&gt;"),
    ],
)
def test_straight_marks_become_those_of_print(typed: str, english: str) -> None:
    assert typeset(typed, ENGLISH) == english


def test_each_language_has_its_own_marks() -> None:
    assert typeset("Dice \"la prueba 'azul'\".", GUILLEMETS) == "Dice «la prueba “azul”»."
    assert typeset('Il dit "oui".', FRENCH) == "Il dit «\u00a0oui\u00a0»."
    assert typeset("\"'Oui', dit-il.\"", FRENCH) == "«\u00a0“Oui”, dit-il.\u00a0»"


@pytest.mark.parametrize(
    ("typed", "together"),
    [
        ("5 percent of them", "5_percent of them"),
        ("9 a.m. to 5 p.m.", "9_a.m. to 5_p.m."),
        ("1.5 million", "1.5_million"),
        ("5 millionaires", "5 millionaires"),
        ("a million", "a million"),
        ("children aged 15", "children aged_15"),
        ("grades 3 to 12", "grades 3 to_12"),
    ],
)
def test_a_number_stays_with_its_unit(typed: str, together: str) -> None:
    assert typeset(typed, ENGLISH) == together.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Until 8 p.m.. Then", "Until 8\u00a0p.m. Then"),
        ("From 9 a.m..", "From 9\u00a0a.m."),
        ("Until 8 p.m.", "Until 8\u00a0p.m."),
    ],
)
def test_a_sentence_that_ends_in_pm_has_one_full_stop(typed: str, printed: str) -> None:
    assert typeset(typed, ENGLISH) == printed


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>"<em>Hi</em>"</p>', "<p>“<em>Hi</em>”</p>"),
        ('<p>Say</p><p>"a"</p>', "<p>Say</p><p>“a”</p>"),
        ('<li>x</li><li>"a"</li>', "<li>x</li><li>“a”</li>"),
        ('"a"<br>"b"', "“a”<br>“b”"),
        ('a "b"<sup>1</sup> "c"', "a “b”<sup>1</sup> “c”"),
        ('<p>"Hi" <code>"x" -- y</code> "z"</p>', '<p>“Hi” <code>"x" -- y</code> “z”</p>'),
        (
            '<pre><code>"x"...</code></pre><p>"y"</p>',
            '<pre><code>"x"...</code></pre><p>“y”</p>',
        ),
        ('<a href="a--b..." title="it\'s">"q"</a>', '<a href="a--b..." title="it\'s">“q”</a>'),
    ],
)
def test_tags_attributes_and_code_stay_as_they_are(html: str, expected: str) -> None:
    assert typeset(html, ENGLISH) == expected


@given(st.text("ab \"'.,-()", max_size=30))
def test_setting_a_set_text_again_changes_nothing(text: str) -> None:
    once = typeset(text, ENGLISH)
    assert typeset(once, ENGLISH) == once


@given(st.text("ab \"'.,()", max_size=30))
def test_only_marks_change_never_a_word(text: str) -> None:
    words = re.findall(r"[ab]+", text)
    assert re.findall(r"[ab]+", typeset(text, ENGLISH)) == words


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“a \u2018b\u2019 c”"),
        ("es", "“a \u2018b\u2019 c”"),
        ("ar", "«a “b” c»"),
        ("zh-Hans", "“a \u2018b\u2019 c”"),
        ("vi", "“a \u2018b\u2019 c”"),
    ],
)
def test_straight_quotes_become_those_of_the_language(language: str, expected: str) -> None:
    words, problems = words_given(layouts_in(Path("nowhere")), language)
    assert problems == []
    opening, closing, inner_opening, inner_closing = str(words["quotes"]).split()
    marks = Marks((opening, closing, inner_opening, inner_closing), ())
    assert typeset("\"a 'b' c\"", marks) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Free Wi-Fi here", 'Free <span class="unbroken">Wi-Fi</span> here'),
        ("during COVID-19.", 'during <span class="unbroken">COVID-19</span>.'),
        ("<p>K-12</p>", '<p><span class="unbroken">K-12</span></p>'),
        ("a low-cost plan", "a low-cost plan"),
        ("555-0142", "555-0142"),
        ("state-of-the-art", "state-of-the-art"),
        ('<a href="wi-fi.html">Wi-Fi</a>', '<a href="wi-fi.html">Wi-Fi</a>'),
        ("<svg><title>Wi-Fi</title></svg>", "<svg><title>Wi-Fi</title></svg>"),
    ],
)
def test_a_short_word_with_a_hyphen_stays_on_one_line(html: str, expected: str) -> None:
    assert unbroken(html) == expected


def test_an_abbreviation_inside_an_element_ends_its_sentence() -> None:
    html = '<p>Open <span lang="en">9 a.m. to 8 p.m.</span>. Come.</p>'
    assert typeset(html, ENGLISH).count("p.m.</span> Come") == 1


@pytest.mark.parametrize("html", ["<b>Monday</b>.", "<p>Until <b>8</b>. Come.</p>"])
def test_a_full_stop_after_an_element_that_ends_in_none_stays(html: str) -> None:
    assert typeset(html, ENGLISH) == html


@pytest.mark.parametrize("tag", ["code", "pre", "style", "script", "svg"])
def test_what_is_no_prose_is_left_alone_and_what_follows_it_is_not(tag: str) -> None:
    html = f'<{tag}>"a"... </{tag}> "b"...'
    assert typeset(html, ENGLISH) == f'<{tag}>"a"... </{tag}> “b”…'


@pytest.mark.parametrize("tag", ["p", "li", "h1", "h6", "div", "td", "th", "dd", "dt"])
def test_a_block_begins_anew_with_an_opening_mark(tag: str) -> None:
    assert typeset(f'x<{tag}>"a"</{tag}>', ENGLISH) == f"x<{tag}>“a”</{tag}>"


@pytest.mark.parametrize("before", ["(", "[", "{", "/", "¿", "¡", "—", "–", " ", "\u00a0"])  # noqa: RUF001
def test_after_these_a_mark_opens(before: str) -> None:
    assert typeset(f'x{before}"a"', ENGLISH) == f"x{before}“a”"


@pytest.mark.parametrize("before", ["x", ".", ",", "-", ")"])
def test_after_others_it_closes(before: str) -> None:
    assert typeset(f'a{before}"', ENGLISH) == f"a{before}”"


@pytest.mark.parametrize(
    ("word", "stays"),
    [
        ("abcde-abc", True),
        ("abcdef-abc", False),
        ("a-abcd", False),
        ("e-mail", False),
        ("K-8", True),
        ("Título-IX", False),
        ("año-1", True),
    ],
)
def test_short_is_five_letters_and_three(word: str, stays: bool) -> None:
    assert unbroken(word) == (f'<span class="unbroken">{word}</span>' if stays else word)


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("<p>It costs nothing to ask.</p>", "<p>It costs nothing to\u00a0ask.</p>"),
        (
            "<p>You <strong>only need it.</strong></p>",
            "<p>You <strong>only need\u00a0it.</strong></p>",
        ),
        ("<li>Ask <em>us</em></li>", "<li>Ask <em>us</em></li>"),
        (
            "<p>An extraordinarily long-winded one.</p>",
            "<p>An extraordinarily long-winded one.</p>",
        ),
        ('<p><a class="a b">word</a></p>', '<p><a class="a b">word</a></p>'),
        ("<h2>Call us now</h2>", "<h2>Call us now</h2>"),
        ("<h3>Trả ít tiền hơn</h3>", '<h3>Trả ít <span class="unbroken">tiền hơn</span></h3>'),
        (
            "<p>星期六 10:00–16:00。</p>",  # noqa: RUF001
            '<p>星期六 <span class="unbroken">10:00–16:00</span>。</p>',  # noqa: RUF001
        ),
        ('<a title="1:00–2:00">b</a>', '<a title="1:00–2:00">b</a>'),  # noqa: RUF001
        ("<h3>Pague menos</h3>", "<h3>Pague menos</h3>"),
        (
            "<p>或笔记本电脑，可借一整个学年。</p>",  # noqa: RUF001
            '<p>或笔记本电脑，<span class="unbroken">可借一整个学年。</span></p>',  # noqa: RUF001
        ),
        ("<p>可借一整个学年。</p>", '<p>可借一整<span class="unbroken">个学年。</span></p>'),
    ],
)
def test_on_paper_no_paragraph_ends_in_one_short_word(written: str, bound: str) -> None:
    assert bound_at_the_end(written) == bound


def test_on_a_screen_chinese_ends_in_no_stub_and_words_are_left_to_the_browser() -> None:
    assert last_signs_bound("<p>It costs nothing to ask.</p>") == "<p>It costs nothing to ask.</p>"
    assert last_signs_bound("<li>可借一整个学年。</li>") == (
        '<li>可借一整<span class="unbroken">个学年。</span></li>'
    )


def test_the_chinese_page_ends_no_paragraph_in_a_stub(default_site: Site) -> None:
    page = default_site.page("zh-Hans/index.html")
    assert '<span class="unbroken">字就行。</span></p>' in page
    assert "字就行。</p>" not in page
