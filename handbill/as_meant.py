"""Markdown as people write it, made what Markdown reads: lists and tables after a line, nesting.

Only the shape of lines changes, never a word. Markdown wants an empty line before a list, four
spaces for what stands in an item, and a plain space after a mark; word processors, e-mail and
other kinds of Markdown do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.asides import BEGINNING
from handbill.characters import SPACES
from handbill.own_lines import ITEM, lines_of_their_own, starts_table

_SPACE = rf"[ \t{SPACES}]"
_DASHES = "\u2013\u2014"
_DASHED = re.compile(rf"{_SPACE}*(?:[{_DASHES}]{_SPACE}+\S|\u2013[^\W\d])")
_HEADING = re.compile(
    rf"([ ]{{0,3}})(?:([#\uff03]{{1,6}}){_SPACE}+(?=\S)|([#\uff03]{{2,6}})(?=[^#\uff03\s{{]))"
)
_NUMBER_SIGN = re.compile(
    r"#(?=\d|[A-Z][a-z]+[A-Z]\w*|\w+[^\n]*[.!?][ \t]*$|\w+(?:[ \t]+#\w+)+[ \t]*$)"
)
"""A # that begins no heading: #1 in the county, #MapleProud, #homework is a word for it."""
_DEFINITION = re.compile(rf"^:{_SPACE}*(?=\w|\*)")
_INDENT = re.compile(rf"{_SPACE}*")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]+\]:")
_QUOTATION = re.compile(r"^[ ]{0,3}>.*(?:\n[ ]{0,3}>.*)*", re.MULTILINE)
_QUOTED = re.compile(r"^[ ]{0,3}>[ ]?")
_BLANK = re.compile(r"(?m)(?<!^)_{4,}|^_{4,}(?=.*[^_ \t\n])|(?<![\w_])_{3}(?![\w_])(?=.*\S)")
_BREAK = re.compile(r"(?<!\\)\\$")
"""How pandoc ends a line that is to be broken there."""
_TAB = 4
_NESTED = 2
"""Columns by which an item must be further in than the mark of the one that it belongs to."""


@dataclass(frozen=True)
class _Item:
    """An open item of a list: the column of its mark, and whether that is a number."""

    mark: int
    is_numbered: bool


def as_meant(text: str) -> str:
    """The same text with lists, tables and headings in the shape that Markdown reads."""
    text = _QUOTATION.sub(_quotation, _BLANK.sub(_literal, text))
    lines = [_plain_line(line) for line in text.split("\n")]
    lines = [_BREAK.sub("  ", line) for line in _with_bullets(lines)]
    lines = list(_terms_apart(lines))
    shaped: list[str] = []
    open_items: list[_Item] = []
    alone = lines_of_their_own(lines)
    in_table = in_paragraph_of_item = False
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        begins_table = starts_table(lines, number)
        if number in alone:
            shaped[-1] = shaped[-1].rstrip() + "  "
        in_table = begins_table or (in_table and bool(line.strip()))
        if in_table and "|" not in line:
            in_table, before = False, ""
            shaped.append("")
        if not line.strip():
            shaped.append("")
            in_paragraph_of_item = False
        elif _FOOTNOTE.match(line):
            open_items[:] = [_Item(0, is_numbered=False)]
            shaped.append(line)
        elif (item := ITEM.fullmatch(line)) is not None and not _is_rule(line):
            shaped += [""] if in_paragraph_of_item else []
            in_paragraph_of_item = False
            shaped += _item(item, before, open_items)
        else:
            after_gap = not before.strip()
            in_paragraph_of_item |= after_gap and bool(open_items)
            shaped += _other(line, after_gap, open_items, begins_table)
    return "\n".join(shaped)


def _terms_apart(lines: Sequence[str]) -> Iterator[str]:
    """Lines in which a term that follows a definition is no part of it."""
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_term = bool(line.strip()) and not _DEFINITION.match(line)
        if is_term and _DEFINITION.match(before) and _DEFINITION.match(following):
            yield ""
        yield _DEFINITION.sub(":   ", line) if before.strip() else line


def _literal(match: re.Match[str]) -> str:
    """A line to write on, which Markdown would take for the ends of bold words."""
    return match[0].replace("_", "\\_")


def _quotation(match: re.Match[str]) -> str:
    """The lines of a quotation, each with its mark, in the shape of what stands in it."""
    inside = "\n".join(_QUOTED.sub("", line) for line in match[0].split("\n"))
    lines = [BEGINNING, "", *as_meant(inside).split("\n")]
    return "\n".join(f"> {line}" for line in lines)


def _plain_line(line: str) -> str:
    if _NUMBER_SIGN.match(line):
        return f"\\{line}"
    heading = _HEADING.match(line)
    return f"{_plain_heading(heading)}{line[heading.end() :]}" if heading else line


def _plain_heading(match: re.Match[str]) -> str:
    return f"{match[1]}{'#' * len(match[2] or match[3])} "


def _with_bullets(lines: Sequence[str]) -> Iterator[str]:
    """Dashes of a dialogue stay; two lines that begin with one are a list."""
    dashed = [bool(_DASHED.match(line)) for line in lines]
    for number, line in enumerate(lines):
        beside = dashed[max(number - 1, 0) : number] + dashed[number + 1 : number + 2]
        if dashed[number] and any(beside):
            yield re.sub(f"[{_DASHES}]{_SPACE}*", "- ", line, count=1)
        else:
            yield line


def _item(match: re.Match[str], before: str, open_items: list[_Item]) -> Iterator[str]:
    column = _columns(match["indent"])
    written = unicodedata.normalize("NFKC", match["mark"] or match["tight"])
    number = written[:-1] if written[0].isdigit() else ""
    is_text_before = bool(before.strip()) and not ITEM.fullmatch(before)
    if is_text_before and not open_items and number not in {"", "1"}:
        yield match[0]  # a year or a number at the start of a line of a paragraph
        return
    if is_text_before and not open_items and not before.lstrip().startswith(("|", "#")):
        yield ""
    sibling = _close(open_items, column)
    if sibling is not None and sibling.is_numbered != bool(number):
        yield ""  # another list begins
    depth = len(open_items)
    mark = f"{number}." if number else "-"
    open_items.append(_Item(column, bool(number)))
    yield f"{' ' * (_TAB * depth)}{mark} {match['text']}"


def _other(
    line: str, after_gap: bool, open_items: list[_Item], begins_table: bool
) -> Iterator[str]:
    column = _columns(_INDENT.match(line)[0])  # type: ignore[index]  # it matches everything
    text = line.strip(f" \t{SPACES}")
    if after_gap:
        _close(open_items, column)
    if open_items:
        yield f"{' ' * (_TAB * len(open_items))}{text}" if column or after_gap else line
        return
    if begins_table and not after_gap:
        yield ""
    yield line


def _close(open_items: list[_Item], column: int) -> _Item | None:
    """End the items to which nothing at a column belongs. Gives back the outermost of them."""
    closed = None
    while open_items and column < open_items[-1].mark + _NESTED:
        closed = open_items.pop()
    return closed


def _is_rule(line: str) -> bool:
    return len(set(line.replace(" ", ""))) == 1 and len(line.replace(" ", "")) > 2


def _columns(space: str) -> int:
    return len(space.expandtabs(_TAB))
