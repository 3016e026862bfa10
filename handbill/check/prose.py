"""What the texts say: plain words, no figure without a fact, no help that has ended."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.check.ended_programs import ENDED_PROGRAMS, says_that_it_ended
from handbill.check.shares import shares_of_people
from handbill.layouts import Layouts
from handbill.markup import Body
from handbill.placeholders import SLOT, PlaceholderError, evaluate
from handbill.problems import Problem, warning
from handbill.reading_level import HIGHEST_GRADE, reading_level
from handbill.vocabulary import Vocabulary

_QUOTED = re.compile("[“„«][^“„«”»]*[”“»]|\u2018[^\u2018\u2019]*\u2019")
_SHOWN = 90
_DIGITS = re.compile(r"\d|(?<=\d)[.,\u066b](?=\d)")


def check_prose(
    campaign: Campaign, layouts: Layouts, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Warnings about what the campaign's texts say."""
    blocks = set(layouts.block_names)
    figures = _figures(campaign)
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
    reports: tuple[Content[Any], ...] = (*campaign.documents, *campaign.answers.values())
    for content in campaign.unsettled(reports):
        yield from _percentages(content, vocabularies, figures)


def _texts(content: Content[Any], language: str) -> Iterator[Body | Any]:
    for key in content.word_keys:
        written = content.words(key, language)
        if written is not None and written.language == language:
            yield written
    body, spoken = content.body_in(language)
    if spoken == language:
        yield body


def _printed_quotes(content: Content[Any], language: str) -> Iterator[Problem]:
    for key in content.word_keys:
        written = content.words(key, language)
        if written and written.language == language and _QUOTED.fullmatch(written.text):
            says = "the quotation marks around this text will be printed"
            yield warning(written.place, says, 'around a value, write straight ones ("), or none')


def _ended_programs(content: Content[Any], language: str) -> Iterator[Problem]:
    for text in _texts(content, language):
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


def _figures(campaign: Campaign) -> frozenset[str]:
    """The numbers that the campaign's facts and its district give as percentages."""
    figures = (campaign.figure_of(fact) for fact in campaign.facts.values())
    district = campaign.settings.district
    shares = (
        *district.demographics.values(),
        district.free_or_reduced_lunch,
        district.english_learners,
    )
    return frozenset(
        [str(figure.value.normalize()) for figure in figures if figure]
        + [_number(share) for share in shares if share]
    )


def _percentages(
    content: Content[Any], languages: Iterable[str], figures: frozenset[str]
) -> Iterator[Problem]:
    """Shares of people that are the figure of no fact, and `rules` that are no such share."""
    rules = {_number(rule): rule for rule in content.settings.rules}
    unused = set(rules)
    for language in languages:
        for text in _texts(content, language):
            source = text.source if isinstance(text, Body) else text.text
            for match in shares_of_people(source, language):
                number = _number(match[0])
                unused.discard(number)
                if number in figures or number in rules:
                    continue
                place = text.place_at(match.start()) if isinstance(text, Body) else text.place
                says = f'"{match[0]}" is the figure of no fact'
                hint = (
                    'write it as a fact with its source, and use {{ figure("its-name") }} here; '
                    "if it is a rule or a goal, write into the settings of "
                    f"{content.path}: rules: {_listed([*content.settings.rules, match[0]])}"
                )
                yield warning(place, says, hint)
    for number in sorted(unused):
        says = f'`rules`: no text here says "{rules[number]}" of people'
        yield warning(content.place("rules"), says, "remove it")


def _number(percentage: str) -> str:
    """The number of a percentage, however its language writes it: 12.5."""
    digits = "".join(
        str(unicodedata.digit(c)) if c.isdigit() else "." for c in _DIGITS.findall(percentage)
    )
    return str(Decimal(digits).normalize()) if digits.strip(".") else percentage


def _listed(entries: Iterable[str]) -> str:
    return json.dumps(list(entries), ensure_ascii=False)


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
