"""The pipeline: read, check, plan, render, press, proof, write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbill.check import check
from handbill.check.addresses import check_addresses
from handbill.current import current
from handbill.fonts import font_case
from handbill.interface import interface_of
from handbill.layouts import read_layouts
from handbill.ledger import Ledger
from handbill.pdf_reader import downloads_of
from handbill.plan import Kind, plan
from handbill.press import PressSheets, press_all
from handbill.problems import Problem
from handbill.progress import Progress
from handbill.proof import proof
from handbill.read.campaign import read
from handbill.references import for_paper
from handbill.render.artifact import render_all
from handbill.site import Site, site_of
from handbill.wall import wall
from handbill.workshop import Material, Workshop
from handbill.write import write

SITE = "site"


@dataclass(frozen=True)
class Built:
    """What a build made, where on the web it will stand, and the warnings that it gives."""

    pages: int
    pdfs: int
    languages: tuple[str, ...]
    url: str
    warnings: tuple[Problem, ...]


@wall()
def build(
    folder: Path,
    today: date,
    progress: Progress,
    *,
    strict: bool = False,
    dry: bool = False,
    publishing: bool = False,
) -> Built:
    """Build the campaign in a folder into its output/site/; a dry run does all but write.

    `today` decides what has ended and which facts are stale. Raises CampaignError with
    the problems found, and writes nothing, when one is an error (with `strict`, any problem).
    What is `publishing` is refused where the sample would speak for another district.
    """
    ledger = Ledger(strict)
    material = read_material(folder, today, progress, ledger)
    site = make_site(material, today, progress, ledger, publishing=publishing)
    if not dry:
        progress.step("write", f"output/{SITE}/")
        write(folder, SITE, site.files)
    campaign, planned = material.campaign, site.workshop.plan
    pages, pdfs = len(planned.of(Kind.PAGE)), len(planned.of(Kind.PRINT))
    return Built(pages, pdfs, campaign.languages, campaign.settings.url, ledger.problems)


def read_material(folder: Path, today: date, progress: Progress, ledger: Ledger) -> Material:
    """Read the campaign in a folder as it stands today, and what serves it.

    Raises CampaignError when so much of it is broken that there is nothing to check.
    """
    progress.step("read", "config.yaml and content/")
    campaign = ledger.need(*current(ledger.need(*read(folder)), today))
    layouts = ledger.need(*read_layouts(folder))
    words = ledger.need(*interface_of(layouts, campaign))
    return Material(campaign, layouts, words, font_case(campaign.languages, campaign.assets))


def make_site(
    material: Material,
    today: date,
    progress: Progress,
    ledger: Ledger,
    press_sheets: PressSheets = press_all,
    *,
    publishing: bool = False,
) -> Site:
    """Make a campaign's site: every page and every PDF, proofed.

    Raises CampaignError when the ledger says that there is no going on.
    """
    campaign = material.campaign
    progress.step("check", f"facts: {len(campaign.facts)}, documents: {len(campaign.documents)}")
    ledger.take(check(material, today, publishing=publishing))
    planned = plan(campaign)
    progress.step("plan", f"artifacts: {len(planned.artifacts) + len(planned.companions)}")
    ledger.take(check_addresses(planned, campaign))
    ledger.stop_at_errors()
    workshop = Workshop.of(material, planned)
    printed = planned.of(Kind.PRINT, Kind.CARD)
    progress.step("render", f"sheets: {len(printed)}")
    sheets = ledger.sift(render_all(printed, workshop, (), progress))
    progress.step("press", f"sheets: {len(sheets)}")
    pressed = ledger.sift(press_sheets(sheets, for_paper(campaign), material.fonts, progress))
    downloads = downloads_of(pressed)
    shown = planned.of(Kind.PAGE, Kind.EMBED, Kind.NOT_FOUND)
    progress.step("render", f"pages: {len(shown)}")
    pages = ledger.sift(render_all(shown, workshop, downloads, progress))
    files = site_of(pages, pressed, downloads, campaign, planned)
    progress.step("proof", f"files: {len(files)}")
    ledger.take(proof(pages, sheets, pressed, files, workshop))
    ledger.stop_at_errors()
    return Site(workshop, pages, sheets, pressed, downloads, files)
