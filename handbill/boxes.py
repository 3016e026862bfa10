"""A laid-out document's boxes: what leaves its place on the paper, and how many lines a text takes.

The boxes are WeasyPrint's, and their measures CSS pixels (96 an inch).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

_PIXELS_PER_INCH = 96
_TOLERANCE = 1
"""Pixels that are nobody's to see, and that rounding may cost."""


class Leaving(str, Enum):
    """What leaves its place."""

    TEXT = "text"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True)
class Overflow:
    """Something that is too wide or too high for its place, and by how much (inches).

    `text` is what stands in it: the words of a text, the first cell of a table, the address or
    the title of a picture. `columns` are a table's.
    """

    kind: Leaving
    text: str
    inches: float
    columns: int = 0


@dataclass(frozen=True)
class Paragraph:
    """The lines of one block of text, as they were broken."""

    lines: tuple[str, ...]


def overflows(document: Any) -> tuple[Overflow, ...]:
    """Everything on the pages of a WeasyPrint document that leaves its column or its sheet."""
    found: list[Overflow] = []
    for page in document.pages:
        sheet = _Frame.of(page._page_box)
        for child in page._page_box.children:
            if not hasattr(child, "at_keyword"):  # running heads have the margins for a place
                found += _in(child, sheet, sheet)
    return tuple(dict.fromkeys(found))


def paragraphs(document: Any) -> tuple[Paragraph, ...]:
    """Every block of text of a WeasyPrint document, in its order."""
    blocks = (
        tuple(_words(line) for line in box.children)
        for page in document.pages
        for box in _all(page._page_box)
        if any(type(child).__name__ == "LineBox" for child in getattr(box, "children", ()))
    )
    return tuple(Paragraph(lines) for lines in blocks if any(lines))


def lines_too_many(document: Any, limit: int) -> int:
    """How many lines of its text a document is longer than its pages allow.

    A box that does not break goes to the next page whole: what is free above it counts.
    """
    lines = [
        (page, box.position_y, box.height)
        for page in document.pages
        for box in _all(page._page_box)
        if type(box).__name__ == "LineBox" and _words(box).strip() and box.height
    ]
    heights = sorted(height for _, _, height in lines)
    beyond = free = 0.0
    for number, page in enumerate(document.pages):
        sheet = _Frame.of(page._page_box)
        bottoms = [y + height for own, y, height in lines if own is page]
        if number + 1 == limit:
            free = sheet.bottom - max(bottoms, default=sheet.top)
        elif number >= limit:
            beyond += max(bottoms, default=sheet.top) - sheet.top
    return max(1, math.ceil(float((beyond - free) / heights[len(heights) // 2])))


def filled(document: Any) -> float:
    """How much of the last page of a document its text fills, from 0 to 1."""
    page = document.pages[-1]._page_box
    sheet = _Frame.of(page)
    lines = [box for box in _all(page) if type(box).__name__ == "LineBox" and _words(box).strip()]
    bottoms = [y for box in lines if (y := box.position_y + box.height) <= sheet.bottom]
    return float((max(bottoms, default=sheet.top) - sheet.top) / (sheet.bottom - sheet.top))


@dataclass(frozen=True)
class _Frame:
    """The place that something has."""

    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, box: Any) -> _Frame:
        left, top = box.content_box_x(), box.content_box_y()
        return cls(left, left + box.width, top, top + box.height)

    def with_hanging(self, box: Any) -> _Frame:
        """With the room that a layout takes on purpose where a margin is negative."""
        left, right = min(box.margin_left, 0), min(box.margin_right, 0)
        return replace(self, left=self.left + left, right=self.right - right)

    def narrowed_to(self, other: _Frame) -> _Frame:
        """What of another frame stands in it: a box that has grown has no more room for that."""
        left, right = max(self.left, other.left), min(self.right, other.right)
        return replace(other, left=left, right=right)

    def beyond(self, left: float, right: float) -> float:
        """How far something reaches out of it sideways."""
        return max(self.left - left, right - self.right)

    def beneath(self, bottom: float) -> float:
        """How far something reaches out of its foot."""
        return bottom - self.bottom


def _in(box: Any, column: _Frame, sheet: _Frame) -> Iterator[Overflow]:
    kind = type(box).__name__
    if str(box.element_tag).endswith("::marker"):  # it stands beside the column of its item
        column = sheet
    if kind == "TextBox":
        beneath = sheet.beneath(box.position_y + box.baseline)
        sideways = column.beyond(box.position_x, box.position_x + box.width)
        yield from _told(Leaving.TEXT, box.text, max(sideways, beneath))
        return
    column, sheet = column.with_hanging(box), sheet.with_hanging(box)
    left, right = box.border_box_x(), box.border_box_x() + box.border_width()
    if kind.endswith("ReplacedBox"):
        beneath = sheet.beneath(box.border_box_y() + box.border_height())
        over = max(sheet.beyond(left, right), beneath)
        yield from _told(Leaving.PICTURE, _name(box.element), over)
    elif kind.endswith("TableBox") and column.beyond(left, right) > _TOLERANCE:
        yield _wide_table(box, column.beyond(left, right))
        return
    inner = column.narrowed_to(_Frame.of(box)) if _is_column(box) else column
    if kind == "LineBox":  # what hangs out of a line draws on what follows it
        for child in box.children:
            inner = inner if type(child).__name__ == "TextBox" else inner.with_hanging(child)
    for child in getattr(box, "children", ()):
        yield from _in(child, inner, sheet)


def _wide_table(table: Any, pixels: float) -> Overflow:
    columns = max((len(box.children) for box in _all(table) if _is_row(box)), default=0)
    first = next((words for box in _all(table) if (words := _cell(box))), "")
    return Overflow(Leaving.TABLE, first, _inches(pixels), columns)


def _told(kind: Leaving, text: str, pixels: float) -> Iterator[Overflow]:
    if pixels > _TOLERANCE and text.strip():
        yield Overflow(kind, text.strip(), _inches(pixels))


def _inches(pixels: float) -> float:
    return round(pixels / _PIXELS_PER_INCH, 2)


def _is_column(box: Any) -> bool:
    """Whether text is broken at its sides."""
    is_inline = type(box).__name__ in {"LineBox", "InlineBox"}
    return hasattr(box, "children") and not is_inline and not box.is_table_wrapper


def _is_row(box: Any) -> bool:
    return type(box).__name__ == "TableRowBox"


def _cell(box: Any) -> str:
    return _words(box).strip() if type(box).__name__ == "TableCellBox" else ""


def _all(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _all(child)


def _words(box: Any) -> str:
    return "".join(inner.text for inner in _all(box) if type(inner).__name__ == "TextBox")


def _name(element: Any) -> str:
    """What a picture is called: its file, or the title of a drawing."""
    title = next((child.text for child in element if str(child.tag).endswith("title")), None)
    return str(element.get("src") or title or element.tag)
