"""How wide a line of bold type is: what a headline that fills its line is sized by."""

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
    shaped = uharfbuzz.Buffer()
    shaped.add_str(text)
    shaped.guess_segment_properties()
    uharfbuzz.shape(_at_bold(font), shaped, {"liga": False})
    advance = sum(position.x_advance for position in shaped.glyph_positions)
    return float(advance / font.face.upem)


def _at_bold(font: FontFile) -> uharfbuzz.Font:
    bold = uharfbuzz.Font(font.face)
    if font.is_variable:
        bold.set_variations({"wght": _BOLD})
    return bold
