"""No text keeps a computer busy: what is beyond all measure is told at once, by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.markup import convert
from handbill.problems import Place
from tests.limits import measured

DIVIDE = "is this the text that you meant to put here? If so, divide it"
IN_PARTS = "press Enter twice where a paragraph ends"
TAKE_OUT = "take it out of some of the lists, or quotations"
CELLS = "60 in a row, and 20,000 in all, are the most: divide it"
_PROSE = "The library lends a hotspot to every family that asks, and it is free. " * 12

BEYOND = {
    "`" * 1000: ("this paragraph has 1000 backticks; 150 are the most", DIVIDE),
    "`` ` ``` " * 100: ("this paragraph has 600 backticks; 150 are the most", DIVIDE),
    "[" * 4000: ("this paragraph has 4000 square brackets; 150 are the most", DIVIDE),
    "![" * 400: ("this paragraph has 400 square brackets; 150 are the most", DIVIDE),
    "[a](" * 400: ("this paragraph has 400 square brackets; 150 are the most", DIVIDE),
    "{{ a" * 400: ("this paragraph has 400 placeholders; 150 are the most", DIVIDE),
    "<a" * 400: ("this paragraph has 400 angle brackets; 150 are the most", DIVIDE),
    "http://a " * 400: ("this paragraph has 400 addresses; 150 are the most", DIVIDE),
    "word " * 2000: ("this line has 10000 characters; 6000 are the most", IN_PARTS),
    "*" * 7000: ("this line has 7000 characters; 6000 are the most", IN_PARTS),
    ">" * 256 + "a": ("this is the point of a point of a point, more than 12 deep", TAKE_OUT),
    "1. " * 256: ("this is the point of a point of a point, more than 12 deep", TAKE_OUT),
    "\t" * 13 + "- a": ("this is the point of a point of a point, more than 12 deep", TAKE_OUT),
    "|a" * 2000 + "\n" + "|-" * 2000 + "\n" + "|b\n" * 2000: (
        "this table has 2002 rows of up to 2000 cells",
        CELLS,
    ),
    "|a|b|\n|-|-|\n" + "|c|d|\n" * 9000: ("this table has 9002 rows of up to 3 cells", CELLS),
    "## A\n\n" * 600: ("this text has more than 500 headings", DIVIDE),
    "<!-- a -->\n\n" * 600: ("this text has more than 500 notes", DIVIDE),
    "a[^b]\n\n" * 600: ("this text has more than 500 footnotes", DIVIDE),
    "[a]: b\n\n" * 600: ("this text has more than 500 addresses of links", DIVIDE),
}


@pytest.mark.parametrize("text", BEYOND, ids=lambda text: f"{text[:12]!r}")
def test_what_is_beyond_all_measure_is_told_with_its_line(text: str) -> None:
    before = "" if text.count("\n\n") > 100 else "First.\n\n\nThen.\n \n"
    line = 1 + before.count("\n") if before else 1
    body = convert(before + text, Place("content/pages/about.md", 1))
    (problem,) = body.problems
    assert (problem.message, problem.hint) == BEYOND[text]
    assert problem.place == Place("content/pages/about.md", line)


def test_a_list_that_nests_ever_deeper_is_told() -> None:
    text = "".join("    " * depth + "- a\n" for depth in range(256))
    (problem,) = convert(text, Place("content/pages/about.md", 1)).problems
    assert problem.place.line == 14


@pytest.mark.parametrize(
    "text",
    [
        f"{_PROSE}\n\n" * 230,
        "- a point\n" * 3000,
        "| a | b | c |\n|---|---|---|\n" + "| d | `e` | [f](g.md) |\n" * 1000,
        "".join(f"{_PROSE}[^{n}]\n\n[^{n}]: Note.\n\n" for n in range(100)),
        _PROSE * 6,
        "a\n\n----------------------\n\nb\n\n* * * * * * * * * * * * * * * *\n\n**************",
        "Item | Price\n--------------------|------\nHotspot | Free",
        "Borrow it\n--------------------\n\nIt is free.",
        "It is 1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 of them\n\n1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 is one.",
        " " * 60 + "In the middle of the line",
        "[School](help.md), " * 300,
        "`a`, `b`, " * 200,
        "- [a](b.md), `c`\n" * 300,
        "".join("  " * depth + "- a\n" for depth in range(9)),
    ],
    ids=lambda text: repr(text[-12:]),
)
def test_what_people_write_is_not_beyond_measure(text: str) -> None:
    told = [p.message for p in convert(text, Place("content/pages/about.md", 1)).problems]
    assert not [says for says in told if says.endswith("most") or "more than" in says]


def test_the_worst_that_is_let_through_takes_seconds_and_little_memory(
    small_campaign: Path,
) -> None:
    """The dearest paragraphs that the limits allow, as much of each as fits 100 KB of a page."""
    usual = measured(small_campaign, "check")
    dear = ["`" * 150, "` " * 150, "[" * 150, "![" * 150, "[a](" * 150, "*a " * 500, "_a " * 500]
    text = "\n\n".join(f"{mark} end" for mark in dear * 20)[:100_000]
    page = small_campaign / "content/pages/about.md"
    page.write_text(f"---\ntitle: Radon\n---\n\n{text}\n", "utf-8")
    worst = measured(small_campaign, "check")
    assert usual.status in (0, 1)
    assert "Traceback" not in worst.told
    assert "defect" not in worst.told
    assert worst.seconds < usual.seconds + 5
    assert worst.megabytes < usual.megabytes + 500
