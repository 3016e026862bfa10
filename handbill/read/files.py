"""The files of a campaign: found and read without ever leaving its folder."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from handbill.problems import Place, Problem, error
from handbill.regular_files import read_regular
from handbill.yaml_lines import INVISIBLE, INVISIBLE_SAYS

_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
_LARGEST_TEXT = 2_000_000
_LARGEST_ASSET = 20_000_000
_RIGHTS = "whoever made it must let you read it; or move it out of the campaign's folder"


class Names(Enum):
    """Which names of files and folders a part of the campaign allows."""

    ADDRESSES = (re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[A-Za-z0-9-]+)*"), "small letters")
    ASSETS = (re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*"), "letters")
    ANY = (re.compile(r".*", re.DOTALL), "")

    def problem(self, file: Path, folder: Path) -> Problem | None:
        """What is wrong with a file's name, or a folder's."""
        pattern, letters = self.value
        if pattern.fullmatch(file.name):
            return None
        says = "this name cannot become a web address"
        hint = f"use {letters}, digits and hyphens, e.g. my-flyer{file.suffix.lower()}"
        return error(Place(_relative(file, folder)), says, hint)


@dataclass(frozen=True)
class TextFile:
    """A text file: its path relative to the campaign, and its text with plain line ends."""

    path: str
    text: str


def walk(
    folder: Path, under: str, names_allowed: Names = Names.ADDRESSES
) -> Iterator[tuple[str, Problem | None]]:
    """The files below a part of the campaign, in order, each with what keeps it from being read.

    Hidden files are passed over, as are folders that do not exist.
    """
    if (problem := linked_elsewhere(folder, under)) is not None:
        yield under, problem
        return
    unlisted: list[OSError] = []
    for directory, names, files in os.walk(folder / under, onerror=unlisted.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in list(names):
            if (linked := Path(directory, name)).is_symlink():
                names.remove(name)
                yield _relative(linked, folder), _link_problem(linked, folder)
            elif (problem := names_allowed.problem(linked, folder)) is not None:
                names.remove(name)
                yield problem.place.path, problem
        for name in sorted(files):
            if name.startswith("."):
                continue
            file = Path(directory, name)
            path = _relative(file, folder)
            yield path, _file_problem(file, path, folder, names_allowed)
    for wrong in unlisted:
        if not isinstance(wrong, FileNotFoundError):  # a part that is not there is no mistake
            path = _relative(Path(wrong.filename), folder)
            yield path, error(Place(path), f"this folder cannot be read: {wrong.strerror}", _RIGHTS)


def read_text(folder: Path, path: str) -> tuple[TextFile | None, Problem | None]:
    """Read a text file of the campaign, or say why it cannot be read."""
    if (problem := linked_elsewhere(folder, path)) is not None:
        return None, problem
    try:
        content = read_regular(folder / path, _LARGEST_TEXT)
    except OSError as wrong:
        return None, _unreadable(path, wrong)
    if len(content) > _LARGEST_TEXT:
        return None, error(Place(path), "this file is larger than 2 MB", "is it a text?")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        return None, error(
            Place(path, line),
            "this line has characters in another encoding",
            "save the file as UTF-8; in a spreadsheet program, as CSV UTF-8",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    if (invisible := INVISIBLE.search(text)) is not None:
        line = text.count("\n", 0, invisible.start()) + 1
        return None, error(Place(path, line), *INVISIBLE_SAYS)
    if (ending := _LINE_ENDS.search(text)) is not None:
        line = text.count("\n", 0, ending.start()) + 1
        says = f"an end of a line that only some programs know stands here (U+{ord(ending[0]):04X})"
        return None, error(Place(path, line), says, "delete it, and press Enter where a line ends")
    return TextFile(path, text), None


def read_asset(folder: Path, path: str) -> tuple[bytes | None, Problem | None]:
    """Read an asset of the campaign, or say why it cannot be read."""
    try:
        content = read_regular(folder / path, _LARGEST_ASSET)
    except OSError as wrong:
        return None, _unreadable(path, wrong)
    if len(content) > _LARGEST_ASSET:  # it has grown since it was found
        return None, _too_large(path)
    return content, None


def _unreadable(path: str, wrong: OSError) -> Problem:
    return error(Place(path), f"this file cannot be read: {wrong.strerror}")


def _too_large(path: str) -> Problem:
    return error(Place(path), "this file is larger than 20 MB", "make it smaller")


def _relative(file: Path, folder: Path) -> str:
    path = file.relative_to(folder).as_posix()
    return INVISIBLE.sub(" ", path.encode("utf-8", "replace").decode("utf-8").replace("\n", " "))


def _file_problem(file: Path, path: str, folder: Path, names_allowed: Names) -> Problem | None:
    try:
        status = file.lstat()
    except OSError:  # it may be gone since its folder was listed
        status = None
    if status and stat.S_ISLNK(status.st_mode):
        return _link_problem(file, folder)
    if status is None or not stat.S_ISREG(status.st_mode):
        return error(Place(path), "this is not a file that can be read", "remove it")
    if (problem := names_allowed.problem(file, folder)) is not None:
        return problem
    if status.st_size > _LARGEST_ASSET:
        return _too_large(path)
    return None


def linked_elsewhere(folder: Path, path: str) -> Problem | None:
    """What to say where a path, or a folder that it leads through, is a link to elsewhere."""
    step = str(folder)
    for part in path.split("/"):
        step = f"{step}/{part}"
        if os.path.islink(step):  # noqa: PTH114 - asked for every file, and much quicker than pathlib
            return _link_problem(Path(step), folder)
    return None


def _link_problem(file: Path, folder: Path) -> Problem:
    return error(
        Place(_relative(file, folder)),
        "this is a link to somewhere else, which Handbill does not follow",
        "copy here what it leads to",
    )
