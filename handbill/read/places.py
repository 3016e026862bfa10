"""content/data/places.csv: places that families can go to."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from handbill.campaign import FreePlace
from handbill.forms import FORMS, Phone
from handbill.hours import Opening, parse_hours
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.read.files import read_text
from handbill.times import Unclear

PLACES = "content/data/places.csv"
_HOW_TO_SAVE = "in a spreadsheet program: Save As, CSV UTF-8 (comma delimited)"
_COLUMNS = ("name", "address", "hours", "phone")
_NEVER_CLOSED = ("a quotation mark is opened here and never closed", "close it, or remove it")
_AFTER_A_QUOTE = (
    "there is text after a closing quotation mark",
    'put the marks around the whole cell, and write "" for one inside it',
)
_PHONE = next(mark.pattern for mark in Phone.__metadata__ if mark.pattern)  # type: ignore[attr-defined]  # Annotated


def read_places(folder: Path) -> tuple[tuple[FreePlace, ...], list[Problem]]:
    """Read the places; a campaign without the file has none."""
    if not (folder / PLACES).exists():
        return (), []
    file, problem = read_text(folder, PLACES)
    if file is None:
        return (), [problem] if problem else []
    return _read_rows(file.text)


def _read_rows(text: str) -> tuple[tuple[FreePlace, ...], list[Problem]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    places: list[FreePlace] = []
    problems: list[Problem] = []
    header: list[str] | None = None
    before = 0
    try:
        for row in rows:
            place = Place(PLACES, before + 1)
            before = rows.line_num
            while row and not row[-1].strip():
                row.pop()
            if not row:
                continue
            if header is None:
                header = [_plain(cell).lower() for cell in row]
                problems = _header_problems(header, place)
                if problems:
                    return (), problems
                continue
            found = _place(dict(zip(header, map(_plain, row), strict=False)), place)
            if len(row) > len(header):
                hint = "put quotes around a text that has a comma in it"
                problems.append(error(place, "this row has more cells than the first one", hint))
            elif isinstance(found, FreePlace):
                places.append(found)
            else:
                problems += found
    except csv.Error as wrong:
        after = "expected after" in str(wrong)
        says, hint = _AFTER_A_QUOTE if after else _NEVER_CLOSED
        problems.append(error(Place(PLACES, before + 1), says, hint))
    return tuple(places), problems


def _plain(cell: str) -> str:
    """A cell's text on one line, whatever white space a spreadsheet keeps in it."""
    return " ".join(cell.split())


def _header_problems(header: list[str], place: Place) -> list[Problem]:
    names = f"the first row is: {','.join(_COLUMNS)}"
    if not set(header) & set(_COLUMNS):
        if header[0].startswith(f"{_COLUMNS[0]};"):
            return [error(place, "the cells are separated by `;`", _HOW_TO_SAVE)]
        return [error(place, "the first row does not name the columns", names)]
    wrong = [column for column in header if column not in _COLUMNS]
    missing = [column for column in ("name", "address") if column not in header]
    twice = sorted({column for column in header if header.count(column) > 1} - set(wrong))
    unknown = [
        (f"`{column}` is not a column that Handbill knows", did_you_mean(column, _COLUMNS))
        for column in wrong
    ]
    return [
        *(error(place, says, hint) for says, hint in unknown),
        *(error(place, f"the column `{column}` stands here twice", names) for column in twice),
        *(error(place, f"the column `{column}` is missing", names) for column in missing),
    ]


def _place(cells: dict[str, str], place: Place) -> FreePlace | list[Problem]:
    problems = [
        error(place, f"this place has no {column}", "fill the cell, or remove the row")
        for column in ("name", "address")
        if not cells.get(column)
    ]
    openings: tuple[Opening, ...] | Unclear = ()
    if hours := cells.get("hours", ""):
        openings = parse_hours(hours)
        if isinstance(openings, Unclear):
            at = f' at "{openings.part}"' if openings.part != hours else ""
            says = f'the opening hours "{hours}" cannot be read{at}: {openings.why}'
            problems.append(error(place, says, openings.hint))
    phone = cells.get("phone") or None
    if phone and not re.match(_PHONE, phone):
        means, hint = FORMS[_PHONE]
        problems.append(error(place, f'`phone`: "{phone}" is not {means}', hint))
    if problems:
        return problems
    assert not isinstance(openings, Unclear)  # noqa: S101 - told above
    return FreePlace(cells["name"], cells["address"], openings, phone, place)
