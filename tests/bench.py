"""How long the default campaign takes: from nothing, and from saving a sentence to seeing it.

`make bench` writes docs/performance.md.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_ROOT = Path(__file__).parent.parent
_PAGE = _ROOT / "docs" / "performance.md"
_RUNS = 7
_SENTENCES, _BETWEEN = 31, 3.0
_START = "start"
_ABOUT = {
    _START: "Python starts, and imports all but WeasyPrint",
    "read": "files to Campaign",
    "check": "Campaign to problems",
    "plan": "addresses",
    "render": "HTML (Jinja, Babel)",
    "press": "PDFs and cards: WeasyPrint, its import included, and the thumbnails",
    "proof": "links, anchors, letters",
    "write": "output/",
}


class _Clock:
    """Listens to a build, and adds up the seconds of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._step = _START
        self._since = time.perf_counter()

    def step(self, name: str, about: str = "") -> None:
        """Take the time of the step that ends."""
        del about
        now = time.perf_counter()
        self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = name, now

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass through the items."""
        del total
        return iter(items)


def _time_the_steps(campaign: Path) -> None:
    """In a process of its own: build once, and print each step's seconds."""
    clock = _Clock()
    from handbill.pipeline import build  # noqa: PLC0415 - its import is part of what is timed

    built = build(campaign, datetime.date.today(), clock)
    clock.step("end")
    made = {"pages": built.pages, "pdfs": built.pdfs, "languages": len(built.languages)}
    print(json.dumps({**clock.seconds, **made}))


def _run(campaign: Path, *command: str) -> tuple[float, str]:
    """Seconds of one build in a new process, with nothing built before, and what it printed."""
    shutil.rmtree(campaign / "output", ignore_errors=True)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command, str(campaign)],
        check=True,
        capture_output=True,
        text=True,
        cwd=_ROOT,
    )
    return time.perf_counter() - start, done.stdout


def _measure(campaign: Path) -> tuple[list[float], dict[str, float], dict[str, int]]:
    for name in ("content", "assets"):
        shutil.copytree(_ROOT / name, campaign / name)
    for config in _ROOT.glob("config*.yaml"):
        shutil.copy(config, campaign)
    wholes = sorted(_run(campaign, "build.py", "--quiet", "-C")[0] for _ in range(_RUNS))
    runs = [json.loads(_run(campaign, "-m", "tests.bench")[1]) for _ in range(_RUNS)]
    steps = {step: statistics.median(run[step] for run in runs) for step in _ABOUT}
    return wholes, steps, {name: runs[0][name] for name in ("pages", "pdfs", "languages")}


def _preview(campaign: Path) -> list[float]:
    """Milliseconds from saving a sentence to the new page having come over HTTP, sorted.

    As a browser does it: it waits for the preview's event, and then asks for the page.
    """
    command = [sys.executable, "-u", "build.py", "serve", "--no-browser", "-C", str(campaign)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=_ROOT
    ) as preview:
        assert preview.stdout is not None
        start = next(line for line in preview.stdout if line.startswith("Preview: "))
        try:
            return sorted(_sentences(campaign, start.split()[1]))
        finally:
            preview.terminate()


def _sentences(campaign: Path, address: str) -> Iterator[float]:
    file = campaign / "content" / "pages" / "index.md"
    text = file.read_text("utf-8")
    root = "/".join(address.split("/")[:3])
    with urllib.request.urlopen(f"{root}/.handbill/events?page=index.html") as events:
        for number in range(_SENTENCES):
            time.sleep(_BETWEEN)
            sentence = f"This is sentence {number}."
            saved = time.perf_counter()
            file.write_text(f"{text}\n{sentence}\n", "utf-8")
            while sentence not in _page(address):
                while not events.readline().startswith(b"data:"):
                    pass
            yield (time.perf_counter() - saved) * 1000


def _page(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        page: bytes = answer.read()
        return page.decode()


def main() -> None:
    """Measure, and write the page."""
    from tests.sections import section_in  # noqa: PLC0415 - no part of what is timed
    from tests.where_time_goes import HEADING  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        times, steps, made = _measure(Path(folder))
        sentences = _preview(Path(folder))
    whole = sum(steps.values())
    rows = "".join(
        f"| {step} | {_ABOUT[step]} | {seconds:.2f} | {seconds / whole:.0%} |\n"
        for step, seconds in steps.items()
    )
    _PAGE.write_text(
        f"""# Performance

Made by `make bench` on {datetime.date.today()}: {os.cpu_count()} cores, {platform.system()}
{platform.machine()}, Python {platform.python_version()}, WeasyPrint {version("weasyprint")}.

## A build from nothing

The default campaign ({made["pages"]} pages, {made["pdfs"]} PDFs, {made["languages"]} languages)
from nothing, in a new process, with all its checks: **{statistics.median(times):.2f} seconds** (the
median of {_RUNS} runs; the fastest took {times[0]:.2f}, the slowest {times[-1]:.2f}).

Where the time goes, as the median of each step over {_RUNS} runs:

| step | what it does | seconds | share |
|---|---|---|---|
{rows}
## The preview

From saving a sentence in the landing page to the new page having come over HTTP, checks on, while
a browser has that page open: **{statistics.median(sentences):.0f} ms** (the median of {_SENTENCES}
sentences, {_BETWEEN:.0f} seconds apart; the fastest took {sentences[0]:.0f}, the slowest
{sentences[-1]:.0f}). In that time the campaign is read, what was saved is checked in every
language, and the page is rendered and proofed. All other pages, and the PDFs that changed, follow;
so do the checks of all the rest.
"""
        + section_in(_PAGE, HEADING),
        "utf-8",
    )
    print(_PAGE.read_text("utf-8"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _time_the_steps(Path(sys.argv[1]))
    else:
        main()
