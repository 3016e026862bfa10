"""Places: whether what is said of them in words is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.problems import Problem, warning
from handbill.translations import path_of_notes


def check_places(campaign: Campaign) -> Iterator[Problem]:
    """Notes that are not translated; each is told at the original's first."""
    noted = [place for place in campaign.places if place.notes]
    for language in campaign.languages[1:]:
        missing = [place for place in noted if language not in place.notes]
        if not missing:
            continue
        names = ", ".join(f'"{place.name}"' for place in missing)
        which = "the note of {} is" if len(missing) == 1 else "the notes of {} are"
        name = f"{Language(language).name} ({language})"
        original = Language(campaign.default_language).name
        says = f"{which.format(names)} not translated into {name}, and shown in {original}"
        path = path_of_notes(missing[0].place.path, language)
        hint = f"write it into {path}, under name,note"
        yield warning(missing[0].place, says, hint)
