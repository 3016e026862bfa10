"""What was meant as markup and Markdown passed over: it would be printed as it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from handbill.other_markup import MEANT
from handbill.own_lines import SHORT_LINE, lines_of_their_own
from handbill.problems import Place, Problem, error
from handbill.stars import Stars, stars_alone

_CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"[ ]{0,3}(?=[^\n]*\|)\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*")
_POINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"[ \t]*{pattern}"), kind)
    for pattern, kind in (
        (r"\(?(?:[ivx]{1,5}|[IVX]{1,5})[.)][ \t]+\S", "with Roman numbers"),
        (r"\(?[A-Za-z][.)][ \t]+\S", "with letters"),
        (r"\d{1,4}(?:\.\d{1,3})+[.)]?[ \t]+\S", "with numbers of several levels"),
        (
            r"\(\d{1,3}\)[ \t]*\S|\d{1,3}[.)](?=[^\W\d])|(?:[-+]|\*(?![^*]*\*))(?=[^\W\d])",
            "without a space",
        ),
        (r"o[ \t]+\S", "of a word processor"),
    )
)
"""Points that Markdown does not know: two lines of them one below the other are one paragraph."""
_CAPITAL = re.compile(r"[ \t]*\(?([A-Z])[.)][ \t]+")
_TABS = re.compile(r"[ ]{0,3}(?!\(?(?:\d+|[A-Za-z]|[ivxIVX]+)[.)]\s)[^\W_].*\S[ ]?\t+[ \t]*\S")
_NUMBERED = re.compile(r"[ \t]*(\d{1,4})[.)][ \t]+\S")
_POINT = re.compile(r"[ ]{0,3}(?:[-*+\u2022]|\d{1,3}[.)])[ \t]+\S")
_SENTENCE = re.compile(r"(?:\*\*)?[A-Z\u00bf\u00a1\u00c0-\u00de][^\n|]*\s[^\n|]*$")
_LINE_OF_PROSE = 60
"""Letters: a point that a program broke into lines is longer before the break."""
_FENCE = re.compile(r"(?m)^[ \t]*(?:```[ \t]*[\w+-]*[ \t]*$|~~~[ \t]*[\w+-]*[ \t]*$)")
_SENTENCE_AND_DASHES = re.compile(r"(?m)^(?P<text>(?![-#>|]).*[.!?:;])[ \t]*\n[ ]{0,3}-{3,}[ \t]*$")
_CALLED = re.compile(r"\[\^([^\]\n]+)\](?!:)")
_DEFINED = re.compile(r"(?m)^[ ]{0,3}\[\^([^\]\n]+)\]:")

_REFERENCE = re.compile(r"(?<!!)\[([^\]\n^]+)\]\[([^\]\n]*)\]")
_ADDRESSES = re.compile(r"(?<=\]\()[^\s)]+|(?i:https?://)[^\s<>)]+")
"""What stands in an address is never markup: /:w:/ of an office in the cloud."""
_ADDRESS = re.compile(
    r"(?m)^[ ]{0,3}\[([^\]\n^]+)\]:[ ]*(\S+)[ ]*(?P<alone>(?:[\"'(][^\n]*[\"')])?[ ]*$)?"
)
"""Where an address of links stands; alone on its line, it is not printed."""


def leftovers(source: str, place: Place, *, may_have_notes: bool) -> Iterator[Problem]:
    """What in a Markdown text would be printed as it stands; its first line is at the place."""
    text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)

    def at(position: int) -> Place:
        return Place(place.path, place.line + text.count("\n", 0, position))

    told: set[int] = set()
    addresses = [match.span() for match in _ADDRESSES.finditer(text)]
    for pattern, says, hint in MEANT:
        for match in pattern.finditer(text):
            if any(start < match.start() and match.end() <= end for start, end in addresses):
                continue
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
    yield from _run_together(text, place)
    yield from _miscounted(text, place)
    yield from _swallowed(text, place)
    yield from _cells_with_tabs(text, place)
    yield from _fences(source, place)
    yield from _notes(text, at, may_have_notes=may_have_notes)


def _links(text: str, at: Callable[[int], Place]) -> Iterator[Problem]:
    known = {match[1].casefold() for match in _ADDRESS.finditer(text)}
    for match in _REFERENCE.finditer(text):
        if (match[2] or match[1]).casefold() not in known:
            says = f"`{_short(match[0])}` is a link whose address stands nowhere"
            yield error(at(match.start()), says, "write [the words](address)")
    for match in _ADDRESS.finditer(text):
        called = re.compile(rf"\[{re.escape(match[1])}\](?!:)", re.IGNORECASE)
        if match["alone"] is not None and not called.search(text):
            says = f"nothing links to `[{match[1]}]`, so nobody would see this line"
            hint = f"write [the words][{match[1]}] where it belongs, or {match[1]}: {match[2]}"
            yield error(at(match.start()), says, hint)


def _bold(text: str, at: Callable[[int], Place]) -> Iterator[Problem]:
    """Stars that make nothing bold: one pair too few, or a space inside of them."""
    for _, stars in stars_alone(text):
        alone = [one for one in stars if one.length > 1]
        pairs = list(zip(alone[::2], alone[1::2], strict=False))
        spaced = [
            opening for opening, closing in pairs if _has_space_inside(opening, closing, text)
        ]
        for opening in spaced:
            says = "a space keeps these words from being bold"
            hint = "write the stars right beside them: **the words**"
            yield error(at(opening.start), says, hint)
        if alone and len(alone) > 2 * len(spaced):
            says = "bold words begin or end here, and their other end is missing"
            hint = "write ** on both sides: **the words**; or \\*\\* for stars"
            yield error(at(alone[-1].start), says, hint)


def _has_space_inside(opening: Stars, closing: Stars, text: str) -> bool:
    inside = text[opening.start + opening.length : closing.start]
    return inside != inside.strip()


def _tables(text: str, place: Place) -> Iterator[Problem]:
    lines = text.split("\n")
    yield from _rows_alone(lines, place)
    for number, line in enumerate(lines[1:], 1):
        if not (_DELIMITERS.fullmatch(line) and "|" in lines[number - 1]):
            continue
        columns = _columns(lines[number - 1])
        if _columns(line) != columns:
            says = f"the line of dashes has {_columns(line)} cells, and the row above it {columns}"
            hint = f"write below the first row: {'|---' * columns}|"
            yield error(Place(place.path, place.line + number), says, hint)
            continue
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


def _run_together(text: str, place: Place) -> Iterator[Problem]:
    """Points one below the other, of a kind that Markdown does not know: they would be one."""
    lines = text.split("\n")
    kinds = [_kind_of(line) for line in lines]
    alone = lines_of_their_own(lines)
    for number, line in enumerate(lines):
        is_broken = line.endswith(("\\", "  ")) or not alone.isdisjoint({number, number + 1})
        if is_broken or (_CAPITAL.match(line) and not _is_counted(lines, number)):
            kinds[number] = ""
    for number, kind in enumerate(kinds):
        before = number > 0 and bool(lines[number - 1].strip())
        if not kind or (before and kinds[number - 1]):
            continue
        next_text = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), number)
        is_next_line = next_text == number + 1
        if (is_next_line and kinds[next_text]) or (
            before and next_text > number and kinds[next_text] == kind
        ):
            says = f"points {kind} run together into one paragraph"
            hint = "write 1. 2. 3. or -; points of a point stand four spaces further in"
            yield error(Place(place.path, place.line + number), says, hint)


def _cells_with_tabs(text: str, place: Place) -> Iterator[Problem]:
    """Rows that were copied out of a spreadsheet."""
    lines = text.split("\n")
    is_row = ["\t" in line and bool(_TABS.search(line)) for line in lines]
    for number in range(1, len(lines)):
        if is_row[number] and is_row[number - 1] and not (number > 1 and is_row[number - 2]):
            says = "these rows are no table: tabs part their cells"
            hint = "write them with bars: | Item | Price | and |---|---| below the first row"
            yield error(Place(place.path, place.line + number - 1), says, hint)


def _miscounted(text: str, place: Place) -> Iterator[Problem]:
    """A number of a list that is not the next one: Markdown counts on from the first."""
    counts: dict[int, tuple[int, int]] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _NUMBERED.match(line)
        indent = len(line) - len(line.lstrip())
        is_in_a_paragraph = not counts and number > 0 and bool(lines[number - 1].strip())
        if match is None or (is_in_a_paragraph and match[1] != "1"):
            if line.strip():
                counts = {i: c for i, c in counts.items() if i < indent}
            continue
        counts = {i: c for i, c in counts.items() if i <= indent}
        typed, (first, before) = int(match[1]), counts.get(indent, (0, 0))
        is_next = indent not in counts or typed == before + 1 or typed == before == first
        if not is_next:
            says = f"after {before}. comes {typed}. here, and it would be printed as {before + 1}."
            hint = f"write {before + 1}., or a line of text before it: then it begins at {typed}"
            yield error(Place(place.path, place.line + number), says, hint)
        counts[indent] = (typed if indent not in counts else first, typed)


def _swallowed(text: str, place: Place) -> Iterator[Problem]:
    """A sentence directly below a short point, which would become the point's own."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        before = lines[number - 1]
        if (
            _POINT.match(before)
            and len(before) <= _LINE_OF_PROSE
            and _SENTENCE.match(line)
            and not _POINT.match(line)
        ):
            says = f"this line would become a part of the point above it: {_short(line)}"
            hint = "leave an empty line between them; or set it four spaces in, if it belongs there"
            yield error(Place(place.path, place.line + number), says, hint)


