"""Checking a campaign as it was read: every problem, not only the first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from handbill.campaign import Campaign
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
from handbill.fonts import FontCase
from handbill.interface import InterfaceWords
from handbill.layouts import Layouts
from handbill.problems import Problem


def check(
    campaign: Campaign,
    layouts: Layouts,
    words: Mapping[str, InterfaceWords],
    fonts: FontCase,
    today: datetime.date,
) -> Iterator[Problem]:
    """What is wrong with a campaign that could be read."""
    yield from check_sources(campaign)
    yield from check_facts(campaign, today)
    yield from check_offers(campaign, today)
    yield from check_config(campaign)
    yield from check_policy(campaign, today)
    yield from check_assets(campaign)
    yield from check_fonts(campaign, fonts)
    yield from check_documents(campaign)
    yield from check_translations(campaign, today)
    yield from check_placeholders(campaign, layouts, words)
    yield from check_prose(campaign, layouts, words)
