"""Checking a campaign as it was read: every problem, not only the first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbill.check.assets import check_assets
from handbill.check.config import check_config
from handbill.check.documents import check_documents
from handbill.check.facts import check_facts
from handbill.check.fonts import check_fonts
from handbill.check.offers import check_offers
from handbill.check.placeholders import check_placeholders
from handbill.check.policy import check_policy
from handbill.check.prose import check_prose
from handbill.check.sources import check_sources
from handbill.check.translations import check_translations
from handbill.problems import Problem
from handbill.workshop import Material


def check(material: Material, today: datetime.date) -> Iterator[Problem]:
    """What is wrong with a campaign that could be read."""
    campaign, layouts, words = material.campaign, material.layouts, material.words
    yield from check_sources(campaign)
    yield from check_facts(campaign, today)
    yield from check_offers(campaign, today)
    yield from check_config(campaign)
    yield from check_policy(campaign, today)
    yield from check_assets(campaign)
    yield from check_fonts(campaign, material.fonts)
    yield from check_documents(campaign)
    yield from check_translations(campaign, today)
    yield from check_placeholders(campaign, layouts, words)
    yield from check_prose(campaign, layouts, words)
