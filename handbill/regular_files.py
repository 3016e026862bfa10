"""Reading and comparing files without waiting at a pipe, or following a link."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_regular(file: Path, most: int) -> bytes:
    """What a file holds, up to `most` bytes and one more, which tells that there are too many.

    Raises OSError where it cannot be read, or is a link, a pipe, a device or a folder.
    """
    descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        kind = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind):
            raise OSError(errno.EINVAL, "it is a pipe or a device")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read(most + 1)
    finally:
        os.close(descriptor)


def is_regular(entry: Path) -> bool:
    """Whether an entry is a file, and no link, pipe, device or folder."""
    try:
        return stat.S_ISREG(entry.lstat().st_mode)
    except OSError:
        return False


def is_folder(entry: Path) -> bool:
    """Whether an entry is a folder, and no link to one."""
    return entry.is_dir() and not entry.is_symlink()


def are_same(one: Path, other: Path) -> bool:
    """Whether two entries are one file, or two links, pipes, devices or files that are alike."""
    here, there = one.lstat(), other.lstat()
    if os.path.samestat(here, there):
        return True
    if stat.S_IFMT(here.st_mode) != stat.S_IFMT(there.st_mode):
        return False
    if stat.S_ISREG(here.st_mode):
        return here.st_size == there.st_size and one.read_bytes() == other.read_bytes()
    if stat.S_ISLNK(here.st_mode):
        return one.readlink() == other.readlink()
    return not stat.S_ISDIR(here.st_mode) and here.st_rdev == there.st_rdev
