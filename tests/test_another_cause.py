"""Summer meals: a campaign of another cause, in two directions, that uses what there is to say."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page

from handbill.vocabulary import Vocabulary
from tests.conftest import AXE_RULES, BuildSite, Site
from tests.printing import workshop_of

CAMPAIGN = Path(__file__).parent / "summer-meals"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> Site:
    return build_site(Path(shutil.copytree(CAMPAIGN, tmp_path_factory.mktemp("meals") / "c")))


def _text(site: Site, address: str) -> str:
    with pypdfium2.PdfDocument(site.folder / address) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


Show = Callable[..., Page]


def _words(page: Page) -> str:
    return " ".join(page.inner_text("main").split())


@pytest.mark.parametrize("address", ["index.html", "ar/index.html", "rules.html", "ar/rules.html"])
def test_axe_finds_nothing(site: Site, address: str, show: Show) -> None:
    page = show((site.folder / address).as_uri(), 1280)
    assert Axe().run(page, options=AXE_RULES).response["violations"] == []


def test_words_lead_where_a_figure_would(site: Site, show: Show) -> None:
    page = show((site.folder / "index.html").as_uri(), 1280)
    assert page.inner_text(".leading .figure") == "Free"
    assert page.inner_text(".leading .words") == "for everyone under\u00a019"
    page = show((site.folder / "ar/index.html").as_uri(), 1280)
    assert page.inner_text(".leading .figure") == "مجانًا"
    assert "Free for everyone under 19" in _text(site, "flyer.pdf")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("", "10 blocks, 3 of them dark. Each block is one student. The dark ones ate with us."),
        (
            "ar/",
            "عدد المربّعات 10، والمظلمة منها 3. كل مربّع هو طالب واحد. المظلمة هي من أكلوا معنا.",
        ),
    ],
)
def test_what_is_not_about_homes_is_drawn_in_blocks(
    site: Site, folder: str, said: str, show: Show
) -> None:
    page = show((site.folder / f"{folder}rules.html").as_uri(), 1280)
    assert page.locator("svg.street, svg.wall").count() == 0
    drawing = page.locator(".leading svg.block")
    assert drawing.locator("title").text_content() == said
    assert drawing.locator("path").nth(1).get_attribute("d") == ""  # no panes


def test_what_the_district_says_of_itself_is_told_as_its_own_with_its_day(
    site: Site, show: Show
) -> None:
    page = show((site.folder / "index.html").as_uri(), 1280)
    said = _words(page)
    assert "We serve meals on 45 days this summer." in said
    assert "The last meal is on August 6, 2027." in said
    assert "A lunch for an adult costs $4.75." in said
    assert "Cedar Run School District. Its own figure. Checked November 20, 2026." in said
    assert page.locator("ol.sources > li").count() == 1
    page = show((site.folder / "ar/index.html").as_uri(), 1280)
    said = _words(page)
    assert "رقم من المنطقة التعليمية نفسها. راجعناه في 20 نوفمبر 2026." in said
    assert "6 أغسطس 2027" in said
    assert "Its own figure. Checked November 20, 2026." in _text(site, "prices.pdf")


def test_columns_of_her_own_stand_in_the_table_under_their_names(site: Site, show: Show) -> None:
    page = show((site.folder / "index.html").as_uri(), 1280)
    heads = page.locator(".places th[scope=col]").all_inner_texts()
    assert heads == ["Place", "Address", "Hours", "Meals", "Where to park", "Phone"]
    row = page.locator(".places tbody tr").first.locator("td").all_inner_texts()
    assert row[2:4] == ["Breakfast and lunch", "Behind the gym"]
    page = show((site.folder / "ar/index.html").as_uri(), 1280)
    heads = page.locator(".places th[scope=col]").all_inner_texts()
    assert heads[3:5] == ["الوجبات", "موقف السيارات"]
    row = page.locator(".places tbody tr").first.locator("td").all_inner_texts()
    assert row[2:4] == ["فطور وغداء", "خلف الصالة الرياضية"]


def test_on_a_phone_each_of_them_is_named_on_its_card(site: Site, show: Show) -> None:
    page = show((site.folder / "index.html").as_uri(), 360)
    label = "element => getComputedStyle(element, '::before').content"
    detail = page.locator(".places .detail").nth(1)
    assert detail.evaluate(label).startswith('"Where to park: "')
    empty = page.locator(".places .detail").nth(3)
    assert empty.inner_text() == ""
    assert not empty.is_visible()


def test_the_first_button_writes_and_the_other_leads_to_her_own_form(
    site: Site, show: Show
) -> None:
    page = show((site.folder / "index.html").as_uri(), 1280)
    buttons = page.locator(".buttons a")
    leads = [button.get_attribute("href") for button in buttons.all()]
    assert leads == ["mailto:meals@example.org", "https://example.org/serve-with-us"]


def test_the_code_on_the_flyer_opens_her_own_form(site: Site) -> None:
    with pypdfium2.PdfDocument(site.folder / "flyer.pdf") as document:
        picture = document[0].render(scale=3).to_pil()
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(_png(picture))))
    assert [code.text for code in found] == ["https://example.org/serve-with-us"]


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def test_a_sheet_that_is_not_listed_is_made_and_not_listed(site: Site) -> None:
    assert (site.folder / "prices.pdf").exists()
    assert 'href="prices.pdf"' not in site.page("index.html")
    assert 'href="flyer.pdf"' in site.page("index.html")


def test_an_offer_without_a_telephone_has_no_button(site: Site, show: Show) -> None:
    page = show((site.folder / "index.html").as_uri(), 1280)
    cards = page.locator(".cards > li")
    assert cards.nth(0).locator("a[href^='tel:']").count() == 0
    assert cards.nth(1).locator("a[href^='tel:']").count() == 1


@pytest.mark.parametrize("address", ["index.html", "ar/index.html", "rules.html", "ar/rules.html"])
def test_what_is_set_apart_stands_at_the_side_where_reading_begins(
    site: Site, address: str, show: Show
) -> None:
    page = show((site.folder / address).as_uri(), 1280)
    side = "Right" if address.startswith("ar/") else "Left"
    bar = f"element => getComputedStyle(element).border{side}Width"
    assert float(page.locator(".quotation").evaluate(bar)[:-2]) > 5
    steps = [step.bounding_box() for step in page.locator(".pictured > li").all()]
    lefts = [box["x"] for box in steps if box]
    assert lefts == sorted(lefts, reverse=address.startswith("ar/"))
    assert len(set(lefts)) == 3


def test_whom_one_fact_of_many_counts_is_not_said_of_all_of_its_source() -> None:
    workshop = workshop_of(CAMPAIGN)
    (source,) = Vocabulary(workshop.campaign, "en", workshop.words["en"]).facts.by_source()
    assert [str(fact.of) for fact in source.facts if fact.of] == ["students"]
    assert len(source.facts) == 4
    assert source.of is None


@pytest.mark.parametrize("language", ["", "ar/"])
def test_a_policy_has_them_on_paper_in_their_order(site: Site, language: str) -> None:
    said = _text(site, f"{language}rules.pdf")
    if not language:
        for words in (
            "Nobody is sent away.",
            "1. Doors open",
            "3. Boxes are given",
            "— The head of",
        ):
            assert words in said, words
    assert re.search(r"\$2\.50.*\$4\.75", said)
