"""The files that were made, put into output/: whole, or not at all.

The new site is made beside the old one, inside output/, and the two change places in one step
of the file system. What Handbill did not make stays where it was.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from handbill.problems import CampaignError, Place, error

_STAGING = ".staging"
_ASIDE = ".aside-"
_MANIFEST = ".made-by-handbill.json"
_LOCK = ".lock"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def write(folder: Path, part: str, files: Mapping[str, bytes]) -> None:
    """Make output/`part` of a campaign hold exactly these files, and what others put there.

    Raises CampaignError, and changes nothing, where a file that Handbill did not make stands in
    the way, where another build is at work, or where the disk refuses.
    """
    output = folder / "output"
    if output.is_symlink():
        says = "this is a link to somewhere else"
        hint = "remove it; the build makes the folder itself"
        raise CampaignError([error(Place("output"), says, hint)])
    try:
        output.mkdir(exist_ok=True)
        with _alone(output):
            try:
                _swap_in(output, part, files)
            finally:
                _remove(output / _STAGING)
    except OSError as wrong:
        where = f"output/{part}"
        says = f"the result cannot be written: {wrong.strerror or wrong}"
        raise CampaignError([error(Place(where), says)]) from wrong


def _swap_in(output: Path, part: str, files: Mapping[str, bytes]) -> None:
    target, aside = output / part, output / f"{_ASIDE}{part}"
    if aside.is_dir() and not target.exists():
        aside.rename(target)  # a build was killed while it exchanged the two step by step
    _remove(aside)
    made = _read_manifest(output)
    foreign = [path for path in _entries_below(target) if f"{part}/{path}" not in made]
    _stop_at_foreign_ones_in_the_way(target, part, foreign, files)
    staging = output / _STAGING
    _remove(staging)
    staged = staging / part
    staged.mkdir(parents=True)
    for path, content in files.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_bytes(content)
    for path in foreign:
        if path not in files:
            _copy(target / path, staged / path)
    now = {f"{part}/{path}" for path in files}
    others = {path for path in made if not path.startswith(f"{part}/")}
    _write_manifest(output, made | now)  # until they have changed places both sites are ours
    _exchange(staged, target, aside)
    with contextlib.suppress(OSError):  # the list stands as it is: what it has too much is ours
        _write_manifest(output, others | now)


def _stop_at_foreign_ones_in_the_way(
    target: Path, part: str, foreign: Iterable[str], files: Mapping[str, bytes]
) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        in_the_way = [part]
    else:
        folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
        in_the_way = [
            f"{part}/{path}"
            for path in foreign
            if (path in folders and not _is_folder(target / path))
            or any(str(parent) in files for parent in PurePosixPath(path).parents)
            or (path in files and not _holds(target / path, files[path]))
        ]
    hint = "move it away; what stands in output/ is made by the build"
    says = "a file that Handbill did not make stands in the way"
    problems = [error(Place(f"output/{path}"), says, hint) for path in sorted(in_the_way)]
    if problems:
        raise CampaignError(problems)


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and not file.is_symlink() and file.read_bytes() == content


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _entries_below(folder: Path) -> Iterator[str]:
    """What a folder holds at any depth: files, links, and folders that are empty."""
    for directory, folders, names in os.walk(folder):
        here = Path(directory)
        ends = [name for name in folders if (here / name).is_symlink()]
        ends += [name for name in folders if name not in ends and not any((here / name).iterdir())]
        for name in (*names, *ends):
            yield (here / name).relative_to(folder).as_posix()


def _copy(entry: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if _is_folder(entry):
        to.mkdir(exist_ok=True)
    else:
        shutil.copy2(entry, to, follow_symlinks=False)


def _remove(path: Path) -> None:
    """Remove a folder and all that is in it; a link is removed, and never followed."""
    if _is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _read_manifest(output: Path) -> set[str]:
    try:
        return set(json.loads((output / _MANIFEST).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return set()


def _write_manifest(output: Path, made: Iterable[str]) -> None:
    new = output / f"{_MANIFEST}.new"
    new.unlink(missing_ok=True)
    new.write_text(json.dumps(sorted(made), indent=1) + "\n", "utf-8")
    new.replace(output / _MANIFEST)


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    lock = os.open(output / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as busy:
        says = "another build is writing here"
        raise CampaignError([error(Place("output"), says, "wait until it is done")]) from busy
    finally:
        os.close(lock)


def _exchange(new: Path, old: Path, aside: Path) -> None:
    """Let two folders change places; where there is no old one, the new one takes its place."""
    if not old.exists():
        new.rename(old)
    elif not _exchange_at_once(new, old):
        old.rename(aside)
        try:
            new.rename(old)
        except OSError:
            aside.rename(old)
            raise
        _remove(aside)


def _exchange_at_once(new: Path, old: Path) -> bool:
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
    if failed and ctypes.get_errno() not in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return not failed
