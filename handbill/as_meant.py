"""Markdown as people write it, made what Markdown reads: lists and tables after a line, nesting.

Only the shape of lines changes, never a word. Markdown wants an empty line before a list, four
spaces for what stands in an item, and a plain space after a mark; word processors, e-mail and
other kinds of Markdown do not.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.asides import BEGINNING
from handbill.characters import SPACES

_SPACE = rf"[ \t{SPACES}]"
_BULLETS = "•▪‣◦●○·∙➢✓\uf0a7\uf0b7"
_DASHES = "\u2013\u2014"
_TIGHT = "•▪‣◦➢\uf0a7\uf0b7"
"""Signs that nothing but a point begins with: a space may be missing after them."""
_ITEM = re.compile(
    rf"(?P<indent>{_SPACE}*)(?:(?P<mark>[-*+\uff0a\uff0d{_BULLETS}]|[0-9\uff10-\uff19]{{1,9}}[.)\uff0e])"
    rf"(?P<gap>{_SPACE}+)|(?P<tight>[{_TIGHT}]|[\uff10-\uff19]{{1,2}}\uff0e))(?P<text>\S.*)"
)
_DASHED = re.compile(rf"{_SPACE}*(?:[{_DASHES}]{_SPACE}+\S|\u2013[^\W\d])")
_SIGNED = re.compile(r"[ \t]*(?:[§☐☑☒✅✔→➔★☆✗✘\U0001f449]|[0-9]\ufe0f?\u20e3)")
_HEADING = re.compile(
    rf"([ ]{{0,3}})(?:([#\uff03]{{1,6}}){_SPACE}+(?=\S)|([#\uff03]{{2,6}})(?=[^#\uff03\s{{]))"
)
_NUMBER_SIGN = re.compile(r"#(?=\d|[A-Z][a-z]+[A-Z]\w*|\w+[^\n]*[.!?][ \t]*$)")
"""A # that begins no heading: #1 in the county, #MapleProud, #homework is a word for it."""
_DEFINITION = re.compile(rf"^:{_SPACE}*(?=\w|\*)")
_INDENT = re.compile(rf"{_SPACE}*")
_DELIMITERS = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]+\]:")
_QUOTATION = re.compile(r"^[ ]{0,3}>.*(?:\n[ ]{0,3}>.*)*", re.MULTILINE)
_QUOTED = re.compile(r"^[ ]{0,3}>[ ]?")
_BLANK = re.compile(r"(?m)(?<!^)_{4,}|^_{4,}(?=.*[^_ \t\n])|(?<![\w_])_{3}(?![\w_])(?=.*\S)")
_BREAK = re.compile(r"(?<!\\)\\$")
"""How pandoc ends a line that is to be broken there."""
SHORT_LINE = 45
"""Letters: a paragraph that a program broke into lines has longer ones."""
_BEGINNING_OF_A_LINE = re.compile(
    r"\d+[A-Za-z]?,?[ \t]+[A-Z]|\d{3}\)?[ .-]\d{3}"
    r"|(?:https?://|www\.)\S+$|[\w.+-]+@[\w.-]+$|[a-z][A-Z]\w"
    r"|\$?\d[\w:.\u2013-]*(?:[ \u00a0][ap]\.?m\.?|[ \u00a0]\w+)?(?::|[ \t]+[\u2013\u2014-])[ \t]"
)
_TO_WRITE_ON = re.compile(r"(?:\\?_)+")
_LABEL = re.compile(r"(?:\*\*)?[A-Z][\w/ ]{0,24}(?::\*\*|:|\*\*:)[ \t]+\S.{0,60}$")
_GOES_ON = re.compile(
    r"\b(?:an?|the|of|to|at(?: \d+)?|in|on|by|for|from|with|through|and|or|who|that|is|are"
    r"|my|our|your|their)$",
    re.IGNORECASE,
)
"""How no line of an address or a list ends: its sentence goes on in the next one."""
_ASKED, _ANSWERED = re.compile(r"([QP])[:.][ \t]"), re.compile(r"([AR])[:.][ \t]")
"""Q: and A: in English, P: and R: in Spanish."""
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
        starts_table = _starts_table(lines, number)
        if _is_signed(lines, number) or (number in alone and not open_items):
            shaped[-1] = shaped[-1].rstrip() + "  "
        in_table = starts_table or (in_table and bool(line.strip()))
        if in_table and "|" not in line:
            in_table, before = False, ""
            shaped.append("")
        if not line.strip():
            shaped.append("")
            in_paragraph_of_item = False
        elif _FOOTNOTE.match(line):
            open_items[:] = [_Item(0, is_numbered=False)]
            shaped.append(line)
        elif (item := _ITEM.fullmatch(line)) is not None and not _is_rule(line):
            shaped += [""] if in_paragraph_of_item else []
            in_paragraph_of_item = False
            shaped += _item(item, before, open_items)
        else:
            after_gap = not before.strip()
            in_paragraph_of_item |= after_gap and bool(open_items)
            shaped += _other(line, after_gap, open_items, starts_table)
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
    is_text_before = bool(before.strip()) and not _ITEM.fullmatch(before)
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
    line: str, after_gap: bool, open_items: list[_Item], starts_table: bool
) -> Iterator[str]:
    column = _columns(_INDENT.match(line)[0])  # type: ignore[index]  # it matches everything
    text = line.strip(f" \t{SPACES}")
    if after_gap:
        _close(open_items, column)
    if open_items:
        yield f"{' ' * (_TAB * len(open_items))}{text}" if column or after_gap else line
        return
    if starts_table and not after_gap:
        yield ""
    yield line


