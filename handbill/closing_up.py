"""What is left of a text when lines of it are left out: no gap, no empty table, no lone heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbill.sections import heading_at, in_a_table

RULE = re.compile(r"[ \t|:-]*-[ \t|:-]*")
"""The line below the first row of a table."""
_NUMBERED = re.compile(r"([ \t]*)(\d+)([.)][ \t]+)")
_INDENT = re.compile(r"[ \t]*")


def numbered_on(lines: Sequence[str], kept: list[str | None]) -> list[str | None]:
    """What is kept, a list whose first points are left out beginning with their first number."""
    pending: dict[str, str] = {}
    for index, line in enumerate(lines):
        point = _NUMBERED.match(line)
        if point is None:
            pending = pending if not line.strip() or indent_of(line) else {}
        elif kept[index] is None:
            is_first = index == 0 or not any(map(_NUMBERED.match, lines[max(index - 1, 0) : index]))
            if is_first or point[1] in pending:
                pending.setdefault(point[1], point[2])
        elif number := pending.pop(point[1], None):
            kept[index] = _NUMBERED.sub(rf"\g<1>{number}\g<3>", kept[index] or "", count=1)
    return kept


def without_empty_tables(lines: Sequence[str], kept: list[str | None]) -> list[str | None]:
    """What is kept but for the heads of tables of which no row is left."""
    for index, line in enumerate(lines):
        if not index or not RULE.fullmatch(line) or not in_a_table(lines, index):
            continue
        end = index + 1
        while end < len(lines) and "|" in lines[end]:
            end += 1
        if end > index + 1 and not any(kept[index + 1 : end]):
            kept[index - 1 : index + 1] = [None, None]
    return kept


def without_empty_sections(lines: Sequence[str], kept: list[str | None]) -> list[str | None]:
    """What is kept but for the headings of sections of which nothing is left."""
    end_of_level = dict.fromkeys(range(1, 7), len(lines))
    for index in range(len(lines) - 1, -1, -1):
        if (heading := heading_at(lines, index)) is None:
            continue
        end, below = end_of_level[heading.level], index + heading.lines
        had, has = (any(map(_has_words, part[below:end])) for part in (lines, kept))
        if had and not has:
            kept[index:below] = [None] * heading.lines
        end_of_level |= dict.fromkeys(range(heading.level, 7), index)
    return kept


def _has_words(line: str | None) -> bool:
    return line is not None and bool(line.strip())


def indent_of(line: str) -> str:
    """The spaces that a line begins with, a tab as four."""
    match = _INDENT.match(line)
    return match[0].expandtabs(4) if match else ""


def closed_up(lines: Sequence[str], kept: Sequence[str | None]) -> Iterator[str]:
    """What stays, with the lines of what does not below it: a list or a table has no gap."""
    left_out = 0
    for line, stays in zip(lines, kept, strict=True):
        if not line.strip():
            yield from [""] * (left_out + 1)
            left_out = 0
        elif stays is None:
            left_out += 1
        else:
            yield stays
    yield from [""] * left_out
