"""Numbers in a text, as a language writes them, and whether two of them say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from handbill.clock_times import ClockTime, clock_time, times_of_span
from handbill.dialled_digits import with_dialled_digits
from handbill.durations import unit_after
from handbill.languages import Language

SMALL = 12
"""Up to this, languages write numbers as words or as digits, each its own way: two, 2."""
_MARKS = r"[.,:/\u00a0\u202f٫٬’–-]"  # noqa: RUF001 - marks between digits
_DIGITS = rf"\d+(?:[hH]\d\d(?!\d))?(?:{_MARKS}\d+(?:[hH]\d\d(?!\d))?)*"
_NUMBER = re.compile(_DIGITS)
_NUMBER_WITH_SPACES = re.compile(rf"(?<![+\d])\d{{1,3}}(?: \d{{3}})+(?![\d ]*\d|[-./]\d)|{_DIGITS}")
"""Where a language parts thousands with a space, one that is typed is as good as a hard one."""
_ALSO_WITH_SPACES = {"es"}
_BETWEEN_PARTS = re.compile("[:/–-]")  # noqa: RUF001
_DECIMAL_MARKS = {".", ",", "\u066b"}
_PERCENT = re.compile(r"\s?(?:[%\u066a\uff05]|(?:percent|per cent|por ciento|phần trăm)\b)")
_MONEY = re.compile(
    r"\s?(?:[$€£¥₫]|(?:US)?D\b|(?:dollars?|dólar(?:es)?|đô(?: la)?|euros?|cents?)\b"
    r"|دولار|美元|美金)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[$€£¥₫]\s?$")
_NOT_READ = (
    re.compile(r"\{\{.*?\}\}", re.DOTALL),
    re.compile(r"(?<=\])\([^()\s]*(?=[\s)])"),
    re.compile(r"\b(?:https?://|www\.)[^\s<>)]+"),
    re.compile(r"^[ \t]*\d+[.)](?=[ \t])", re.MULTILINE),
)
"""Placeholders, where links lead, and the numbers of lists."""
_POINT_BEFORE = re.compile(r"(?<!\d)[.,]$")
_CENTS = re.compile(r"\s?(?:¢|cents?\b|centavos\b|центов)")
_NO_NUMBER = re.compile(r"\d{25,}")
"""More digits than any number has that people write."""
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(r"(?:(?<!\w)[FS]Y[ ]?|['\u2019])$")
_SHORT_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d\d")
_MINUTES = 60
_HOURS = 24
_THOUSAND = 3
_LOOKED_AT = 24
"""How far behind a number something is looked for that tells what it counts."""
_MORE_SCALES = {
    "vi": {"ngàn": 1000, "nghìn": 1000},
    "zh": {"千": 1000},
    "ja": {"千": 1000},
}
"""What CLDR's short forms leave out."""
_NO_SCALE = "(?![米克瓦卡字兆])"
"""千 before these is a kilo."""
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f]$")


@dataclass(frozen=True)
class Numeral:
    """A number: where it stands in its text, how it is written, and what it may be worth.

    `digits` is what its digits make without the marks between them, in each way that the same
    number may be written: 1,840 and 1.840 are 1840, 9 p.m. is 9, 900, 21 and 2100. `parts` are
    those of what other marks hold together: 555-0142, 6/11/2027. `amounts` is what it counts,
    with a word for a scale if it `is_scaled`: 1.5 million.
    """

    position: int
    written: str
    bare: int
    digits: frozenset[Decimal]
    parts: tuple[frozenset[Decimal], ...]
    amounts: frozenset[Decimal]
    is_scaled: bool = False
    time: ClockTime | None = None
    unit: str = ""

    @property
    def is_small(self) -> bool:
        """Whether a language may as well write it as a word, that of its scale apart."""
        return len(self.parts) == 1 and self.bare <= SMALL and self.bare == min(self.digits)

    def says(self, other: Numeral) -> bool:
        """Whether it, in a translation, may stand for a number of the original."""
        if self.contradicts(other):
            return False
        if self.is_scaled:
            return bool(self.amounts & other.amounts)
        return bool(self.digits & other.digits) or (
            other.is_scaled and bool(self.amounts & other.amounts)
        )

    def contradicts(self, other: Numeral) -> bool:
        """Whether two cannot be one: another half of the day, money and percent, hours and days."""
        if self.time and other.time:
            return self.time.contradicts(other.time)
        return bool(self.unit and other.unit and self.unit != other.unit)


def numerals_of(text: str, language: str) -> tuple[Numeral, ...]:
    """The numbers of a text in Markdown; those in placeholders and addresses are not read."""
    for pattern in _NOT_READ:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    text = _NO_NUMBER.sub(lambda match: " " * len(match[0]), with_dialled_digits(text))
    return tuple(_added_up(text, _numerals(text, language)))


