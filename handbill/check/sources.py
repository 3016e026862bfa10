"""Sources: authors whose names were not torn apart at a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.problems import Problem, error

_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")


def check_sources(campaign: Campaign) -> Iterator[Problem]:
    """Authors that are initials alone: `[McClain, C.]` is a list of two."""
    for cited in campaign.sources.values():
        authors = cited.source.author
        if not isinstance(authors, list):
            continue
        for author in authors:
            if _INITIALS.fullmatch(author):
                says = f'`{cited.id}`: the author "{author}" is initials alone'
                hint = 'put quotes around each name: author: ["Horrigan, J. B.", "Mardis, M."]'
                yield error(cited.place, says, hint)
