"""Placeholders: every one of them, in every text and every language, has a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from handbill.campaign import Campaign, Content
from handbill.layouts import InterfaceWords, Layouts
from handbill.placeholders import PlaceholderError, Slot, evaluate, take_out
from handbill.problems import Problem
from handbill.schema import words_of
from handbill.vocabulary import UnreadError, Vocabulary


def check_placeholders(
    campaign: Campaign, layouts: Layouts, words: Mapping[str, InterfaceWords]
) -> Iterator[Problem]:
    """What is wrong with the campaign's placeholders."""
    blocks = dict.fromkeys(layouts.block_names(), _block)
    for language in campaign.languages:
        try:
            vocabulary = Vocabulary(campaign, language, words[language])
        except PlaceholderError as wrong:
            yield wrong.problem(campaign.config.place())
            continue
        names = vocabulary.names()
        for fact in campaign.facts.values():
            yield from _words(fact, language, vocabulary.names_in_fact(fact))
            yield from _body(fact, language, names)
        others: list[Content[Any]] = [*campaign.offers.values(), *campaign.documents]
        for content in others:
            yield from _words(content, language, names)
            yield from _body(content, language, {**names, **blocks})
        yield from _words(campaign.config, language, names)
        for document in campaign.documents:
            yield from _leading(document, vocabulary)


def _block(*_args: Any, **_values: Any) -> Markup:
    return Markup("")


def _words(content: Content[Any], language: str, names: Mapping[str, Any]) -> Iterator[Problem]:
    for key in words_of(type(content.settings)):
        written = content.words(key, language)
        if written is not None:
            slotted = take_out(written.text, written.place.path, written.place.line)
            yield from slotted.problems
            if not slotted.problems:
                yield from _slots(slotted.slots, names)


def _body(content: Content[Any], language: str, names: Mapping[str, Any]) -> Iterator[Problem]:
    body, _ = content.body_in(language)
    already_told = {problem.place for problem in body.problems}
    yield from _slots(tuple(slot for slot in body.slots if slot.place not in already_told), names)


def _slots(slots: tuple[Slot, ...], names: Mapping[str, Any]) -> Iterator[Problem]:
    for slot in slots:
        try:
            str(evaluate(slot, names))
        except UnreadError:
            continue
        except PlaceholderError as wrong:
            yield wrong.problem(slot.place)


def _leading(document: Content[Any], vocabulary: Vocabulary) -> Iterator[Problem]:
    name = document.settings.leading_fact
    try:
        if name:
            vocabulary.fact(name)
    except UnreadError:
        pass
    except PlaceholderError as wrong:
        yield wrong.problem(document.place("leading_fact"))
