"""Rendering and printing outside a build, for tests that look at what comes between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbill.credential.packet import render_packet
from handbill.ledger import Ledger
from handbill.pipeline import read_material
from handbill.plan import Kind, plan
from handbill.press import Press
from handbill.products import Pressed, Rendered
from handbill.progress import Silence
from handbill.render.artifact import render_all
from handbill.submission import draft
from handbill.workshop import Workshop
from tests.conftest import TODAY


def workshop_of(campaign_folder: Path) -> Workshop:
    """What the artifacts of a campaign on disk are rendered from."""
    material = read_material(campaign_folder, TODAY, Silence(), Ledger(strict=False))
    return Workshop.of(material, plan(material.campaign))


def rendered_sheets(
    campaign_folder: Path, document: str = "", kinds: tuple[Kind, ...] = (Kind.PRINT,)
) -> tuple[Rendered, ...]:
    """The HTML of every print document, or of one by its name, in every language."""
    workshop = workshop_of(campaign_folder)
    sheets = [a for a in workshop.plan.of(*kinds) if document in ("", a.document.id)]
    return tuple(render_all(sheets, workshop, (), Silence()))


def packet_html(campaign_folder: Path) -> str:
    """The HTML of a campaign's packet."""
    made = draft(campaign_folder, TODAY, Silence(), Ledger(strict=False))
    return render_packet(made.packet, made.dossier, made.vocabulary, made.workshop).html


def pressed_flyers(campaign_folder: Path) -> Iterator[tuple[Rendered, Pressed]]:
    """Each flyer's HTML, and what the press makes of it."""
    workshop = workshop_of(campaign_folder)
    press = Press(workshop.campaign.assets, workshop.fonts)
    for sheet in rendered_sheets(campaign_folder, "flyer"):
        yield sheet, press.press(sheet)
