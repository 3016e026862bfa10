"""What the texts say: plain words, no marks that would be printed, no help that has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.check.ended_programs import ENDED_PROGRAMS, says_that_it_ended
from handbill.layouts import Layouts
from handbill.markup import Body
from handbill.placeholders import SLOT, PlaceholderError, evaluate
from handbill.problems import Problem, warning
from handbill.reading_level import HIGHEST_GRADE, reading_level
from handbill.vocabulary import Vocabulary

_QUOTED = re.compile("[“„«][^“„«”»]*[”“»]|\u2018[^\u2018\u2019]*\u2019")
_SHOWN = 90


def check_prose(
    campaign: Campaign, layouts: Layouts, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Warnings about what the campaign's texts say."""
    blocks = set(layouts.block_names)
    for language, vocabulary in vocabularies.items():
        names = vocabulary.names()
        texts = campaign.unsettled(campaign.texts)
        for content in (campaign.config, *texts):
            yield from _printed_quotes(content, language)
        for content in texts:
            yield from _ended_programs(content, language)
        for content in campaign.unsettled(campaign.contents):
            if content.is_translated(language) and content.id not in campaign.facts:
                yield from _reading_level(content, language, names, blocks)


def _printed_quotes(content: Content[Any], language: str) -> Iterator[Problem]:
    for key in content.word_keys:
        written = content.words(key, language)
        if written and written.language == language and _QUOTED.fullmatch(written.text):
            says = "the quotation marks around this text will be printed"
            yield warning(written.place, says, 'around a value, write straight ones ("), or none')


def _ended_programs(content: Content[Any], language: str) -> Iterator[Problem]:
    for text in content.texts_in(language):
        source = text.source if isinstance(text, Body) else text.text
        for program in ENDED_PROGRAMS:
            for match in program.pattern.finditer(source):
                sentence = _sentence_around(source, match.start())
                if says_that_it_ended(sentence):
                    continue
                place = text.place_at(match.start()) if isinstance(text, Body) else text.place
                says = f"this names {program.name}, which ended: {program.ended}"
                yield warning(place, says, "remove it, or say in the same sentence that it ended")


def _sentence_around(text: str, position: int) -> str:
    before = max(text.rfind(mark, 0, position) for mark in (". ", "! ", "? ", "\n\n"))
    ends = [end for mark in (". ", "! ", "? ", "\n\n") if (end := text.find(mark, position)) >= 0]
    return text[before + 1 : min(ends, default=len(text))]


def _reading_level(
    content: Content[Any], language: str, names: Mapping[str, Any], blocks: set[str]
) -> Iterator[Problem]:
    level = reading_level(_paragraphs(content, language, names, blocks), language)
    if level is not None and level.grade > HIGHEST_GRADE:
        body, _ = content.body_in(language)
        translation = content.translations.get(language)
        place = content.place() if translation is None else body.place_of("")
        sentences = "; ".join(f'"{_short(sentence)}"' for sentence in level.hardest)
        says = f"this text asks for grade {level.grade:.1f}; families need grade 8 or below"
        yield warning(place, says, f"make these shorter, with shorter words: {sentences}")


def _paragraphs(
    content: Content[Any], language: str, names: Mapping[str, Any], blocks: set[str]
) -> list[str]:
    """The sentences that a reader meets, their placeholders filled; blocks are left out."""
    body, _ = content.body_in(language)

    def value(match: re.Match[str]) -> str:
        slot = body.slots[int(match[1])]
        if slot.expression.split("(")[0].strip() in blocks:
            return ""
        try:
            return str(evaluate(slot, names))
        except PlaceholderError:
            return ""

    summary = content.words("summary", language) if hasattr(content.settings, "summary") else None
    filled = [re.sub(SLOT, value, paragraph) for paragraph in body.outline.paragraphs]
    return ([summary.text] if summary else []) + filled


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else sentence[: _SHOWN - 1].rstrip() + "…"
