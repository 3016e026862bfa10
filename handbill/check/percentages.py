"""Percentages in the texts: shares of people have a source, or `rules` names them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.check.shares import Share, percent_of, said_of_people
from handbill.markup import Body
from handbill.problems import Place, Problem, warning

_ROUNDED_BY = 2
"""By how many of a hundred "1 in 4" may differ from its figure."""


def check_percentages(campaign: Campaign, languages: Iterable[str]) -> Iterator[Problem]:
    """Shares of people that are the figure of no fact, and `rules` that are no such share."""
    figures = _figures(campaign)
    reports: tuple[Content[Any], ...] = (*campaign.documents, *campaign.answers.values())
    for content in campaign.unsettled(reports):
        said = {language: tuple(_said(content, language)) for language in languages}
        yield from _unsourced(content, said, figures)
        yield from _unused(content, said)


Said = dict[str, tuple[tuple[Share, Place], ...]]
"""What a file says of people, by language, and where."""


def _said(content: Content[Any], language: str) -> Iterator[tuple[Share, Place]]:
    for text in content.texts_in(language):
        source = text.source if isinstance(text, Body) else text.text
        for share in said_of_people(source, language):
            yield share, text.place_at(share.start) if isinstance(text, Body) else text.place


def _figures(campaign: Campaign) -> frozenset[Fraction]:
    """The numbers that the campaign's facts and its district give as percentages."""
    figures = [figure for fact in campaign.facts.values() if (figure := campaign.figure_of(fact))]
    district = campaign.settings.district
    shares = (
        *district.demographics.values(),
        district.free_or_reduced_lunch,
        district.english_learners,
    )
    return frozenset(
        [Fraction(figure.value) for figure in figures]
        + [100 * Fraction(figure.share) for figure in figures if figure.share is not None]
        + [percent for share in shares if share and (percent := percent_of(share)) is not None]
    )


def _unsourced(
    content: Content[Any], said: Said, figures: frozenset[Fraction]
) -> Iterator[Problem]:
    rules = {percent_of(rule) for rule in content.settings.rules}
    meant = _meant(said.get(content.language, ()))
    told = [
        (share, place)
        for found in said.values()
        for share, place in found
        if not (share.is_rule or share.percent in rules | meant or _is_a_figure(share, figures))
    ]
    for share, place in told:
        says = f'"{share.written}" is the figure of no fact'
        yield warning(place, says, _hint(content, said, [other for other, _ in told]))


def _is_a_figure(share: Share, figures: frozenset[Fraction]) -> bool:
    if share.is_rounded:
        return any(abs(share.percent - figure) <= _ROUNDED_BY for figure in figures)
    return share.percent in figures


def _meant(original: Iterable[tuple[Share, Place]]) -> frozenset[Fraction]:
    """The percentages that are rules by the words of the original: its translations follow it."""
    rules = {share.percent for share, _ in original if share.is_rule}
    return frozenset(rules - {share.percent for share, _ in original if not share.is_rule})


def _hint(content: Content[Any], said: Said, told: list[Share]) -> str:
    """How to mend it; the list of rules is that of the whole file, so that one change is enough."""
    kept = [rule for rule in content.settings.rules if _is_said(rule, said)]
    listed = {percent_of(written): written for written in kept}
    for share in told:
        listed.setdefault(share.percent, share.written)
    here = ", in place of its `rules`" if content.settings.rules else ""
    choice = ", without those that are facts" if len(listed) > len(kept) + 1 else ""
    return (
        'write it as a fact with its source, and use {{ figure("its-name") }} here; '
        f"if it is a rule or a goal, write into the settings of {content.path}{here}{choice}: "
        f"rules: {json.dumps(list(listed.values()), ensure_ascii=False)}"
    )


def _unused(content: Content[Any], said: Said) -> Iterator[Problem]:
    for rule in content.settings.rules:
        if not _is_said(rule, said):
            says = f'`rules`: no text here says "{rule}" of people'
            yield warning(content.place("rules"), says, "remove it")


def _is_said(rule: str, said: Said) -> bool:
    percent = percent_of(rule)
    return any(share.percent == percent for found in said.values() for share, _ in found)
