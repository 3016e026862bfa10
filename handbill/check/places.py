"""Places: whether what is said of them in words is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.campaign import PLACES, Campaign
from handbill.languages import Language
from handbill.problems import Place, Problem, warning
from handbill.translations import path_of_notes


def check_places(campaign: Campaign) -> Iterator[Problem]:
    """Notes and columns that are not translated; each is told at the original's first."""
    for number, language in enumerate(campaign.languages[1:], 1):
        place = campaign.config.place("languages", number)
        yield from _columns(campaign, language, place)
        missing = [row for row in campaign.places if row.notes and language not in row.notes]
        if not missing:
            continue
        names = ", ".join(f'"{row.name}"' for row in missing)
        which = "the note of {} is" if len(missing) == 1 else "the notes of {} are"
        says = f"{which.format(names)} {_not_translated(campaign, language)}"
        path = path_of_notes(PLACES, language)
        yield warning(missing[0].place, says, f"write it into {path}, under name,note")


def _columns(campaign: Campaign, language: str, place: Place) -> Iterator[Problem]:
    """The columns that the leader added, of which a language has no names."""
    names = [
        column.names[campaign.default_language]
        for column in campaign.place_columns
        if language not in column.names
    ]
    if names:
        *first, last = names
        which = f"{', '.join(first)} and {last} are" if first else f"the column {last} is"
        says = f"{PLACES}: {which} {_not_translated(campaign, language)}"
        path = path_of_notes(PLACES, language)
        hint = f"write {path}: in its first row name, and their names in this language"
        yield warning(place, says, hint)


def _not_translated(campaign: Campaign, language: str) -> str:
    original = Language(campaign.default_language).name
    return f"not translated into {Language(language).name} ({language}), and shown in {original}"
