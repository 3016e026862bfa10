"""Telephone numbers and addresses in text from right to left, whose groups would change places.

After an Arabic letter the digits of 207-555-0150 are set group by group from the right (Unicode
Standard Annex 9, W2 and W4), which is another number.
"""

from __future__ import annotations

import re

_PARTS = re.compile(r"(<[^>]*>)")
_NUMBER = (
    r"(?<![\w.,/])(?:\+|\()?\d{1,4}\)?(?:[ \u00a0.\u2010\u2011-]\(?\d{2,4}\)?)+(?![\w/]|[.,]\d)"
)
_HOUSE = r"(?<![\w.,/-])\d+[A-Za-z]?(?:[ \u00a0][A-Z][A-Za-z.'\u2019-]*)+"
_RUN = re.compile(rf"{_HOUSE}|{_NUMBER}")
_FEWEST_DIGITS = 7
_MARKED = '<span dir="ltr">{}</span>'


def kept_in_order(html: str) -> str:
    """HTML in which each such run keeps its order, but where a direction is given already."""
    result: list[str] = []
    marked = 0
    for part in _PARTS.split(html):
        if part.startswith("<"):
            marked = _depth(part, marked)
            result.append(part)
        else:
            result.append(part if marked else _RUN.sub(_isolated, part))
    return "".join(result)


def _depth(tag: str, marked: int) -> int:
    """How deep a tag's content stands in an element with a direction of its own."""
    if tag.startswith("</"):
        return max(marked - 1, 0)
    is_void = tag.startswith(("<br", "<img", "<hr")) or tag.endswith("/>")
    return marked if is_void else marked + 1 if marked or " dir=" in tag else 0


def _isolated(match: re.Match[str]) -> str:
    is_house = match[0][-1:].isalpha() or match[0][-1:] in ".'"
    enough = is_house or sum(map(str.isdigit, match[0])) >= _FEWEST_DIGITS
    return _MARKED.format(match[0]) if enough else match[0]
