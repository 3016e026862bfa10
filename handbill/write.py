"""The files that were made, put into output/: whole, or not at all.

The new site is made beside the old one, inside output/, and the two change places in one step
of the file system. What Handbill did not make stays where it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from handbill.problems import CampaignError, Place, error

_STAGING = ".staging"
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
    try:
        output.mkdir(exist_ok=True)
        with _alone(output):
            _swap_in(output, part, files)
    except OSError as wrong:
        where = f"output/{part}"
        says = f"the result cannot be written: {wrong.strerror or wrong}"
        raise CampaignError([error(Place(where), says)]) from wrong


def _swap_in(output: Path, part: str, files: Mapping[str, bytes]) -> None:
    target = output / part
    made = _read_manifest(output)
    foreign = [path for path in _files_below(target) if f"{part}/{path}" not in made]
    for path in foreign:
        if path in files and (target / path).read_bytes() != files[path]:
            hint = "move it away; what stands in output/ is made by the build"
            says = "a file that Handbill did not make stands in the way"
            raise CampaignError([error(Place(f"output/{part}/{path}"), says, hint)])
    staging = output / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staged = staging / part
    staged.mkdir(parents=True)
    for path, content in files.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_bytes(content)
    for path in foreign:
        if path not in files:
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target / path, staged / path, follow_symlinks=False)
    now = {f"{part}/{path}": hashlib.sha256(content).hexdigest() for path, content in files.items()}
    others = {path: digest for path, digest in made.items() if not path.startswith(f"{part}/")}
    _write_manifest(output, {**made, **now})
    _exchange(staged, target)
    _write_manifest(output, {**others, **now})
    shutil.rmtree(staging, ignore_errors=True)


def _files_below(folder: Path) -> Iterator[str]:
    for directory, _, names in os.walk(folder):
        for name in names:
            yield (Path(directory) / name).relative_to(folder).as_posix()


def _read_manifest(output: Path) -> dict[str, str]:
    try:
        manifest = json.loads((output / _MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _write_manifest(output: Path, made: Mapping[str, str]) -> None:
    new = output / f"{_MANIFEST}.new"
    new.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", "utf-8")
    new.replace(output / _MANIFEST)


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    with (output / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            says = "another build is writing here"
            raise CampaignError([error(Place("output"), says, "wait until it is done")]) from busy
        yield


def _exchange(new: Path, old: Path) -> None:
    """Let two folders change places; where there is no old one, the new one takes its place."""
    if not old.exists():
        new.rename(old)
        return
    if _exchange_at_once(new, old):
        return
    aside = new.with_name(new.name + ".old")  # pragma: no cover - file systems without exchange
    old.rename(aside)  # pragma: no cover
    new.rename(old)  # pragma: no cover


def _exchange_at_once(new: Path, old: Path) -> bool:
    """Exchange two folders in one step: renameat2(2) on Linux, renamex_np(2) on macOS."""
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
