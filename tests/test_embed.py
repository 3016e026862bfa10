"""The block for pages of other sites keeps its look and its accessibility among foreign styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from handbill.render.block import with_style_in_attributes
from tests.conftest import AXE_RULES, DESKTOP, PHONE, Server, Site

LANGUAGES = ["en", "es", "ar", "zh-Hans", "vi"]
_NEUTRAL = ""
_HOSTILE = """
#site #page * {
  color: #f0f !important; background: #ff0 !important; border: 9px dotted lime !important;
  font: italic 900 40px/3 cursive !important; letter-spacing: 9px !important;
  text-transform: uppercase !important; text-align: justify !important; text-indent: 3em !important;
  display: inline !important; float: right !important; position: absolute !important;
  margin: 40px !important; padding: 40px !important; width: 90px !important; height: 5px !important;
  opacity: .3 !important; visibility: hidden !important; overflow: hidden !important;
  transform: rotate(7deg) !important; filter: blur(3px) !important; direction: rtl !important;
  list-style: square !important; box-shadow: 0 0 9px red !important; outline: none !important;
  text-decoration: line-through !important; white-space: pre !important; z-index: -1 !important;
  animation: spin 1s infinite !important; columns: 3 !important; all: initial !important;
}
#site #page *::before, #site #page *::after { content: "TAKEN" !important; color: red !important; }
#site #page a:focus, #site #page a:focus-visible { outline: 0 none !important; }
#site .phone, #site .button, #site .night, #site .street, #site svg { display: none !important; }
@keyframes spin { to { transform: rotate(1turn) } }
"""


def _foreign_page(folder: Path, name: str, style: str, *blocks: str) -> str:
    """A page of another site, with blocks pasted into it; its address on the disk."""
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>District</title>'
        f"<style>{style}</style></head><body id='site'><main><h1>Our district</h1>"
        f"<div id='page' style='width: 34rem; max-width: 100%'>{''.join(blocks)}</div>"
        "</main></body></html>"
    )
    (folder / name).write_text(page, "utf-8")
    return (folder / name).as_uri()


def _block(site: Site, language: str) -> str:
    return site.page(f"embed/{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_the_flyer_in_its_own_language_alone(default_site: Site, language: str) -> None:
    found = re.findall(r'href="([^"]*\.pdf)"', _block(default_site, language))

    folder = "" if language == "en" else f"{language}/"
    assert found == [f"https://example.org/homework-gap/{folder}flyer.pdf"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_looks_the_same_among_hostile_styles(
    default_site: Site, open_page: Callable[..., Page], tmp_path: Path, language: str
) -> None:
    block = _block(default_site, language)
    neutral = open_page(_foreign_page(tmp_path, "neutral.html", _NEUTRAL, block), DESKTOP)
    hostile = open_page(_foreign_page(tmp_path, "hostile.html", _HOSTILE, block), DESKTOP)

    at_home = neutral.locator(".handbill-block").screenshot()
    abroad = hostile.locator(".handbill-block").screenshot()

    assert abroad == at_home


@pytest.mark.parametrize(
    ("language", "width"),
    [*((language, PHONE) for language in LANGUAGES), ("en", DESKTOP), ("ar", DESKTOP)],
)
def test_axe_finds_nothing_among_hostile_styles(
    default_site: Site, open_page: Callable[..., Page], tmp_path: Path, language: str, width: int
) -> None:
    address = _foreign_page(tmp_path, "page.html", _HOSTILE, _block(default_site, language))

    result = Axe().run(open_page(address, width), options=AXE_RULES)

    assert result.response["violations"] == []


def test_focus_can_be_seen_among_hostile_styles(
    default_site: Site, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(_foreign_page(tmp_path, "page.html", _HOSTILE, _block(default_site, "en")))

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "555-0142"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "auto"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_no_script_no_id_and_nothing_to_fetch(default_site: Site, language: str) -> None:
    block = _block(default_site, language)

    assert not re.search(r"<(?:script|link|iframe|object|form)\b|\bid=|\son\w+=", block)
    assert re.findall(r'\bsrc="(?!data:)', block) == []
    assert re.findall(r'href="(?!https:|tel:|mailto:)[^"]*"', block) == []
    assert block.startswith('<section class="handbill-block"')
    assert block.endswith("</section>\n")


def test_two_languages_stand_on_one_page(
    default_site: Site, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    blocks = [_block(default_site, language) for language in ("en", "ar")]
    page = open_page(_foreign_page(tmp_path, "page.html", _HOSTILE, *blocks), DESKTOP)

    assert Axe().run(page, options=AXE_RULES).response["violations"] == []
    assert page.locator(".handbill-block").nth(1).evaluate(
        "e => getComputedStyle(e).direction"
    ) == ("rtl")


def test_its_links_lead_to_the_campaigns_site(default_site: Site) -> None:
    block = _block(default_site, "es")

    assert 'href="https://example.org/homework-gap/es/help.html"' in block
    assert 'href="https://example.org/homework-gap/es/flyer.pdf"' in block


def test_in_an_iframe_its_links_leave_the_frame(
    default_site: Site,
    open_page: Callable[..., Page],
    serve: Callable[[Path], Server],
    tmp_path: Path,
) -> None:
    source = f"{serve(default_site.folder).url}/embed/en.html"
    frame = f'<iframe src="{source}" title="The homework gap" width="100%" height="900"></iframe>'
    page = open_page(_foreign_page(tmp_path, "page.html", _NEUTRAL, frame), DESKTOP)
    inside = page.frame_locator("iframe")
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if request.is_navigation_request() else None,
    )

    assert Axe().run(page, options=AXE_RULES).response["violations"] == []
    assert inside.locator("h2").is_visible()
    inside.get_by_role("link", name="See all help").click()
    page.wait_for_timeout(300)

    assert asked == ["https://example.org/homework-gap/help.html"]
    assert len(page.frames) == 1  # the page itself went, not the frame in it


def test_a_style_sheet_of_another_site_is_not_fetched(
    serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    elsewhere = serve(tmp_path)
    link = f'<link rel="stylesheet" href="{elsewhere.url}/style.css">'
    with_style_in_attributes(f"<html><head>{link}</head><body><p>Words</p></body></html>")
    assert elsewhere.requests == []