def stands_in(number: Numeral, translated: Iterable[Numeral]) -> bool:
    """Whether a number of the original stands among those of its translation."""
    others = tuple(other for other in translated if not other.contradicts(number))
    if any(other.says(number) for other in others):
        return True
    known = _known(others)
    if number.is_scaled:
        return False
    if len(number.parts) == 1:
        return bool(number.digits & known)
    return all(part & known or min(part) <= SMALL for part in number.parts)


def comes_from(number: Numeral, originals: Iterable[Numeral]) -> bool:
    """Whether a number of a translation stands among those of its original."""
    others = tuple(other for other in originals if not other.contradicts(number))
    if any(number.says(other) for other in others):
        return True
    if number.is_scaled:
        return False
    known, least = _known(others), 0 if number.time else SMALL
    if len(number.parts) == 1:
        own = number.digits | number.parts[0] if number.time else number.digits
        return bool(own & known)
    return all(part & known or min(part) <= least for part in number.parts)


def names_a_scale(text: str, language: str) -> bool:
    """Whether a text has a word such as million in it that follows no digits: five million."""
    pattern = _pattern(language)
    for number in numerals_of(text, language):
        end = number.position + len(number.written)
        text = text[: number.position] + " " * len(number.written) + text[end:]
    return bool(pattern and re.search(rf"(?<!\w){pattern.pattern}", text))


def _known(numerals: Iterable[Numeral]) -> frozenset[Decimal]:
    """What numbers, and the parts of them, make without their marks."""
    return frozenset(value for n in numerals for part in (n.digits, *n.parts) for value in part)


def _numerals(text: str, language: str) -> Iterator[Numeral]:
    pattern = _NUMBER_WITH_SPACES if _parts_with_spaces(language) else _NUMBER
    for match in pattern.finditer(text):
        after = text[match.end() : match.end() + _LOOKED_AT]
        spans = times_of_span(_plain(match[0]), after) or ((0, len(match[0]), after),)
        for first, last, following in spans:
            start, end = match.start() + first, match.start() + last
            yield _numeral(text, start, end, following, language)


def _numeral(text: str, start: int, end: int, after: str, language: str) -> Numeral:
    """The number at a place of a text, which is as if `after` stood behind it."""
    written = text[start:end]
    end_of_scale, factor, weak = _scale(text, end, language)
    unit = _unit(text[max(start - 2, 0) : start], after)
    parts = tuple(_parts(written, after, unit))
    digits = set(_readings(written, unit)) | (parts[0] if len(parts) == 1 else frozenset())
    digits |= _smaller(text, start, end, min(digits))
    parts = _with_whole_years(parts, text[max(start - 3, 0) : start], written)
    digits |= parts[0] if len(parts) == 1 else frozenset()
    time = clock_time(_plain(written), written, after)
    if time:
        digits |= {Decimal(hour * 100 + minute) for hour, minute in time.ways}
        hours = frozenset(Decimal(hour) for hour, _ in time.ways)
        parts = (parts[0] | hours, *parts[1:])
        digits |= hours if not time.ways[0][1] else set()
    amounts = {value * factor for value in _amounts(written)}
    scaled = factor != 1 and not weak
    digits |= amounts if weak else set()  # $25K may be written in full
    return Numeral(
        start,
        text[start : end_of_scale if scaled else end].strip(),
        int(_bare(written)),
        frozenset(digits),
        parts,
        frozenset(amounts),
        scaled,
        time,
        unit or unit_after(after, language),
    )


def _with_whole_years(
    parts: tuple[frozenset[Decimal], ...], before: str, written: str
) -> tuple[frozenset[Decimal], ...]:
    """The parts of a number, those of years that are written with two digits also as whole ones.

    FY27, SY26-27, '98, and the last part of 8/19/26.
    """
    if _YEAR_BEFORE.search(before):
        return tuple(_years(part) for part in parts)
    if _SHORT_DATE.fullmatch(written):
        return (*parts[:-1], _years(parts[-1]))
    return parts


def _years(part: frozenset[Decimal]) -> frozenset[Decimal]:
    return part | {value + century for value in part if value < 100 for century in (1900, 2000)}


def _smaller(text: str, start: int, end: int, value: Decimal) -> set[Decimal]:
    """What a number is worth with a mark outside of its digits: $.40, 50¢, 3½."""
    found = set()
    if _POINT_BEFORE.search(text, max(start - 3, 0), start):
        found.add(value / 10 ** len(str(value)))
    if _CENTS.match(text, end):
        found.add(value / 100)
    if end < len(text) and text[end] in _FRACTIONS:
        found.add(value + _FRACTIONS[text[end]])
    return found


