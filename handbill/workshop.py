"""What every artifact of a campaign is rendered from, and proofed against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.fonts import FontCase
from handbill.interface import InterfaceWords
from handbill.layouts import Layouts
from handbill.plan import Plan


@dataclass(frozen=True)
class Workshop:
    """What every artifact of a campaign is rendered from."""

    campaign: Campaign
    plan: Plan
    layouts: Layouts
    words: Mapping[str, InterfaceWords]
    fonts: FontCase