def _close(open_items: list[_Item], column: int) -> _Item | None:
    """End the items to which nothing at a column belongs. Gives back the outermost of them."""
    closed = None
    while open_items and column < open_items[-1].mark + _NESTED:
        closed = open_items.pop()
    return closed


def _is_signed(lines: Sequence[str], number: int) -> bool:
    """Whether a line with a box to tick, or another sign at its start, stands under another one."""
    return number > 0 and bool(_SIGNED.match(lines[number]) and _SIGNED.match(lines[number - 1]))


def lines_of_their_own(lines: Sequence[str]) -> frozenset[int]:
    """The lines of signatures, addresses and lists of days that stand under another one.

    All lines of their paragraph are short, and all but the first begin as a line does, not as the
    rest of a sentence. Labels and answers may stand under a long line.
    """
    found: set[int] = set()
    for is_prose, numbered in itertools.groupby(enumerate(lines), lambda one: _is_prose(one[1])):
        first, *others = numbered
        if not is_prose or any(_GOES_ON.search(line) for _, line in (first, *others[:-1])):
            continue
        are_lines = all(_length(line) <= SHORT_LINE for _, line in (first, *others)) and all(
            _begins_a_line(line) for _, line in others
        )
        if are_lines or all(_LABEL.match(line) for _, line in others):
            found.update(number for number, _ in others)
        else:
            found.update(n for n, line in others if _is_answer(lines[n - 1], line))
    return frozenset(found)


def _length(line: str) -> int:
    return len(_TO_WRITE_ON.sub("_", line))


def _is_answer(question: str, line: str) -> bool:
    asked, answered = _ASKED.match(question), _ANSWERED.match(line)
    return bool(asked and answered and (asked[1] == "Q") == (answered[1] == "A"))


def _begins_a_line(line: str) -> bool:
    """With a capital letter, the number of a house or of a telephone, an address, a time."""
    start = line.lstrip(' \t*_\\("\u201c\u00ab\u00bf\u00a1')
    return start[:1].isupper() or _BEGINNING_OF_A_LINE.match(start) is not None


def _is_prose(line: str) -> bool:
    is_other = _ITEM.fullmatch(line) or line.lstrip()[:1] in {">", "#", "|", "["}
    return bool(line.strip()) and not is_other and "|" not in line and line.lstrip()[:2] != ": "


def _starts_table(lines: Sequence[str], number: int) -> bool:
    is_row = "|" in lines[number] and number + 1 < len(lines)
    following = lines[number + 1] if is_row else ""
    return is_row and "|" in following and bool(_DELIMITERS.fullmatch(following))


def _is_rule(line: str) -> bool:
    return len(set(line.replace(" ", ""))) == 1 and len(line.replace(" ", "")) > 2


def _columns(space: str) -> int:
    return len(space.expandtabs(_TAB))
