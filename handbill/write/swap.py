"""Two folders change places, in one step of the file system where it knows one."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from pathlib import Path

from handbill.write.others import PARTIAL, dissolve, entries_below, take_over, take_over_folders

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
GROWING = ".growing-"
"""How the name of a copy begins that will be a site set aside when it is whole."""
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV}
"""What file systems answer that cannot exchange: an overlay, for a folder of its lower layer, that
it would have to copy (EXDEV, Documentation/filesystems/overlayfs.rst of Linux)."""


def exchange(new: Path, old: Path, aside: Path) -> None:
    """Let two folders change places; where there is no old one, the new one takes its place.

    Where the file system cannot do it in one step, the old one ends up at `aside`. Raises OSError,
    with the old one at its place, where it cannot be done at all.
    """
    if not old.exists():
        new.rename(old)
    elif not exchange_at_once(new, old):
        _set_aside(old, aside, new.with_name(PARTIAL))
        try:
            new.rename(old)
        except OSError:
            with contextlib.suppress(OSError):
                aside.rename(old)
            raise


def _set_aside(old: Path, aside: Path, partial: Path) -> None:
    try:
        old.rename(aside)
    except OSError as wrong:
        if wrong.errno != errno.EXDEV:
            raise
        # An overlay renames no folder of its lower layer, but what is new in its upper one.
        whole = old.with_name(f"{GROWING}{old.name}")
        whole.mkdir()
        for path in entries_below(old):
            take_over(old / path, whole / path, partial)
        take_over_folders(old, whole)
        whole.rename(aside)
        if not dissolve(old, aside, _is_never_made):
            dissolve(aside, old, _is_never_made)
            raise


def _is_never_made(_path: str, _entry: Path) -> bool:
    return False


def exchange_at_once(new: Path, old: Path) -> bool:
    """Exchange two folders in one step: renameat2(2) on Linux, renamex_np(2) on macOS.

    False where the file system cannot.
    """
    system = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(new), os.fsencode(old)
    try:
        if sys.platform == "darwin":  # pragma: no cover
            failed = system.renamex_np(*paths, _RENAME_SWAP)
        else:
            failed = system.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    except AttributeError:  # pragma: no cover - a C library without it
        return False
    if failed and ctypes.get_errno() not in _CANNOT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return not failed
