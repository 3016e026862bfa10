"""Shares of people in a text: what is a statistic, and not a threshold, a fee or a discount."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from handbill.check.facts import PERCENTAGE
from handbill.check.said_figures import (
    SaidFigure,
    parts_of_people,
    percent_in_words,
    percentages_in_words,
)
from handbill.check.share_rules import is_a_rule
from handbill.check.share_words import (
    ARABIC_PEOPLE,
    CHINESE_PEOPLE,
    ENGLISH_GROUPS,
    ENGLISH_PHRASE,
    ENGLISH_VERBS,
    SPANISH_PHRASE,
    VIETNAMESE_PEOPLE,
)

_NEAR = 160
_DIGITS = re.compile(r"\d|(?<=\d)[.,\u066b](?=\d)")
_OR_MORE = {"en": r"(?:\s+or (?:more|less|fewer))?", "es": r"(?:\s+o (?:más|menos))?"}
_COUNTED = r"\)?(?:\s*\(\d[\d.,]*\))?"
"""331 (18%) of our students, or 18% (331) of them."""
_AFTER = {
    "en": (
        rf"{_COUNTED}{_OR_MORE['en']},?\s+of\s+{ENGLISH_PHRASE}",
        rf"\s+(?-i:{ENGLISH_GROUPS})\b",
        r"\s+(?:are\s+)?english learners\b",
    ),
    "es": (
        rf"{_COUNTED}{_OR_MORE['es']}\s+(?:de|del|entre)\s+{SPANISH_PHRASE}",
        r"\s+(?:no tienen?|carecen?|tienen? solo|solo tienen?|dicen?|viven?|no puede[n]?)\b",
        r"\s+(?:son\s+)?(?:hispan[oa]s?|latin[oa]s?)\b",
    ),
    "ar": (
        rf"\s+(?:من\s+)(?:(?:كل|جميع|هؤلاء|مجموع)\s+)?(?:ال)?(?:{ARABIC_PEOPLE})(?:نا|هم|كم)?(?!\w)",
    ),
    "vi": (
        r"\s+(?:(?:số|tổng số|tất cả|các|những|trong số|của)\s+){0,3}"
        rf"(?:{VIETNAMESE_PEOPLE})\b(?!\s+(?:nước|cung cấp|mạng))",
    ),
    "zh": (
        r"\s*的?\s*(?:(?:低收入|贫困|黑人|白人|非裔|亚裔|西裔|原住民|农村|美国|全国|我们|我们的|"
        rf"本区|本地|这些|全体|所有|公立|的|中小|高中|初中|小)){{0,3}}(?:{CHINESE_PEOPLE})",
    ),
}
"""What follows a percentage that is a share of people, by language."""
_NO_MORE = r"(?!\s+(?:more|less|fewer|higher|lower|off|discount|más|menos|de descuento)\b)"
_NO_CHANGE = r"(?<!by )(?<!fell )(?<!rose )(?<!dropped )(?<!grew )"
_CLOSED = r"\)"
_SO_MANY = r"(?:\d[\d.,]*\s*\(\s*)?"
"""A count before its share: of our 1,840 students, 331 (18%)."""
_ENDED = r"\s*(?:[.,;|)\n]|$)"
_LABEL = r"(?:^|\n|[.;|]\s*|[-*+]\s+)"
_AROUND = {
    "en": (
        (rf"\b(?:share|percentage|proportion)\s+of\s+{ENGLISH_PHRASE}[^.;\n]{{0,60}}$", _NO_MORE),
        (rf"\bamong\s+{ENGLISH_PHRASE}[^.;\n]{{0,60}}{_NO_CHANGE}$", _NO_MORE),
        (
            rf"\b(?-i:Of)\s+{ENGLISH_PHRASE}[^.;!?|]{{0,60}},\s+(?:(?:about|around|roughly|nearly|"
            rf"almost|some|only|just|over|more than|fewer than|less than|at least)\s+)?{_SO_MANY}$",
            _NO_MORE,
        ),
        (rf"\b\d[\d.,]*\s+(?:of\s+)?{ENGLISH_PHRASE}\s*\($", _CLOSED),
        (
            rf"{_LABEL}{ENGLISH_PHRASE}\s+(?:with no|without|with only|lacking|in poverty|"
            r"absent|experiencing|learning|living|who (?:have|lack|do|are|cannot|say|said|own|live|"
            r"speak))\b[^.:;|\n]{0,50}[:|]\s*$",
            _ENDED,
        ),
    ),
    "es": (
        (rf"\b(?:entre|porcentaje de)\s+{SPANISH_PHRASE}[^.;\n]{{0,60}}$", _NO_MORE),
        (
            rf"\b(?-i:De)\s+{SPANISH_PHRASE}[^.;!?|]{{0,60}},\s+(?:(?:cerca del?|alrededor del?|"
            rf"casi|solo|más del?|menos del?|al menos)\s*)?(?:(?:el|un)\s+)?{_SO_MANY}$",
            _NO_MORE,
        ),
        (rf"\b\d[\d.,]*\s+(?:de\s+)?{SPANISH_PHRASE}\s*\($", _CLOSED),
        (
            rf"{_LABEL}{SPANISH_PHRASE}\s+(?:sin|con solo|con un solo|que no)\b"
            r"[^.:;|\n]{0,50}[:|]\s*$",
            _ENDED,
        ),
    ),
    "ar": ((rf"(?:بين|نسبة)\s+(?:ال)?(?:{ARABIC_PEOPLE})(?:نا|هم|كم)?(?!\w)[^.;\n]{{0,60}}$", ""),),
    "vi": (
        (
            r"(?:trong số|tỷ lệ|tỉ lệ)\s+(?:các\s+|\d[\d.,]*\s+)?"
            rf"(?:{VIETNAMESE_PEOPLE})\b[^.;\n]{{0,60}}$",
            "",
        ),
    ),
    "zh": (
        (
            rf"(?:{CHINESE_PEOPLE})(?:中|里|当中)[^。\uff0c\uff1b\n]{{0,8}}"
            r"(?:\uff0c[^。\uff0c\uff1b\n]{0,2}\d[\d,]*[名位个人]*\s*[(\uff08])?$",
            "",
        ),
    ),
}
"""What stands before such a percentage in its sentence, and after it."""
_VERBS = {"en": rf"\s+(?:(?:also|still|now|simply|either)\s+)?(?:{ENGLISH_VERBS})\b"}
"""What people do, after a percentage that is the subject of its sentence."""
_NO_SUBJECT = {
    "en": r"\b(?:under|below|above|over|at|to|by|with|of|is|are|was|were|reach(?:es)?|hits?|from)"
    r"\s*$"
}
"""What stands before one that is not."""
_MARKS = re.compile(
    r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|\[(?=[^\]\n]{0,300}\]\()|\]\([^()\s]*\)"
)
_HEADING = re.compile(r"(?m)^(#{1,6} [^\n]*)\n")


@dataclass(frozen=True)
class Share:
    """A percentage of some people: as it is written, where in its text, and its number."""

    written: str
    start: int
    percent: Fraction
    is_rule: bool
    """It says how many are to be, not how many are."""
    is_rounded: bool = False
    """It is said as 1 in 4 or two-thirds, which a figure of 24.8% may be as well."""


def shares_of_people(text: str, language: str) -> Iterator[Share]:
    """The percentages in a text that say how many of some people: "5% of our students lack it".

    Of a language that is not among those known here, none.
    """
    return (share for share in said_of_people(text, language) if not share.is_rule)


def said_of_people(text: str, language: str) -> Iterator[Share]:
    """The same, and the percentages of people that are a rule."""
    known = language.partition("-")[0]
    text = _plain(text)
    for figure in sorted(_figures(text, known), key=lambda figure: figure.start):
        before, after = text[: figure.start][-_NEAR:], text[figure.end :]
        if figure.is_rounded or _counts_people(before, after, known):
            is_rule = is_a_rule(before, figure.written, after[:_NEAR], known)
            yield Share(figure.written, figure.start, figure.percent, is_rule, figure.is_rounded)


def _figures(text: str, language: str) -> Iterator[SaidFigure]:
    for match in PERCENTAGE.finditer(text):
        percent = percent_of(match[0])
        if percent is not None:
            yield SaidFigure(match[0], match.start(), match.end(), percent, is_rounded=False)
    yield from percentages_in_words(text, language)
    yield from parts_of_people(text, language)


def percent_of(written: str) -> Fraction | None:
    """How many of a hundred a share is, however its language writes it: 12.5."""
    said = percent_in_words(written)
    if said is not None:
        return said
    digits = "".join(
        str(unicodedata.digit(c)) if c.isdigit() else "." for c in _DIGITS.findall(written)
    )
    try:
        return Fraction(digits)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """The text without marks of Markdown, each character at its place; a heading is a sentence."""
    unmarked = _MARKS.sub(lambda match: " " * len(match[0]), text)
    return _HEADING.sub(r"\1;", unmarked)


def _counts_people(before: str, after: str, language: str) -> bool:
    if any(_compiled(pattern).match(after) for pattern in _AFTER.get(language, ())):
        return True
    for ahead, behind in _AROUND.get(language, ()):
        if _compiled(behind).match(after) and _compiled(ahead).search(before):
            return True
    if language not in _VERBS or _compiled(_NO_SUBJECT[language]).search(before):
        return False
    return _compiled(_VERBS[language]).match(after) is not None


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
