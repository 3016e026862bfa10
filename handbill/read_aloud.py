"""What a PDF says when it is read aloud or copied: the letters of its glyphs, and their language.

WeasyPrint takes a glyph's letters from the cluster that it first stands in, so that a vowel sign
may be read as the letter under it, too, or one bracket as the other; it tags no language but the
document's own, and running heads as content that is in no tree. All three are mended on the
finished PDF, before it is written.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import combining

import pydyf
import uharfbuzz
from fontTools.ttLib import TTFont

from handbill.fonts import FontCase, FontFile
from handbill.line_ends import separate_lines
from handbill.tagging import Structure, words_of_links

_LINE = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
"""A line of a ToUnicode CMap: a glyph, and its letters in UTF-16 (ISO 32000-1, 9.10.3)."""
_SHADDA = "\u0651"
_JOINED_ARABIC = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")


class Aloud:
    """Watches a document being painted, and then mends what its PDF says."""

    def __init__(self, case: FontCase) -> None:
        self._letters = {
            (typeface.family, weight, italic): typeface.file(weight, italic)
            for typeface in case.typefaces
            for weight in (400, 700)
            for italic in (False, True)
        }
        self._pages: list[_Page] = []

    def watched(self, document: Any) -> Any:
        """The document, with pages that tell in which language each piece of text is."""
        self._pages = [_Page(page) for page in document.pages]
        return document.copy(self._pages)

    def finish(self, document: Any, pdf: Any) -> None:
        """Mend a PDF that is painted and not yet written (WeasyPrint's `finisher`)."""
        self._mend_letters(document, pdf)
        self._mend_tags(pdf)
        Structure(pdf).mend(words_of_links(self._pages))

    def _mend_letters(self, document: Any, pdf: Any) -> None:
        fonts = {font.name: font for font in document.fonts.values()}
        for described in pdf.objects:
            font = fonts.get(described.get("BaseFont")) if isinstance(described, dict) else None
            if font is None or "ToUnicode" not in described:
                continue
            file = self._letters.get((font.family, font.weight, bool(font.style)))
            if file is not None:
                letters = letters_of(file)
                stream = _object(pdf, described["ToUnicode"]).stream
                stream[:] = [_mended(line, letters) for line in stream]

    def _mend_tags(self, pdf: Any) -> None:
        """Give what is not in the document's language its own (ISO 14289-1, clause 7.2).

        What stands in the margins is taken out of the tree.
        """
        root = _object(pdf, pdf.catalog["StructTreeRoot"])
        numbers = _object(pdf, root["ParentTree"])["Nums"]
        for number, page in enumerate(self._pages):
            elements = numbers[2 * number + 1]
            for piece, language in page.languages.items():
                if piece in page.in_margins:
                    elements[piece] = "null"
                elif language != pdf.catalog["Lang"].string:
                    _object(pdf, elements[piece])["Lang"] = _text(language)


class _Page:
    """A page that notes the language of each piece of text (by its MCID) while it is painted.

    Its running heads and feet become artifacts, which are not read aloud (ISO 14289-1, 7.8).
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self.languages: dict[int, str] = {}
        self.in_margins: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def paint(self, stream: Any, *args: Any, **options: Any) -> None:
        self._page.paint(stream, *args, **options)
        marks = {box: mark["mcid"] for box, mark in stream._tags.items()}
        separate_lines(self._page._page_box, stream, marks)
        self.languages = {mark: box.style["lang"] for box, mark in marks.items()}
        self.in_margins = {
            marks[box]: "/Header" if margin.at_keyword.startswith("@top") else "/Footer"
            for margin in self._page._page_box.children
            if hasattr(margin, "at_keyword")
            for box in _with_all_in(margin)
            if box in marks
        }
        for at, operand in enumerate(stream.stream):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in self.in_margins:
                kind = self.in_margins[operand["MCID"]]
                stream.stream[at - 1] = "/Artifact"
                stream.stream[at] = pydyf.Dictionary({"Type": "/Pagination", "Subtype": kind})


def _with_all_in(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _with_all_in(child)


@lru_cache(maxsize=16)
def letters_of(file: FontFile) -> Mapping[int, str]:
    """What each glyph of a font stands for, as the font itself says.

    A glyph that is two Arabic letters in one (lam and alef) keeps its own code: readers turn
    right-to-left text around letter by letter, and would turn the two around as well. A glyph that
    has no code but a private one stands for nothing, unless it is two vowel signs in one.
    """
    font = uharfbuzz.Font(file.face)
    letters: dict[int, str] = dict(_joined_signs(file)) if _SHADDA in file.characters else {}
    for code in sorted(file.face.unicodes):
        letter = chr(code)
        if unicodedata.category(letter) == "Co":
            continue
        if _JOINED_ARABIC.match(letter):
            plain = unicodedata.normalize("NFKC", letter)
            letter = plain if len(plain) == 1 else letter
        letters.setdefault(font.get_nominal_glyph(code), letter)
    return letters


def _joined_signs(file: FontFile) -> Iterator[tuple[int, str]]:
    """The glyphs that are several combining signs in one, and the signs."""
    with TTFont(io.BytesIO(file.content), lazy=True) as font:
        if "GSUB" not in font:
            return
        signs = {name: chr(c) for c, name in font.getBestCmap().items() if combining(chr(c))}
        for lookup in font["GSUB"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                inner = getattr(table, "ExtSubTable", table)
                for first, ligatures in getattr(inner, "ligatures", {}).items():
                    for ligature in ligatures:
                        parts = [first, *ligature.Component]
                        if all(part in signs for part in parts):
                            said = "".join(signs[part] for part in parts)
                            yield font.getGlyphID(ligature.LigGlyph), said


def _mended(line: bytes, letters: Mapping[int, str]) -> bytes:
    match = _LINE.fullmatch(line)
    if match is None:
        return line
    letter = letters.get(int(match[1], 16))
    said = bytes.fromhex(match[2].decode()).decode("utf-16-be")
    if letter is None or (len(said) == 1 and not unicodedata.mirrored(said)):
        return line
    if len(letter) > 1:  # signs in one glyph: readers turn their order around
        letter = "".join(character for character in reversed(said) if character in letter)
    return b"<%s> <%s>" % (match[1], letter.encode("utf-16-be").hex().encode())


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _text(text: str) -> Any:
    return pydyf.String(text)
