"""Lengths of time in a text of any language: 48 hours, and that two days are as long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from handbill.languages import Language

UNITS = ("minute", "hour", "day", "week", "month", "year")
_MORE_WORDS = {
    "en": {"minute": ["mins?"], "hour": ["hrs?"]},
    "vi": {"hour": ["tiếng"], "day": ["hôm"]},
    "zh": {
        "hour": ["个?小时", "個?小時", "个?钟头", "個?鐘頭"],
        "minute": ["分鐘"],
        "week": ["个?星期", "個?星期", "个?礼拜", "週"],
        "month": ["個月"],
    },
    "ar": {
        "hour": ["ساعتين"],
        "day": ["يومين"],
        "week": ["أسبوعين"],
        "month": ["شهرين"],
        "year": ["سنتين", "عامين", "أعوام", "عام"],
    },
}
"""What CLDR leaves out (patterns)."""
_NO_LENGTH = {
    "vi": r"(?!\s*\d)",
    "zh": "(?![级級度代])",
}
"""After a unit: in 30 tháng 6 it is the name of a month, in 3年级 it is a grade."""
_BETWEEN = {
    "en": r"[\s-]+(?:(?:school|business|calendar|working|full)\s+)?",
    "zh": r"\s?",
}
_AS_LONG = {
    ("hour", "minute"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("month", "day"): 30,
    ("year", "day"): 365,
    ("year", "week"): 52,
    ("year", "month"): 12,
}
"""How many of the second people count for one of the first."""
_SHORTEST, _OF_SYLLABLES = 3, "\u3040"
"""Shorter names say other things as well (mm, d), but where a sign is a syllable."""
_HALVES = Decimal("0.5")
_MOST = 1000


def unit_after(after: str, language: str) -> str:
    """The unit of time that the text after a number begins with: day; empty where it is none."""
    for unit in UNITS:
        words = words_of(unit, language)
        if words and re.match(rf"{_between(language)}{words}", after, re.IGNORECASE):
            return unit
    return ""


@lru_cache
def words_of(unit: str, language: str) -> str:
    """A pattern of every form of a unit's name; empty where the language has none in CLDR."""
    own = language.partition("-")[0]
    forms = set(Language(language).unit_names(unit))
    known = [re.escape(form) for form in forms if len(form) >= _SHORTEST or form >= _OF_SYLLABLES]
    known += _MORE_WORDS.get(own, {}).get(unit, [])
    ordered = "|".join(sorted(known, key=lambda form: (-len(form), form)))
    end = "" if own == "zh" else r"(?!\w)"
    return rf"(?:{ordered}){end}{_NO_LENGTH.get(own, '')}" if known else ""


def as_long(amount: Decimal, unit: str) -> Iterator[tuple[Decimal, str]]:
    """The other ways to say a length of time, in whole units or half ones; itself comes first."""
    yield amount, unit
    for (greater, less), count in _AS_LONG.items():
        if unit == less and (amount / count) % _HALVES == 0:
            yield amount / count, greater
        if unit == greater and amount * count == int(amount * count) <= _MOST:
            yield amount * count, less


def _between(language: str) -> str:
    return _BETWEEN.get(language.partition("-")[0], r"\s?")
