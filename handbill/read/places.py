"""content/data/places.csv: places that families can go to."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handbill.campaign import PLACES, FreePlace, Written
from handbill.characters import as_it_was, for_comparing, for_machines, for_people
from handbill.hours import Opening, parse_hours
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.read.files import read_text
from handbill.telephones import NoTelephone, Telephone, read_telephone
from handbill.times import Unclear
from handbill.translations import path_of_notes

_HOW_TO_SAVE = "in a spreadsheet program: Save As, CSV UTF-8 (comma delimited)"
_OTHER_SEPARATORS = {";": "`;`", "\t": "tabs", "|": "`|`"}
_COLUMNS = ("name", "address", "hours", "phone", "note")
_WORDS = ("name", "note")
_NEEDED = ("name", "address")
_NOT_NEEDED = ("hours", "note")
_OF_A_SPREADSHEET = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|#{3,}")
_FILLER = re.compile(r"n\.?\s?/?\s?a\.?|none|nil|null|tb[ad]|unknown|[-?x.]+", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r"sep=.?\n")
"""What Excel writes above a table for itself."""
_NEVER_CLOSED = ("a quotation mark is opened here and never closed", "close it, or remove it")
_AFTER_A_QUOTE = (
    "there is text after a closing quotation mark",
    'put the marks around the whole cell, and write "" for one inside it',
)


def read_places(
    folder: Path, languages: Sequence[str]
) -> tuple[tuple[FreePlace, ...], list[Problem]]:
    """Read the places, and their notes in each language; a campaign without the file has none."""
    rows, problems = _read_table(folder, PLACES, _COLUMNS)
    places: list[FreePlace] = []
    for place, cells in rows:
        found = _place(cells, place, languages[0])
        if isinstance(found, FreePlace):
            places.append(found)
        else:
            problems += found
    problems += _twice(places)
    notes: dict[str, dict[str, Written]] = {place.name: {} for place in places}
    for language in languages[1:] if not problems else ():
        rows, found_here = _read_table(folder, path_of_notes(PLACES, language), _WORDS)
        problems += found_here
        for place, cells in rows:
            name, words = cells.get("name", ""), cells.get("note", "")
            problems += _wrong_note(name, words, place, places)
            if words and name in notes:
                notes[name][language] = Written(words, language, place)
    return tuple(replace(p, notes={**p.notes, **notes[p.name]}) for p in places), problems


def _twice(places: Sequence[FreePlace]) -> Iterator[Problem]:
    first: dict[tuple[str, str], FreePlace] = {}
    for place in places:
        key = (for_comparing(place.name), for_comparing(place.address))
        known = first.setdefault(key, place)
        if known is not place:
            hint = f"its first place is line {known.place.line}; keep one of the two"
            yield error(place.place, f'"{place.name}" stands here twice', hint)


def _wrong_note(
    name: str, words: str, place: Place, places: Sequence[FreePlace]
) -> Iterator[Problem]:
    known = {original.name: original for original in places}
    if name not in known:
        says = f'there is no place "{name}" in {PLACES}'
        yield error(place, says, did_you_mean(name, known) or "write its name as it stands there")
    elif words and not known[name].notes:
        yield error(place, f'"{name}" has no note in {PLACES}', "write the original there first")


def _read_table(
    folder: Path, path: str, columns: Sequence[str]
) -> tuple[list[tuple[Place, dict[str, str]]], list[Problem]]:
    """The rows of a table, each with its place; none where there is no such file."""
    if not (folder / path).exists():
        return [], []
    file, problem = read_text(folder, path)
    if file is None:
        return [], [problem] if problem else []
    return _read_rows(file.text, path, columns)


def _read_rows(
    text: str, path: str, columns: Sequence[str]
) -> tuple[list[tuple[Place, dict[str, str]]], list[Problem]]:
    text = _SEPARATOR_LINE.sub("\n", text) if _SEPARATOR_LINE.match(text) else text
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[Place, dict[str, str]]] = []
    problems: list[Problem] = []
    header: list[str] | None = None
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
                header = [for_machines(cell).lower() for cell in row]
                problems = _header_problems(header, text.partition("\n")[0], place, columns)
                if problems:
                    return [], problems
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
    return found, problems


def _header_problems(
    header: list[str], written: str, place: Place, columns: Sequence[str]
) -> list[Problem]:
    names = f"the first row is: {','.join(columns)}"
    if not set(header) & set(columns):
        for sign, name in _OTHER_SEPARATORS.items():
            if sign in written and set(map(str.strip, written.lower().split(sign))) & set(columns):
                return [error(place, f"the cells are separated by {name}", _HOW_TO_SAVE)]
        return [error(place, "the first row does not name the columns", names)]
    wrong = [column for column in header if column not in columns]
    missing = [name for name in columns if name in _NEEDED and name not in header]
    twice = sorted({column for column in header if header.count(column) > 1} - set(wrong))
    unknown = [
        (f"`{column}` is not a column that Handbill knows", did_you_mean(column, columns))
        if column
        else ("a column here has no name", "write one above it, or remove the column")
        for column in dict.fromkeys(wrong)
    ]
    return [
        *(error(place, says, hint) for says, hint in unknown),
        *(error(place, f"the column `{column}` stands here twice", names) for column in twice),
        *(error(place, f"the column `{column}` is missing", names) for column in missing),
    ]


def _no_words(cells: dict[str, str], place: Place) -> Iterator[Problem]:
    """Cells that a spreadsheet filled by itself, or somebody who had nothing to say."""
    for column, text in cells.items():
        if _OF_A_SPREADSHEET.fullmatch(text):
            says = f'`{column}`: "{text}" is what a spreadsheet writes where something went wrong'
            yield error(place, says, "type the cell again")
        elif column != "phone" and _FILLER.fullmatch(text):
            hint = "fill the cell, or remove the row"
            hint = "leave the cell empty" if column in _NOT_NEEDED else hint
            yield error(place, f'`{column}`: "{text}" says nothing', hint)
        elif (meant := as_it_was(text)) is not None and column == "hours":
            says = f'"{text}" was read in another encoding when it was copied'
            yield error(place, says, f"write {meant}")


def _place(cells: dict[str, str], place: Place, language: str) -> FreePlace | list[Problem]:
    problems = [
        error(place, f"this place has no {column}", "fill the cell, or remove the row")
        for column in _NEEDED
        if not cells.get(column)
    ]
    problems += _no_words(cells, place)
    if problems:
        return problems
    openings: tuple[Opening, ...] | Unclear = ()
    if hours := cells.get("hours", ""):
        openings = parse_hours(hours)
        if isinstance(openings, Unclear):
            at = f' at "{openings.part}"' if openings.part != hours else ""
            says = f'the opening hours "{hours}" cannot be read{at}: {openings.why}'
            problems.append(error(place, says, openings.hint))
    phone = cells.get("phone") or None
    telephone = read_telephone(phone) if phone else None
    if isinstance(telephone, NoTelephone):
        problems.append(error(place, f'`phone`: "{phone}" {telephone.says}', telephone.hint))
    if problems:
        return problems
    assert not isinstance(openings, Unclear)  # noqa: S101 - told above
    number = telephone.written if isinstance(telephone, Telephone) else None
    note = cells.get("note")
    notes = {language: Written(note, language, place)} if note else {}
    return FreePlace(cells["name"], cells["address"], openings, number, place, notes)
