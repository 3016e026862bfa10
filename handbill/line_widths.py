"""How wide a line of bold type is, and where its ink begins: what headlines are set by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import uharfbuzz

from handbill.fonts import FontCase, FontFile

_BOLD = 700
_WIDEST = 1.0
"""What a character that no font has may take, in ems."""


def ems_of(text: str, case: FontCase, language: str) -> float:
    """The width of a line in a language's bold typeface, in ems of its size.

    A character that the typeface lacks comes from the next one, as in the press.
    """
    fonts = tuple(_bold_fonts(case, language))
    return sum(_run(run, fonts) for run in _runs(text, fonts))


def white_before(text: str, case: FontCase, language: str) -> float:
    """The white between the start of a line and its first letter's ink, in ems of its size.

    Where the text runs from right to left, its start is on the right.
    """
    letter = text.strip()[:1]
    font = next((f for f in _bold_fonts(case, language) if letter in f.characters), None)
    if font is None or not letter:
        return 0.0
    shaped, bold = _shaped(text.strip().split()[0], font)
    is_mirrored = shaped.direction == "rtl"
    glyph = shaped.glyph_infos[-1 if is_mirrored else 0].codepoint
    ink = bold.get_glyph_extents(glyph)
    if ink is None:
        return 0.0
    end = bold.get_glyph_h_advance(glyph) - ink.x_bearing - ink.width
    return float((end if is_mirrored else ink.x_bearing) / font.face.upem)


def _bold_fonts(case: FontCase, language: str) -> Iterator[FontFile]:
    typefaces = {typeface.family: typeface for typeface in case.typefaces}
    for family in case.families(language):
        yield typefaces[family].file(_BOLD, italic=False)


def _runs(text: str, fonts: Sequence[FontFile]) -> Iterator[str]:
    """The text in pieces that one font has."""

    def first_that_has_it(character: str) -> int:
        having = (n for n, font in enumerate(fonts) if character in font.characters)
        return next(having, -1)

    for _, run in groupby(text, key=first_that_has_it):
        yield "".join(run)


def _run(text: str, fonts: Sequence[FontFile]) -> float:
    font = next((font for font in fonts if set(text) <= font.characters), None)
    if font is None:
        return _WIDEST * len(text)
    shaped, _ = _shaped(text, font)
    advance = sum(position.x_advance for position in shaped.glyph_positions)
    return float(advance / font.face.upem)


def _shaped(text: str, font: FontFile) -> tuple[uharfbuzz.Buffer, uharfbuzz.Font]:
    shaped, bold = uharfbuzz.Buffer(), _at_bold(font)
    shaped.add_str(text)
    shaped.guess_segment_properties()
    uharfbuzz.shape(bold, shaped, {"liga": False})
    return shaped, bold


def _at_bold(font: FontFile) -> uharfbuzz.Font:
    bold = uharfbuzz.Font(font.face)
    if font.is_variable:
        bold.set_variations({"wght": _BOLD})
    return bold
