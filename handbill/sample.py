"""The sample: what the campaign that Handbill comes with says of its own, fictional district.

Whoever starts from it rewrites it in place, so the program keeps its own record of it, sample.json.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.markup import Body
from handbill.placeholders import if_all_holds

_RECORD = "sample.json"
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"\s*#{1,6}\s")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_PROMISING = ("description", "summary", "who", "how", "claim")
"""The keys that hold sentences; a title or a button's words promise nothing by themselves."""
_DAYS = ("checked", "date")
_ROADS = "avenue|ave|circle|court|ct|drive|dr|lane|ln|place|pl|road|rd|street|st|trail|way"
"""A real district may well have a Maple Hollow Road."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, an item of a list, or a sentence of the settings, and its line."""

    text: str
    line: int

    @property
    def plain(self) -> str:
        """Its words alone: whatever they depend on, however they are spaced and quoted."""
        return " ".join(if_all_holds(self.text).translate(_QUOTES).split())

    @property
    def digest(self) -> str:
        """The beginning of a SHA-256 of its words."""
        return hashlib.sha256(self.plain.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Sample:
    """What is the sample's own: its names and values, its places, its logo and its promises.

    A promise's number stands for it in every language.
    """

    district: str
    names: tuple[str, ...]
    settings: Mapping[str, str]
    places: tuple[tuple[str, str, str, str], ...]
    logo: str
    promises: Mapping[str, int]
    translated: Mapping[str, Mapping[str, int]]
    days: Mapping[str, Mapping[str, str]]
    """On which days its offers were checked and its flyers made, by their files."""
    answers: frozenset[str]
    """The digests of what its answers to the credential say."""

    @property
    def owner(self) -> str:
        """The name that people say of its district."""
        return self.names[0]

    def in_english(self, name: str) -> str:
        """A name of the sample's, with its district's English one where it is another."""
        return name if name.isascii() else f"{name} ({self.owner})"

    @cached_property
    def _name(self) -> re.Pattern[str]:
        names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in self.names)
        end = rf"(?![A-Za-z]|\s+(?:{_ROADS})\b)"
        return re.compile(rf"(?<![A-Za-z])(?:{names}){end}", re.IGNORECASE)

    def names_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where a text names the sample's district or its surroundings, in any language."""
        return self._name.finditer(text)

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the sample's district or its surroundings."""
        return self._name.search(text) is not None

    def number_of(self, passage: Passage, language: str) -> int | None:
        """Which promise of the sample's a passage in a language is, translated or not."""
        number = self.promises.get(passage.plain)
        return self.translated.get(language, {}).get(passage.digest) if number is None else number


def the_sample() -> Sample:
    """The sample as Handbill knows it."""
    record: Any = json.loads(files(__package__).joinpath(_RECORD).read_text("utf-8"))
    return Sample(
        district=record["settings"]["district.name"],
        names=tuple(record["names"]),
        settings=record["settings"],
        places=tuple((*row,) for row in record["places"]),
        logo=record["logo"],
        promises={text: number for number, text in enumerate(record["promises"])},
        translated={
            language: {digest: number for number, digest in enumerate(digests)}
            for language, digests in record["translated"].items()
        },
        days=record["days"],
        answers=frozenset(record["answers"]),
    )


def is_the_sample(campaign: Campaign, sample: Sample) -> bool:
    """Whether a campaign is the sample still: it bears its name, and says that it is fictional."""
    settings = campaign.settings
    return settings.district.name == sample.district and settings.notice is not None


def passages(content: Content[Any]) -> Iterator[Passage]:
    """The passages of a file as it was written, in their order."""
    for key in _PROMISING:
        text = content.original(key) if key in content.word_keys else None
        if text:
            yield Passage(text, content.place(key).line)
    yield from passages_of(content.body, with_headings=True)


def passages_translated(content: Content[Any], language: str) -> Iterator[Passage]:
    """The passages of a file's translation, in their order."""
    translation = content.translations[language]
    for key in _PROMISING:
        if key in translation.words:
            yield Passage(translation.words[key], translation.place(key).line)
    yield from passages_of(translation.body, with_headings=True)


def passages_of(body: Body, *, with_headings: bool = False) -> Iterator[Passage]:
    """The paragraphs and the items of lists in a text, without lone placeholders."""
    gathered: list[str] = []
    first = 0
    for number, line in enumerate([*body.source.split("\n"), ""]):
        item = _ITEM.match(line)
        heading = _HEADING.match(line)
        if gathered and (not line.strip() or item or heading):
            text = " ".join(gathered)
            if re.search(r"\w", _PLACEHOLDER.sub("", text)):
                yield Passage(text, body.place.line + first)
            gathered = []
        if heading and with_headings:
            yield Passage(line[heading.end() :], body.place.line + number)
        if line.strip() and not heading:
            first = first if gathered else number
            gathered.append(line[item.end() :] if item else line)


def days_of(content: Content[Any]) -> dict[str, str]:
    """The days that a file says of itself, by key."""
    days = {key: getattr(content.settings, key, None) for key in _DAYS}
    return {key: str(day) for key, day in days.items() if day}


def values_of(campaign: Campaign) -> dict[str, str]:
    """What config.yaml says of a district and its policy, by key, each as one text."""
    settings = campaign.settings
    district, policy = settings.district, settings.policy
    values = {
        "district.name": district.name,
        "district.nces_id": district.nces_id,
        "district.enrollment": district.enrollment,
        "district.schools": district.schools,
        "district.locale": district.locale,
        "district.demographics": "; ".join(f"{k}: {v}" for k, v in district.demographics.items()),
        "district.free_or_reduced_lunch": district.free_or_reduced_lunch,
        "district.english_learners": district.english_learners,
        "district.contact.name": district.contact.name,
        "policy.number": policy.number,
        "policy.adopted": policy.adopted,
        "policy.revised": policy.revised,
        "policy.next_review": policy.next_review,
    }
    return {key: str(value) for key, value in values.items() if value}


def logo_of(content: bytes) -> str:
    """What a logo is known by, whatever its name."""
    return hashlib.sha256(content).hexdigest()
