"""The files that were made, put into output/: whole, or not at all.

The new site is made beside the old one, inside output/, and the two change places in one step
of the file system. What Handbill did not make stays where it was, whenever it was put there.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from handbill.problems import CampaignError, Place, Problem, error, in_order
from handbill.regular_files import is_folder, is_regular
from handbill.write.manifest import (
    Manifest,
    manifest_of,
    read_manifest,
    write_manifest,
)
from handbill.write.others import (
    PARTIAL,
    Identity,
    IsMade,
    dissolve,
    entries_below,
    identity_of,
    take_over,
    take_over_folders,
)
from handbill.write.swap import GROWING, exchange

_STAGING = ".staging"
_ASIDE = ".aside-"
_LOCK = ".lock"
_NO_RIGHT = (
    "you lack the right to write there: ask whoever set up this computer, or copy the campaign "
    "into a folder of your own"
)
_FULL = "the disk is full: make room on it, and build again"
_MOUNTED = (
    "another disk is mounted in output/, and cannot change places with a new site: unmount it, "
    "or mount it at output/ itself"
)
_HINTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "this disk can only be read: copy the campaign to another one",
    errno.ENAMETOOLONG: "give the campaign's folder, or its longest page, a shorter name",
    errno.EEXIST: "move away what stands there, and build again",
    errno.ENOTDIR: "move away what stands there, and build again",
    errno.EBUSY: _MOUNTED,
    errno.EXDEV: _MOUNTED,
}
_OTHERWISE = "see whether the disk is there and in order, and build again"


def write(folder: Path, part: str, files: Mapping[str, bytes]) -> None:
    """Make output/`part` of a campaign hold exactly these files, and what others put there.

    Raises CampaignError, and changes nothing, where a file that Handbill did not make stands in
    the way, where somebody changed one that it made, where another build is at work, or where the
    disk refuses.
    """
    output = folder / "output"
    if output.is_symlink():
        says = "this is a link to somewhere else"
        hint = "remove it; the build makes the folder itself"
        raise CampaignError([error(Place("output"), says, hint)])
    try:
        output.mkdir(exist_ok=True)
        with _alone(output):
            _swap_in(output, part, files)
    except OSError as wrong:
        says = f"the result cannot be written: {wrong.strerror or wrong}"
        hint = _HINTS.get(wrong.errno or 0, _OTHERWISE)
        raise CampaignError([error(Place(f"output/{part}"), says, hint)]) from wrong


def _swap_in(output: Path, part: str, files: Mapping[str, bytes]) -> None:
    target, aside, staged = output / part, output / f"{_ASIDE}{part}", output / _STAGING / part
    before, now = read_manifest(output), manifest_of(part, files)
    either = before.and_also(now)
    _take_up_what_was_left(output, before)
    foreign = _foreign(target, part, before)
    edited = {place: _is_edited(place) for place in _edited(output, part, before, files)}
    in_the_way = {problem.place: problem for problem in _in_the_way(target, part, foreign, files)}
    problems = (in_the_way | edited).values()
    if problems:
        raise CampaignError(in_order(problems))
    write_manifest(output, either)  # until they have changed places both sites are ours
    taken: Mapping[str, Identity] = {}
    try:
        taken = _stage(target, staged, foreign, files)
        exchange(staged, target, aside)
    except OSError:
        _clear(output, part, either)  # what was set aside, the next build puts back
        with contextlib.suppress(OSError):
            write_manifest(output, before)
        raise
    _clear(output, part, either, taken, aside)
    with contextlib.suppress(OSError):  # the list stands as it is: what it has too much is ours
        write_manifest(output, before.without(part).and_also(now))


def _clear(
    output: Path,
    part: str,
    made: Manifest,
    taken: Mapping[str, Identity] = MappingProxyType({}),
    *others: Path,
) -> None:
    """Clear away what is left beside a site; what cannot be is taken up by the next build."""
    with contextlib.suppress(OSError):
        (output / _STAGING / PARTIAL).unlink(missing_ok=True)
        for left in (output / _STAGING / part, *others):
            dissolve(left, output / part, _made_in(part, made), taken)
        (output / _STAGING).rmdir()


def _take_up_what_was_left(output: Path, made: Manifest) -> None:
    """Clear away what a build that was killed left, and carry over what others put there.

    Raises CampaignError where something stands there that cannot be carried over.
    """
    for aside in output.glob(f"{_ASIDE}*"):
        part = aside.name.removeprefix(_ASIDE)
        if is_folder(aside) and not os.path.lexists(output / part):
            aside.rename(output / part)  # it was killed while it exchanged the two step by step
        dissolve(aside, output / part, _made_and_there(output / part, _made_in(part, made)))
    for growing in output.glob(f"{GROWING}*"):
        part = growing.name.removeprefix(GROWING)
        dissolve(growing, output / part, _made_and_there(output / part, _made_in(part, made)))
    staging = output / _STAGING
    if is_folder(staging):
        if is_regular(staging / PARTIAL):
            (staging / PARTIAL).unlink()
        for left in staging.iterdir():
            dissolve(left, output / left.name, _made_in(left.name, made))
        with contextlib.suppress(OSError):
            staging.rmdir()
    others = (*output.glob(f"{_ASIDE}*"), *output.glob(f"{GROWING}*"))
    remains = [entry for entry in (staging, *others) if os.path.lexists(entry)]
    if remains:
        raise CampaignError([_stands_in_the_way(path) for path in _ends(output, remains)])


def _ends(output: Path, entries: Iterable[Path]) -> list[str]:
    """The entries that are no folders, and what stands in those that are."""
    ends = []
    for entry in entries:
        below = entries_below(entry) if is_folder(entry) else []
        ends += [(entry / path).relative_to(output).as_posix() for path in below or [""]]
    return sorted(ends)


def _stage(
    target: Path, staged: Path, foreign: Iterable[str], files: Mapping[str, bytes]
) -> dict[str, Identity]:
    """Make the new site beside the old one; gives back what was taken over from there.

    A file that is not whole yet has a name of its own.
    """
    partial = staged.parent / PARTIAL
    staged.mkdir(parents=True)
    for path, content in files.items():
        to = staged / path
        to.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.rename(to)
    taken = {}
    for path in foreign:
        if path not in files and take_over(target / path, staged / path, partial):
            taken[path] = identity_of(staged / path)
    take_over_folders(target, staged)
    return taken


def _foreign(target: Path, part: str, made: Manifest) -> list[str]:
    """What stands in a folder of output/ that Handbill did not make, or not as it is now."""
    if not is_folder(target):
        return []
    is_made = _made_in(part, made)
    return [path for path in entries_below(target) if not is_made(path, target / path)]


def _made_in(part: str, made: Manifest) -> IsMade:
    return lambda path, entry: made.is_as_made(f"{part}/{path}", entry)


def _made_and_there(target: Path, is_made: IsMade) -> IsMade:
    """Of a site that was set aside nothing is dropped that the one in its place may lack."""
    return lambda path, entry: os.path.lexists(target / path) and is_made(path, entry)


def _in_the_way(
    target: Path, part: str, foreign: Iterable[str], files: Mapping[str, bytes]
) -> Iterator[Problem]:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        yield _stands_in_the_way(part)
        return
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    for path in foreign:
        if (
            (path in folders and not is_folder(target / path))
            or any(str(parent) in files for parent in PurePosixPath(path).parents)
            or (path in files and not _holds(target / path, files[path]))
        ):
            yield _stands_in_the_way(f"{part}/{path}")


def _stands_in_the_way(path: str) -> Problem:
    says = "a file that Handbill did not make stands in the way"
    hint = "move it away; what stands in output/ is made by the build"
    return error(Place(f"output/{path}"), says, hint)


def _edited(output: Path, part: str, made: Manifest, files: Mapping[str, bytes]) -> Iterator[Place]:
    """The files that somebody changed after Handbill made them."""
    for path in made.of_part(part).digests:
        entry, relative = output / path, path.removeprefix(f"{part}/")
        is_new = is_regular(entry) and not made.is_as_made(path, entry)
        if is_new and not (relative in files and _holds(entry, files[relative])):
            yield Place(f"output/{path}")


def _is_edited(place: Place) -> Problem:
    says = "this file was changed after Handbill made it, and a build would undo that"
    hint = (
        "make the change where the page comes from, in content/, layouts/ or config.yaml; then "
        "remove this file, or move it away if you want to keep it"
    )
    return error(place, says, hint)


def _holds(file: Path, content: bytes) -> bool:
    return is_regular(file) and file.read_bytes() == content


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
