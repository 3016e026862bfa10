"""The files of a campaign: found and read without ever leaving its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbill.problems import Place, Problem, error

_LARGEST_TEXT = 2_000_000
_LARGEST_ASSET = 20_000_000
_FOLDER = re.compile(r"[a-z0-9][a-z0-9-]*")
_NAME = re.compile(_FOLDER.pattern + r"(?:\.[A-Za-z0-9-]+)*")


@dataclass(frozen=True)
class TextFile:
    """A text file: its path relative to the campaign, and its text with plain line ends."""

    path: str
    text: str


def walk(
    folder: Path, under: str, *, any_name: bool = False
) -> Iterator[tuple[str, Problem | None]]:
    """The files below a part of the campaign, in order, each with what keeps it from being read.

    Hidden files are passed over, as are folders that do not exist. A name that cannot become a
    web address is a problem, unless `any_name` is given.
    """
    for directory, names, files in os.walk(folder / under):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in list(names):
            if (linked := Path(directory, name)).is_symlink():
                names.remove(name)
                yield _relative(linked, folder), _link_problem(linked, folder)
            elif not _FOLDER.fullmatch(name) and not any_name:
                names.remove(name)
                yield _relative(linked, folder), _name_problem(_relative(linked, folder), "nurse")
        for name in sorted(files):
            if name.startswith("."):
                continue
            file = Path(directory, name)
            yield _relative(file, folder), _file_problem(file, folder, any_name)


def read_text(folder: Path, path: str) -> tuple[TextFile | None, Problem | None]:
    """Read a text file of the campaign, or say why it cannot be read."""
    try:
        content = (folder / path).read_bytes()
    except OSError as wrong:
        return None, error(Place(path), f"this file cannot be read: {wrong.strerror}")
    if len(content) > _LARGEST_TEXT:
        return None, error(Place(path), "this file is larger than 2 MB", "is it a text?")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        return None, error(
            Place(path, line),
            "this line has characters in an old encoding",
            "save the file as UTF-8",
        )
    return TextFile(path, text.replace("\r\n", "\n").replace("\r", "\n")), None


def _relative(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _file_problem(file: Path, folder: Path, any_name: bool) -> Problem | None:
    path = _relative(file, folder)
    if file.is_symlink():
        return _link_problem(file, folder)
    if not file.is_file():
        return error(Place(path), "this is not a file that can be read", "remove it")
    if not any_name and not _NAME.fullmatch(file.name):
        return _name_problem(path, "my-flyer.md")
    if file.stat().st_size > _LARGEST_ASSET:
        return error(Place(path), "this file is larger than 20 MB", "make it smaller")
    return None


def _name_problem(path: str, example: str) -> Problem:
    return error(
        Place(path),
        "this name cannot become a web address",
        f"use small letters, digits and hyphens, e.g. {example}",
    )


def _link_problem(file: Path, folder: Path) -> Problem:
    return error(
        Place(_relative(file, folder)),
        "this is a link to another file, which Handbill does not follow",
        "copy the file itself here",
    )
