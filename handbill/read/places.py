"""content/data/places.csv: places that families can go to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbill.campaign import PLACES, FreePlace, PlaceColumn, Written
from handbill.characters import as_it_was, for_comparing
from handbill.hours import Opening, parse_hours
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.read.csv_tables import Columns, Table, read_table
from handbill.telephones import NoTelephone, Telephone, read_telephone
from handbill.times import Unclear
from handbill.translations import path_of_notes

_MOST_OF_HER_OWN = 3
_NEEDED = ("name", "address")
_MEANT = {
    **dict.fromkeys(
        (
            "telephone",
            "tel",
            "number",
            "phone number",
            "telephone number",
            "mobile",
            "cell",
            "call",
        ),
        "phone",
    ),
    **dict.fromkeys(("location", "street", "street address", "where"), "address"),
    **dict.fromkeys(
        ("open", "opening hours", "opening times", "openings", "times", "when", "schedule", "days"),
        "hours",
    ),
    **dict.fromkeys(("comment", "comments", "remark", "remarks"), "note"),
    **dict.fromkeys(("place", "title"), "name"),
}
_COLUMNS = Columns(("name", "address", "hours", "phone", "note"), _NEEDED, _MOST_OF_HER_OWN, _MEANT)
_WORDS = Columns(("name", "note"), ("name",))
_OF_A_SPREADSHEET = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|#{3,}")
_FILLER = re.compile(r"n\.?\s?/?\s?a\.?|none|nil|null|tb[ad]|unknown|[-?x.]+", re.IGNORECASE)


@dataclass(frozen=True)
class Places:
    """The places of a campaign, and the columns that their leader added."""

    places: tuple[FreePlace, ...] = ()
    columns: tuple[PlaceColumn, ...] = ()


_SHORT_WORDS = {
    **{"avenue": "ave", "boulevard": "blvd", "court": "ct", "drive": "dr", "highway": "hwy"},
    **{"lane": "ln", "parkway": "pkwy", "place": "pl", "road": "rd", "street": "st"},
    **{"north": "n", "south": "s", "east": "e", "west": "w", "suite": "ste"},
}
"""Words of addresses, and how they are cut short (USPS Publication 28, appendix C)."""


def read_places(folder: Path, languages: Sequence[str]) -> tuple[Places, list[Problem]]:
    """Read the places, and their words in each language; a campaign without the file has none."""
    table, problems = read_table(folder, PLACES, _COLUMNS)
    default, *others = languages
    places: list[FreePlace] = []
    for place, cells in table.rows:
        found = _place(cells, place, default, table.others)
        if isinstance(found, FreePlace):
            places.append(found)
        else:
            problems += found
    problems += _twice(places)
    columns = [PlaceColumn({default: name}) for name in table.others]
    for language in others if not problems else ():
        path = path_of_notes(PLACES, language)
        words, found_here = read_table(folder, path, replace(_WORDS, others=len(columns)))
        problems += found_here or _wrong_words(words, path, places, table.others)
        if problems:
            break
        if words.others and words.others != table.others:
            columns = [
                PlaceColumn({**column.names, language: name})
                for column, name in zip(columns, words.others, strict=True)
            ]
        places = [_translated(place, words, language, table.others) for place in places]
    return Places(tuple(places), tuple(columns)), problems


def _translated(place: FreePlace, words: Table, language: str, columns: Sequence[str]) -> FreePlace:
    """A place with its words in one language more."""
    given = {cells.get("name"): (at, cells) for at, cells in words.rows}
    if place.name not in given:
        return place
    at, cells = given[place.name]
    notes = dict(place.notes)
    if note := cells.get("note"):
        notes[language] = Written(note, language, at)
    details = []
    for column, name in enumerate(words.others or columns):
        detail = dict(place.details[column])
        if said := cells.get(name):
            detail[language] = Written(said, language, at)
        details.append(detail)
    return replace(place, notes=notes, details=tuple(details))


def _twice(places: Sequence[FreePlace]) -> Iterator[Problem]:
    first: dict[tuple[str, str], FreePlace] = {}
    for place in places:
        key = (for_comparing(place.name), _plain_address(place.address))
        known = first.setdefault(key, place)
        if known is not place:
            hint = f"its first place is line {known.place.line}; keep one of the two"
            yield error(place.place, f'"{place.name}" stands here twice', hint)


def _plain_address(address: str) -> str:
    """An address without what makes no other of it: 12 Main St. is 12 Main Street."""
    words = re.findall(r"\w+", for_comparing(address))
    return " ".join(_SHORT_WORDS.get(word, word) for word in words)


def _wrong_words(
    words: Table, path: str, places: Sequence[FreePlace], columns: Sequence[str]
) -> Iterator[Problem]:
    """What is wrong with the words of the places in another language."""
    known = {original.name: original for original in places}
    if words.others and len(words.others) != len(columns):
        says = f"{PLACES} has {len(columns)} columns of its own, and this has {len(words.others)}"
        hint = f"write their names in this language, in their order: {', '.join(columns)}"
        yield error(words.place or Place(path), says, hint)
    for place, cells in words.rows:
        name = cells.get("name", "")
        if name not in known:
            says = f'there is no place "{name}" in {PLACES}'
            hint = did_you_mean(name, known) or "write its name as it stands there"
            yield error(place, says, hint)
        elif cells.get("note") and not known[name].notes:
            says = f'"{name}" has no note in {PLACES}'
            yield error(place, says, "write the original there first")


def _no_words(cells: dict[str, str], place: Place) -> Iterator[Problem]:
    """Cells that a spreadsheet filled by itself, or somebody who had nothing to say."""
    for column, text in cells.items():
        if _OF_A_SPREADSHEET.fullmatch(text):
            says = f'`{column}`: "{text}" is what a spreadsheet writes where something went wrong'
            yield error(place, says, "type the cell again")
        elif column != "phone" and _FILLER.fullmatch(text):
            hint = "fill the cell, or remove the row"
            hint = hint if column in _NEEDED else "leave the cell empty"
            yield error(place, f'`{column}`: "{text}" says nothing', hint)
        elif (meant := as_it_was(text)) is not None and column == "hours":
            says = f'"{text}" was read in another encoding when it was copied'
            yield error(place, says, f"write {meant}")


def _place(
    cells: dict[str, str], place: Place, language: str, others: Sequence[str]
) -> FreePlace | list[Problem]:
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
    telephone = read_telephone(phone, "into the column `note`") if phone else None
    if isinstance(telephone, NoTelephone):
        problems.append(error(place, f'`phone`: "{phone}" {telephone.says}', telephone.hint))
    if problems:
        return problems
    assert not isinstance(openings, Unclear)  # noqa: S101 - told above
    number = telephone.written if isinstance(telephone, Telephone) else None
    note = cells.get("note")
    notes = {language: Written(note, language, place)} if note else {}
    details = tuple(_detail(cells.get(name), language, place) for name in others)
    return FreePlace(cells["name"], cells["address"], openings, number, place, notes, details)


def _detail(said: str | None, language: str, place: Place) -> Mapping[str, Written]:
    return {language: Written(said, language, place)} if said else {}
