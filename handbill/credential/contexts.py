"""What a background says of the district: where it is, and who its students are."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.district import percent
from handbill.languages import Language

_FEWEST_GROUPS = 2
"""One alone may be chance: Black is a family's name, too."""


@dataclass(frozen=True)
class Context(ABC):
    """Something to say of the district, the keys of config.yaml that know it, and a hint."""

    keys: tuple[str, ...]
    what: str
    nowhere: str
    hint: str

    def is_known(self, campaign: Campaign) -> bool:
        """Whether config.yaml knows any of it."""
        return any(getattr(campaign.settings.district, key) for key in self.keys)

    @abstractmethod
    def is_said(self, text: str, campaign: Campaign) -> bool:
        """Whether a text says any of it."""


class _Location(Context):
    def is_said(self, text: str, campaign: Campaign) -> bool:
        district = campaign.settings.district
        rest = text.replace(district.name, "")  # which may well begin with the town's
        values = [getattr(district, key) for key in self.keys]
        return any(_stands_in(rest, re.escape(value)) for value in values if value)


class _Demographics(Context):
    def is_said(self, text: str, campaign: Campaign) -> bool:
        district = campaign.settings.district
        language = Language(campaign.default_language)
        shares = [district.free_or_reduced_lunch, district.english_learners]
        shares += district.demographics.values()
        for share in filter(None, shares):
            written = re.escape(percent(share, language))
            if _stands_in(text, rf"{written}|{re.escape(share[:-1])}\s?(?:%|percent)"):
                return True
        groups = [group for group in district.demographics if _stands_in(text, re.escape(group))]
        return len(groups) >= _FEWEST_GROUPS


def _stands_in(text: str, pattern: str) -> bool:
    """Whether it stands there by itself, in its own letters: 4% does not stand in 24%."""
    return re.search(rf"(?<![\w.,])(?:{pattern})(?!\w)", text) is not None


CONTEXTS: Mapping[str, Context] = {
    "location": _Location(
        ("city", "county", "state"),
        "where the district is",
        "the district's location stands nowhere",
        "write `{{ district.city }}, {{ district.state }}` into it",
    ),
    "demographics": _Demographics(
        ("demographics", "free_or_reduced_lunch", "english_learners"),
        "who the district's students are, in a figure or two groups of config.yaml",
        "the demographics of the district's students stand nowhere",
        "write `{{ district.demographics }}` into it",
    ),
}
