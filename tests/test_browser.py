"""The pages in a real browser: accessible, light, and working from anywhere."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conftest import AXE_RULES, DESKTOP, PHONE, WIDTHS_OF_IMAGES, BuildSite, Server, Site

PAGES = ["index.html", "help.html", "sources.html", "policy.html"]
TRANSLATED = ("es", "ar", "zh-Hans", "vi")
ALL_PAGES = [*PAGES, *(f"{language}/{page}" for language in TRANSLATED for page in PAGES)]
BOTH_DIRECTIONS = [*PAGES, *(f"ar/{page}" for page in PAGES)]
_SMALLEST_TARGET = 44


def _file(site: Site, address: str) -> str:
    return (site.folder / address).as_uri()


SHOWN_IN_EACH_WAY = [*BOTH_DIRECTIONS, *(f"{code}/index.html" for code in ("es", "zh-Hans", "vi"))]
VIEWS = [*((page, PHONE) for page in ALL_PAGES), *((page, DESKTOP) for page in SHOWN_IN_EACH_WAY)]
_COLOURS = ["color-contrast", "link-in-text-block", "target-size"]
"""Axe's rules that depend on what a dark page alone changes."""


@pytest.mark.parametrize(("address", "width"), VIEWS)
def test_axe_finds_nothing(
    default_site: Site, show: Callable[..., Page], address: str, width: int
) -> None:
    page = show(_file(default_site, address), width)

    result = Axe().run(page, options=AXE_RULES)

    assert result.response["violations"] == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("address", SHOWN_IN_EACH_WAY)
def test_axe_finds_nothing_in_the_colours_of_the_night(
    default_site: Site, show: Callable[..., Page], address: str, width: int
) -> None:
    page = show(_file(default_site, address), width, "dark")

    rules = {"runOnly": {"type": "rule", "values": _COLOURS}, "resultTypes": ["violations"]}
    result = Axe().run(page, options=rules)

    assert result.response["violations"] == []
    assert {passed["id"] for passed in result.response["passes"]} >= {"color-contrast"}


def test_the_night_changes_colours_drawings_and_the_logos_plate_alone(default_site: Site) -> None:
    """What the test by day finds of all else holds by night, too."""
    style = default_site.page("index.html").split("<style>")[1].split("</style>")[0]
    blocks = re.findall(
        r"@media \(prefers-color-scheme: dark\) \{((?:[^{}]*\{[^{}]*\})*)\s*\}", style
    )
    rules = {
        selector.strip(): sorted(re.findall(r"([\w-]+):", declarations))
        for selector, declarations in re.findall(r"([^{}]+)\{([^{}]*)\}", "".join(blocks))
    }
    assert rules == {
        ":root": ["--faint", "--ground", "--line", "--rule", "--text"],
        ".wall path:first-child": ["fill", "stroke", "stroke-width"],
        ".wall path:nth-child(2)": ["fill"],
        ".wall path:nth-child(n + 3)": ["stroke"],
        ".wall path:last-child": ["fill", "stroke", "stroke-width"],
        ".facts .block": ["background"],
        ":is(.facts, .picture) .block path": ["stroke"],
        ":is(.facts, .picture) .block path:last-child": ["fill", "stroke"],
        ".downloads img": ["filter"],
        ".logo": ["background", "padding"],
    }


def test_at_night_the_wall_has_the_colours_of_its_street(
    default_site: Site, show: Callable[..., Page]
) -> None:
    page = show(_file(default_site, "index.html"), DESKTOP)
    page.emulate_media(color_scheme="dark")

    wall, roof, lit, crosses, dark = page.evaluate(
        """[...document.querySelectorAll(".wall path")].map(path => {
            const style = getComputedStyle(path);
            return [style.fill, style.stroke];
        })"""
    )
    house, pane, _, gone = page.evaluate(
        """[...document.querySelectorAll(".street:not(.tall) path")].map(path => {
            const style = getComputedStyle(path);
            return [style.fill, style.stroke];
        })"""
    )
    assert wall[0] == house[0]
    assert lit == [pane[0], house[0]]
    assert crosses[1] == house[0]
    assert dark == gone
    assert roof[0] == wall[1] == gone[1]


def test_at_night_the_dark_windows_of_a_block_are_the_dark_ones(
    default_site: Site, show: Callable[..., Page]
) -> None:
    page = show(_file(default_site, "sources.html"), DESKTOP, "dark")

    ground, dark, lit = page.evaluate(
        """() => {
            const fills = [...document.querySelectorAll(".block:first-of-type path")]
                .map(path => getComputedStyle(path).fill);
            return [getComputedStyle(document.body).backgroundColor, fills[2], fills[0]];
        }"""
    )

    assert dark == ground
    assert lit == "rgb(255, 200, 61)"


