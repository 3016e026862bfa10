"""The pipeline of a submission: the site is made, and then the packet that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbill.credential.answers import answer_all
from handbill.credential.bundle import ZIP, texts_of, zipped
from handbill.credential.dossier import Dossier
from handbill.credential.exhibits import exhibits_of
from handbill.credential.packet import PACKET, packet_of, render_packet, render_readiness
from handbill.credential.readiness import assess, unasked
from handbill.credential.remarks import remarks_on
from handbill.credential.requirements import read_credential
from handbill.ledger import Ledger
from handbill.pipeline import make_site, read_material
from handbill.placeholders import PlaceholderError
from handbill.plan import Artifact, plan
from handbill.press import press_all
from handbill.problems import CampaignError, Problem
from handbill.products import Rendered
from handbill.progress import Progress
from handbill.proof.sheets import proof_pdf
from handbill.references import for_paper
from handbill.site import Site
from handbill.vocabulary import Vocabulary
from handbill.wall import wall
from handbill.workshop import Material, Workshop
from handbill.write import write

CREDENTIAL = "credential"
READINESS = "readiness.html"


@dataclass(frozen=True)
class Submission:
    """What a campaign has of its credential, the files that were made, and problems on the way."""

    dossier: Dossier
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Draft:
    """What a campaign has of its credential, and what its packet is rendered from.

    There is no site where the campaign has errors.
    """

    dossier: Dossier
    packet: Artifact
    vocabulary: Vocabulary
    workshop: Workshop
    site: Site | None


@wall()
def submit(folder: Path, today: date, progress: Progress, *, strict: bool = False) -> Submission:
    """Make the submission of the campaign in a folder, and write it into output/credential/.

    Where the campaign has errors, or something is missing, the findings say so. The packet is
    made when the site could be made, and the zip when nothing is missing. Raises CampaignError,
    and writes nothing, when so much is broken that nothing can be said.
    """
    ledger = Ledger(strict)
    made = draft(folder, today, progress, ledger)
    dossier, vocabulary, workshop = made.dossier, made.vocabulary, made.workshop
    files = texts_of(dossier.answers, dossier.exhibits)
    if made.site:
        sheet = render_packet(made.packet, dossier, vocabulary, workshop)
        files[PACKET] = _pressed(sheet, dossier, workshop, progress, ledger)
        if dossier.is_ready:
            files[ZIP] = zipped(files[PACKET], dossier.exhibits, made.site)
    page, broken = render_readiness(dossier, files, vocabulary, workshop)
    ledger.need(*(None, [broken]) if broken else (page, []))
    files[READINESS] = page.encode()
    progress.step("write", f"output/{CREDENTIAL}/")
    write(folder, CREDENTIAL, files)
    return Submission(dossier, tuple(sorted(files)), ledger.problems)


def draft(folder: Path, today: date, progress: Progress, ledger: Ledger) -> Draft:
    """Find what the campaign in a folder has of its credential, and what is missing.

    Raises CampaignError when so much is broken that nothing can be said.
    """
    material = read_material(folder, today, progress, ledger)
    campaign = material.campaign
    credential = ledger.need(*read_credential(campaign))
    ledger.take(unasked(credential, campaign))
    site = _site(material, today, progress, ledger)
    workshop = Workshop.of(material, plan(campaign))
    progress.step("answer", f"answers: {len(campaign.answers)}")
    vocabulary = _vocabulary(material, ledger)
    packet = packet_of(credential, material)
    answers = answer_all(credential, packet, vocabulary, workshop)
    exhibits = exhibits_of(answers, site, vocabulary) if site else ()
    findings = assess(credential, campaign, answers, exhibits, ledger.problems)
    dossier = Dossier(credential, answers, exhibits, findings, remarks_on(campaign, exhibits))
    return Draft(dossier, packet, vocabulary, workshop, site)


def _site(material: Material, today: date, progress: Progress, ledger: Ledger) -> Site | None:
    """The campaign's site; None when it has errors, which the ledger then holds."""
    try:
        return make_site(material, today, progress, ledger)
    except CampaignError:
        return None


def _vocabulary(material: Material, ledger: Ledger) -> Vocabulary:
    """The vocabulary of the answers. Raises CampaignError where config.yaml's own is broken."""
    language = material.campaign.default_language
    try:
        vocabulary = Vocabulary(material.campaign, language, material.words[language])
        vocabulary.names()
    except PlaceholderError as wrong:
        raise CampaignError(ledger.problems) from wrong
    return vocabulary


def _pressed(
    sheet: Rendered, dossier: Dossier, workshop: Workshop, progress: Progress, ledger: Ledger
) -> bytes:
    """The packet as a PDF, proofed. Raises CampaignError when it cannot be made."""
    sheets = ledger.sift([sheet])
    progress.step("press", PACKET)
    pictures = {
        name: picture
        for exhibit in dossier.exhibits
        for name, picture in zip(exhibit.names_of_pictures, exhibit.pictures, strict=True)
    }
    assets = {**for_paper(workshop.campaign), **pictures}
    (pressed,) = ledger.sift(press_all(sheets, assets, workshop.fonts, progress))
    progress.step("proof", PACKET)
    ledger.take(proof_pdf(sheet, pressed, workshop))
    ledger.stop_at_errors()
    return pressed.pdf
