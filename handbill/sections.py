"""A text in Markdown as its sections, and what stands in each: to compare it with another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from handbill.markup import Body
from handbill.numerals import Numeral, numerals_of
from handbill.placeholders import if_all_holds, take_out

_HEADING = re.compile(r"(#{1,6})[ \t]*(.+?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_POINT = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S")
_ROW = re.compile(r"[ \t]*\|.*\||.*\S[ \t]*\|[ \t]*\S.*$")
_RULE_OF_A_TABLE = re.compile(r"[ \t|:-]*-[ \t|:-]*$")
_IMAGE = re.compile(r"""!\[[^\[\]]*\]\(\s*<?([^()>"'\n]+?)>?\s*(?:["'][^()]*)?\)""")
_LINK = re.compile(
    r"(?<!!)\[(?=(?P<words>(?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*))(?P=words)\]\(\s*<?([^\s)>]+)"
    r"|<((?:https?://|mailto:|tel:)[^\s>]+)>"
    r"|^[ ]{0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)",
    re.MULTILINE,
)
_BARE = re.compile(
    r"(?<![\w/@.(<\"'=])(?:https?://[!-;=?-~]*[^\s<>()\".,;:!?]|[\w.+&'-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|<([\w.+-]+@[\w.-]+)>",
    re.ASCII,
)
"""An address that stands in a text by itself."""
_MARKS_OF_WORDS = re.compile(r"[*_`\[\]]|\]\([^)]*\)")
_NAMES_OF_ONE = {"district.short_name": "district.name"}
"""Two names of one thing: a language may need the other."""


class Kind(str, Enum):
    """What stands in a text and is not prose."""

    PLACEHOLDER = "placeholder"
    IMAGE = "image"
    LINK = "link"
    NUMBER = "number"


_WORDS_FOR_PEOPLE = re.compile(r',"[^"]*"')
"""What a placeholder says besides the name of its thing: `our_share("fact", number, "About")`."""


@dataclass(frozen=True)
class Thing:
    """One thing in a text that a translation has, too: `key` is what is compared."""

    kind: Kind
    key: str
    name: str
    line: int
    number: Numeral | None = None

    @property
    def shown(self) -> str:
        """It in a sentence."""
        forms = {
            Kind.PLACEHOLDER: f"`{{{{ {self.name} }}}}`",
            Kind.IMAGE: f"the image {self.name}",
            Kind.LINK: f"a link to {self.name}",
            Kind.NUMBER: self.name,
        }
        return forms[self.kind]


@dataclass(frozen=True)
class Block:
    """A paragraph, a point of a list or a row of a table: the line that it begins on."""

    line: int
    things: tuple[Thing, ...]


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, up to the next one; level 0 has no heading."""

    level: int
    title: str
    line: int
    blocks: tuple[Block, ...]
    paragraphs: tuple[int, ...]
    points: tuple[int, ...]
    rows: tuple[int, ...]
    columns: int
    length: int

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything that stands in it."""
        return tuple(thing for block in self.blocks for thing in block.things)


@dataclass(frozen=True)
class Heading:
    """A heading of a text, and on how many lines it stands: one, or two with what underlines it."""

    level: int
    title: str
    lines: int


def heading_at(lines: Sequence[str], index: int) -> Heading | None:
    """The heading that begins on a line, if one does."""
    if heading := _HEADING.match(lines[index]):
        return Heading(len(heading[1]), heading[2], 1)
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if _can_be_underlined(lines[index]) and (under := _UNDERLINE.match(below)):
        return Heading(1 if under[1][0] == "=" else 2, lines[index], 2)
    return None


def sections_of(body: Body, language: str) -> tuple[Section, ...]:
    """The sections of a text in their order; the first is what stands above the headings."""
    lines = body.source.split("\n")
    headings = ((index, heading_at(lines, index)) for index in range(len(lines)))
    starts = [
        (0, 0, "", 0),
        *((index, found.level, found.title, found.lines) for index, found in headings if found),
    ]
    ends = [start[0] for start in starts[1:]] + [len(lines)]
    first = body.place.line
    return tuple(
        _section(
            level, title, first + index, lines[index + used : end], first + index + used, language
        )
        for (index, level, title, used), end in zip(starts, ends, strict=True)
    )


def things_of(text: str, language: str, line: int) -> tuple[Thing, ...]:
    """The things in a text that begins on a line, in their order."""
    return tuple(sorted(_things(text, language, line), key=lambda thing: thing.line))


def _can_be_underlined(line: str) -> bool:
    return bool(line.strip()) and not any(
        pattern.match(line) for pattern in (_HEADING, _ROW, _POINT, _UNDERLINE)
    )


def _section(
    level: int, title: str, line: int, lines: Sequence[str], first: int, language: str
) -> Section:
    blocks, paragraphs, points, rows, columns = [], [], [], [], 0
    for start, block in blocks_of(lines):
        text = "\n".join(block)
        if _RULE_OF_A_TABLE.match(text) and "|" in text:
            continue
        if _POINT.match(text):
            points.append(first + start)
        elif _ROW.match(block[0]) and len(block) == 1 and in_a_table(lines, start):
            rows.append(first + start)
            columns = max(columns, block[0].strip().strip("|").count("|") + 1)
        else:
            paragraphs.append(first + start)
        blocks.append(Block(first + start, things_of(text, language, first + start)))
    if title and blocks and (named := things_of(title, language, line)):
        blocks.insert(0, Block(line, named))
    elif title and (named := things_of(title, language, line)):
        blocks.append(Block(line, named))
    length = sum(len(text.strip()) for text in lines)
    shown = _MARKS_OF_WORDS.sub("", if_all_holds(title)).strip()
    return Section(
        level,
        shown,
        line,
        tuple(blocks),
        tuple(paragraphs),
        tuple(points),
        tuple(rows),
        columns,
        length,
    )


def blocks_of(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Paragraphs, points and rows: the line that each begins on, from 0, and its lines."""
    start, block = 0, list[str]()
    for index, line in enumerate([*lines, ""]):
        alone = bool(_POINT.match(line)) or in_a_table(lines, index)
        if block and (alone or not line.strip() or in_a_table(lines, start)):
            yield start, block
            block = []
        if line.strip():
            start = start if block else index
            block.append(line)


def in_a_table(lines: Sequence[str], index: int) -> bool:
    """Whether a line is of a table: one whose second line is a rule."""
    if index >= len(lines) or "|" not in lines[index]:
        return False
    top = index
    while top and "|" in lines[top - 1]:
        top -= 1
    return top + 1 < len(lines) and bool(
        "|" in lines[top + 1] and _RULE_OF_A_TABLE.match(lines[top + 1])
    )


def _things(text: str, language: str, line: int) -> Iterator[Thing]:
    def line_of(position: int) -> int:
        return line + text.count("\n", 0, position)

    for slot in take_out(text, "", line).slots:
        key = slot.expression.replace("'", '"')
        key = "".join(re.split(r'\s+(?=(?:[^"]*"[^"]*")*[^"]*$)', key))
        key = _WORDS_FOR_PEOPLE.sub("", _NAMES_OF_ONE.get(key, key))
        yield Thing(Kind.PLACEHOLDER, key, slot.expression, slot.place.line)
    for match in _IMAGE.finditer(text):
        yield Thing(Kind.IMAGE, "", match[1], line_of(match.start()))
    for match in _LINK.finditer(text):
        target = match[2] or match[3] or match[4]
        yield Thing(Kind.LINK, _leads_to(target), target, line_of(match.start()))
    for match in _BARE.finditer(text):
        target = match[1] or match[0]
        yield Thing(Kind.LINK, _leads_to(target), target, line_of(match.start()))
    for number in numerals_of(text, language):
        place = line_of(number.position)
        yield Thing(Kind.NUMBER, number.written, number.written, place, number)


def _leads_to(target: str) -> str:
    """Where a link leads, whichever the language: the site, or the page here."""
    try:
        address = urlsplit(target)
    except ValueError:  # https://example.org[ is told elsewhere
        return target
    if address.scheme in {"http", "https"}:
        return ".".join(address.netloc.lower().split(".")[-2:])
    return target if address.scheme else address.path or "#"


def alike(a: Section, b: Section) -> float:
    """How much two sections of the same level are alike: 0 and more."""
    one, other = _marks(a), _marks(b)
    shared, all_of_them = sum((one & other).values()), sum((one | other).values())
    lengths = sorted((a.length + 1, b.length + 1))
    return (
        (2 * shared / all_of_them if all_of_them else 1)
        + 0.5 * (len(a.points) == len(b.points))
        + 0.5 * (len(a.blocks) == len(b.blocks))
        + 0.3 * lengths[0] / lengths[1]
    )


def _marks(section: Section) -> Counter[str]:
    marks: Counter[str] = Counter()
    for thing in section.things:
        marks[str(thing.number.bare) if thing.number else thing.kind + thing.key] += 1
    return marks
