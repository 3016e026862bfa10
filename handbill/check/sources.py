"""Sources: authors whose names were not torn apart at a comma, and names that are free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.campaign import OWN_SOURCE, Campaign
from handbill.problems import Problem, error

_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")


def check_sources(campaign: Campaign) -> Iterator[Problem]:
    """Authors that are initials alone, `[McClain, C.]` is a list of two; a name that is taken."""
    for cited in campaign.sources.values():
        if cited.id == OWN_SOURCE:
            says = f"`{OWN_SOURCE}` is the source of what your district says of itself"
            yield error(cited.place, says, "give this one another name, here and in its facts")
        authors = cited.source.author
        if not isinstance(authors, list):
            continue
        for author in authors:
            if _INITIALS.fullmatch(author):
                says = f'`{cited.id}`: the author "{author}" is initials alone'
                hint = 'put quotes around each name: author: ["Horrigan, J. B.", "Mardis, M."]'
                yield error(cited.place, says, hint)
