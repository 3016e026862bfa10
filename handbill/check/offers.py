"""Help offers: none that has ended, and none that nobody looked at for a year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.check.freshness import check_freshness
from handbill.problems import Problem, error, warning


def check_offers(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    """What is wrong with the campaign's offers."""
    for offer in campaign.unsettled(campaign.offers.values()):
        ends = offer.settings.ends
        if ends is not None and ends < today:
            hint = f"remove {offer.path}, or write its new last day"
            yield error(offer.place("ends"), f"this offer ended on {ends}", hint)
        yield from check_freshness(offer, today)
    yield from _twice(campaign)


def _twice(campaign: Campaign) -> Iterator[Problem]:
    """Two offers that families could not tell from one another."""
    first: dict[str, str] = {}
    for offer in sorted(campaign.offers.values(), key=lambda offer: offer.path):
        title = " ".join(offer.settings.title.casefold().split())
        known = first.setdefault(title, offer.path)
        if known != offer.path:
            hint = "keep one of the two, or say in the title what is different"
            yield warning(offer.place("title"), f"{known} has this title, too", hint)
