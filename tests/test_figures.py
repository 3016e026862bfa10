"""Figures as their authors write them, and as English and Spanish print them.

What is printed was compared with ICU (Intl in Chromium, en-US and es-US).
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.district import percent
from handbill.figures import add, parse_figure
from handbill.languages import Language
from handbill.vocabulary import Vocabulary
from tests.printing import workshop_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        ("5.4%", "5.4%", "5.4%"),
        ("31 %", "31%", "31%"),
        ("50.0%", "50.0%", "50.0%"),
        ("1234.56%", "1,234.56%", "1,234.56%"),
        ("1,840", "1,840", "1,840"),
        ("1840", "1,840", "1,840"),
        ("1,234,567", "1,234,567", "1,234,567"),
        ("17.5", "17.5", "17.5"),
        ("1.5 million", "1.5 million", "1.5 millones"),
        ("1 million", "1 million", "1 millón"),
        ("12 thousand", "12 thousand", "12 mil"),
        ("2 billion", "2 billion", "2 mil millones"),
        ("$9.25", "$9.25", "$9.25"),
        ("$30", "$30", "$30"),
        ("$1,234.50", "$1,234.50", "$1,234.50"),
        ("$1.5 million", "$1.5 million", "$1.5 millones"),
        ("$2 billion", "$2 billion", "$2 mil millones"),
        ("1 in 4", "1 in 4", "1 de cada 4"),
        ("1 in 1000", "1 in 1,000", "1 de cada 1,000"),
        ("1 in 1,000", "1 in 1,000", "1 de cada 1,000"),
        ("3 out of 4", "3 in 4", "3 de cada 4"),
        ("5.4 percent", "5.4%", "5.4%"),
        ("30 per cent", "30%", "30%"),
        (" 8% ", "8%", "8%"),
    ],
)
def test_each_language_writes_it_its_own_way(written: str, english: str, spanish: str) -> None:
    figure = parse_figure(written)
    assert figure is not None
    workshop = workshop_of(SMALL_CAMPAIGN)
    printed = [
        Vocabulary(workshop.campaign, code, workshop.words[code]).facts.written(figure)
        for code in ("en", "es")
    ]
    assert tuple(text.replace("\u00a0", " ") for text in printed) == (english, spanish)


@pytest.mark.parametrize(
    "wrong",
    [
        *("", "about half", "5,4%", "1,84", "5 in 4", "$5%", "€5", "-3%", "1 in 0", "1 in"),
        *(
            "1.5million",
            "5%%",
            "1e6",
            "5.%",
            ".5%",
            "one in four",
            "5 - 7%",
            "1 in 4.5",
            "12 dozen",
        ),
    ],
)
def test_what_is_in_no_form_is_refused(wrong: str) -> None:
    assert parse_figure(wrong) is None


@pytest.mark.parametrize(
    ("written", "share"),
    [("5.4%", "0.054"), ("1 in 4", "0.25"), ("100%", "1"), ("1,840", None), ("$9.25", None)],
)
def test_a_share_is_a_part_of_one(written: str, share: str | None) -> None:
    figure = parse_figure(written)
    assert figure is not None
    assert figure.share == (None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (("2.3%", "5.4%"), "7.7%"),
        (("2%", "5.45%"), "7.45%"),
        (("1 in 12", "4 in 12"), "5 in 12"),
        (("1.5 million", "2 million"), "3.5 million"),
        (("$9.25", "$0.75"), "$10.00"),
    ],
)
def test_figures_of_one_kind_add_up(parts: tuple[str, ...], total: str) -> None:
    figures = [figure for part in parts if (figure := parse_figure(part))]
    added = add(tuple(figures))
    assert added is not None
    workshop = workshop_of(SMALL_CAMPAIGN)
    written = Vocabulary(workshop.campaign, "en", workshop.words["en"]).facts.written(added)
    assert written.replace("\u00a0", " ") == total


@pytest.mark.parametrize(
    "parts", [("2%", "3"), ("1 in 4", "1 in 5"), ("1 million", "3"), ("$2", "2")]
)
def test_figures_of_two_kinds_do_not(parts: tuple[str, str]) -> None:
    figures = [figure for part in parts if (figure := parse_figure(part))]
    assert add(tuple(figures)) is None


@given(st.decimals(0, 100, places=1))
def test_english_prints_a_percentage_as_it_was_written(value: Decimal) -> None:
    figure = parse_figure(f"{value}%")
    assert figure is not None
    assert Language("en").figure(figure) == f"{value}%"


@pytest.mark.parametrize(
    ("written", "code", "shown"),
    [
        ("54%", "en", "54%"),
        ("54.5%", "en", "54.5%"),
        ("5.04%", "en", "5.04%"),
        ("54.5%", "vi", "54,5%"),
        ("54.5%", "fr", "54,5\u00a0%"),
    ],
)
def test_a_share_of_the_district_keeps_its_decimals(written: str, code: str, shown: str) -> None:
    assert percent(written, Language(code)) == shown