@pytest.mark.parametrize("address", ALL_PAGES)
def test_nothing_needs_sideways_scrolling_at_400_percent(
    default_site: Site, show: Callable[..., Page], address: str
) -> None:
    """WCAG 2.2, 1.4.10: 1280 pixels at 400% are 320."""
    page = show(_file(default_site, address), 320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ALL_PAGES)
def test_what_can_be_tapped_is_large_enough(
    default_site: Site, show: Callable[..., Page], address: str
) -> None:
    """But for those in sentences, which wrap (WCAG 2.2, 2.5.8: inline)."""
    page = show(_file(default_site, address))

    small = page.evaluate(
        """least => [...document.querySelectorAll("a")]
            .filter(link => !link.closest("p:not(.reach, .own-pdf), .article li"))
            .filter(link => !link.closest(".sources, dd, .skip"))
            .map(link => [link.textContent.trim(), link.getBoundingClientRect()])
            .filter(([, box]) => box.width < least || box.height < least)
            .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
        _SMALLEST_TARGET,
    )

    assert small == []


def test_the_landing_page_and_its_style_are_one_request(
    default_site: Site, open_page: Callable[..., Page], serve: Callable[[Path], Server]
) -> None:
    server = serve(default_site.folder)

    page = open_page(f"{server.url}/index.html", DESKTOP)
    page.wait_for_load_state("networkidle")

    pictures = (".webp", ".svg", ".ico")  # those near the screen come after the page
    beside_pictures = [path for path in server.requests if not path.endswith(pictures)]
    assert beside_pictures == ["/index.html"]


@pytest.mark.parametrize("address", ALL_PAGES)
def test_a_page_arrives_in_one_round_trip(default_site: Site, address: str) -> None:
    compressed = gzip.compress((default_site.folder / address).read_bytes())

    assert len(compressed) <= 14 * 1024


@pytest.mark.parametrize("address", BOTH_DIRECTIONS)
def test_nothing_comes_from_a_third_party(
    default_site: Site,
    open_page: Callable[..., Page],
    serve: Callable[[Path], Server],
    address: str,
) -> None:
    server = serve(default_site.folder)
    asked: list[str] = []
    page = open_page("about:blank")
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{server.url}/{address}")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")

    assert asked
    assert [url for url in asked if not url.startswith(server.url)] == []


def _links_to_pages(page: Page) -> set[str]:
    links: list[str] = page.evaluate("[...document.links].map(link => link.href.split('#')[0])")
    return {link for link in links if not link.startswith(("https:", "mailto:", "tel:"))}


@pytest.mark.parametrize("way", ["file", "root", "sub-path"])
def test_every_link_and_picture_works(
    default_site: Site,
    show: Callable[..., Page],
    serve: Callable[[Path], Server],
    tmp_path: Path,
    way: str,
) -> None:
    if way == "file":
        start = default_site.folder.as_uri()
    elif way == "root":
        start = serve(default_site.folder).url
    else:
        (tmp_path / "homework-gap").symlink_to(default_site.folder)
        start = f"{serve(tmp_path).url}/homework-gap"
    page = show("about:blank", DESKTOP)
    opened: set[str] = set()
    to_open = {f"{start}/index.html"}
    while to_open:
        link = to_open.pop()
        opened.add(link)
        answer = page.goto(link)
        assert answer is not None
        assert answer.ok, link
        assert all(width > 0 for width in page.evaluate(WIDTHS_OF_IMAGES)), link
        found = _links_to_pages(page)
        assert [other for other in found if not other.startswith(start)] == [], link
        to_open |= {other for other in found if other.endswith(".html")} - opened
    assert opened == {f"{start}/{address}" for address in ALL_PAGES}


def test_the_language_switch_leads_to_the_same_page(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(_file(default_site, "help.html"))

    page.get_by_role("link", name="Español").click()

    assert page.url == _file(default_site, "es/help.html")
    assert page.evaluate("document.documentElement.lang") == "es"


def test_without_scripts_everything_is_there(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    with_scripts = open_page(_file(default_site, "index.html"))
    without = open_page(_file(default_site, "index.html"), java_script_enabled=False)

    assert without.inner_text("body") == with_scripts.inner_text("body")
    scripts = re.findall("<script[^>]*>", default_site.page("index.html"))
    assert scripts == ['<script type="application/ld+json">']  # for search engines; nothing runs


def test_help_is_in_sight_without_scrolling_on_a_phone(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(_file(default_site, "index.html"))

    call = page.get_by_role("link", name="Call 555-0142").first.bounding_box()

    assert call is not None
    assert call["y"] + call["height"] < 640


def test_the_keyboard_reaches_the_text_first(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(_file(default_site, "index.html"))

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    assert page.get_by_role("link", name="Skip to the text").is_visible()


@pytest.mark.parametrize("address", BOTH_DIRECTIONS)
def test_the_browser_understands_every_declaration(
    default_site: Site, show: Callable[..., Page], address: str
) -> None:
    """Chromium drops declarations that it does not know; as many must remain as were written."""
    page = show(_file(default_site, address))
    style = default_site.page(address).split("<style>")[1].split("</style>")[0]
    style = re.sub(r"@counter-style[^{]*\{[^}]*\}", "", style)  # descriptors: tried below

    unknown = page.evaluate(
        r"""style => {
            const bodies = style.replace(/\/\*[^]*?\*\//g, "").match(/\{[^{}]*\}/g);
            return bodies.flatMap(body => body.slice(1, -1).split(";"))
                .map(declaration => declaration.trim())
                .filter(declaration => declaration && !declaration.startsWith("--"))
                .filter(declaration => !declaration.startsWith("text-size-adjust"))
                .filter(declaration => !CSS.supports(`(${declaration})`));
        }""",
        style,
    )

    assert unknown == []


@pytest.mark.parametrize("address", ["policy.html", "ar/policy.html"])
def test_paragraphs_of_a_policy_are_numbered_in_their_articles(
    default_site: Site, open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(_file(default_site, address))

    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    markers = [n for n in tree["nodes"] if n["role"]["value"] == "ListMarker"]
    numbers = [n["name"]["value"].strip() for n in markers if "name" in n]
    numbers = [number for number in numbers if re.fullmatch(r"[1-8]\.\d", number)]

    counts = {1: 3, 2: 5, 3: 5, 4: 5, 5: 5, 6: 4, 7: 5, 8: 3}
    assert numbers == [
        f"{article}.{n}" for article in counts for n in range(1, counts[article] + 1)
    ]


def test_forced_colours_keep_the_buttons_borders(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(_file(default_site, "index.html"), forced_colors="active")

    border = page.evaluate(
        """() => {
            const style = getComputedStyle(document.querySelector(".button"));
            return [style.borderTopStyle, style.borderTopColor, style.backgroundColor];
        }"""
    )

    assert border[0] == "solid"
    assert border[1] != border[2], "a border in the colour of its ground is none"


@pytest.mark.parametrize("address", BOTH_DIRECTIONS)
def test_paper_gets_nothing_that_only_a_screen_can_use(
    default_site: Site, show: Callable[..., Page], address: str
) -> None:
    page = show(_file(default_site, address))
    headings = page.locator("main h2:visible").count()

    page.emulate_media(media="print")

    for useless in (".top nav", ".skip", ".buttons", ".downloads", ".own-pdf", "footer nav"):
        for element in page.locator(useless).all():
            assert not element.is_visible(), useless
    assert page.locator("h1").is_visible()
    assert (
        page.locator("main h2:visible").count()
        == headings - page.locator("main > section:has(.downloads)").count()
    )


@pytest.mark.parametrize("address", ["index.html", "ar/index.html"])
def test_on_paper_lit_windows_are_outlines_and_dark_ones_are_solid(
    default_site: Site, show: Callable[..., Page], address: str
) -> None:
    page = show(_file(default_site, address), DESKTOP)

    page.emulate_media(media="print")

    walls, lit, crosses, dark = page.evaluate(
        """[...document.querySelectorAll(".street path")].filter(
            path => path.checkVisibility()
        ).map(path => {
            const style = getComputedStyle(path);
            return [style.fill, style.stroke];
        })"""
    )
    black = "rgb(0, 0, 0)"
    assert [walls, lit, crosses] == [["none", black]] * 3
    assert dark[0] == black


def test_a_source_with_a_long_address_needs_no_sideways_scrolling(
    build_site: BuildSite, small_campaign: Path, open_page: Callable[..., Page]
) -> None:
    sources = small_campaign / "content" / "sources.yaml"
    long = f"https://www.epa.gov/radon/guide/{'of-the-agency-' * 12}2016"
    sources.write_text(
        sources.read_text("utf-8").replace("https://www.epa.gov/radon/guide", long), "utf-8"
    )

    page = open_page(_file(build_site(small_campaign), "index.html"), width=320)

    assert page.get_by_text(long).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_way_past_the_menu_is_seen_when_the_keyboard_reaches_it(
    default_site: Site, show: Callable[..., Page]
) -> None:
    page = show(_file(default_site, "index.html"))
    skip = page.locator(".skip")
    assert "inset" in skip.evaluate("element => getComputedStyle(element).clipPath")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert skip.evaluate("element => getComputedStyle(element).clipPath") == "none"
    box = skip.bounding_box()
    assert box is not None
    assert box["height"] >= _SMALLEST_TARGET
