"""The texts that stand on an artifact, and the file and line that each of them came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from handbill.boxes import Paragraph
from handbill.campaign import Content, Written
from handbill.placeholders import PlaceholderError
from handbill.plan import Artifact
from handbill.problems import Place
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u200a", " "),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),  # noqa: RUF001 - what typesetting makes of an apostrophe
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060", None),
    }
)
"""What typesetting puts in place of what was typed."""
_MARKUP = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|[*_`\[\]#>|]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_SHORTEST = 4
"""Letters without which a piece of a text may stand anywhere."""


@dataclass(frozen=True)
class Part:
    """A text as it is printed, what it is called, and where it was written.

    A `value` is a name, an address or another text that a line is meant for. What stands in a
    document's text is called by its section, which begins at `section`.
    """

    name: str
    text: str
    place: Place
    is_value: bool = False
    section: Place | None = None


def parts_of(artifact: Artifact, workshop: Workshop) -> tuple[Part, ...]:
    """Every text that may stand on an artifact: the document's own first, then the campaign's."""
    parts: list[Part] = []
    for language in artifact.languages:
        vocabulary = Vocabulary(workshop.campaign, language, workshop.words[language])
        parts += _of_document(artifact.document, language, vocabulary)
        parts += _of_config(vocabulary)
        parts += _of_places(vocabulary)
        parts += _of_contents(vocabulary)
    return tuple(part for part in parts if len(part.text) >= _SHORTEST)


def plain(text: str) -> str:
    """A text without what typesetting changes: spaces, quotation marks, hidden hyphens."""
    return " ".join(text.translate(_ALIKE).split())


def lines_of(part: Part, paragraphs: Iterable[Paragraph]) -> int:
    """How many lines a part takes where it takes most."""
    return max((_lines_in(part.text, paragraph) for paragraph in paragraphs), default=0)


def _lines_in(text: str, paragraph: Paragraph) -> int:
    lines = [packed(line) for line in paragraph.lines]
    sought = packed(text)
    start = "".join(lines).find(sought)
    if start < 0:
        return 0
    count = at = 0
    for line in lines:
        count += at < start + len(sought) and start < at + len(line)
        at += len(line)
    return count


def packed(text: str) -> str:
    """A text without spaces and hyphens, which a broken line adds or has lost."""
    return plain(text).replace(" ", "").replace("-", "")


def _of_document(document: Content[Any], language: str, vocabulary: Vocabulary) -> Iterator[Part]:
    for key in document.word_keys:
        yield from _of_words(document, key, language, vocabulary, is_value=False)
    body, _ = document.body_in(language)
    name, section = "the text above the first heading", body.place
    for number, line in enumerate(body.source.split("\n")):
        place = Place(body.place.path, body.place.line + number)
        if heading := _HEADING.match(line):
            name, section = f'"{_short(plain(_MARKUP.sub("", heading[1])))}"', place
        for piece in _MARKUP.split(line):
            if words := plain(piece):
                yield Part(name, words, place, section=section)


def _of_config(vocabulary: Vocabulary) -> Iterator[Part]:
    config = vocabulary.campaign.config
    district = vocabulary.campaign.settings.district
    for key in config.word_keys:
        yield from _of_words(config, key, vocabulary.code, vocabulary, is_value=key != "notice")
    contact = district.contact
    for name in ("phone", "email", "address"):
        if value := getattr(contact, name):
            place = config.place("district", "contact", name)
            yield Part(f"`district.contact.{name}`", plain(value), place, is_value=True)


def _of_places(vocabulary: Vocabulary) -> Iterator[Part]:
    for row in vocabulary.campaign.places:
        view = vocabulary.place_view(row)
        for name, text in (("name", view.name), ("address", view.address), ("hours", view.hours)):
            yield Part(f"the {name} of {row.name}", plain(str(text)), row.place, is_value=True)
        for column, said in zip(vocabulary.place_columns(), view.details, strict=True):
            if said is not None:
                yield Part(f"{column} of {row.name}", plain(str(said)), row.place, is_value=True)


def _of_contents(vocabulary: Vocabulary) -> Iterator[Part]:
    campaign = vocabulary.campaign
    for offer in campaign.offers.values():
        for key in offer.word_keys:
            yield from _of_words(offer, key, vocabulary.code, vocabulary, is_value=False)
    for fact in campaign.facts.values():
        for key in fact.word_keys:
            written = fact.words(key, vocabulary.code)
            names = vocabulary.facts.names_in_fact(fact)
            yield from _printed(key, written, vocabulary, names, is_value=False)
    for cited in campaign.sources.values():
        text = plain(str(vocabulary.facts.reference(cited.id)))
        yield Part(f"the source `{cited.id}`", text, cited.place, is_value=False)


def _of_words(
    content: Content[Any], key: str, language: str, vocabulary: Vocabulary, *, is_value: bool
) -> Iterator[Part]:
    written = content.words(key, language)
    yield from _printed(key, written, vocabulary, vocabulary.names(), is_value=is_value)


def _printed(
    key: str, written: Written | None, vocabulary: Vocabulary, names: Any, *, is_value: bool
) -> Iterator[Part]:
    if written is None:
        return
    try:
        text = plain(str(vocabulary.printed(written, names)))
    except PlaceholderError:
        return
    yield Part(f"`{key}`", text, written.place, is_value)


def _short(words: str) -> str:
    return words if len(words) <= 30 else f"{words[:29].rstrip()}…"
