"""What a PDF looks like and says: pictures of its pages, and its lines of text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache

import pypdfium2

from handbill.plan import Kind
from handbill.products import Download, Pressed, Thumbnail

_SCALE = 0.4
_QUALITY = 50
_PRINTED = 1.75
_PIXELS_A_POINT = 96 / 72
"""CSS Values and Units Level 3, 5.2: an inch has 96 pixels."""
_COLOURS = 64


def downloads_of(pressed: Iterable[Pressed]) -> tuple[Download, ...]:
    """Each PDF as pages offer it, with its picture."""
    return tuple(
        Download(sheet.artifact, sheet.pages, len(sheet.pdf), thumbnail_of(sheet.pdf))
        for sheet in pressed
        if sheet.artifact.kind is Kind.PRINT
    )


@lru_cache(maxsize=256)
def thumbnail_of(pdf: bytes) -> Thumbnail:
    """Draw the first page of a PDF at 0.4 pixels a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=_SCALE).to_pil()
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=_QUALITY, method=6)
        return Thumbnail(buffer.getvalue(), image.width, image.height)


def printed_pictures_of(pdf: bytes) -> tuple[bytes, ...]:
    """Draw each page of a PDF for another one, as PNG: 126 pixels an inch, as a good fax."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_png(document, number, _PRINTED) for number in range(len(document)))


@lru_cache(maxsize=64)
def card_of(pdf: bytes) -> bytes:
    """Draw a page of CSS pixels as a PNG of as many."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _png(document, 0, _PIXELS_A_POINT)


def _png(document: pypdfium2.PdfDocument, number: int, scale: float) -> bytes:
    image = document[number].render(scale=scale).to_pil().quantize(_COLOURS)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=scale < _PRINTED)
    return buffer.getvalue()
