"""Answers as plain text: what a form's box is given."""

from __future__ import annotations

import pytest

from handbill.credential.plain_text import list_items, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
        ("<p>A <strong>bold</strong> and <em>leaning</em> word.</p>", "A bold and leaning word."),
        (
            '<p>7.7% had none.<sup class="citation">\u00a0<a href="#source-1">1</a></sup> So.</p>',
            "7.7% had none.[1] So.",
        ),
        ("<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n<p>End.</p>", "1. One\n2. Two\n\nEnd."),
        ("<ul>\n<li>One\n<ul>\n<li>In it</li>\n</ul>\n</li>\n</ul>", "- One\n  - In it"),
        (
            "<ol><li><p>One</p><p>and more</p></li><li><p>Two</p></li></ol>",
            "1. One\nand more\n2. Two",
        ),
        ('<p>See <a href="https://x.org/a">the page</a>.</p>', "See the page (https://x.org/a)."),
        ('<p><a class="address" href="https://x.org/a">x.org/a</a></p>', "x.org/a"),
        ('<p>Call <a class="phone" href="tel:5550142">555-0142</a>.</p>', "Call 555-0142."),
        ('<p>Write to <a href="mailto:a@b.org">us</a>.</p>', "Write to us (a@b.org)."),
        ("<h2>Background</h2><p>One<br>two</p>", "Background\n\nOne\ntwo"),
        ('<p>Here: <img src="a.png" alt="a door"></p>', "Here: [a door]"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "A | B\n\n1 | 2",
        ),
        ("<p>Fish &amp; chips &lt; 5</p>", "Fish & chips < 5"),
        ("", ""),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_items_are_those_of_the_outer_lists() -> None:
    html = "<ol><li>One<ul><li>in it</li></ul></li><li><p>Two</p></li></ol><ul><li>Three</li></ul>"
    assert list_items(html) == ("One in it", "Two", "Three")


@pytest.mark.parametrize(
    "tag", ["p", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "tr", "blockquote", "pre"]
)
def test_blocks_are_parted_by_an_empty_line(tag: str) -> None:
    assert plain_text(f"<{tag}>a</{tag}><{tag}>b</{tag}>") == "a\n\nb"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ol>",
            "1. a\n  1. b\n    - c\n2. d",
        ),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", "- a\n\n1. b"),
        ('<img src="a.png" alt="">x', "x"),
        ('<a href="tel:555-0142">the nurse</a>', "the nurse (555-0142)"),
        ('<a href="tel:+14195552118;ext=3">us</a>', "us (+14195552118 ext. 3)"),
        ('<a href="sms:741741?&amp;body=HOME">Text us</a>', "Text us (741741)"),
        ('<a href="sms:741741">741741</a>', "741741"),
        ('<a href="https://x.org/a-b">x.org/ab</a>', "x.org/ab"),
        ("a \t\n  b", "a b"),
    ],
)
def test_lists_links_and_spaces(html: str, text: str) -> None:
    assert plain_text(html) == text
