"""What a campaign's artifacts are made from: what was read, and then what was planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.fonts import FontCase
from handbill.interface import InterfaceWords
from handbill.layouts import Layouts
from handbill.plan import Plan


@dataclass(frozen=True)
class Material:
    """A campaign as it was read, and what serves it: layouts, words, typefaces."""

    campaign: Campaign
    layouts: Layouts
    words: Mapping[str, InterfaceWords]
    fonts: FontCase


@dataclass(frozen=True)
class Workshop(Material):
    """What every artifact of a campaign is rendered from, and proofed against."""

    plan: Plan

    @classmethod
    def of(cls, material: Material, planned: Plan) -> Workshop:
        """A campaign's material, and its plan."""
        return cls(material.campaign, material.layouts, material.words, material.fonts, planned)
