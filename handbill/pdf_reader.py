"""What a PDF looks like and says: pictures of its pages, and its lines of text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache

import pypdfium2
from PIL import Image

from handbill.plan import Kind
from handbill.products import Download, Pressed, Thumbnail

_SCALE = 0.4
_QUALITY = 50
_PRINTED_QUALITY = 72
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
    """Draw each page of a PDF for another one, as JPEG: 126 pixels an inch.

    A PDF takes a JPEG as it is; of a PNG it would make pixels, which take longer and weigh more.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_jpeg(page.render(scale=_PRINTED).to_pil()) for page in document)


@lru_cache(maxsize=64)
def card_of(pdf: bytes) -> bytes:
    """Draw a page of CSS pixels as a PNG of as many."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=_PIXELS_A_POINT).to_pil().quantize(_COLOURS)
        buffer = io.BytesIO()
        image.save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=_PRINTED_QUALITY, optimize=True)
    return buffer.getvalue()
