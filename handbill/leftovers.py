"""What was meant as markup and Markdown passed over: it would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbill.problems import Place, Problem, error

_CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*")
_LETTERED = re.compile(r"\s*\(?[a-z]\)\s+\S")
_SENTENCE_AND_DASHES = re.compile(r"(?m)^(?P<text>(?![-#>|]).*[.!?:;])[ \t]*\n[ ]{0,3}-{3,}[ \t]*$")
_CALLED = re.compile(r"\[\^([^\]\n]+)\](?!:)")
_DEFINED = re.compile(r"(?m)^[ ]{0,3}\[\^([^\]\n]+)\]:")

_REFERENCE = re.compile(r"(?<!!)\[([^\]\n^]+)\]\[([^\]\n]*)\]")
_ADDRESS = re.compile(r"(?m)^[ ]{0,3}\[([^\]\n^]+)\]:[ ]*\S")
_STARS = re.compile(r"(?<![\\*])\*\*(?!\*)")
_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")

_MEANT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\[\[[^\]\n]+\]\]"), "is a link of a wiki", "write [its words](help.md)"),
    (
        re.compile(r"\[[^\]\n]+\][ \t]+\((?:https?://|mailto:|tel:|[\w./-]+\.md\b)[^)\n]*\)"),
        "has a space between the words of a link and its address",
        "write [the words](address), without a space",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}!!![ ]+\w.*$"),
        "is a boxed note of another kind of Markdown",
        "write a heading or a quotation: > the note",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}>[ ]*\[![A-Z]+\].*$"),
        "is a boxed note of another kind of Markdown",
        "take this line out: what stands below it is a quotation",
    ),
    (
        re.compile(r"(?m)^[ \t]*(?:[-*+]|\d+\.)[ \t]+\[[ xX]?\](?=[ \t])"),
        "is a box to tick of another kind of Markdown",
        "write a plain point",
    ),
    (re.compile(r"==(?=\S)[^=\n]+(?<=\S)=="), "is no markup here", "for what matters, **bold**"),
    (
        re.compile(r"\{:?[ ]*[.#][A-Za-z][\w-]*[^{}\n]*\}"),
        "is an attribute of another kind of Markdown",
        "take it out: how things look is the layout's",
    ),
    (
        re.compile(r"(?m)^[ ]*(?:\[TOC\]|\[\[_TOC_\]\]|\\(?:newpage|pagebreak|clearpage))[ ]*$"),
        "is a word of another program",
        "take it out: contents and pages are the layout's",
    ),
    (
        re.compile(r"(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])"),
        "is a picture's name in another program",
        "take it out, or use a picture: ![what it shows](assets/picture.svg)",
    ),
)
"""What it looks like, what to say of it, and what to write."""


def leftovers(source: str, place: Place, *, may_have_notes: bool) -> Iterator[Problem]:
    """What in a Markdown text would be printed as it stands; its first line is at the place."""
    text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)

    def at(position: int) -> Place:
        return Place(place.path, place.line + text.count("\n", 0, position))

    told: set[int] = set()
    for pattern, says, hint in _MEANT:
        for match in pattern.finditer(text):
            found = at(match.start() + len(match[0]) - len(match[0].lstrip()))
            if found.line not in told:
                told.add(found.line)
                yield error(found, f"`{_short(match[0])}` {says}", hint)
    yield from _links(text, at)
    yield from _bold(text, at)
    for match in _SENTENCE_AND_DASHES.finditer(text):
        says = "the dashes below make a heading of this sentence"
        yield error(at(match.start()), says, "leave an empty line between them")
    yield from _tables(text, place)
    yield from _lettered(text, place)
    yield from _notes(text, at, may_have_notes=may_have_notes)


def _links(text: str, at: Callable[[int], Place]) -> Iterator[Problem]:
    known = {match[1].casefold() for match in _ADDRESS.finditer(text)}
    for match in _REFERENCE.finditer(text):
        if (match[2] or match[1]).casefold() not in known:
            says = f"`{_short(match[0])}` is a link whose address stands nowhere"
            yield error(at(match.start()), says, "write [the words](address)")


def _bold(text: str, at: Callable[[int], Place]) -> Iterator[Problem]:
    """Stars that make nothing bold: one pair too few, or a space inside of them."""
    start = 0
    for paragraph in _BETWEEN_PARAGRAPHS.split(text):
        start = text.find(paragraph, start)
        stars = list(_STARS.finditer(paragraph))
        if len(stars) % 2:
            says = "bold words begin or end here, and their other end is missing"
            yield error(
                at(start + stars[-1].start()), says, "write ** on both sides: **the words**"
            )
        else:
            for opening, closing in zip(stars[::2], stars[1::2], strict=True):
                inside = paragraph[opening.end() : closing.start()]
                if inside != inside.strip():
                    says = "a space keeps these words from being bold"
                    hint = "write the stars right beside them: **the words**"
                    yield error(at(start + opening.start()), says, hint)
        start += len(paragraph)


def _tables(text: str, place: Place) -> Iterator[Problem]:
    lines = text.split("\n")
    yield from _rows_alone(lines, place)
    for number, line in enumerate(lines[1:], 1):
        if not (_DELIMITERS.fullmatch(line) and "|" in lines[number - 1]):
            continue
        columns = _columns(lines[number - 1])
        for below, row in enumerate(lines[number + 1 :], number + 1):
            if "|" not in row:
                break
            if _columns(row) > columns:
                says = f"this row has {_columns(row)} cells, and the first one {columns}"
                hint = r"give the table a column more; a bar in a cell is written \|"
                yield error(Place(place.path, place.line + below), says, hint)


def _rows_alone(lines: list[str], place: Place) -> Iterator[Problem]:
    """The first of several rows that no line of dashes makes a table."""
    is_row = [bool(_ROW.fullmatch(line)) for line in lines]
    for number in range(len(lines) - 1):
        begins = is_row[number] and not (number and is_row[number - 1])
        if begins and is_row[number + 1] and not _DELIMITERS.fullmatch(lines[number + 1]):
            says = "these rows are no table: the line of dashes below the first one is missing"
            hint = f"write below it: {'|---' * _columns(lines[number])}|"
            yield error(Place(place.path, place.line + number), says, hint)


def _columns(row: str) -> int:
    return len(_CELL.split(row.strip().removeprefix("|").removesuffix("|")))


def _lettered(text: str, place: Place) -> Iterator[Problem]:
    """Points with letters one below the other, which would become one paragraph."""
    lines = text.split("\n")
    is_point = [bool(_LETTERED.match(line)) for line in lines]
    for number in range(1, len(lines)):
        begins = (
            is_point[number] and is_point[number - 1] and not (number > 1 and is_point[number - 2])
        )
        if begins:
            says = "points with letters run together into one paragraph"
            hint = "write 1. 2. 3., or leave an empty line between them"
            yield error(Place(place.path, place.line + number - 1), says, hint)


def _notes(text: str, at: Callable[[int], Place], *, may_have_notes: bool) -> Iterator[Problem]:
    called = {match[1]: match.start() for match in reversed(list(_CALLED.finditer(text)))}
    defined = {match[1]: match.start() for match in _DEFINED.finditer(text)}
    if not may_have_notes:
        for name, position in [*called.items()][:1]:
            says = f"a footnote has no place here: `[^{name}]`"
            yield error(at(position), says, "say it in the text; pages can have footnotes")
        return
    for name, position in called.items():
        if name not in defined:
            says = f"the footnote `[^{name}]` is nowhere"
            yield error(at(position), says, f"write it on a line of its own: [^{name}]: its words")
    for name, position in defined.items():
        if name not in called:
            says = f"nothing calls the footnote `[^{name}]`, so nobody would see it"
            yield error(at(position), says, f"write [^{name}] where it belongs, or remove it")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:39].rstrip()}…"
