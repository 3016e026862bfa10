"""Which files of a campaign were saved: what is watched, and how it is told."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from pathlib import Path
from queue import SimpleQueue

from watchfiles import watch

FOLDERS = ("content", "layouts", "assets")
_STEP = 3
_LONGEST = 50
"""Milliseconds: a burst of changes ends when nothing comes for a step, or after the longest."""

_PASSING = re.compile(
    r"(?i:~|\.(?:tmp|temp|swp|swx|bak|part|crdownload)|___jb_\w+___|\.sb-\w+-\w+)$|/#[^/]*#$|/\d+$"
    r"|/(?:sed\w{6}|~\$[^/]*)$"
)
"""What editors and offices write beside a file and take away again."""


class Watcher:
    """Puts the paths of saved files, relative to the campaign, into a queue."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._saved: SimpleQueue[frozenset[str]] = SimpleQueue()
        self._folders_changed = threading.Event()
        for work in (self._watch_top, self._watch_folders):
            threading.Thread(target=work, daemon=True).start()

    def wait(self) -> frozenset[str]:
        """The files that were saved, as soon as there are some."""
        saved = self._saved.get()
        while not self._saved.empty():
            saved |= self._saved.get()
        return saved

    def has_news(self) -> bool:
        """Whether something was saved that nobody has asked for yet."""
        return not self._saved.empty()

    def _watch_top(self) -> None:
        """The campaign's own folder, not what is in its folders: output/ is not looked into."""
        for changes in watch(
            self._folder, recursive=False, step=_STEP, debounce=_LONGEST, watch_filter=None
        ):
            paths = self._relative(path for _, path in changes)
            if any(path in FOLDERS for path in paths):
                self._folders_changed.set()
            self._tell(paths)

    def _watch_folders(self) -> None:
        while True:
            self._folders_changed.clear()
            folders = [folder for name in FOLDERS if (folder := self._folder / name).is_dir()]
            for changes in watch(
                *folders,
                step=_STEP,
                debounce=_LONGEST,
                watch_filter=None,
                stop_event=self._folders_changed,
            ):
                self._tell(self._relative(path for _, path in changes))
            self._folders_changed.wait()

    def _relative(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(Path(path).relative_to(self._folder).as_posix() for path in paths)

    def _tell(self, paths: Iterable[str]) -> None:
        ours = frozenset(path for path in paths if _is_read(path))
        if ours:
            self._saved.put(ours)


def _is_read(path: str) -> bool:
    """Whether a build reads a file: editors leave others beside it for a moment."""
    top, *below = path.split("/")
    if any(part.startswith(".") for part in (top, *below)) or _PASSING.search(path):
        return False
    return top in FOLDERS or (not below and top.startswith("config") and top.endswith("yaml"))
