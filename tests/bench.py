"""How long the default campaign takes from nothing; `make bench` writes docs/performance.md."""

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
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_ROOT = Path(__file__).parent.parent
_PAGE = _ROOT / "docs" / "performance.md"
_RUNS = 11
_START = "start"
_ABOUT = {
    _START: "Python starts, and imports all but WeasyPrint",
    "read": "files to Campaign",
    "check": "Campaign to problems",
    "plan": "addresses",
    "render": "HTML (Jinja, Babel)",
    "press": "PDFs: WeasyPrint, its import included, and the thumbnails",
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

    build(campaign, datetime.date.today(), clock)
    clock.step("end")
    print(json.dumps(clock.seconds))


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


def _measure(campaign: Path) -> tuple[list[float], dict[str, float]]:
    for name in ("content", "assets"):
        shutil.copytree(_ROOT / name, campaign / name)
    for config in _ROOT.glob("config*.yaml"):
        shutil.copy(config, campaign)
    wholes = sorted(_run(campaign, "build.py", "--quiet", "-C")[0] for _ in range(_RUNS))
    runs = [json.loads(_run(campaign, "-m", "tests.bench")[1]) for _ in range(_RUNS)]
    return wholes, {step: statistics.median(run[step] for run in runs) for step in _ABOUT}


def main() -> None:
    """Measure, and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        times, steps = _measure(Path(folder))
    whole = sum(steps.values())
    rows = "".join(
        f"| {step} | {_ABOUT[step]} | {seconds:.2f} | {seconds / whole:.0%} |\n"
        for step, seconds in steps.items()
    )
    _PAGE.write_text(
        f"""# Performance

Made by `make bench` on {datetime.date.today()}: {os.cpu_count()} cores, {platform.system()}
{platform.machine()}, Python {platform.python_version()}, WeasyPrint {version("weasyprint")}.

The default campaign (6 pages, 2 flyers, 2 languages) from nothing, in a new process, with all its
checks: **{statistics.median(times):.2f} seconds** (the median of {_RUNS} runs; the fastest took
{times[0]:.2f}, the slowest {times[-1]:.2f}).

Where the time goes, as the median of each step over {_RUNS} runs:

| step | what it does | seconds | share |
|---|---|---|---|
{rows}""",
        "utf-8",
    )
    print(_PAGE.read_text("utf-8"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _time_the_steps(Path(sys.argv[1]))
    else:
        main()
