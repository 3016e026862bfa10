"""How far each translation is: done, missing, behind its original, or not reviewed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from handbill.campaign import Campaign, Content, Translation
from handbill.completeness import is_whole
from handbill.schema import DocumentSettings

BODY = ""
"""Stands for the text below the settings among the keys that are not translated."""
_DIGITS = 8
_NAMES = "district."
"""Names in config.yaml, which may well be the same in every language."""


class State(str, Enum):
    """How far a translation is; of several that hold, the first one.

    One that bears no mark of its original is as good as done, but nobody can tell when the
    original changes.
    """

    MISSING = "missing"
    BEHIND = "behind"
    PARTLY = "partly"
    NOT_REVIEWED = "not reviewed"
    NOT_MARKED = "not marked"
    DONE = "done"


@dataclass(frozen=True)
class Standing:
    """One content file in one language: its state, and what of it is not translated."""

    content: Content[Any]
    language: str
    state: State
    open_keys: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the translation stands, or would stand."""
        return path_of_translation(self.content, self.language)


def path_of_translation(content: Content[Any], language: str) -> str:
    """Where the translation of a file belongs: beside it."""
    stem, _, suffix = content.path.rpartition(".")
    return f"{stem}.{language}.{suffix}"


def path_of_notes(path: str, language: str) -> str:
    """Where the words of a table belong in another language: beside it."""
    return f"{path.removesuffix('.csv')}.{language}.csv"


def standings(campaign: Campaign, language: str) -> Iterator[Standing]:
    """How far each file of a campaign is in a language that it comes in."""
    for content in (campaign.config, *campaign.unsettled(campaign.contents)):
        if texts_of(content) and comes_in(content, language):
            yield _standing(content, language)


def standing_of_places(campaign: Campaign, language: str) -> State | None:
    """How far the notes and the columns of the places are; None where none is to translate."""
    parts = [language in place.notes for place in campaign.places if place.notes]
    parts += [language in column.names for column in campaign.place_columns]
    if not parts:
        return None
    return State.DONE if all(parts) else State.PARTLY if any(parts) else State.MISSING


def comes_in(content: Content[Any], language: str) -> bool:
    """Whether a file is for a language: a document may be for some of the campaign's alone."""
    settings = content.settings
    own = settings.languages if isinstance(settings, DocumentSettings) else None
    return own is None or language in own


def _standing(content: Content[Any], language: str) -> Standing:
    translation = content.translations.get(language)
    if translation is None:
        return Standing(content, language, State.MISSING, tuple(texts_of(content)))
    missing = tuple(_open_keys(content, language))
    if translation.is_empty:
        state = State.MISSING
    elif is_behind(content, translation):
        state = State.BEHIND
    elif missing or not is_whole(content, translation):
        state = State.PARTLY
    elif not translation.record.is_reviewed:
        state = State.NOT_REVIEWED
    else:
        state = State.DONE if translation.record.original else State.NOT_MARKED
    return Standing(content, language, state, missing)


def is_behind(content: Content[Any], translation: Translation) -> bool:
    """Whether the original has changed since a translation was made from it."""
    return translation.record.original not in (None, mark_of(content))


def _open_keys(content: Content[Any], language: str) -> Iterator[str]:
    translation = content.translations[language]
    for key in texts_of(content):
        given = translation.body.html.strip() if key == BODY else translation.words.get(key)
        if not given and not key.startswith(_NAMES):
            yield key


def texts_of(content: Content[Any]) -> dict[str, str]:
    """What of a file is to be translated, by key; BODY is the text below the settings."""
    texts = {key: content.original(key) for key in content.word_keys}
    texts[BODY] = content.body.source.strip()
    return {key: text for key, text in texts.items() if text}


def mark_of(content: Content[Any]) -> str:
    """A short hash of what a translation is made from: not of figures, dates or sources.

    It is the beginning of a SHA-256, and does not change with spaces and line ends.
    """
    texts = {key: " ".join(text.split()) for key, text in texts_of(content).items()}
    written = json.dumps(texts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]
