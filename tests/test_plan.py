"""Which artifacts there are, and which of them stands for a document in a language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbill.plan import Kind, Plan
from handbill.references import Target, understand
from tests.printing import workshop_of

LANGUAGES = Path(__file__).parent / "golden" / "languages" / "campaign"
_PAGE = "content/pages/bus.md"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """In English, Arabic and Vietnamese, with a page that is not in English."""
    folder = Path(shutil.copytree(LANGUAGES, tmp_path / "campaign"))
    (folder / _PAGE).write_text("---\ntitle: The bus\nlanguages: [ar, vi]\n---\n", "utf-8")
    return folder


def _planned(folder: Path) -> Plan:
    return workshop_of(folder).plan


@pytest.mark.parametrize(
    ("language", "address"),
    [("ar", "ar/bus.html"), ("vi", "vi/bus.html"), ("en", "ar/bus.html")],
)
def test_a_document_that_lacks_a_language_is_shown_in_its_first_one(
    campaign: Path, language: str, address: str
) -> None:
    found = _planned(campaign).of_document(_PAGE, language)
    assert found is not None
    assert found.address == address


@pytest.mark.parametrize(
    ("language", "address"), [("ar", "ar/bus.html"), ("vi", "vi/bus.html"), ("en", "index.html")]
)
def test_the_nearest_page_is_the_same_or_the_landing_page(
    campaign: Path, language: str, address: str
) -> None:
    planned = _planned(campaign)
    page = planned.find(Kind.PAGE, "bus", "ar")
    assert page is not None
    nearest = planned.nearest(page, language)
    assert nearest is not None
    assert nearest.address == address


def test_a_page_without_words_of_a_language_is_no_alternate(campaign: Path) -> None:
    planned = _planned(campaign)
    landing, bus, why = (planned.find(Kind.PAGE, name, "ar") for name in ("index", "bus", "why"))
    assert landing is not None
    assert bus is not None
    assert why is not None
    assert [(code, other.address) for code, other in planned.alternates(landing)] == [
        ("en", "index.html"),
        ("ar", "ar/index.html"),
        ("vi", "vi/index.html"),
        ("x-default", "index.html"),
    ]
    assert planned.alternates(bus) == planned.alternates(why) == ()


def test_of_nothing_there_is_nothing(campaign: Path) -> None:
    planned = _planned(campaign)
    assert planned.of_document("content/pages/nothing.md", "en") is None
    assert planned.find(Kind.PRINT, "bus", "ar") is None


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://example.org", Target.OUTSIDE),
        ("HTTP://example.org", Target.OUTSIDE),
        ("mailto:a@example.org", Target.OUTSIDE),
        ("tel:5550150", Target.OUTSIDE),
        ("sms:5550150", Target.OUTSIDE),
        ("ftp://example.org", Target.FORBIDDEN),
        ("//example.org", Target.FORBIDDEN),
        ("javascript:alert(1)", Target.FORBIDDEN),
        ("data:text/html,x", Target.FORBIDDEN),
        ("#top", Target.ANCHOR),
        ("bus.md", Target.DOCUMENT),
        ("bus.md#top", Target.DOCUMENT),
        ("./bus.md", Target.DOCUMENT),
        ("../pages/bus.md", Target.DOCUMENT),
        ("content/pages/bus.md", Target.DOCUMENT),
        ("teeth.md", Target.DOCUMENT),
        ("assets/drop.svg", Target.ASSET),
        ("../../assets/drop.svg", Target.ASSET),
        ("bus.html", Target.MISSING),
        ("drop.svg", Target.MISSING),
    ],
)
def test_what_a_link_leads_to(campaign: Path, href: str, target: Target) -> None:
    reference = understand(href, "content/pages/index.md", workshop_of(campaign).campaign)
    assert reference.target is target
    assert reference.anchor == href.partition("#")[2]
