"""A PDF read glyph by glyph, in the order in which it is painted, as its own font maps say.

Readers differ in how they turn right-to-left text around. Here each piece of text is put back
into reading order by the Unicode Bidirectional Algorithm (python-bidi), which makes of a line in
display order one in reading order.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from bidi import get_display

_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")

_JOINED = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
"""Arabic letters in the form that they have in a word, or two of them in one."""
_PERCENTAGE_LAST = re.compile(r"^%([\d.,]+)")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")
"""What opens in display order closes in reading order (python-bidi leaves that to others)."""


@dataclass(frozen=True)
class Piece:
    """A piece of text on one line, without white space: its letters, size (points) and font.

    `mark` is its number (MCID) in the structure tree, or -1 for what is no part of the content:
    then `part` is what it is of the page, `Header` or `Footer`.
    """

    text: str
    size: float
    font: str
    mark: int
    part: str = ""


def pieces_of(page: pikepdf.Page, *, right_to_left: bool = False) -> Iterator[Piece]:
    """Each piece of text on a page, its letters in reading order."""
    maps = {name: _letters(font) for name, font in page.Resources.Font.items()}
    names = {name: str(font.BaseFont) for name, font in page.Resources.Font.items()}
    scales = [1.0]
    text, size, font, matrix, mark, part = "", 0.0, "", 1.0, -1, ""
    for operands, operator in _instructions(page):
        if operator in {"q", "Q", "cm"}:
            _scale(operator, operands, scales)
        elif operator in {"BDC", "BMC"}:
            mark, part = _mark(operands[-1]), _part(operands[-1])
        elif operator == "BT":
            text = ""
        elif operator == "Tm":
            matrix = _height(operands)
        elif operator == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator in {"TJ", "Tj"}:
            text += _said(operands[0], maps[font])
        elif operator == "ET" and text.strip():
            shown = round(size * matrix * scales[-1], 2)
            yield Piece(
                _read(text, right_to_left), shown, names[font].partition("+")[2], mark, part
            )


def _mark(properties: Any) -> int:
    named = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
    return int(properties.MCID) if named else -1


def _part(properties: Any) -> str:
    named = isinstance(properties, pikepdf.Dictionary) and "/Subtype" in properties
    return str(properties.Subtype).removeprefix("/") if named else ""


def _instructions(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def _scale(operator: str, operands: Any, scales: list[float]) -> None:
    """Keep the scale of what is drawn: saved, restored, or changed."""
    if operator == "q":
        scales.append(scales[-1])
    elif operator == "Q":
        scales.pop()
    else:
        scales[-1] *= _height(operands)


def _letters(font: Any) -> dict[int, str]:
    lines = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {
        int(glyph, 16): bytes.fromhex(letters.decode()).decode("utf-16-be")
        for glyph, letters in lines
    }


def _said(shown: Any, letters: dict[int, str]) -> str:
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters[high << 8 | low] for high, low in pairs)


def _read(line: str, right_to_left: bool) -> str:
    directions = {unicodedata.bidirectional(letter) for letter in line}
    if directions & {"R", "AL"} or (right_to_left and "L" not in directions):
        # After Arabic letters the sign of a percentage stands left of it (UAX #9, rule W2), also
        # at the end of a line, where no letter is left to tell.
        line = _PERCENTAGE_LAST.sub(r"\1%", line)
        line = str(get_display(line, base_dir="R")).translate(_MIRRORED)
    plain = _JOINED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line)
    return "".join(plain.split())


def _height(matrix: Any) -> float:
    _, _, c, d, *_ = map(float, matrix)
    return math.hypot(c, d)
