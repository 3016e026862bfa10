"""Whether somebody looked at a fact or an offer within the last twelve months."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from handbill.campaign import Content
from handbill.problems import Problem, error, warning


def check_freshness(content: Content[Any], today: datetime.date) -> Iterator[Problem]:
    """A warning for what was not checked for twelve months; an error for a day to come."""
    checked: datetime.date = content.settings.checked
    place = content.place("checked")
    if checked > today:
        yield error(place, f"`checked`: {checked} is still to come", "write the day of the check")
    elif (today.year - 1, today.month, today.day) >= (checked.year, checked.month, checked.day):
        yield warning(
            place,
            f"nobody has checked this since {checked}",
            "look it up again, correct what changed, and write today's date",
        )
