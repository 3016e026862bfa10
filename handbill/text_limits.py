"""What a Markdown text may hold at most, so that no text keeps a computer busy for minutes.

Markdown looks for the other end of each mark that opens, so its time grows with the square of
what stands in one paragraph. The limits are far above what people write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.problems import Place, Problem, error

_LONGEST_LINE = 6_000
_MOST_HEADINGS = 500
_MOST_MARKS = 150
_MOST_NOTES = 500
_MOST_CELLS = 20_000
_MOST_COLUMNS = 60
_DEEPEST = 12
_MARKS = {
    "`": "backticks",
    "[": "square brackets",
    "{{": "placeholders",
    "<": "angle brackets",
    "http": "addresses",
}
_NESTED = re.compile(r"[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){13}")
_INDENTED = re.compile(r"(?:\t|[ ]{4}){13}[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_RULE = re.compile(r"[-*+ \t]*")
_CLOSED = re.compile(r"\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\)|(?<!`)`[^`\n]{1,300}`(?!`)")
"""Links and code that end: of these there may be as many as anybody likes."""
_BLANK = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"(?m)^[ ]{0,3}#{1,6}(?!#)")
_MANY = (("notes", "<!--"), ("footnotes", "[^"), ("addresses of links", "]:"))
_HINT = "is this the text that you meant to put here? If so, divide it"


def too_much(text: str, place: Place) -> list[Problem]:
    """What in a text is beyond all measure; the text begins at a place."""
    return list(_problems(text, place))


def _problems(text: str, place: Place) -> Iterator[Problem]:
    def at(line: int) -> Place:
        return Place(place.path, place.line + line)

    for number, line in enumerate(text.split("\n")):
        if len(line) > _LONGEST_LINE:
            says = f"this line has {len(line)} characters; {_LONGEST_LINE} are the most"
            yield error(at(number), says, "press Enter twice where a paragraph ends")
            return
        begins = line[:500]
        is_deep = _NESTED.match(begins) or _INDENTED.match(begins)
        if is_deep and not _RULE.fullmatch(begins):
            says = f"this is the point of a point of a point, more than {_DEEPEST} deep"
            yield error(at(number), says, "take it out of some of the lists, or quotations")
            return
    if len(_HEADING.findall(text)) > _MOST_HEADINGS:
        yield error(place, f"this text has more than {_MOST_HEADINGS} headings", _HINT)
    for what, mark in _MANY:
        if text.count(mark) > _MOST_NOTES:
            yield error(place, f"this text has more than {_MOST_NOTES} {what}", _HINT)
    start = 0
    for paragraph in _BLANK.split(text):
        yield from _in_paragraph(paragraph, at(start + _empty_lines_before(paragraph)))
        start += paragraph.count("\n") + 2


def _in_paragraph(paragraph: str, place: Place) -> Iterator[Problem]:
    rows = paragraph.strip("\n").split("\n")
    columns = max(row.count("|") for row in rows)
    if columns > _MOST_COLUMNS or columns * len(rows) > _MOST_CELLS:
        says = f"this table has {len(rows)} rows of up to {columns} cells"
        hint = f"{_MOST_COLUMNS} in a row, and {_MOST_CELLS:,} in all, are the most: divide it"
        yield error(place, says, hint)
        return
    opened = _CLOSED.sub("", paragraph)
    for mark, name in _MARKS.items():
        if opened.count(mark) > max(_MOST_MARKS, 4 * len(rows)):
            says = f"this paragraph has {opened.count(mark)} {name}; {_MOST_MARKS} are the most"
            yield error(place, says, _HINT)
            return


def _empty_lines_before(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip("\n"))
