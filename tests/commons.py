"""What the workers of one run share: whoever asks first makes it, and the others wait for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


class Commons:
    """A folder of one run, the same for all its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where something shared stands, or will."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def lock(self, name: str) -> FileLock:
        """A lock that one worker at a time can hold."""
        return FileLock(self.path(f"{name}.lock"))

    def once(self, name: str, make: Callable[[Path], object]) -> Path:
        """A file or a folder that `make` makes at the path that it is given.

        Nobody sees it before it is whole; what could not be made is tried again.
        """
        made = self.path(name)
        if made.exists():
            return made
        with self.lock(name):
            if not made.exists():
                unfinished = self.path(f"{name}.unfinished")
                shutil.rmtree(unfinished, ignore_errors=True)
                make(unfinished)
                unfinished.rename(made)
        return made
