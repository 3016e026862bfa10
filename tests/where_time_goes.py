"""Where the time of the test suite goes: `make suite-times` runs it and writes docs/performance.md.

As a plugin of pytest's it notes, in each worker, the seconds spent in what is costly. What is
inside another (a press in a build) is counted as itself alone.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.sections import replace_section

_PAGE = ROOT / "docs" / "performance.md"
HEADING = "\n## The test suite\n"
_FOLDER = "HANDBILL_TEST_TIMES"
_REST = "the tests' own work"
_BEFORE = {
    "pressing": 262.0,
    "the browser": 248.4,
    "other processes": 175.6,
    "building sites, without pressing": 51.5,
    "calls of the HTML checker": 21.9,
    "following links": 17.6,
    "the start of the HTML checker": 12.4,
    "collecting tests": 7.2,
    _REST: 100.4,
}
"""Timed in the same way at commit 1a6f922, on 2026-11-26, before tests shared what is costly."""


class _Clock:
    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._open: list[str] = [_REST]
        self._since = time.perf_counter()

    def _count(self) -> None:
        now = time.perf_counter()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now

    @contextmanager
    def during(self, kind: str) -> Iterator[None]:
        self._count()
        self._open.append(kind)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def watch(self, owner: Any, name: str, kind: str) -> None:
        """Time a function or a method, under every name that a module of ours has it."""
        original: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(original)
        def timed(*arguments: Any, **options: Any) -> Any:
            with self.during(kind):
                return original(*arguments, **options)

        setattr(owner, name, timed)
        if isinstance(owner, ModuleType):
            for module in list(sys.modules.values()):
                ours = getattr(module, "__name__", "").startswith(("tests.", "handbill."))
                if ours and getattr(module, name, None) is original:
                    setattr(module, name, timed)


class _WhereTimeGoes:
    def __init__(self, folder: Path) -> None:
        self._clock = _Clock()
        self._folder = folder

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        with self._clock.during("collecting tests"):
            yield
        _watch_what_is_costly(self._clock)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        is_hypothesis = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
        with self._clock.during("hypothesis" if is_hypothesis else _REST):
            yield

    def pytest_sessionfinish(self) -> None:
        with self._clock.during(_REST):
            file = self._folder / f"{os.environ['PYTEST_XDIST_WORKER']}.json"
        file.write_text(json.dumps(self._clock.seconds))


def _watch_what_is_costly(clock: _Clock) -> None:
    import playwright.sync_api._generated as browser  # noqa: PLC0415 - only where times are taken

    import handbill.pipeline  # noqa: PLC0415
    from handbill.press import Press  # noqa: PLC0415
    from tests import html_checker, links  # noqa: PLC0415

    for method in ("__init__", "press", "portray"):
        clock.watch(Press, method, "pressing")
    for function in ("build", "make_site"):
        clock.watch(handbill.pipeline, function, "building sites, without pressing")
    clock.watch(html_checker, "_start", "the start of the HTML checker")
    clock.watch(html_checker.HtmlChecker, "_check", "calls of the HTML checker")
    clock.watch(links, "broken_links", "following links")
    for method in ("wait", "communicate"):
        clock.watch(subprocess.Popen, method, "other processes")
    for kind in (browser.BrowserType, browser.Browser, browser.BrowserContext, browser.Page):
        for method in vars(kind):
            if method in _OF_THE_BROWSER:
                clock.watch(kind, method, "the browser")


_OF_THE_BROWSER = (
    *("launch", "new_context", "new_page", "close", "goto", "reload", "evaluate", "screenshot"),
    *("set_viewport_size", "emulate_media", "wait_for_load_state", "wait_for_timeout"),
)


def pytest_configure(config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        config.pluginmanager.register(_WhereTimeGoes(Path(os.environ[_FOLDER])))


def _section(now: dict[str, float]) -> str:
    kinds = sorted({*now, *_BEFORE}, key=lambda kind: -_BEFORE.get(kind, 0))
    rows = "".join(
        f"| {kind} | {_BEFORE.get(kind, 0):.0f} | {now.get(kind, 0):.0f} |\n" for kind in kinds
    )
    return f"""{HEADING}
Made by `make suite-times`: the seconds that two workers spend in the tests, added up. "Before" is
commit 1a6f922, where each worker made what it needed: timed in the same way, once, while the
machine did other work, too, and with hypothesis in the other lines.

| what | before | now |
|---|---|---|
{rows}| all | {sum(_BEFORE.values()):.0f} | {sum(now.values()):.0f} |
"""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-q"]
        done = subprocess.run(
            [*command, "-p", "tests.where_time_goes"],
            cwd=ROOT,
            env=os.environ | {_FOLDER: folder},
            check=False,
        )
        times: defaultdict[str, float] = defaultdict(float)
        for worker in Path(folder).iterdir():
            for kind, seconds in json.loads(worker.read_text()).items():
                times[kind] += seconds
    replace_section(_PAGE, HEADING, _section(dict(times)))
    print(f"docs/{_PAGE.name} is written.")
    sys.exit(done.returncode)
