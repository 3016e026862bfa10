"""The bounds and the defaults of what a leader may write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from handbill.proof.sheets import proof_sheet
from handbill.render.sides import join_sides
from handbill.schema import (
    DocumentSettings,
    FactSettings,
    Schema,
    Settings,
    Source,
    TranslationRecord,
)
from handbill.wishes import is_wish
from tests.printing import pressed_flyers, workshop_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"

_CAMPAIGN = {
    "title": "A",
    "url": "https://example.org",
    "languages": ["en"],
    "district": {"name": "B"},
}
_FACT = {"claim": "A", "figure": "1%", "as_of": "2024", "checked": "2026-11-02", "source": "s"}
_SOURCE = {"title": "A", "publisher": "B", "year": "2024", "url": "https://example.org"}


@pytest.mark.parametrize(
    ("schema", "given", "key", "allowed", "refused"),
    [
        (Settings, _CAMPAIGN, "page_budget", ["1", "1000"], ["0", "1001"]),
        (Settings, _CAMPAIGN, "languages", [["en"]], [[]]),
        (FactSettings, _FACT, "windows", ["2", "400"], ["1", "401"]),
        (FactSettings, _FACT, "as_of", ["1800", "2200"], ["1799", "2201"]),
        (FactSettings, _FACT, "sum_of", [["a", "b"]], [["a"]]),
        (
            FactSettings,
            _FACT,
            "scope",
            ["national", "state", "district", "school"],
            ["county"],
        ),
        (Source, _SOURCE, "year", ["1800", "2200"], ["1799", "2201"]),
        (Source, _SOURCE, "author", ["A", ["A"]], [[]]),
    ],
)
def test_a_value_may_be_as_small_and_as_large_as_this(
    schema: type[Schema],
    given: dict[str, Any],
    key: str,
    allowed: list[Any],
    refused: list[Any],
) -> None:
    for value in allowed:
        schema.model_validate({**given, key: value})
    for value in refused:
        with pytest.raises(ValidationError):
            schema.model_validate({**given, key: value})


@pytest.mark.parametrize("count", ["1", "1,840", "12,345,678"])
def test_a_count_may_have_commas(count: str) -> None:
    district = {"name": "B", "enrollment": count, "schools": count}
    settings = Settings.model_validate({**_CAMPAIGN, "district": district})
    assert settings.district.enrollment == int(count.replace(",", ""))
    assert settings.district.schools == settings.district.enrollment


@pytest.mark.parametrize("count", ["0", "-1", "1,84", "18,40", "1.5", "many"])
def test_another_is_no_count(count: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({**_CAMPAIGN, "district": {"name": "B", "enrollment": count}})


def test_what_is_not_written_has_these_values() -> None:
    """As docs/reference.md and the README say it."""
    settings = Settings.model_validate(_CAMPAIGN)
    assert (settings.look.colours.ink, settings.look.colours.lamp) == ("#14213D", "#FFC83D")
    assert (settings.look.paper, settings.page_budget) == ("letter", 14)
    assert settings.credential == "understanding-the-homework-gap"
    fact = FactSettings.model_validate(_FACT)
    assert (fact.scope, fact.windows, fact.order) == ("national", 30, 0)
    assert DocumentSettings.model_validate({"title": "A"}).page == "index.md"


@pytest.mark.parametrize(
    ("reviewed_by", "reviewed_on", "is_reviewed"),
    [("A", "2026-11-23", True), ("A", None, False), (None, "2026-11-23", False)],
)
def test_a_review_has_somebody_and_a_day(
    reviewed_by: str | None, reviewed_on: str | None, is_reviewed: bool
) -> None:
    given = {"reviewed_by": reviewed_by, "reviewed_on": reviewed_on}
    assert TranslationRecord.model_validate(given).is_reviewed is is_reviewed


@pytest.mark.parametrize(
    ("name", "value", "can_be_read"),
    [
        ("pages", "1", True),
        ("pages", "999", True),
        ("pages", "1000", False),
        ("pages", "", False),
        ("pages", "two", False),
        ("sizes", "14", True),
        ("sizes", "14 13.5 12", True),
        ("sizes", "14, 13", False),
        ("sizes", "14pt", False),
        ("sizes", "", False),
    ],
)
def test_a_layouts_wish_is_of_numbers(name: str, value: str, can_be_read: bool) -> None:
    assert is_wish(name, value) is can_be_read


def _side(name: str) -> str:
    return (
        f'<head><meta name="handbill-pages" content="1"><title>{name}</title></head>'
        '<body class="x">'
        f'<h1 id="top" aria-labelledby="a b">{name}</h1>'
        f'<p aria-describedby="a"><label for="a">{name}</label></p>'
        f'<a href="#top">{name}</a>'
        '<a href="page.html#top">there</a></body></html>'
    )


def test_the_anchors_of_the_back_are_its_own_and_its_links_lead_to_them() -> None:
    joined = join_sides([("en", _side("Front")), ("ar", _side("Back"))])
    assert joined == (
        '<head><meta name="handbill-pages" content="2"><title>Front · Back</title></head>'
        '<body class="x">'
        '<div class="side" lang="en" dir="ltr"><h1 id="top" aria-labelledby="a b">Front</h1>'
        '<p aria-describedby="a"><label for="a">Front</label></p>'
        '<a href="#top">Front</a><a href="page.html#top">there</a></div>'
        '<div class="side" lang="ar" dir="rtl" style="break-before: page">'
        '<h1 id="ar-top" aria-labelledby="ar-a ar-b">Back</h1>'
        '<p aria-describedby="ar-a"><label for="ar-a">Back</label></p>'
        '<a href="#ar-top">Back</a>'
        '<a href="page.html#top">there</a></div></body></html>'
    )


def test_a_layout_without_a_body_has_nothing_to_join() -> None:
    assert join_sides([("en", _side("Front")), ("es", "<p>Back</p>")]) is None


@pytest.mark.parametrize(("size", "is_told"), [(150 * 1024, False), (150 * 1024 + 1, True)])
def test_a_sheet_may_weigh_150_kb(size: int, is_told: bool) -> None:
    sheet, pressed = next(pressed_flyers(SMALL_CAMPAIGN))
    made = replace(pressed, pdf=b"%" * size)
    told = [p.message for p in proof_sheet(sheet, made, workshop_of(SMALL_CAMPAIGN))]
    assert [message.partition(";")[0] for message in told] == ["the PDF weighs 150 KB"] * is_told