def _parts_with_spaces(language: str) -> bool:
    group = Language(language).group_mark
    return group.isspace() or language.partition("-")[0] in _ALSO_WITH_SPACES


def _unit(before: str, after: str) -> str:
    """Whether a number is one of money or of percent, as far as what stands beside it tells."""
    if _PERCENT.match(after):
        return "%"
    return "$" if _MONEY_BEFORE.search(before) or _MONEY.match(after) else ""


def _plain(text: str) -> str:
    """Its digits as Latin ones, and its marks."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)


def _added_up(text: str, numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    """Numbers that stand side by side with falling scales as one: 1億5000万."""
    before: Numeral | None = None
    for number in numerals:
        if before is not None:
            end = before.position + len(before.written)
            touches = not text[end : number.position].strip(" ") and _WITHOUT_SPACES.search(
                before.written
            )
            if (
                before.is_scaled
                and touches
                and min(number.amounts, default=0) < min(before.amounts)
            ):
                sums = frozenset(a + b for a in before.amounts for b in number.amounts)
                written = text[before.position : number.position + len(number.written)]
                before = replace(before, written=written, bare=int(_bare(written)), amounts=sums)
                continue
            yield before
        before = number
    if before is not None:
        yield before


def _bare(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())


def _parts(text: str, after: str, unit: str) -> Iterator[frozenset[Decimal]]:
    """What each number makes that other marks hold together; a year may be its last two digits."""
    before = ""
    for part in _BETWEEN_PARTS.split(text):
        readings = set(_readings(part, unit))
        if _YEAR.fullmatch(before) and re.fullmatch(r"\d\d", part):
            readings.add(Decimal(_bare(before[:2] + part)))
        elif _YEAR.fullmatch(part) and (_YEAR.fullmatch(before) or after.startswith("s")):
            readings.add(Decimal(_bare(part[2:])))
        yield frozenset(readings)
        before = part


def _readings(text: str, unit: str) -> Iterator[Decimal]:
    """What digits make without their marks, but for one mark that can only be that of decimals.

    Two digits after it may also be minutes, 9.30, unless the number has a unit.
    """
    marks = re.sub(r"\d", "", text)
    whole, mark, rest = text.rpartition(marks) if len(marks) == 1 else ("", "", text)
    if mark in _DECIMAL_MARKS and len(rest) < _THOUSAND:
        yield Decimal(f"{_bare(whole)}.{_bare(rest)}")
        if unit or len(rest) == 1 or int(_bare(whole)) > _HOURS or int(_bare(rest)) >= _MINUTES:
            return
    yield Decimal(_bare(text))


def _amounts(text: str) -> Iterator[Decimal]:
    """What a number counts, whichever mark is that of its decimals."""
    if _BETWEEN_PARTS.search(text):
        return
    marks = re.sub(r"\d", "", text)
    yield Decimal(_bare(text))
    if marks and marks.count(marks[-1]) == 1:
        whole, _, rest = text.rpartition(marks[-1])
        yield Decimal(f"{_bare(whole)}.{_bare(rest)}")


def _scale(text: str, position: int, language: str) -> tuple[int, int, bool]:
    """Where the words for a scale end that follow a number, and how much they make of it.

    The third tells whether they are but a letter, which may as well be something else: 5 M.
    """
    pattern, scales = _pattern(language), _scales(language)
    factor, weak = 1, False
    while pattern and (match := re.compile(rf"\s*{pattern.pattern}").match(text, position)):
        factor *= scales[match["scale"]]
        weak = len(match["scale"]) == 1 and match["scale"].isascii()
        position = match.end()
    return position, factor, weak


@lru_cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = sorted(_scales(language), key=lambda word: (-len(word), word))
    if not words:
        return None
    ends = (
        re.escape(word)
        + ((_NO_SCALE if word == "千" else "") if _WITHOUT_SPACES.search(word) else r"(?!\w)")
        for word in words
    )
    return re.compile(f"(?P<scale>{'|'.join(ends)})")


@lru_cache
def _scales(language: str) -> dict[str, int]:
    """The words that stand after a number for its scale, and what they are worth (CLDR)."""
    scales: dict[str, int] = {}
    for pattern, power in Language(language).compact_patterns():
        zeros = pattern.count("0")
        word = pattern.partition("0")[2].lstrip("0").replace("'", "").strip()
        if zeros and word and pattern.lstrip().startswith("0"):
            scales[word] = power // 10 ** (zeros - 1)
    return scales | _MORE_SCALES.get(language.partition("-")[0], {})
