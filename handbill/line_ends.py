"""A space at the end of each line of a PDF's text, for readers that join the lines of a block.

WeasyPrint leaves out the space at which it broke a line: joined, "no internet at" and "home" would
be read as "athome".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from handbill.languages import Language

_FONT = re.compile(rb"/(\S+) \S+ Tf$")
_SPACES = {" ", "\u00a0"}
_NEEDS_NONE = ("-", "\u2010", "\u2013", "\u2014", "/", " ", "\u00a0")
_WITHOUT_SPACES = {"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"}
"""Scripts that put no space between words (Unicode Standard Annex 14, classes ID and SA)."""


def separate_lines(page_box: Any, stream: Any, marks: Mapping[Any, int]) -> None:
    """End lines with a space in a page that WeasyPrint has painted.

    `marks` are the numbers of the pieces of marked content, by the boxes of their texts.
    """
    ending = {marks[text] for line in _lines(page_box) if (text := _last_text(line)) in marks}
    fonts = {str(font.hash): font for font in stream._fonts.values()}
    saved: list[Any] = []
    font: Any = None
    mark: int | None = None
    for at, operation in enumerate(stream.stream):
        if isinstance(operation, pydyf.Dictionary):
            mark = operation.get("MCID", mark)
        elif operation == b"q":
            saved.append(font)
        elif operation == b"Q" and saved:
            font = saved.pop()
        elif isinstance(operation, bytes) and (chosen := _FONT.search(operation)):
            font = fonts.get(chosen[1].decode())
        elif mark in ending and _is_last_text(stream.stream, at) and font is not None:
            space = next((g for g, said in font.to_unicode.items() if said in _SPACES), None)
            if space is not None:
                stream.stream[at] = operation.removesuffix(b"] TJ") + b"<%04x>] TJ" % space


def _lines(box: Any) -> Iterator[Any]:
    """Every line: also after a block's last one another block's may follow in the same element."""
    if type(box).__name__ == "LineBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from _lines(child)


def _last_text(box: Any) -> Any:
    """The last text of a line, where a space belongs after it."""
    texts = [inner for inner in _all(box) if type(inner).__name__ == "TextBox"]
    if not texts or texts[-1].text.endswith(_NEEDS_NONE):
        return None
    last = texts[-1]
    has_none = Language(last.style["lang"] or "en").script in _WITHOUT_SPACES
    return None if has_none and not last.text[-1:].isascii() else last


def _all(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _all(child)


def _is_last_text(operations: list[Any], at: int) -> bool:
    """Whether the last letters of a piece of marked content are shown here."""
    if not (isinstance(operations[at], bytes) and operations[at].endswith(b"] TJ")):
        return False
    for operation in operations[at + 1 :]:
        if operation == b"EMC":
            return True
        if isinstance(operation, bytes) and operation.endswith(b"] TJ"):
            return False
    return False
