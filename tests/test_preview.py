"""The preview in a real browser: what is saved is shown, and so is what is wrong."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPResponse
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from handbill.pipeline import build
from handbill.preview.rebuild import Rebuilder, SupersededError
from handbill.preview.showcase import Showcase
from handbill.problems import CampaignError, Problem
from handbill.progress import Silence
from tests.command_line import NOON, SCRIPT
from tests.commons import Commons
from tests.conftest import DESKTOP, ROOT, TODAY

PAGE = "content/pages/index.md"
SENTENCE = "A short sentence that was saved."
_PANEL = "#handbill-problems"
_PATIENCE = 20_000
"""Milliseconds that a busy machine may take."""


@dataclass
class Preview:
    """A preview that runs, its campaign, its address, and what it has printed so far."""

    campaign: Path
    process: subprocess.Popen[str]
    printed: list[str]
    url: str

    def save(self, path: str, change: Callable[[str], str]) -> None:
        file = self.campaign / path
        file.write_text(change(file.read_text("utf-8")), "utf-8")

    def read_until(self, start: str) -> str:
        """The next printed line that begins so."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed.append(line)
            if line.startswith(start):
                return line
        raise AssertionError(f"{start!r} was not printed: {self.printed}")

    def end(self) -> str:
        """What it printed to standard error in the end."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=20)[1]


def _fetched(url: str) -> tuple[HTTPResponse, bytes]:
    with urllib.request.urlopen(url, timeout=20) as answer:
        assert isinstance(answer, HTTPResponse)
        return answer, answer.read()


Start = Callable[..., Preview]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
def start(small_campaign: Path, commons: Commons) -> Iterator[Start]:
    """Starts a preview of a small campaign, as a process of its own."""
    started: list[Preview] = []
    kept = (sys.executable, "-m", "tests.with_kept_sheets", str(commons.folder))

    def start_it(port: int | None = None, command: tuple[str, ...] = kept) -> Preview:
        words = ["serve", "--no-browser", "-C", str(small_campaign)]
        process = subprocess.Popen(
            [*command, *words, "--port", str(port or _free_port())],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={"PATH": "", "PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": NOON},
            cwd=ROOT,
        )
        preview = Preview(small_campaign, process, [], "")
        started.append(preview)
        preview.url = preview.read_until("Preview: ").split()[1]
        return preview

    yield start_it
    for preview in started:
        preview.process.kill()
        preview.process.communicate()


def test_what_is_saved_is_shown_without_a_reload_by_hand(
    start: Start, open_page: Callable[..., Page]
) -> None:
    preview = start()
    page = open_page(preview.url)

    preview.save(PAGE, lambda text: f"{text}\n{SENTENCE}\n")

    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=_PATIENCE)
    line = preview.read_until("saved")
    assert re.fullmatch(r"saved   content/pages/index\.md: built in \d+\.\d s\n", line)
    preview.save("config.yaml", lambda text: f"{text}\n")
    line = preview.read_until("saved")
    assert re.fullmatch(r"saved   config\.yaml: built in \d+\.\d s\n", line)


def test_what_is_wrong_stands_over_the_page_and_goes_when_it_is_mended(
    start: Start, open_page: Callable[..., Page]
) -> None:
    preview = start()
    page = open_page(preview.url)
    headline = page.inner_text("h1")

    preview.save(PAGE, lambda text: f"{text}\n{{{{ nonsense }}}}\n")

    panel = page.locator(_PANEL)
    expect(panel).to_be_visible(timeout=_PATIENCE)
    lines = (preview.campaign / PAGE).read_text("utf-8").splitlines()
    line = lines.index("{{ nonsense }}") + 1
    assert panel.locator("p").all_inner_texts()[:2] == [
        "1 error. The page behind this is the last good one.",
        f"{PAGE}:{line}: nothing here is called `nonsense`",
    ]
    assert "hint: " in panel.inner_text()
    assert page.inner_text("h1") == headline
    page.reload()
    expect(panel).to_be_visible(timeout=_PATIENCE)
    assert page.inner_text("h1") == headline
    assert preview.read_until("saved") == (f"saved   {PAGE}: 1 error; the last good page stays\n")

    preview.save(PAGE, lambda text: text.replace("{{ nonsense }}", SENTENCE))

    expect(panel).not_to_be_attached(timeout=_PATIENCE)
    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=_PATIENCE)
    assert re.fullmatch(
        rf"saved   {PAGE}: built in \d+\.\d s; no error is left\n", preview.read_until("saved")
    )
    assert f"{PAGE}:{line}: error: nothing here is called `nonsense`\n" in preview.end()


def test_a_layout_that_is_broken_stays_wrong_while_other_files_are_saved(
    start: Start, open_page: Callable[..., Page]
) -> None:
    preview = start()
    page = open_page(preview.url)
    (preview.campaign / "layouts").mkdir()
    shutil.copy(ROOT / "layouts" / "page.css", preview.campaign / "layouts")
    preview.read_until("saved")

    preview.save("layouts/page.css", lambda text: "{% if %}" + text)
    expect(page.locator(_PANEL)).to_contain_text("layouts/page.css:1", timeout=_PATIENCE)
    preview.save(PAGE, lambda text: f"{text}\n{SENTENCE}\n")
    preview.read_until(f"saved   {PAGE}")
    expect(page.locator(_PANEL)).to_contain_text("layouts/page.css:1")

    preview.save("layouts/page.css", lambda text: text.removeprefix("{% if %}"))
    expect(page.locator(_PANEL)).not_to_be_attached(timeout=_PATIENCE)
    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=_PATIENCE)
    assert preview.end().count("layouts/page.css:1: error: ") == 1, "it is told once"


def _said(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


FONT = Path(str(files("fontpkg_mukta"))) / "files/Mukta-Regular.ttf"
CHANGES: list[tuple[str, Callable[[str], str] | bytes | None]] = [
    (PAGE, _said("title: ", "title: Now, ")),
    ("content/facts/homes.md", _said("claim: ", "claim: Now, ")),
    ("config.yaml", _said("555-0160", "555-0161")),
    (PAGE, _said("title: Now, ", "title: {{ nonsense }} ")),
    ("content/pages/about.md", _said("title: ", "title: More, ")),
    (PAGE, _said("title: {{ nonsense }} ", "title: ")),
    ("assets/drop.svg", _said("#3B1F2B", "#000000")),
    ("assets/fonts/Mukta-Regular.ttf", FONT.read_bytes()),
    ("content/pages/index.es.md", _said("title: ", "title: Ahora, ")),
    ("content/data/places.csv", _said("Pine", "Oak")),
    ("content/help/kit.md", _said("cost: Free", "cost: $1")),
    ("config.yaml", _said("languages: [en, es]", "languages: [en]")),
    ("layouts/page.css", None),
]
"""What is saved in turn, and how: changed, written anew, or (None) removed."""


def test_after_each_change_it_shows_what_a_build_makes(small_campaign: Path) -> None:
    (small_campaign / "layouts").mkdir()
    shutil.copy(ROOT / "layouts" / "page.css", small_campaign / "layouts")
    showcase = Showcase()
    rebuilder = Rebuilder(small_campaign, showcase, lambda: False, strict=False)
    rebuilder.build(TODAY, Silence())
    last_good = dict(showcase.shown.files)
    for path, change in CHANGES:
        file = small_campaign / path
        if change is None:
            file.unlink()
        elif isinstance(change, bytes):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(change)
        else:
            file.write_text(change(file.read_text("utf-8")), "utf-8")
        with showcase.viewing("index.html"), showcase.viewing("about.html"):
            rebuilder.rebuild(frozenset({path}), TODAY)
        shown, errors = showcase.shown, _errors_of_a_build(small_campaign)
        assert shown.problems == errors, path
        if errors:  # other pages, in which nothing is wrong, may be newer
            assert shown.files["index.html"] == last_good["index.html"], path
            continue
        site = small_campaign / "output" / "site"
        files = [made for made in site.rglob("*") if made.is_file()]
        last_good = {made.relative_to(site).as_posix(): made.read_bytes() for made in files}
        assert dict(shown.files) == last_good, path


def test_what_is_seen_is_shown_at_once_with_what_was_written_before(small_campaign: Path) -> None:
    """The first look at a page knows a fact that came since, and waits for nothing else."""
    showcase = Showcase()
    news: list[bool] = []
    rebuilder = Rebuilder(small_campaign, showcase, lambda: bool(news), strict=False)
    rebuilder.build(TODAY, Silence())
    fact = "content/facts/basements.md"
    with showcase.viewing("index.html"):
        rebuilder.rebuild(frozenset({PAGE}), TODAY)
        text = (small_campaign / "content/facts/deaths.md").read_text("utf-8")
        (small_campaign / fact).write_text(text.replace("lung cancer", "a new thing"), "utf-8")
        rebuilder.rebuild(frozenset({fact}), TODAY)
        page = (small_campaign / PAGE).read_text("utf-8")
        (small_campaign / PAGE).write_text(f'{page}\n{{{{ fact("basements") }}}}\n', "utf-8")
        news.append(True)
        with pytest.raises(SupersededError):
            rebuilder.rebuild(frozenset({PAGE}), TODAY)

    assert b"a new thing" in showcase.shown.files["index.html"]


def _errors_of_a_build(campaign: Path) -> tuple[Problem, ...]:
    try:
        build(campaign, TODAY, Silence())
    except CampaignError as wrong:
        return wrong.problems
    return ()


def test_a_pdf_in_its_own_tab_is_shown_anew(start: Start, open_page: Callable[..., Page]) -> None:
    preview = start()
    page = open_page(f"{preview.url}flyer.pdf")
    before = _fetched(f"{preview.url}flyer.pdf")[1]
    mark = page.locator("script").get_attribute("data-mark")

    preview.save("content/print/flyer.md", lambda text: text.replace("title: ", "title: Now, ", 1))

    expect(page.locator("script")).not_to_have_attribute("data-mark", str(mark), timeout=_PATIENCE)
    after = _fetched(f"{preview.url}flyer.pdf")[1]
    assert before[:5] == after[:5] == b"%PDF-"
    assert after != before


def test_a_campaign_that_is_broken_from_the_start_is_shown_when_it_is_mended(
    start: Start, small_campaign: Path, open_page: Callable[..., Page]
) -> None:
    good = (small_campaign / PAGE).read_text("utf-8")
    (small_campaign / PAGE).write_text("", "utf-8")
    preview = start()
    page = open_page(preview.url)
    expect(page.locator(_PANEL)).to_contain_text(f"{PAGE}:1: this file is empty")

    preview.save(PAGE, lambda _: good)

    expect(page.locator("h1")).to_be_visible(timeout=_PATIENCE)
    expect(page.locator(_PANEL)).not_to_be_attached()


def test_a_warning_does_not_stand_over_the_page(
    start: Start, small_campaign: Path, open_page: Callable[..., Page]
) -> None:
    (small_campaign / "content/facts/deaths.es.md").unlink()
    preview = start()
    page = open_page(preview.url)
    page.wait_for_timeout(300)

    expect(page.locator(_PANEL)).not_to_be_attached()
    assert preview.end().startswith("content/facts/deaths.md:2: warning: this is not translated")


def test_its_script_is_in_no_output(start: Start) -> None:
    preview = start()
    served = _fetched(preview.url)[1].decode()

    assert '<script src="/.handbill/reload.js"' in served
    assert not (preview.campaign / "output").exists()
    build(preview.campaign, TODAY, Silence())
    for page in (preview.campaign / "output").rglob("*.html"):
        assert "reload.js" not in page.read_text("utf-8")


def test_its_pages_keep_their_policy(start: Start, open_page: Callable[..., Page]) -> None:
    preview = start()
    said: list[str] = []
    page = open_page("about:blank", DESKTOP)
    page.on("console", lambda message: said.append(message.text))

    page.goto(preview.url)
    page.wait_for_timeout(300)

    assert said == []
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'self'; connect-src 'self'; style-src")


def test_it_answers_as_the_published_site_does(
    start: Start, open_page: Callable[..., Page]
) -> None:
    preview = start()
    root = preview.url.removesuffix("radon/")

    assert _fetched(root)[0].url == preview.url
    for address, kind in (
        ("es", "text/html; charset=utf-8"),
        ("embed/es.txt", "text/plain; charset=utf-8"),
        ("assets/drop.svg", "image/svg+xml"),
        ("card.png", "image/png"),
        ("flyer.pdf?plain", "application/pdf"),
    ):
        answer, _ = _fetched(f"{preview.url}{address}")
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "no-store"  # a browser must ask anew
    with pytest.raises(urllib.error.HTTPError) as wrong:
        urllib.request.urlopen(f"{preview.url}../../../../etc/passwd", timeout=20)
    assert wrong.value.code == HTTPStatus.NOT_FOUND
    wrong.value.close()
    page = open_page(f"{preview.url}a/b/nothing")
    assert page.inner_text("h1") == "This page is not here."


def test_a_head_alone_is_answered_without_a_body(start: Start) -> None:
    """RFC 9110, 9.3.2."""
    preview = start()
    with socket.create_connection(("127.0.0.1", int(preview.url.split(":")[2].split("/")[0]))) as s:
        s.sendall(b"HEAD /radon/ HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: s.recv(65536), b""))

    head, _, body = answer.partition(b"\r\n\r\n")
    assert b" 200 " in head.splitlines()[0]
    assert body == b""


def test_it_is_there_for_this_machine_alone(start: Start) -> None:
    preview = start()
    port = int(preview.url.split(":")[2].split("/")[0])
    own = [info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)]
    others = [address for address in own if not str(address).startswith("127.")]

    assert preview.url.startswith("http://127.0.0.1:")
    for address in others:
        with pytest.raises(OSError, match=r"refused|unreachable|Invalid|assign"):
            socket.create_connection((str(address), port), timeout=2).close()


def test_the_next_port_serves_where_one_is_taken(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        preview = start(port)

    assert preview.url != f"http://127.0.0.1:{port}/radon/"
    assert _fetched(preview.url)[0].status == HTTPStatus.OK


def test_no_free_port_is_a_problem_in_a_line(small_campaign: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        done = subprocess.run(
            [
                *(sys.executable, ROOT / "build.py", "serve", "--no-browser"),
                *("-C", small_campaign, "--port", "65535"),
            ],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode == 1
    assert done.stderr == (
        "config.yaml: error: no port from 65535 to 65535 is free for the preview\n"
        "  hint: try another one: --port 9000\n"
    )


def test_it_ends_with_ctrl_c_and_without_a_word(start: Start) -> None:
    preview = start()

    assert preview.end() == ""
    assert preview.process.returncode == 0


def test_it_says_where_it_is_and_how_to_end_it(start: Start) -> None:
    preview = start(command=SCRIPT)

    assert preview.read_until("It follows") == (
        "It follows what you save. To end it, press Ctrl and C.\n"
    )
    assert preview.printed[-2] == f"Preview: {preview.url}\n"
    assert _fetched(f"{preview.url}flyer.pdf")[1].startswith(b"%PDF-")
