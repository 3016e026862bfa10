"""What a published page carries in its head, and the files beside it that others look for."""

from __future__ import annotations

import functools
import http.server
import io
import json
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
import tinyhtml5
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, Request

from handbill.pipeline import build
from handbill.progress import Silence
from tests.conftest import AXE_RULES, DESKTOP, PHONE, TODAY, WIDTHS_OF_IMAGES, Server, Site

FOLDERS = {"en": "", "es": "es/", "ar": "ar/", "zh-Hans": "zh-Hans/", "vi": "vi/"}
OPEN_GRAPH = {"en": "en_US", "es": "es_US", "ar": "ar_EG", "zh-Hans": "zh_CN", "vi": "vi_VN"}
"""CLDR's likely territory of each language, where it does not have it for the United States."""
DARK_WINDOWS = {
    "en": "30 windows, 2 of them dark.",
    "es": "30 ventanas; oscuras: 2.",
    "ar": "عدد النوافذ 30، والمظلمة منها 2.",
    "zh-Hans": "一共 30 扇窗，其中 2 扇没亮灯。",  # noqa: RUF001 - a Chinese comma
    "vi": "30 ô cửa sổ, trong đó có 2 ô tối.",
}
URL = "https://example.org/homework-gap/"
INK, LAMP = (0x14, 0x21, 0x3D), (0xFF, 0xC8, 0x3D)
OTHERS = ["404.html", "embed/en.html", "embed/ar.html"]


def _head(site: Site, address: str) -> dict[str, str]:
    """The content of a page's meta elements, by their names or properties."""
    tree = tinyhtml5.parse(site.page(address))
    metas = (e.attrib for e in tree.iter() if str(e.tag).endswith("}meta"))
    keys = ("name", "property", "http-equiv")
    return {meta[key]: meta["content"] for meta in metas for key in keys if key in meta}


@pytest.mark.parametrize("language", FOLDERS)
def test_a_link_to_a_page_has_words_and_a_picture_in_its_language(
    default_site: Site, language: str
) -> None:
    folder = FOLDERS[language]
    head = _head(default_site, f"{folder}index.html")

    assert head["og:url"] == f"{URL}{folder}"
    assert head["og:locale"] == OPEN_GRAPH[language]
    assert head["og:image"] == f"{URL}{folder}card.png"
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    assert head["og:description"] == head["description"]
    assert head["og:title"] in head["og:image:alt"]
    assert DARK_WINDOWS[language] in head["og:image:alt"]


def test_the_words_of_a_link_are_the_leaders_own(default_site: Site) -> None:
    head = _head(default_site, "es/index.html")

    assert head["og:title"] == "¿No tiene internet en casa? Se lo prestamos gratis."
    assert head["og:site_name"] == "La brecha de las tareas en Maple Hollow"


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_the_card_is_windows_at_night(default_site: Site, folder: str) -> None:
    with Image.open(default_site.folder / f"{folder}card.png") as card:
        assert (card.format, card.size) == ("PNG", (1200, 630))
        found = card.convert("RGB").getcolors(1 << 24) or []
        colours = {colour: count for count, colour in found}

    assert max(colours, key=lambda colour: colours[colour]) == INK
    assert colours[LAMP] > 150_000  # a strip of 1200 by 126 pixels, and the windows


def test_search_engines_are_told_what_a_page_is_and_whose(default_site: Site) -> None:
    page = default_site.page("ar/help.html")
    text = page.split('<script type="application/ld+json">')[1].split("</script>")[0]

    data = json.loads(text)

    assert data["@type"] == "WebPage"
    assert data["inLanguage"] == "ar"
    assert data["url"] == f"{URL}ar/help.html"
    assert data["publisher"]["telephone"] == "555-0142"
    assert data["publisher"]["name"] in page.split("</script>")[1]


def test_robots_may_read_everything_and_are_led_to_the_sitemap(default_site: Site) -> None:
    assert default_site.page("robots.txt") == (
        f"User-agent: *\nAllow: /\nSitemap: {URL}sitemap.xml\n"
    )


@pytest.mark.parametrize("address", ["index.html", "ar/policy.html", "help.html", *OTHERS])
def test_the_policy_stops_nothing_that_the_page_holds(
    default_site: Site, open_page: Callable[..., Page], address: str
) -> None:
    said: list[str] = []
    page = open_page("about:blank", DESKTOP)
    page.on("console", lambda message: said.append(message.text))

    page.goto((default_site.folder / address).as_uri())

    widths = page.evaluate(WIDTHS_OF_IMAGES)
    assert bool(widths) == (address != "404.html"), "it alone has no picture"
    assert all(width > 0 for width in widths)
    assert said == []


def test_the_policy_stops_what_somebody_adds(
    default_site: Site,
    open_page: Callable[..., Page],
    serve: Callable[[Path], Server],
    tmp_path: Path,
) -> None:
    elsewhere = serve(tmp_path)
    added = (
        "<style>main { display: none }</style><script>document.title = 'taken'</script>"
        f'<img src="{elsewhere.url}/spy.png" alt=""></body>'
    )
    page = default_site.page("index.html").replace("</body>", added)
    (tmp_path / "changed.html").write_text(page, "utf-8")

    opened = open_page((tmp_path / "changed.html").as_uri())

    assert opened.title() == "No internet at home? Borrow it, free. · " + (
        "Maple Hollow School District"
    )
    assert opened.locator("main").is_visible()
    assert elsewhere.requests == []


