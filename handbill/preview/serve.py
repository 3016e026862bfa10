"""Previewing a campaign: build it, show it on 127.0.0.1, and build it anew with each change."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from handbill.preview.rebuild import Rebuilder, SupersededError
from handbill.preview.server import HOST, start_server
from handbill.preview.showcase import Showcase
from handbill.preview.watch import Watcher
from handbill.problems import Problem
from handbill.progress import Progress
from handbill.read.campaign import read


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
    base = _base_path(folder)
    server = start_server(showcase, base, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rebuilder = Rebuilder(folder, showcase, watcher.has_news, strict=strict)
    started = time.monotonic()
    problems = rebuilder.build(today(), listener)
    listener.rebuilt(frozenset(), problems, time.monotonic() - started)
    yield f"http://{HOST}:{server.server_port}{base}"
    saved: frozenset[str] = frozenset()
    while True:
        saved |= watcher.wait()
        started = time.monotonic()
        try:
            problems = rebuilder.rebuild(saved, today())
        except SupersededError:
            continue
        listener.rebuilt(saved, problems, time.monotonic() - started)
        saved = frozenset()


def _base_path(folder: Path) -> str:
    """The path below which the site stands on the web, as in the preview: /homework-gap/."""
    campaign, _ = read(folder)
    path = urlsplit(campaign.settings.url).path if campaign else ""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"
