"""The model of a campaign: what was read, frozen, with the place that each thing came from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from handbill.figures import Figure, add, parse_figure
from handbill.hours import Opening
from handbill.image_files import Picture, PictureError
from handbill.markup import Body
from handbill.problems import Place
from handbill.schema import (
    AnswerSettings,
    DocumentSettings,
    FactSettings,
    OfferSettings,
    Schema,
    Settings,
    Source,
    TranslationRecord,
    words_of,
)
from handbill.yaml_lines import Lines

PLACES = "content/data/places.csv"
OWN_SOURCE = "district"
"""What a fact names as its source that the district itself says."""
S = TypeVar("S", bound=Schema)
C = TypeVar("C", bound="Content[Any]")


@dataclass(frozen=True)
class Written:
    """A text for people: the words, the language they are in, and where they were written."""

    text: str
    language: str
    place: Place


@dataclass(frozen=True)
class Translation:
    """The words of one content file in another language, and what it says of itself."""

    language: str
    path: str
    words: Mapping[str, str]
    record: TranslationRecord
    body: Body
    lines: Lines

    def place(self, *key: str) -> Place:
        """Where a key of its settings stands."""
        return Place(self.path, self.lines.of(*key))

    @property
    def is_empty(self) -> bool:
        """Whether it has no word yet."""
        return not self.words and not self.body.html.strip()


@dataclass(frozen=True)
class Content(Generic[S]):
    """One content file: its settings, its text, and its translations by language code."""

    id: str
    path: str
    language: str
    settings: S
    body: Body
    lines: Lines
    translations: Mapping[str, Translation] = field(default_factory=dict)

    def place(self, *key: str | int) -> Place:
        """Where a key of the settings stands."""
        return Place(self.path, self.lines.of(*key))

    @property
    def word_keys(self) -> tuple[str, ...]:
        """The keys of its settings that are for people to read."""
        return words_of(type(self.settings))

    def words(self, key: str, language: str) -> Written | None:
        """A text of the settings in a language, or in the default one where it is not translated.

        A nested key has dots: `district.contact.role`.
        """
        parts = key.split(".")
        translation = self.translations.get(language)
        if translation and key in translation.words:
            return Written(translation.words[key], language, translation.place(*parts))
        value = self.original(key)
        return None if value is None else Written(value, self.language, self.place(*parts))

    def original(self, key: str) -> str | None:
        """A text of the original's settings; None where there is none."""
        value: object = self.settings
        for part in key.split("."):
            value = getattr(value, part)
        return value if isinstance(value, str) else None

    def body_in(self, language: str) -> tuple[Body, str]:
        """The text in a language and that language, or the original and the default one."""
        translation = self.translations.get(language)
        if translation and translation.body.html:
            return translation.body, language
        return self.body, self.language

    def texts_in(self, language: str) -> Iterator[Body | Written]:
        """The texts that it has in a language itself: those of its settings, and its body."""
        for key in self.word_keys:
            written = self.words(key, language)
            if written is not None and written.language == language:
                yield written
        body, spoken = self.body_in(language)
        if spoken == language:
            yield body

    def is_translated(self, language: str) -> bool:
        """Whether it has words in a language."""
        translation = self.translations.get(language)
        return language == self.language or (translation is not None and not translation.is_empty)


@dataclass(frozen=True)
class Cited:
    """An entry of content/sources.yaml."""

    id: str
    source: Source
    place: Place


@dataclass(frozen=True)
class FreePlace:
    """A row of content/data/places.csv: somewhere families can go."""

    name: str
    address: str
    openings: tuple[Opening, ...]
    phone: str | None
    place: Place
    notes: Mapping[str, Written] = field(default_factory=dict)
    """What no hours can say, by language: by appointment, closed in July."""
    details: tuple[Mapping[str, Written], ...] = ()
    """What it has in each of the columns that the leader added, by language."""


@dataclass(frozen=True)
class PlaceColumn:
    """A column that the leader added to the places: its name, by language."""

    names: Mapping[str, str]


@dataclass(frozen=True)
class Campaign:
    """Everything that a leader wrote; no later step reads a content file."""

    folder: Path
    config: Content[Settings]
    facts: Mapping[str, Content[FactSettings]]
    sources: Mapping[str, Cited]
    offers: Mapping[str, Content[OfferSettings]]
    pages: Mapping[str, Content[DocumentSettings]]
    prints: Mapping[str, Content[DocumentSettings]]
    answers: Mapping[str, Content[AnswerSettings]]
    places: tuple[FreePlace, ...]
    assets: Mapping[str, bytes]
    place_columns: tuple[PlaceColumn, ...] = ()
    pictures: Mapping[str, Picture | PictureError] = field(default_factory=dict)
    """What is shown of those assets that texts and config.yaml name as pictures, or why not."""
    unread: frozenset[str] = frozenset()
    """Ids, or the paths of translations, that could not be read: nobody is told to write them."""
    settled: frozenset[str] = frozenset()
    """Paths of content files that need no check: neither they nor what they name has changed."""
    ended: Mapping[str, datetime.date] = field(default_factory=dict)
    """The paths of documents that are left out because they have ended, and their last days."""
    written: Campaign | None = None
    """The campaign as it was written, where something of it is left out."""

    @property
    def settings(self) -> Settings:
        """What config.yaml says."""
        return self.config.settings

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the campaign's languages, the default one first."""
        return tuple(self.settings.languages)

    @property
    def default_language(self) -> str:
        """The language in which originals are written."""
        return self.settings.languages[0]

    @property
    def as_written(self) -> Campaign:
        """The campaign with all that is left out of it."""
        return replace(self.written, settled=self.settled) if self.written else self

    def ends_at(self, name: str) -> datetime.date | None:
        """The last day of a document that has ended, by its path or by its file's name."""
        path = name.partition("#")[0]
        known = {path, f"content/pages/{path}", f"content/print/{path}"}
        return next((day for ended, day in self.ended.items() if ended in known), None)

    @property
    def contents(self) -> tuple[Content[Any], ...]:
        """Every content file that stands by itself: facts, offers and documents."""
        return (*self.facts.values(), *self.offers.values(), *self.documents)

    @property
    def texts(self) -> tuple[Content[Any], ...]:
        """Every content file that has a text: what stands by itself, and the answers."""
        return (*self.contents, *self.answers.values())

    @property
    def documents(self) -> tuple[Content[DocumentSettings], ...]:
        """Pages and print documents."""
        return (*self.pages.values(), *self.prints.values())

    def unsettled(self, contents: Iterable[C]) -> tuple[C, ...]:
        """Those of some content files that the checks look at."""
        return tuple(content for content in contents if content.path not in self.settled)

    def figure_of(self, fact: Content[FactSettings]) -> Figure | None:
        """A fact's figure: the one written, or the sum of those that it adds up."""
        if fact.settings.figure is not None:
            return parse_figure(fact.settings.figure)
        parts = [self.facts.get(identifier) for identifier in fact.settings.sum_of or ()]
        figures = [
            parse_figure(part.settings.figure) if part and part.settings.figure else None
            for part in parts
        ]
        known = tuple(figure for figure in figures if figure is not None)
        return add(known) if known and len(known) == len(figures) else None
