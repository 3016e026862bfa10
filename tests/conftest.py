"""What the tests share: campaigns on disk, sites that are proofed as they are built, a browser."""

from __future__ import annotations

import datetime
import functools
import http.server
import pickle
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from handbill.layouts import Layouts, read_layouts
from handbill.pipeline import Built, build
from handbill.progress import Silence
from tests.browsers import installed_browser
from tests.commons import Commons
from tests.html_checker import HtmlChecker
from tests.links import broken_links
from tests.made_once import as_it_is, compiled_once, pressed_once
from tests.widths import Widths

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 23)
PHONE, DESKTOP = 360, 1280
AXE_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
"""Axe's rules. Of what passes it tells one element: to gather all takes as long as to look."""
WIDTHS_OF_IMAGES = """Promise.all([...document.images].map(async image => {
    image.loading = "eager";
    await image.decode();
    return image.naturalWidth;
}))"""
"""Asks a page for the widths of its images, as soon as all have come; fails where one does not."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="accept today's output as the golden files"
    )


def pytest_configure() -> None:
    """Let what tests start hear Ctrl-C, also where a shell has the tests in its background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker begin with the tests of the default campaign's site, which has to be built.

    The others begin with the rest, and need not wait for it.
    """
    items.sort(key=lambda item: "default_site" not in getattr(item, "fixturenames", ()))


@dataclass(frozen=True)
class Site:
    """A campaign that was built, and its site."""

    campaign: Path
    built: Built

    @property
    def folder(self) -> Path:
        return self.campaign / "output" / "site"

    def page(self, address: str) -> str:
        return (self.folder / address).read_text("utf-8")


BuildSite = Callable[[Path], Site]


@pytest.fixture(scope="session")
def commons(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Commons:
    """What all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return Commons((folder if worker_id == "master" else folder.parent) / "commons")


@pytest.fixture(scope="session")
def html_checker(commons: Commons) -> Iterator[HtmlChecker]:
    """The Nu HTML Checker, as a server on this machine."""
    with HtmlChecker(commons) as checker:
        yield checker


@pytest.fixture(scope="session")
def widths(commons: Commons, request: pytest.FixtureRequest) -> Widths:
    """Measures pages in the window of this worker, which opens when there is one to measure."""
    return Widths(commons, lambda: request.getfixturevalue("_page_of_this_worker"))


@pytest.fixture(scope="session", autouse=True)
def _what_is_costly_is_made_once(commons: Commons) -> Iterator[None]:
    with compiled_once(), pressed_once(commons):
        yield


@pytest.fixture
def the_press_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the press: it prints whatever it is asked for, however often."""
    as_it_is(monkeypatch)


@pytest.fixture(autouse=True)
def _every_page_that_a_test_builds_is_proofed(
    request: pytest.FixtureRequest, html_checker: HtmlChecker, widths: Widths
) -> Iterator[None]:
    """Whatever way a test builds a campaign in its folder: its links are followed, too."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    for config in folder.rglob("config.yaml") if folder else ():
        site = config.parent / "output" / "site"
        pages = [page for page in site.rglob("*.html") if page.read_bytes()[:9] == b"<!DOCTYPE"]
        if pages:
            assert broken_links(site) == []
        for page in pages:
            assert html_checker.errors(page.read_bytes()) == [], page
            assert widths.too_wide(page) == [], page


@pytest.fixture(scope="session")
def build_site(html_checker: HtmlChecker, widths: Widths) -> BuildSite:
    """Builds a campaign; each page is validated and measured, and every link is followed."""

    def build_and_proof(campaign: Path) -> Site:
        site = Site(campaign, build(campaign, TODAY, Silence()))
        assert broken_links(site.folder) == []
        for page in sorted(site.folder.rglob("*.html")):
            assert html_checker.errors(page.read_bytes()) == [], page
            assert widths.too_wide(page) == [], page
        return site

    return build_and_proof


def copy_default_campaign(folder: Path) -> Path:
    """A copy of the campaign at the top of this repository."""
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    for config in ROOT.glob("config*.yaml"):
        shutil.copy(config, folder)
    return folder


@pytest.fixture(scope="session")
def default_site(commons: Commons, build_site: BuildSite) -> Site:
    """The default campaign, built once a run. Tests must not write into it."""

    def make(folder: Path) -> None:
        folder.mkdir()
        site = build_site(copy_default_campaign(folder))
        (folder / "built").write_bytes(pickle.dumps(site.built))

    campaign = commons.once("default", make)
    return Site(campaign, pickle.loads((campaign / "built").read_bytes()))


def layouts_in(folder: Path) -> Layouts:
    """The layouts that serve the campaign in a folder."""
    layouts, problems = read_layouts(folder)
    assert layouts is not None, problems
    return layouts


@pytest.fixture
def default_campaign(tmp_path: Path) -> Path:
    """A copy of the default campaign that a test may change."""
    return copy_default_campaign(tmp_path)


@pytest.fixture
def small_campaign(tmp_path: Path) -> Path:
    """A copy of a campaign in two languages that is built in a second."""
    return shutil.copytree(Path(__file__).parent / "golden" / "campaign", tmp_path / "small")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, which reaches nothing but this machine."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=installed_browser(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own."""
    contexts = []

    def open_it(address: str, width: int = PHONE, **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def _page_of_this_worker(browser: Browser) -> Page:
    return browser.new_context().new_page()


@pytest.fixture
def show(_page_of_this_worker: Page) -> Callable[..., Page]:
    """Shows an address in the one window of this worker, for tests that only look and measure.

    A window of its own takes longer than to look at most pages.
    """

    def show_it(address: str, width: int = PHONE, colours: str = "light") -> Page:
        page = _page_of_this_worker
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="screen", color_scheme="dark" if colours == "dark" else "light")
        page.goto(address)
        return page

    return show_it


@dataclass(frozen=True)
class Server:
    """A web server on this machine, and what was asked of it."""

    url: str
    requests: list[str]


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Server]]:
    """Starts a real HTTP server on 127.0.0.1 for a folder."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> Server:
        requests: list[str] = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                requests.append(self.path)

        handler = functools.partial(Handler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return Server(f"http://127.0.0.1:{server.server_port}", requests)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
