"""Print documents: as many pages as their layout allows, every letter, a light file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.fonts import OWN_FONTS
from handbill.outline import outline_of
from handbill.problems import Problem, error, warning
from handbill.products import Pressed, Rendered
from handbill.proof.pages import proof_structure
from handbill.proof.places import missing_anchor, written_at
from handbill.proof.room import too_long, too_wide
from handbill.wishes import WISH, is_wish
from handbill.workshop import Workshop

HEAVIEST_SHEET = 150 * 1024
"""Bytes of a PDF that a phone can download with almost no data left."""

_TOLD_ALREADY = (".notdef", "No anchor #", "Anchor defined twice")
"""How WeasyPrint begins what is proofed here, and told with its place."""


_PHONE = re.compile(r"(?<!\d)(?:\+?1[ .-])?(?:\(?\d{3}\)?[ .-])?\d{3}[ .-]\d{4}(?!\d)")
_CODE = 'class="qr"'
_DIALLED = 'href="tel:'
_INTERNAL = re.compile(r" at \d+:\d+(?=[,.])|\bValueError: ")
"""Positions in the page as it was printed, and the names of Python's errors."""
_NAMED = re.compile(r"""[`'"]([^`'"]+)[`'"]""")


def proof_sheet(sheet: Rendered, pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with a print document for families."""
    yield from proof_pdf(sheet, pdf, workshop)
    yield from too_long(pdf, workshop)
    yield from _only_the_web(sheet, workshop)
    if len(pdf.pdf) > HEAVIEST_SHEET:
        says = f"the PDF weighs {len(pdf.pdf) / 1024:.0f} KB; 150 is what a phone can spare"
        yield warning(pdf.artifact.document.place(), says, "use smaller pictures")


def proof_card(sheet: Rendered, pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with the picture that stands beside a link."""
    yield from proof_pdf(sheet, pdf, workshop)
    yield from too_long(pdf, workshop)


def proof_pdf(sheet: Rendered, pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with a PDF, whoever it is for."""
    outline = outline_of(sheet.html)
    yield from proof_structure(sheet, outline, workshop)
    yield from _missing_glyphs(sheet, outline.text, workshop)
    yield from _said_by_weasyprint(sheet, pdf, workshop)
    yield from _wishes(sheet, workshop)
    yield from too_wide(pdf, workshop)
    for anchor in (link.href[1:] for link in outline.links if link.href.startswith("#")):
        if anchor not in outline.anchors:
            yield missing_anchor(anchor, "this sheet", sheet.artifact, outline.anchors, workshop)


def _only_the_web(sheet: Rendered, workshop: Workshop) -> Iterator[Problem]:
    places = workshop.campaign.places
    text = outline_of(sheet.html).text.replace("\u00a0", " ")
    if (
        _PHONE.search(text)
        or _DIALLED in sheet.html
        or any(p.name in text or p.address in text for p in places)
    ):
        return
    document, language = sheet.artifact.document, sheet.artifact.language
    body, _ = document.body_in(language)
    leads_to_the_web = any(link.href.lower().startswith("http") for link in body.outline.links)
    if not leads_to_the_web and _CODE not in sheet.html:
        return
    says = "the only way to get help from this sheet is a web address"
    hint = "add a phone number or a place: who needs it may be offline"
    yield warning(body.place_of(""), says, hint)


def _missing_glyphs(sheet: Rendered, text: str, workshop: Workshop) -> Iterator[Problem]:
    families = ", ".join(typeface.family for typeface in workshop.fonts.typefaces)
    for character in workshop.fonts.missing_characters(text):
        says = f"no font here can print {character!r} (U+{ord(character):04X})"
        hint = f"write it another way, or add a font to {OWN_FONTS}; those here are {families}"
        yield error(written_at(character, sheet.artifact, workshop), says, hint)


def _said_by_weasyprint(sheet: Rendered, pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    for message in pdf.messages:
        if message.text.startswith(_TOLD_ALREADY):
            continue
        tell = error if message.is_error else warning
        text = _INTERNAL.sub("", message.text)
        place = workshop.layouts.place(pdf.artifact.layout)
        if (named := _NAMED.search(text)) is not None:
            found = written_at(named[1].strip(), sheet.artifact, workshop)
            place = found if found.path.startswith("layouts/") else place
        says = f"the PDF is printed with a flaw: {text}"
        yield tell(place, says, "mend it in the layout or its stylesheet")


def _wishes(sheet: Rendered, workshop: Workshop) -> Iterator[Problem]:
    for name, value in WISH.findall(sheet.html):
        if not is_wish(name, value):
            place = written_at(f"handbill-{name}", sheet.artifact, workshop)
            says = f'`handbill-{name}`: "{value}" cannot be read'
            hint = 'write numbers: pages as "1", sizes as "14 13.5 12", last-page as "50"'
            yield error(place, says, hint)