def test_a_layouts_own_styles_scripts_and_sounds_are_allowed(
    small_campaign: Path, open_page: Callable[..., Page]
) -> None:
    (small_campaign / "layouts").mkdir()
    (small_campaign / "layouts" / "own.html").write_text(
        '{% extends "page.html" %}{% block before %}'
        '<p id="own" style="color: rgb(1, 2, 3)">Own</p>'
        '<script>document.getElementById("own").textContent = "Ran"</script>{% endblock %}',
        "utf-8",
    )
    (small_campaign / "content" / "pages" / "own.md").write_text(
        "---\ntitle: Our own page\nlayout: own\nlanguages: [en]\n---\n\n"
        "| a | b |\n|---|--:|\n| 1 | 2 |\n",
        "utf-8",
    )
    build(small_campaign, TODAY, Silence())

    page = open_page((small_campaign / "output" / "site" / "own.html").as_uri())

    assert page.inner_text("#own") == "Ran"
    assert page.evaluate("getComputedStyle(document.getElementById('own')).color") == "rgb(1, 2, 3)"
    assert page.evaluate("getComputedStyle(document.querySelector('tbody td + td')).textAlign") == (
        "right"
    )


def test_other_sites_do_not_hear_where_a_reader_comes_from(
    default_site: Site, open_page: Callable[..., Page], serve: Callable[[Path], Server]
) -> None:
    page = open_page(f"{serve(default_site.folder).url}/index.html")
    referrers: list[str | None] = []

    def note(request: Request) -> None:
        if request.is_navigation_request():
            referrers.append(request.headers.get("referer"))

    page.on("request", note)

    page.evaluate("document.querySelector('a[href^=https]').click()")
    page.wait_for_timeout(300)

    assert referrers == [None]


def test_the_icon_is_a_picture_and_no_request(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page((default_site.folder / "index.html").as_uri())

    icon = page.evaluate("document.querySelector('link[rel=icon]').href")
    width = page.evaluate(
        """async source => {
            const image = new Image();
            image.src = source;
            await image.decode();
            return image.naturalWidth;
        }""",
        icon,
    )

    assert icon.startswith("data:image/svg+xml,")
    assert width > 0


@pytest.fixture
def pages_server(default_site: Site, tmp_path: Path) -> Iterator[str]:
    """A server that answers as GitHub Pages does: 404.html for whatever is not there."""
    (tmp_path / "homework-gap").symlink_to(default_site.folder)
    missing = (default_site.folder / "404.html").read_bytes()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def send_error(self, code: int, *_: object, **__: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(missing)

    handler = functools.partial(Handler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("address", ["nothing", "es/nothing.html", "a/b/c/nothing/"])
def test_a_wrong_address_leads_to_the_right_ones_at_any_depth(
    pages_server: str, open_page: Callable[..., Page], address: str
) -> None:
    page = open_page("about:blank")
    answer = page.goto(f"{pages_server}/homework-gap/{address}")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    assert page.inner_text("h1") == "This page is not here."
    assert Axe().run(page, options=AXE_RULES).response["violations"] == []

    page.get_by_role("link", name="Ir a la página de inicio").click()

    assert page.url == f"{pages_server}/homework-gap/es/"
    assert page.evaluate("document.documentElement.lang") == "es"


def test_the_page_for_wrong_addresses_speaks_every_language(
    default_site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page((default_site.folder / "404.html").as_uri(), PHONE, color_scheme="dark")

    languages = page.evaluate("[...document.querySelectorAll('li')].map(item => item.lang)")

    assert languages == list(FOLDERS)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_picture_in_a_text_keeps_its_room_and_waits(small_campaign: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (320, 200), "grey").save(picture, "JPEG")
    (small_campaign / "assets" / "bus.jpg").write_bytes(picture.getvalue())
    (small_campaign / "content" / "pages" / "bus.md").write_text(
        "---\ntitle: The bus\nlanguages: [en]\n---\n\n![A bus](assets/bus.jpg)\n", "utf-8"
    )

    build(small_campaign, TODAY, Silence())

    page = (small_campaign / "output" / "site" / "bus.html").read_text("utf-8")
    assert '<img alt="A bus" src="assets/bus.jpg" width="320" height="200" loading="lazy">' in page


def test_a_logo_keeps_its_shape(small_campaign: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"></svg>'
    (small_campaign / "assets" / "wide.svg").write_text(logo, "utf-8")
    config = small_campaign / "config.yaml"
    text = config.read_text("utf-8")
    assert "assets/drop.svg" in text
    config.write_text(text.replace("assets/drop.svg", "assets/wide.svg"), "utf-8")

    build(small_campaign, TODAY, Silence())

    page = (small_campaign / "output" / "site" / "index.html").read_text("utf-8")
    assert (
        '<img class="logo" src="assets/wide.svg" alt="" width="300" height="100" loading="lazy">'
        in page
    )
