"""Previewing a campaign: build it, show it on 127.0.0.1, and build it anew with each change."""

from __future__ import annotations

import contextlib
import datetime
import functools
import gc
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol, TypeVar
from urllib.parse import quote

from handbill.preview.rebuild import Rebuilder, SupersededError
from handbill.preview.server import HOST, start_server
from handbill.preview.showcase import Showcase
from handbill.preview.watch import Watcher
from handbill.problems import Problem
from handbill.progress import Progress

T = TypeVar("T")


class Listener(Progress, Protocol):
    """Hears what the preview does."""

    def rebuilt(
        self, saved: Collection[str], problems: tuple[Problem, ...], seconds: float
    ) -> None:
        """What was saved has been built, in so many seconds, and this is wrong."""


def serve(
    folder: Path, port: int, today: Callable[[], datetime.date], listener: Listener, *, strict: bool
) -> Iterator[str]:
    """Preview the campaign in a folder, for ever; gives out its address once it is there.

    Raises CampaignError when no port is free.
    """
    watcher = Watcher(folder)
    showcase = Showcase()
    server = start_server(showcase, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rebuilder = Rebuilder(folder, showcase, watcher.has_news, strict=strict)
    started = time.monotonic()
    problems = _apart(lambda: rebuilder.build(today(), listener))
    listener.rebuilt(frozenset(), problems, time.monotonic() - started)
    gc.freeze()  # what the first build made stays, and need not be searched for garbage
    yield f"http://{HOST}:{server.server_port}{quote(showcase.shown.base)}"
    waiting: frozenset[str] = frozenset()
    while True:
        waiting = saved = waiting | watcher.wait()
        started = time.monotonic()
        with contextlib.suppress(SupersededError):
            problems = _apart(functools.partial(rebuilder.rebuild, saved, today()))
            listener.rebuilt(saved, problems, time.monotonic() - started)
            waiting = frozenset()


def _apart(work: Callable[[], T]) -> T:
    """What a piece of work gives back.

    It is done beside this thread, so that Ctrl-C ends the preview at once: a library that calls
    back from C would lose it.
    """
    results: SimpleQueue[T | BaseException] = SimpleQueue()

    def do() -> None:
        try:
            results.put(work())
        except BaseException as wrong:
            results.put(wrong)

    threading.Thread(target=do, daemon=True).start()
    result = results.get()
    if isinstance(result, BaseException):
        raise result
    return result