def _is_counted(lines: Sequence[str], number: int) -> bool:
    """Whether capital letters count here, A. B. C., on long lines.

    Short ones are set apart anyway, or go on as a sentence: B. Nguyen is nobody's second point.
    """
    beside = [line for line in lines[max(number - 1, 0) : number + 2] if _CAPITAL.match(line)]
    letters = [ord(match[1]) for line in beside if (match := _CAPITAL.match(line))]
    in_turn = any(after == before + 1 for before, after in itertools.pairwise(letters))
    return in_turn and max(map(len, beside)) > SHORT_LINE


def _kind_of(line: str) -> str:
    return next((kind for pattern, kind in _POINTS if pattern.match(line)), "")


def _fences(source: str, place: Place) -> Iterator[Problem]:
    fences = list(_FENCE.finditer(source))
    for match in fences[::2]:
        at = Place(place.path, place.line + source.count("\n", 0, match.start()))
        says = f"`{match[0].strip()}` begins a block of code, which has no place here"
        yield error(at, says, "take its lines out; a word as it is typed stands in `single marks`")


def _notes(text: str, at: Callable[[int], Place], *, may_have_notes: bool) -> Iterator[Problem]:
    called = {match[1]: match.start() for match in reversed(list(_CALLED.finditer(text)))}
    defined: dict[str, int] = {}
    for match in _DEFINED.finditer(text):
        if match[1] in defined:
            says = f"the footnote `[^{match[1]}]` stands here twice, and only one would be printed"
            yield error(at(match.start()), says, "give it another name, or remove it")
        defined.setdefault(match[1], match.start())
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
