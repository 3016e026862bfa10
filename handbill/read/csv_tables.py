"""A CSV file of a campaign: its columns, and its rows, each with its line."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handbill.characters import for_machines, for_people
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.read.files import read_text

_HOW_TO_SAVE = "in a spreadsheet program: Save As, CSV UTF-8 (comma delimited)"
_OTHER_SEPARATORS = {";": "`;`", "\t": "tabs", "|": "`|`"}
_A_SLIP = 0.81
"""How alike a column's name is to a known one, at least, of which it is a slip of the pen."""
_SEPARATOR_LINE = re.compile(r"sep=.?\n")
"""What Excel writes above a table for itself."""
_NEVER_CLOSED = ("a quotation mark is opened here and never closed", "close it, or remove it")
_AFTER_A_QUOTE = (
    "there is text after a closing quotation mark",
    'put the marks around the whole cell, and write "" for one inside it',
)


@dataclass(frozen=True)
class Columns:
    """The columns that a table has: those that are known, which of them are needed, and others.

    `others` is how many more it may have under names of their own, and `meant` is what people call
    some of the known ones.
    """

    known: Sequence[str]
    needed: Sequence[str]
    others: int = 0
    meant: Mapping[str, str] = field(default_factory=dict)

    @property
    def first_row(self) -> str:
        """What the first row of the file may be."""
        return f"the first row is: {','.join(self.known)}"


@dataclass(frozen=True)
class Table:
    """The rows of a file, each with its place; `others` are the names of the columns of its own."""

    rows: tuple[tuple[Place, dict[str, str]], ...] = ()
    others: tuple[str, ...] = ()
    place: Place | None = None


def read_table(folder: Path, path: str, columns: Columns) -> tuple[Table, list[Problem]]:
    """Read a table; one that is not there has no rows."""
    if not (folder / path).exists():
        return Table(), []
    file, problem = read_text(folder, path)
    if file is None:
        return Table(), [problem] if problem else []
    return _read_rows(file.text, path, columns)


def _read_rows(text: str, path: str, columns: Columns) -> tuple[Table, list[Problem]]:
    text = _SEPARATOR_LINE.sub("\n", text) if _SEPARATOR_LINE.match(text) else text
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[Place, dict[str, str]]] = []
    problems: list[Problem] = []
    header: list[str] | None = None
    others: tuple[str, ...] = ()
    first: Place | None = None
    before = 0
    try:
        for row in rows:
            place = Place(path, before + 1)
            before = rows.line_num
            while row and not row[-1].strip():
                row.pop()
            if not row:
                continue
            if header is None:
                header, first = [_column(cell, columns) for cell in row], place
                others = tuple(name for name in header if name and name not in columns.known)
                problems = _header_problems(header, text.partition("\n")[0], place, columns)
                if problems:
                    return Table(), problems
            elif len(row) > len(header):
                hint = "put quotes around a text that has a comma in it"
                if any(mark in cell for cell in row for mark in "“”„"):
                    hint = 'write straight marks (") around a text that has a comma in it'
                problems.append(error(place, "this row has more cells than the first one", hint))
            else:
                found.append((place, dict(zip(header, map(for_people, row), strict=False))))
    except csv.Error as wrong:
        after = "expected after" in str(wrong)
        says, hint = _AFTER_A_QUOTE if after else _NEVER_CLOSED
        problems.append(error(Place(path, before + 1), says, hint))
    return Table(tuple(found), others, first), problems


def _column(cell: str, columns: Columns) -> str:
    """The name of a known column in small letters, or another one as people read it."""
    name = for_machines(cell).lower()
    return name if name in columns.known or not columns.others else for_people(cell)


def _header_problems(
    header: list[str], written: str, place: Place, columns: Columns
) -> list[Problem]:
    known = columns.known
    if not set(header) & set(known):
        for sign, name in _OTHER_SEPARATORS.items():
            if sign in written and set(map(str.strip, written.lower().split(sign))) & set(known):
                return [error(place, f"the cells are separated by {name}", _HOW_TO_SAVE)]
        return [error(place, "the first row does not name the columns", columns.first_row)]
    others = [name for name in dict.fromkeys(header) if name not in known]
    twice = sorted({name for name in header if name and header.count(name) > 1})
    missing = [name for name in columns.needed if name not in header]
    problems = [problem for name in others for problem in _other(name, place, columns)]
    named = [name for name in others if name]
    if not problems and len(named) > columns.others > 0:
        says = f"these are {len(named)} columns of your own, and a table has room for "
        hint = f"remove one of: {', '.join(named)}"
        problems.append(error(place, f"{says}{columns.others}", hint))
    return [
        *problems,
        *(
            error(place, f"the column `{name}` stands here twice", columns.first_row)
            for name in twice
        ),
        *(error(place, f"the column `{name}` is missing", columns.first_row) for name in missing),
    ]


def _other(name: str, place: Place, columns: Columns) -> list[Problem]:
    """What is wrong with a column that is not known."""
    if not name:
        hint = "write one above it, or remove the column"
        return [error(place, "a column here has no name", hint)]
    says = f"`{name}` is not a column that Handbill knows"
    if meant := columns.meant.get(name.casefold()):
        return [error(place, says, f"did you mean `{meant}`?")]
    if not columns.others:
        return [error(place, says, did_you_mean(name, columns.known))]
    near = difflib.get_close_matches(name.casefold(), columns.known, n=1, cutoff=_A_SLIP)
    return [error(place, says, f"did you mean `{near[0]}`?")] if near else []
