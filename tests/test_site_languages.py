"""The site in several languages: its switch, its sitemap, and sheets with two sides."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
import tinyhtml5
import zxingcpp
from playwright.sync_api import Browser

from handbill.pipeline import build
from handbill.progress import Silence
from tests.conftest import TODAY, Site, copy_default_campaign
from tests.glyphs import pieces_of
from tests.html_checker import HtmlChecker
from tests.printing import rendered_sheets
from tests.test_problems import copy_base

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
URL = "https://example.org/homework-gap/"
NAMES = {
    "en": "English",
    "es": "Español",
    "ar": "العربية",
    "zh-Hans": "简体中文",
    "vi": "Tiếng Việt",
}


def _address(language: str, page: str = "") -> str:
    return f"{URL}{page}" if language == "en" else f"{URL}{language}/{page}"


def test_the_sitemap_names_each_page_in_every_language(default_site: Site) -> None:
    root = ElementTree.fromstring((default_site.folder / "sitemap.xml").read_text("utf-8"))
    assert root.tag == f"{_SITEMAP}urlset"
    pages = ("", "help.html", "sources.html", "policy.html")
    expected = {
        _address(language, page): {
            **{code: _address(code, page) for code in NAMES},
            "x-default": _address("en", page),
        }
        for page in pages
        for language in NAMES
    }
    found = {
        str(entry.findtext(f"{_SITEMAP}loc")): {
            link.get("hreflang"): link.get("href") for link in entry.iter(f"{_XHTML}link")
        }
        for entry in root
    }
    assert found == expected


@pytest.mark.parametrize("language", NAMES)
def test_a_page_names_itself_in_every_language(default_site: Site, language: str) -> None:
    address = "help.html" if language == "en" else f"{language}/help.html"
    head = tinyhtml5.parse(default_site.page(address))[0]
    links = [dict(link.items()) for link in head.iter(f"{_XHTML}link")]
    assert [link["href"] for link in links if link["rel"] == "canonical"] == [
        _address(language, "help.html")
    ]
    assert {link["hreflang"]: link["href"] for link in links if link["rel"] == "alternate"} == {
        **{code: _address(code, "help.html") for code in NAMES},
        "x-default": _address("en", "help.html"),
    }


def test_the_switch_shows_each_language_in_its_own_name(
    default_site: Site, browser: Browser
) -> None:
    page = browser.new_page()
    for language, name in NAMES.items():
        page.goto((default_site.folder / "sources.html").as_uri())
        link = page.locator("header nav a").get_by_text(name, exact=True)
        assert link.get_attribute("lang") == language
        link.click()
        folder = "" if language == "en" else f"{language}/"
        assert page.url == (default_site.folder / folder / "sources.html").as_uri()
        assert page.locator("[aria-current]").first.inner_text() == name
    page.close()


@pytest.fixture
def english_page(tmp_path: Path) -> Path:
    """A campaign in two languages with a page that comes in English alone."""
    campaign = copy_base(tmp_path)
    (campaign / "content/pages/board.md").write_text(
        "---\ntitle: What the board decided\nlanguages: [en]\n---\nIt agreed.\n", "utf-8"
    )
    index = campaign / "content/pages/index.es.md"
    index.write_text(f"{index.read_text('utf-8')}\n[La decisión](board.md)\n", "utf-8")
    build(campaign, TODAY, Silence())
    return campaign / "output/site"


def test_from_a_page_that_a_language_lacks_the_switch_leads_to_its_landing_page(
    english_page: Path, browser: Browser
) -> None:
    assert not (english_page / "es/board.html").exists()
    page = browser.new_page()
    page.goto((english_page / "board.html").as_uri())
    page.get_by_role("link", name="Español").click()
    assert page.url == (english_page / "es/index.html").as_uri()
    page.get_by_role("link", name="La decisión").click()
    assert page.url == (english_page / "board.html").as_uri()
    page.close()


def test_such_a_page_has_no_alternates(english_page: Path) -> None:
    assert 'rel="alternate"' not in (english_page / "board.html").read_text("utf-8")
    sitemap = ElementTree.fromstring((english_page / "sitemap.xml").read_text("utf-8"))
    (entry,) = [e for e in sitemap if "board" in str(e.findtext(f"{_SITEMAP}loc"))]
    assert list(entry.iter(f"{_XHTML}link")) == []


@pytest.fixture(scope="module")
def two_sides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default campaign with a flyer that has English on its front and Arabic on its back."""
    campaign = copy_default_campaign(tmp_path_factory.mktemp("two-sides"))
    prints = campaign / "content/print"
    for name in ("", ".ar"):
        text = (prints / f"flyer{name}.md").read_text("utf-8")
        own = text.replace("leading_fact", "languages: [en, ar]\nleading_fact")
        (prints / f"both{name}.md").write_text(own, "utf-8")
    build(campaign, TODAY, Silence())
    return campaign


def test_a_bilingual_flyer_has_a_language_on_each_side_of_one_sheet(
    two_sides: Path, html_checker: HtmlChecker
) -> None:
    pdf = (two_sides / "output/site/both.pdf").read_bytes()
    for language in NAMES:
        assert not (two_sides / f"output/site/{language}/both.pdf").exists()
    (sheet,) = [s for s in rendered_sheets(two_sides) if s.artifact.document.id == "both"]
    assert html_checker.errors(sheet.html.encode()) == []
    alone = {s.artifact.language: s for s in rendered_sheets(two_sides, "flyer")}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 2
        assert str(document.Root.Lang) == "en"
        for number, language in enumerate(("en", "ar")):
            page = document.pages[number]
            pieces = list(pieces_of(page, right_to_left=language == "ar"))
            title = alone[language].artifact.document.words("title", language)
            assert title is not None
            said = "".join(piece.text for piece in pieces)
            assert "".join(title.text.split()) in said
            other = {"en": "العربيةعلىالوجهالآخر", "ar": "Englishontheotherside"}[language]
            assert other in said
            elements = document.Root.StructTreeRoot.ParentTree.Nums[2 * number + 1]
            headline = next(piece for piece in pieces if piece.size > 30)
            assert "".join(title.text.split()).startswith(headline.text)
            own = elements[headline.mark].get("/Lang", document.Root.Lang)
            assert str(own) == language
    with pypdfium2.PdfDocument(pdf) as opened:
        codes = [
            [code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]
            for page in opened
        ]
    assert codes == [[URL], [f"{URL}ar/"]]


def test_no_anchor_stands_on_both_sides(two_sides: Path) -> None:
    (sheet,) = [s for s in rendered_sheets(two_sides) if s.artifact.document.id == "both"]
    anchors = [e.get("id") for e in tinyhtml5.parse(sheet.html).iter() if e.get("id")]
    assert anchors == ["source-1", "ar-source-1"]


def test_pages_offer_it_under_both_names(two_sides: Path) -> None:
    page = (two_sides / "output/site/ar/index.html").read_text("utf-8")
    offered = page.partition('href="../both.pdf"')[2].partition("</a>")[0]
    assert "ليس في بيتكم إنترنت؟" in offered
    assert '<span lang="en" dir="ltr">English</span> · العربية' in offered
    block = (two_sides / "output/site/embed/ar.html").read_text("utf-8")
    assert "both.pdf" in block
    spanish = (two_sides / "output/site/es/index.html").read_text("utf-8")
    offered = spanish.partition('href="../both.pdf"')[2].partition("</a>")[0]
    assert '<span lang="en" dir="ltr">No internet at home?' in offered
