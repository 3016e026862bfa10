"""The policy: its days in their order, and a review that is not overdue."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.problems import Problem, error, warning


def check_policy(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    """What is wrong with the days of config.yaml's `policy`."""
    policy, place = campaign.settings.policy, campaign.config.place
    for key, day in (("adopted", policy.adopted), ("revised", policy.revised)):
        if day and day > today:
            says = f"`policy.{key}`: {day} is still to come"
            yield error(place("policy", key), says, "write it when the board has voted")
    if policy.revised and not policy.adopted:
        says = "`policy.revised` needs `policy.adopted`: what is not adopted is a draft"
        yield error(
            place("policy", "revised"),
            says,
            "remove this line while it is a draft, or write the day of its adoption",
        )
    elif policy.adopted and policy.revised and policy.revised < policy.adopted:
        says = f"`policy.revised`: {policy.revised} is before its adoption, {policy.adopted}"
        yield error(place("policy", "revised"), says, "correct one of the two days")
    if policy.next_review and policy.adopted and policy.next_review <= policy.adopted:
        says = f"`policy.next_review`: {policy.next_review} is not after its adoption"
        yield error(place("policy", "next_review"), says, "write the day of the next review")
    elif policy.next_review and policy.next_review < today:
        says = f"the policy's review was due on {policy.next_review}"
        hint = "review it; then write the day of the revision, and that of the next review"
        yield warning(place("policy", "next_review"), says, hint)
