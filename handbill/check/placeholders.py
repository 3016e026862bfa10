"""Placeholders: every one of them, in every text and every language, has a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from handbill.campaign import Campaign, Content
from handbill.layouts import Layouts
from handbill.placeholders import PlaceholderError, Slot, UnreadError, evaluate, take_out
from handbill.problems import Problem, error
from handbill.vocabulary import Vocabulary


def check_placeholders(
    campaign: Campaign, layouts: Layouts, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """What is wrong with the campaign's placeholders."""
    blocks = dict.fromkeys(layouts.block_names, _block)
    for language, vocabulary in vocabularies.items():
        names = vocabulary.names()
        elsewhere = frozenset(blocks)
        for fact in campaign.unsettled(campaign.facts.values()):
            yield from _fact_words(fact, language, vocabulary, elsewhere)
            yield from _body(fact, language, names, elsewhere)
        for offer in campaign.unsettled(campaign.offers.values()):
            yield from _words(offer, language, names, elsewhere)
            yield from _body(offer, language, names, elsewhere)
        for document in campaign.unsettled(campaign.documents):
            yield from _words(document, language, names, elsewhere)
            yield from _body(document, language, {**names, **blocks}, frozenset())
            yield from _leading(document, vocabulary)
        if language == campaign.default_language:
            for answer in campaign.unsettled(campaign.answers.values()):
                yield from _words(answer, language, names, elsewhere)
                yield from _body(answer, language, names, elsewhere)
        yield from _words(campaign.config, language, names, elsewhere)


def _block(*_args: Any, **_values: Any) -> Markup:
    return Markup("")


def _fact_words(
    fact: Content[Any], language: str, vocabulary: Vocabulary, elsewhere: frozenset[str]
) -> Iterator[Problem]:
    try:
        names = vocabulary.facts.names_in_fact(fact)
    except PlaceholderError as wrong:
        yield wrong.problem(fact.place("caption"))
        return
    yield from _words(fact, language, names, elsewhere)


def _words(
    content: Content[Any], language: str, names: Mapping[str, Any], elsewhere: frozenset[str]
) -> Iterator[Problem]:
    for key in content.word_keys:
        written = content.words(key, language)
        if written is not None:
            slotted = take_out(written.text, written.place.path, written.place.line)
            yield from slotted.problems
            if not slotted.problems:
                yield from _slots(slotted.slots, names, elsewhere)


def _body(
    content: Content[Any], language: str, names: Mapping[str, Any], elsewhere: frozenset[str]
) -> Iterator[Problem]:
    body, _ = content.body_in(language)
    already_told = {problem.place for problem in body.problems}
    slots = tuple(slot for slot in body.slots if slot.place not in already_told)
    yield from _slots(slots, names, elsewhere)


def _slots(
    slots: tuple[Slot, ...], names: Mapping[str, Any], elsewhere: frozenset[str]
) -> Iterator[Problem]:
    """What is wrong with placeholders; the names in `elsewhere` are for pages and flyers alone."""
    for slot in slots:
        if (name := slot.expression.partition("(")[0].strip()) in elsewhere:
            says = f"`{name}` cannot stand here"
            hint = "it belongs in the text of a page or a flyer, on a line of its own"
            yield error(slot.place, says, hint)
            continue
        try:
            escape(evaluate(slot, names))
        except UnreadError:
            continue
        except PlaceholderError as wrong:
            yield wrong.problem(slot.place)


def _leading(document: Content[Any], vocabulary: Vocabulary) -> Iterator[Problem]:
    name = document.settings.leading_fact
    try:
        if name:
            vocabulary.facts.fact(name)
    except UnreadError:
        pass
    except PlaceholderError as wrong:
        yield wrong.problem(document.place("leading_fact"))
