"""What a family sees first, on a phone of 360 by 640 pixels and on paper: the offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests.browsers import installed_browser, with_a_phones_typefaces
from tests.conftest import BuildSite, Site
from tests.glyphs import pieces_of

_FOLDERS = {"en": "", "es": "es/", "ar": "ar/", "zh-Hans": "zh-Hans/", "vi": "vi/"}


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Browser]:
    """A browser whose typefaces are about as wide as those of phones, in every script."""
    chromium = browser.browser_type.launch(
        executable_path=installed_browser(),
        args=["--no-sandbox", "--disable-background-networking"],
        env=with_a_phones_typefaces(tmp_path_factory.mktemp("fonts")),
    )
    yield chromium
    chromium.close()


@pytest.mark.parametrize("language", _FOLDERS)
def test_two_whole_offers_stand_on_the_first_screen_of_a_phone(
    default_site: Site, phone: Browser, language: str
) -> None:
    page = phone.new_page(viewport={"width": 360, "height": 640})
    page.goto((default_site.folder / _FOLDERS[language] / "index.html").as_uri())

    buttons = [button.bounding_box() for button in page.locator(".call .button").all()[:2]]
    languages = page.locator("header nav").bounding_box()
    page.close()

    for button in buttons:
        assert button is not None
        assert button["height"] >= 48
        assert button["y"] + button["height"] <= 640
        assert button["width"] > 290
    assert languages is not None
    assert 44 <= languages["height"] < 46


def test_each_offer_has_its_cost_beside_its_name_and_a_heading_who_listens_hears(
    default_site: Site, phone: Browser
) -> None:
    page = phone.new_page(viewport={"width": 360, "height": 640})
    page.goto((default_site.folder / "index.html").as_uri())
    offers = page.get_by_role("region", name="Get help now")
    assert offers.get_by_role("listitem").first.inner_text().split("\n")[:3] == [
        "Borrow a hotspot",
        "",
        "Free",
    ]
    name, cost = (offers.locator(f".head {part}").first.bounding_box() for part in ("h3", ".cost"))
    page.close()
    assert name is not None
    assert cost is not None
    assert abs(name["y"] + name["height"] / 2 - cost["y"] - cost["height"] / 2) < 4


_HEADLINES = {
    "en": ("Nointernetathome?", "Borrowit,free."),
    "es": ("¿Notieneinternetencasa?", "Seloprestamosgratis."),
    "zh-Hans": ("家里没有网络\uff1f", "免费借给您。"),
    "vi": ("Nhàkhôngcóinternet?", "Mượnmiễnphí."),
    "ar": ("ليسفيبيتكمإنترنت؟", "استعيروهمنامجانًا."),
}


@pytest.mark.parametrize("language", _FOLDERS)
def test_the_offer_is_the_largest_on_the_flyer_each_line_as_wide_as_the_sheet(
    default_site: Site, language: str
) -> None:
    with pikepdf.open(default_site.folder / _FOLDERS[language] / "flyer.pdf") as pdf:
        pieces = list(pieces_of(pdf.pages[0], right_to_left=language == "ar"))
    question, offer = _HEADLINES[language]
    sizes = {piece.text: piece.size for piece in pieces}
    assert sizes[offer] == max(piece.size for piece in pieces)
    assert sizes[offer] >= 1.14 * sizes[question] >= 1.14 * 40
    figure = max(piece.size for piece in pieces if piece.text not in _HEADLINES[language])
    assert {piece.text for piece in pieces if piece.size == figure} == {"2"}


def test_the_flyer_has_its_month_and_names_the_languages(default_site: Site) -> None:
    with pikepdf.open(default_site.folder / "flyer.pdf") as pdf:
        said = [piece.text for piece in pieces_of(pdf.pages[0])]
    assert "Forfamilies·November2026" in "".join(said)
    for name in ("English", "Español", "简体中文", "TiếngViệt"):
        assert name in "".join(said)
    assert any("Printsincolororonanycopier." in text for text in said)


def test_words_of_a_summary_can_be_bold_on_paper_and_on_a_page(default_site: Site) -> None:
    with pikepdf.open(default_site.folder / "flyer.pdf") as pdf:
        pieces = {piece.text: piece.font for piece in pieces_of(pdf.pages[0])}
    assert "Bold" in pieces["Youonlyneedyourchild\u2019sname."]
    assert not any("*" in text for text in pieces)


def test_a_document_can_be_kept_out_of_the_downloads(
    small_campaign: Path, build_site: BuildSite
) -> None:
    flyer = small_campaign / "content/print/flyer.md"
    flyer.with_name("loan.md").write_text(
        flyer.read_text().replace("---\n", "---\nlisted: no\n", 1)
    )
    site = build_site(small_campaign)
    assert (site.folder / "loan.pdf").exists()
    pages = "".join(page.read_text() for page in site.folder.rglob("*.html"))
    assert 'href="flyer.pdf"' in pages
    assert "loan.pdf" not in pages


@pytest.mark.parametrize("nobody", ["none", "None"])
def test_nobody_is_called_where_an_offer_says_so(
    small_campaign: Path, build_site: BuildSite, nobody: str
) -> None:
    offer = next((small_campaign / "content/help").glob("[a-z]*[!s].md"))
    text = "\n".join(
        line for line in offer.read_text().splitlines() if not line.startswith("phone:")
    )
    offer.write_text(text.replace("---\n", f"---\nphone: {nobody}\nicon: home\n", 1) + "\n")
    page = build_site(small_campaign).page("index.html")
    card = page.partition(f'id="offer-{offer.stem}"')[2].partition("</li>")[0]
    assert card
    assert "tel:" not in card
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="icon"' in card


def test_a_translation_with_a_step_more_has_no_picture_for_it(
    small_campaign: Path, build_site: BuildSite
) -> None:
    flyer = small_campaign / "content/print/flyer.md"
    steps = flyer.read_text().count("\n### ")
    icons = ", ".join(["phone", "book", "bill", "desk"][:steps])
    flyer.write_text(flyer.read_text().replace("---\n", f"---\nicons: [{icons}]\n", 1))
    spanish = flyer.with_name("flyer.es.md")
    before, heading, after = spanish.read_text().partition("\n### ")
    spanish.write_text(f"{before}\n### Otra\n\nVenga.\n{heading}{after}")
    with pikepdf.open(build_site(small_campaign).folder / "es/flyer.pdf") as pdf:
        assert "Otra" in {piece.text for piece in pieces_of(pdf.pages[0])}
