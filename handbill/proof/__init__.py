"""Proofing what came out, before any of it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbill.plan import Kind
from handbill.problems import Problem
from handbill.products import Pressed, Rendered
from handbill.proof.left_out import left_out
from handbill.proof.pages import proof_page
from handbill.proof.pictures import proof_pictures
from handbill.proof.sheets import proof_card, proof_sheet
from handbill.workshop import Workshop


def proof(
    pages: Sequence[Rendered],
    sheets: Sequence[Rendered],
    pressed: Sequence[Pressed],
    files: Mapping[str, bytes],
    workshop: Workshop,
) -> Iterator[Problem]:
    """What is wrong with the pages and the PDFs that were made; `files` is the whole site."""
    for made in (*pages, *sheets):
        yield from left_out(made, workshop)
    for page in pages:
        yield from proof_page(page, files, workshop)
    yield from proof_pictures(pages, sheets, workshop)
    for sheet, pdf in zip(sheets, pressed, strict=True):
        proof_it = proof_card if sheet.artifact.kind is Kind.CARD else proof_sheet
        yield from proof_it(sheet, pdf, workshop)
