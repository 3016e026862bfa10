"""A number that counts what stands behind it: estas 3 cosas, and then a list of three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbill.numerals import Numeral

_POINT = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d+[.)])[ \t]+\S")
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]")
_COLON = re.compile(r"[:\uff1a]")
_END_OF_A_SENTENCE = re.compile(
    r"[.!?\u3002\uff01\uff1f\u061f](?=\s|$)|\n[ \t]*\n|\Z|(?<=[\u3002])"
)
_ITEMS = re.compile(
    r"\s*[,;\u060c\u061b\u3001\uff0c\uff1b]\s*(?:(?:and|or|y|e|o|u|và|hoặc)\s+|[和或])?"
    r"|\s+(?:and|or|y|e|o|u|và|hoặc)\s+|\s+و|[和或]",
    re.IGNORECASE,
)


def counts_what_follows(number: Numeral, text: str) -> bool:
    """Whether a small number tells how many points or words of a list come next."""
    if not number.is_small or number.unit or number.time:
        return False
    written = rf"(?<![\d.,:/$-]){re.escape(number.written)}(?![.,:/]?\d|\s?%)"
    return any(
        number.bare in {_points_below(text, found.end()), _named_behind(text, found.end())}
        for found in re.finditer(written, text)
    )


def _points_below(text: str, position: int) -> int:
    """How many points or headings stand under the paragraph or the heading at a position."""
    start = text.rfind("\n", 0, position) + 1
    rest = text[position:].split("\n")
    if heading := _HEADING.match(text, start):
        return _points_of_section(rest[1:], len(heading["level"]))
    for index, line in enumerate(rest):
        below = rest[index + 1] if index + 1 < len(rest) else ""
        if not below.strip() or _POINT.match(below):
            is_introduced = bool(_COLON.search(line.rstrip(" *_")[-1:]))
            return len(_first_list(rest[index + 1 :])) if is_introduced else 0
    return 0


def _points_of_section(lines: Sequence[str], level: int) -> int:
    """The points of the first list of a section, or the headings right under its own."""
    levels = []
    for index, line in enumerate(lines):
        heading = _HEADING.match(line)
        if heading and len(heading["level"]) <= level:
            break
        if heading:
            levels.append(len(heading["level"]))
        elif _POINT.match(line) and not levels:
            return len(_first_list(lines[index:]))
    return levels.count(min(levels)) if levels else 0


def _first_list(lines: Sequence[str]) -> list[str]:
    """The points with which lines begin, those within points left out."""
    points: list[str] = []
    indent = None
    for line in lines:
        point = _POINT.match(line)
        if point and (indent is None or len(point["indent"]) <= indent):
            indent = len(point["indent"])
            points.append(line)
        elif line.strip() and not line.startswith((" ", "\t")) and (not points or point is None):
            break
    return points


def _named_behind(text: str, position: int) -> int:
    """How many things a sentence names behind a colon: 3 cosas: lápiz, papel y paciencia."""
    end = _END_OF_A_SENTENCE.search(text, position)
    sentence = text[position : end.start() if end else len(text)]
    _, colon, named = sentence.partition(":") if ":" in sentence else sentence.partition("\uff1a")
    return len(_ITEMS.split(named.strip())) if colon and named.strip() else 0
