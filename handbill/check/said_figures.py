"""Shares that a text says in words: eighteen percent, two-thirds, 1 in 4, uno de cada cuatro."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from handbill.check.share_words import ENGLISH_PHRASE, SPANISH_PHRASE

_ENGLISH_ONES = "one|two|three|four|five|six|seven|eight|nine"
_ENGLISH_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ENGLISH_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPANISH_ONES = "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
_SPANISH_TEENS = (
    "diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|"
    "veintiuno|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|veintiocho|"
    "veintinueve"
)
_SPANISH_TENS = "treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
_WORDS = {
    **{word: n for n, word in enumerate(f"{_ENGLISH_ONES}|{_ENGLISH_TEENS}".split("|"), 1)},
    **{word: 10 * n for n, word in enumerate(_ENGLISH_TENS.split("|"), 2)},
    **{word: n for n, word in enumerate(f"{_SPANISH_ONES}|{_SPANISH_TEENS}".split("|"), 1)},
    **{word: 10 * n for n, word in enumerate(_SPANISH_TENS.split("|"), 3)},
    **{"a": 1, "an": 1, "un": 1, "una": 1, "la": 1, "veintiún": 21, "hundred": 100, "cien": 100},
}
_ENGLISH_PARTS = "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_SPANISH_PARTS = "mitad|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima"
_PARTS = {
    **{word: n for n, word in enumerate(_ENGLISH_PARTS.split("|"), 2)},
    **{word: n for n, word in enumerate(_SPANISH_PARTS.split("|"), 2)},
    **{"fourth": 4, "tercio": 3, "cuarto": 4, "quinto": 5},
}
_ENGLISH_NUMBER = (
    rf"(?:(?:{_ENGLISH_TENS})(?:[\s-](?:{_ENGLISH_ONES}))?|{_ENGLISH_TEENS}|{_ENGLISH_ONES}"
    r"|(?:one|a)\shundred)"
)
_SPANISH_NUMBER = (
    rf"(?:(?:{_SPANISH_TENS})(?:\sy\s(?:una?|{_SPANISH_ONES}))?|{_SPANISH_TEENS}|{_SPANISH_ONES}"
    r"|veintiún|una?|cien)"
)
_PLACES = r"(?:[\w\u2019'-]+\s+){0,3}(?:schools|districts|classrooms|communities|counties|states)\b"
_LABEL = (
    r"(?<!\bat )(?<!\bclass )(?<!\bgrade )(?<!\bgrades )(?<!\broom )(?<!\bstep )"
    r"(?<!\bphase )(?<!\blevel )(?<!\bpage )"
    r"(?<!\bunit )(?<!\bday )(?<!\bweek )(?<!\bsection )(?<!\btier )(?<!\btable )(?<!\bzone )"
    r"(?<!\bpart )(?<!\bnumber )(?<!\bno\. )"
)
"""Before a number that names a thing: grade 1 in 4 schools."""
_DIGITS = r"\d{1,3}(?:,\d{3})*"


@dataclass(frozen=True)
class SaidFigure:
    """A share in words: as it is written, where it stands, and how many of a hundred it is."""

    written: str
    start: int
    end: int
    percent: Fraction
    is_rounded: bool


_PERCENTAGES = {
    "en": rf"(?<![\w.-])(?<!point )(?:{_ENGLISH_NUMBER})\s(?:percent|per cent)\b",
    "es": rf"(?<![\w.-])(?<!coma )(?:{_SPANISH_NUMBER})\spor ciento?\b",
}
_RATIOS = {
    "en": rf"(?<![\w.,/:-]){_LABEL}(?!(?:one|1)\sof\s(?!every))(?:{_DIGITS}|{_ENGLISH_NUMBER})\s"
    rf"(?:in(?:\severy)?(?!\s(?:{_DIGITS}|{_ENGLISH_NUMBER})\s{_PLACES})|out\sof(?:\severy)?|"
    rf"of\severy|of(?=\s(?:10|100|ten)\s))\s"
    rf"(?:{_DIGITS}|{_ENGLISH_NUMBER})(?=\s+(?:of\s+)?{ENGLISH_PHRASE})",
    "es": rf"(?<![\w.,/:-])(?:{_DIGITS}|{_SPANISH_NUMBER})\sde\scada\s"
    rf"(?:{_DIGITS}|{_SPANISH_NUMBER})(?=\s+(?:de\s+)?{SPANISH_PHRASE})",
}
_FRACTIONS = {
    "en": rf"(?<![\w-])(?:(?:two|three|four|five|seven)[\s-](?:{_ENGLISH_PARTS}|fourth)s"
    rf"(?=\s+of\s+{ENGLISH_PHRASE})"
    rf"|(?:half|(?:one|an?)[\s-](?:{_ENGLISH_PARTS}|fourth))"
    rf"(?=\s+of\s+(?!the\b|these\b|those\b){ENGLISH_PHRASE}|\s+our\s+{ENGLISH_PHRASE}))",
    "es": r"(?<!\w)(?:(?:dos|tres|cuatro)\s(?:tercios|cuartos|quintos|"
    r"(?:terceras|cuartas|quintas)(?=\spartes))(?:\spartes)?"
    r"|(?:la\smitad|un\s(?:tercio|cuarto|quinto)|"
    r"(?:la|una)\s(?:tercera|cuarta|quinta|sexta|octava|décima)\sparte))"
    rf"(?=\s+(?:de|del)\s+{SPANISH_PHRASE})",
}
"""One part is told of our students, and of students; of the students it is half a class."""
_BETWEEN = re.compile(r"\s(?:(?:in|out\sof|of)(?:\severy)?|de\scada)\s", re.IGNORECASE)
_PERCENT = re.compile(r"\s(?:percent|per cent|por ciento?)$", re.IGNORECASE)


def percentages_in_words(text: str, language: str) -> Iterator[SaidFigure]:
    """Eighteen percent, dieciocho por ciento: whatever it is of."""
    if language in _PERCENTAGES:
        yield from _found(_PERCENTAGES[language], text, is_rounded=False)


def parts_of_people(text: str, language: str) -> Iterator[SaidFigure]:
    """1 in 4 children, two-thirds of our families; of shelves and of cases, none."""
    for patterns in (_RATIOS, _FRACTIONS):
        if language in patterns:
            yield from _found(patterns[language], text, is_rounded=True)


def percent_in_words(written: str) -> Fraction | None:
    """How many of a hundred a share in words is; None where it is none."""
    if _PERCENT.search(written):
        number = _number(_PERCENT.sub("", written))
        return None if number is None else Fraction(number)
    if len(pair := _BETWEEN.split(written)) == len(("count", "whole")):
        count, whole = _number(pair[0]), _number(pair[1])
        return Fraction(100 * count, whole) if count and whole and count < whole else None
    *before, part = re.sub(r"\spartes?$", "", written.lower()).replace("-", " ").split() or [""]
    whole, count = _PARTS.get(part, _PARTS.get(part.removesuffix("s"))), _number(" ".join(before))
    return Fraction(100 * (count or 1), whole) if whole else None


def _found(pattern: str, text: str, *, is_rounded: bool) -> Iterator[SaidFigure]:
    for match in re.compile(pattern, re.IGNORECASE).finditer(text):
        percent = percent_in_words(" ".join(match[0].split()))
        if percent is not None:
            yield SaidFigure(match[0], match.start(), match.end(), percent, is_rounded)


def _number(written: str) -> int | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*", written):
        return int(written.replace(",", ""))
    words = [word for word in re.split(r"[\s-]+", written.lower()) if word != "y"]
    if not words or any(word not in _WORDS for word in words):
        return None
    return _WORDS["hundred"] if "hundred" in words else sum(_WORDS[word] for word in words)
