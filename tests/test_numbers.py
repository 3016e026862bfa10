"""The numbers of a translation against those of its original."""

from __future__ import annotations

import pytest

from handbill.campaign import Content, Translation
from handbill.check.numbers import check_numbers
from handbill.markup import convert
from handbill.problems import Place
from handbill.schema import OfferSettings, TranslationRecord
from handbill.yaml_lines import Lines
from tests.conftest import TODAY


def _wrong(original: str, translated: str) -> list[str]:
    """What is told of a translated body."""
    body, other = (convert(text, Place("a.md", 1)) for text in (original, translated))
    settings = OfferSettings(title="A", who="B", cost="C", how="D", checked=TODAY)
    content = Content("a", "a.md", "en", settings, body, Lines())
    translation = Translation("es", "a.es.md", {}, TranslationRecord(), other, Lines())
    return [problem.message for problem in check_numbers(content, translation)]


@pytest.mark.parametrize(
    ("original", "translated"),
    [
        ("It costs $9.25.", "Cuesta 9,25 dólares."),
        ("1,840 students", "1.840 estudiantes"),
        ("1,840 students", "1\u202f840 élèves"),
        ("1,840 students", "\u06f1\u066c۸۴\u06f0 دانش‌آموز"),
        ("5 million homes", "500 万个家庭"),
        ("1.5 million homes", "150 万个家庭"),
        ("$30,000 a year", "一年 3 万美元"),
        ("150,000 homes", "150 thousand homes"),
        ("150,000,000 people", "150 million people"),
        ("150,000,000,000 people", "150 billion people"),
        ("1.5 million homes", "150만 가구"),
        ("1.5 million homes", "150 萬戶"),
        ("15 billion people", "150亿人"),
        ("15 billion people", "150億人"),
        ("15 billion people", "150억 명"),
        ("Call 1-800-234-9473", "Llame al 1-800-234-9473"),
        ("two nurses", "2 enfermeras"),
        ("a dozen", "12"),
        ("{{ figure }} of 30", "30 人中的 {{ figure }}"),
    ],
)
def test_the_same_number_may_be_written_in_another_way(original: str, translated: str) -> None:
    assert _wrong(original, translated) == []


@pytest.mark.parametrize(
    ("original", "translated", "wrong"),
    [
        ("It costs $9.25.", "Cuesta $9.52.", "9.52"),
        ("Call 555-0150.", "Llame al 555-0151.", "555-0151"),
        ("5 million homes", "50 万个家庭", "50"),
        ("135 percent", "153 por ciento", "153"),
        ("nothing", "13", "13"),
        ("2.5 million homes", "35만 가구", "35"),
        ("nothing", "150만", "150"),
    ],
)
def test_another_number_is_told(original: str, translated: str, wrong: str) -> None:
    assert _wrong(original, translated) == [f"the original has no {wrong}"]


def test_a_number_is_told_at_its_line_and_names_its_original() -> None:
    body = convert("One.\n\nTwo.", Place("a.md", 10))
    other = convert("Uno.\n\n{{ a\n}}\n\n1234 y 77.", Place("a.es.md", 20))
    settings = OfferSettings(title="A", who="B 5", cost="C", how="D", checked=TODAY)
    content = Content("a", "a.md", "en", settings, body, Lines())
    words = {"who": "De 18 a 21"}
    translation = Translation(
        "es", "a.es.md", words, TranslationRecord(), other, Lines({("who",): 3})
    )

    told = [str(problem) for problem in check_numbers(content, translation)]

    hint = "  hint: write what stands in {}, its placeholders as they are"
    in_who, in_body = hint.format("`who` of a.md"), hint.format("a.md")
    assert told == [
        f"a.es.md:3: error: the original has no 18\n{in_who}",
        f"a.es.md:3: error: the original has no 21\n{in_who}",
        f"a.es.md:25: error: the original has no 1234\n{in_body}",
        f"a.es.md:25: error: the original has no 77\n{in_body}",
    ]


@pytest.mark.parametrize(
    ("original", "translated"),
    [("0.5 million homes", "50 万"), ("1,500 million", "15亿"), ("{{ a }} 40 {{ b }}", "40")],
)
def test_a_scale_is_counted_with_its_decimals(original: str, translated: str) -> None:
    assert _wrong(original, translated) == []
