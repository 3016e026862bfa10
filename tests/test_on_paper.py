"""A page as a browser prints it: full sheets, its address, and a code that leads back to it."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browsers import installed_browser, with_a_phones_typefaces
from tests.conftest import Site

URL = "https://example.org/homework-gap/"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A window whose typefaces are about as wide as those of families, in every script."""
    chromium = browser.browser_type.launch(
        executable_path=installed_browser(),
        args=["--no-sandbox", "--disable-background-networking"],
        env=with_a_phones_typefaces(tmp_path_factory.mktemp("fonts")),
    )
    yield chromium.new_page()
    chromium.close()


def _sheets(page: Page) -> list[Image.Image]:
    printed = page.pdf(format="Letter", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as document:
        return [sheet.render(scale=2).to_pil().convert("L") for sheet in document]


def _filled(sheet: Image.Image) -> float:
    ink = sheet.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    return ink[3] / sheet.height if ink else 0


@pytest.mark.parametrize("folder", ["", "es/", "ar/", "zh-Hans/", "vi/"])
def test_the_landing_page_fills_two_sheets_and_leads_back_to_itself(
    default_site: Site, page: Page, folder: str
) -> None:
    page.goto((default_site.folder / f"{folder}index.html").as_uri())
    assert not page.locator(".on-paper").is_visible()
    first, last = _sheets(page)
    assert _filled(first) > 0.85
    assert _filled(last) > 0.5
    assert [code.text for code in zxingcpp.read_barcodes(last)] == [f"{URL}{folder}"]
