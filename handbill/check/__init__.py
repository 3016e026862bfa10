"""Checking a campaign as it was read: every problem, not only the first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbill.check.assets import check_assets
from handbill.check.calendar import check_calendar
from handbill.check.characters import check_characters
from handbill.check.completeness import check_completeness
from handbill.check.config import check_config
from handbill.check.documents import check_documents
from handbill.check.facts import check_facts
from handbill.check.fonts import check_fonts
from handbill.check.offers import check_offers
from handbill.check.percentages import check_percentages
from handbill.check.placeholders import check_placeholders
from handbill.check.places import check_places
from handbill.check.policy import check_policy
from handbill.check.prose import check_prose
from handbill.check.sample import check_sample
from handbill.check.sources import check_sources
from handbill.check.translations import check_translations
from handbill.placeholders import PlaceholderError
from handbill.problems import Problem, has_errors
from handbill.vocabulary import Vocabulary
from handbill.workshop import Material


def check(
    material: Material, today: datetime.date, *, publishing: bool = False
) -> Iterator[Problem]:
    """What is wrong with a campaign that could be read.

    What is left of the sample is a warning, and an error where the campaign is to be published.
    """
    problems = [
        *_problems(material, today),
        *check_sample(material.campaign.as_written, publishing=publishing),
    ]
    yield from problems
    texts = material.campaign.texts
    told = (*problems, *(problem for content in texts for problem in content.body.problems))
    broken = {problem.place.path for problem in told if has_errors([problem])}
    yield from check_completeness(material.campaign.as_written, broken)


def _problems(material: Material, today: datetime.date) -> Iterator[Problem]:
    campaign, layouts = material.campaign, material.layouts
    vocabularies, unmade = _vocabularies_of(material)
    yield from check_sources(campaign)
    yield from check_facts(campaign, today)
    yield from check_offers(campaign, today)
    yield from check_config(campaign)
    yield from check_places(campaign)
    yield from check_characters(campaign)
    yield from check_calendar(campaign)
    yield from check_policy(campaign, today)
    yield from check_assets(campaign)
    yield from check_fonts(campaign, material.fonts)
    yield from check_documents(campaign)
    yield from check_translations(campaign.as_written, today)
    yield from unmade
    yield from check_placeholders(campaign, layouts, vocabularies)
    yield from check_prose(campaign, layouts, vocabularies)
    yield from check_percentages(campaign, vocabularies)


def _vocabularies_of(material: Material) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """What each of a campaign's languages can name, and what keeps one from being made."""
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for language in material.campaign.languages:
        try:
            vocabulary = Vocabulary(material.campaign, language, material.words[language])
            vocabulary.names()
        except PlaceholderError as wrong:
            problems.append(wrong.problem(material.campaign.config.place()))
        else:
            vocabularies[language] = vocabulary
    return vocabularies, problems
