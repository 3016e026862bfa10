"""What others put into output/: listed, taken over into a new site, and never removed."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from handbill.regular_files import are_same, is_folder

IsMade = Callable[[str, Path], bool]
"""Whether what stands at a path is as Handbill made it."""
Identity = tuple[int, int, int, int]
"""Device, inode, size in bytes and time of change in nanoseconds: the same while nobody touches."""
PARTIAL = ".partial"
"""The name of a file that is not whole yet."""
_ROUNDS = 20
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}


def entries_below(folder: Path) -> list[str]:
    """What a folder holds at any depth: files, links, and folders that are empty.

    Raises OSError where a folder in it may not be read: what it holds must not be taken for none.
    """
    found = []
    for directory, folders, names in _walk(folder):
        here = Path(directory)
        ends = [name for name in folders if (here / name).is_symlink()]
        ends += [name for name in folders if name not in ends and _is_empty(here / name)]
        found += [(here / name).relative_to(folder).as_posix() for name in (*names, *ends)]
    return found


def take_over(entry: Path, to: Path, partial: Path) -> bool:
    """Let an entry stand at a second place, too: as the same file, or whole, as a copy.

    A copy is made at `partial` first. False where the entry is gone meanwhile. Raises OSError
    where it can be neither.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        if is_folder(entry):
            to.mkdir(exist_ok=True)
        else:
            _link_or_copy(entry, to, partial)
    except FileNotFoundError:
        if os.path.lexists(entry):
            raise
        return False
    return True


def _link_or_copy(entry: Path, to: Path, partial: Path) -> None:
    try:
        os.link(entry, to, follow_symlinks=False)
    except NotImplementedError:  # pragma: no cover - a system without linkat(2)
        _copy(entry, to, partial)
    except OSError as wrong:
        if wrong.errno not in _NO_LINKS:
            raise
        _copy(entry, to, partial)


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:  # somebody has just removed it
        return False


def take_over_folders(old: Path, new: Path) -> None:
    """Give the folders of a new site the rights and times that they have in the old one."""
    shared = [Path(directory) for directory, *_ in _walk(old)]
    for folder in reversed(shared):
        twin = new / folder.relative_to(old)
        if is_folder(twin):
            status = folder.stat()
            shutil.copystat(folder, twin)
            with contextlib.suppress(PermissionError):  # it is another's, and stays ours
                os.chown(twin, status.st_uid, status.st_gid)


def identity_of(entry: Path) -> Identity:
    """What tells an entry from any other, and from itself after a change."""
    status = entry.lstat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def dissolve(
    left: Path, into: Path, is_made: IsMade, taken: Mapping[str, Identity] = MappingProxyType({})
) -> bool:
    """Remove a folder whose place another took; what others put there moves into that one.

    What was `taken` over into that one gives way to what stands here, being newer, as long as
    nobody touched it there. True where the folder is gone: what can't be moved stays in it.
    """
    for _ in range(_ROUNDS):  # somebody may be writing into it
        if not is_folder(left):
            return True
        with contextlib.suppress(FileNotFoundError):
            _dissolve_once(left, into, is_made, taken)
    return not is_folder(left)


def _dissolve_once(left: Path, into: Path, is_made: IsMade, taken: Mapping[str, Identity]) -> None:
    made: set[Path] = set()
    for directory, folders, names in _walk(left, from_below=True):
        here = Path(directory)
        if not os.access(here, os.W_OK):
            here.chmod(stat.S_IRWXU)
        for name in (*names, *(name for name in folders if (here / name).is_symlink())):
            path = (here / name).relative_to(left)
            if is_made(path.as_posix(), here / name):
                made |= set(path.parents)
                (here / name).unlink()
            else:
                with contextlib.suppress(OSError):
                    _move(here / name, into / path, taken.get(path.as_posix()))
        if here not in (left, *map(left.joinpath, made)) and not any(here.iterdir()):
            _keep_folder(here, into / here.relative_to(left))
        with contextlib.suppress(OSError):  # something was put into it meanwhile, or can't move
            here.rmdir()


def _move(entry: Path, to: Path, taken: Identity | None) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(to):
        entry.rename(to)
    elif are_same(entry, to):
        entry.unlink()
    elif identity_of(to) == taken:
        entry.replace(to)


def _keep_folder(folder: Path, twin: Path) -> None:
    if not os.path.lexists(twin):
        twin.mkdir(parents=True)
        shutil.copystat(folder, twin)


def _walk(folder: Path, *, from_below: bool = False) -> Iterator[tuple[str, list[str], list[str]]]:
    def stop(wrong: OSError) -> None:
        if not isinstance(wrong, FileNotFoundError):  # somebody has just removed it
            raise wrong

    if os.path.lexists(folder):
        yield from os.walk(folder, topdown=not from_below, onerror=stop)


def _copy(entry: Path, to: Path, partial: Path) -> None:
    partial.unlink(missing_ok=True)
    status = entry.lstat()
    if stat.S_ISREG(status.st_mode) or stat.S_ISLNK(status.st_mode):
        shutil.copy2(entry, partial, follow_symlinks=False)
    elif stat.S_ISFIFO(status.st_mode):
        os.mkfifo(partial, stat.S_IMODE(status.st_mode))
    else:
        os.mknod(partial, status.st_mode, status.st_rdev)
    partial.rename(to)
