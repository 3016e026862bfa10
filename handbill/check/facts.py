"""Facts: their figures, their sources, and whether they can be drawn."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator

from handbill.campaign import OWN_SOURCE, Campaign, Content
from handbill.check.freshness import check_freshness
from handbill.figures import FORMS_ALLOWED, parse_figure
from handbill.problems import Problem, did_you_mean, error
from handbill.schema import MOST_WINDOWS, FactSettings
from handbill.windows import windows_of

PERCENTAGE = re.compile(
    r"(?<!\.)(?<![^\W\u3040-\u30ff\u3400-\u9fff])\d+(?:[.,\u066b]\d+)?\s?"
    r"(?:[%\u066a\uff05]|(?:percent|per cent|por ciento|phần trăm)\b"
    r"|(?:بالمئة|بالمائة|في المئة|في المائة)\b)"
)
"""A number of percent, as the languages of the default campaign write it: 40%, 大约40%."""


def check_facts(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    """What is wrong with the campaign's facts."""
    for fact in campaign.unsettled(campaign.facts.values()):
        yield from _source(fact, campaign)
        yield from _figure(fact, campaign)
        yield from _picture(fact, campaign)
        yield from _claims(fact)
        yield from check_freshness(fact, today)


def _source(fact: Content[FactSettings], campaign: Campaign) -> Iterator[Problem]:
    source = fact.settings.source
    if source == OWN_SOURCE:
        if fact.settings.scope not in {"district", "school"}:
            says = f"`source: {OWN_SOURCE}` is for what your district says of itself"
            yield error(fact.place("source"), says, "scope: district; or name where it was found")
    elif source not in campaign.sources and source not in campaign.unread:
        says = f"there is no source called `{source}` in content/sources.yaml"
        hint = (
            did_you_mean(source, campaign.sources) or "write it there: title, publisher, year, url"
        )
        yield error(fact.place("source"), says, hint)


def _figure(fact: Content[FactSettings], campaign: Campaign) -> Iterator[Problem]:
    settings = fact.settings
    if settings.figure is None and settings.sum_of is None:
        says = "a fact needs a `figure`, or a `sum_of`"
        yield error(fact.place(), says, f"figure: {FORMS_ALLOWED}")
        return
    if settings.figure is not None and settings.sum_of is not None:
        says = "a fact has a `figure` or a `sum_of`, not both"
        yield error(fact.place("sum_of"), says, "keep one of the two")
    if settings.figure is not None:
        if parse_figure(settings.figure) is None:
            says = f'`figure`: "{settings.figure}" cannot be read as a number'
            yield error(fact.place("figure"), says, f"write it like {FORMS_ALLOWED}")
        return
    broken = False
    for number, part in enumerate(settings.sum_of or ()):
        other = campaign.facts.get(part)
        if other is None and part not in campaign.unread:
            broken = True
            hint = did_you_mean(part, campaign.facts)
            place = fact.place("sum_of", number)
            yield error(place, f"there is no fact called `{part}`", hint)
        elif other is not None and other.settings.figure is None:
            broken = True
            says = f"`{part}` has no figure of its own that could be added"
            hint = f"name the facts that {part} adds up" if other.settings.sum_of else ""
            yield error(fact.place("sum_of", number), says, hint)
        elif other is None or parse_figure(other.settings.figure or "") is None:
            broken = True
    if not broken and campaign.figure_of(fact) is None:
        says = "these figures cannot be added"
        yield error(fact.place("sum_of"), says, "add percentages to percentages of the same group")


def _picture(fact: Content[FactSettings], campaign: Campaign) -> Iterator[Problem]:
    if fact.settings.picture not in {"windows", "blocks"}:
        return
    if fact.settings.caption is None:
        says = "a picture needs a `caption`: what a window is, and what a dark one stands for"
        yield error(fact.place("picture"), says, "caption: Each window is one student's home. …")
    figure = campaign.figure_of(fact)
    if figure is None:
        return
    if figure.share is None or not 0 <= figure.share <= 1:
        says = "only a share can be drawn in windows"
        yield error(
            fact.place("picture"), says, "a figure like 5.4% or 1 in 4; or remove `picture`"
        )
        return
    total = fact.settings.windows
    drawn = windows_of(figure.share, total)
    if figure.share and not drawn.dark:
        dark = f"{float(drawn.exact):.2g}"
        says = f"{dark} of {total} windows would be dark: the picture would show none"
        needed = math.ceil(1 / figure.share)
        hint = "remove `picture`: the share is too small to draw"
        if needed <= MOST_WINDOWS:
            hint = f"draw more of them: windows: {needed}"
        yield error(fact.place("picture"), says, hint)


def _claims(fact: Content[FactSettings]) -> Iterator[Problem]:
    for language in (fact.language, *fact.translations):
        claim = fact.words("claim", language)
        if claim is None or (language != claim.language):
            continue
        for match in PERCENTAGE.finditer(claim.text):
            says = f"the claim says {match[0]} by itself, so it would not follow the figure"
            yield error(claim.place, says, "write {{ figure }} in its place")
