"""What a number says, said otherwise: 50% and half, 48 hours and two days, the 31st and Halloween.

Only where both are the same: what is nearly so (12 weeks, three months) is told.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from decimal import Decimal

from handbill.dates_in_text import named_days, named_months
from handbill.durations import UNITS, as_long, words_of
from handbill.feasts import feasts_of
from handbill.number_words import words_of_number
from handbill.numerals import Numeral, numerals_of

_DOZEN, _CENTS, _HOURS_OF_A_DAY = 12, 100, 24
_SHARES = {
    "en": {
        50: r"\bhal(?:f|ves)\b",
        25: r"\b(?:a|one)[\s-](?:quarter|fourth)\b",
        75: r"\bthree[\s-](?:quarters|fourths)\b",
        20: r"\b(?:one|a)[\s-]fifth\b|\b(?:one|1) (?:in|out of) (?:five|5)\b",
        10: r"\b(?:one|a)[\s-]tenth\b|\b(?:one|1) (?:in|out of) (?:ten|10)\b",
    },
    "es": {
        50: r"\bmitad\b",
        25: r"\bcuarta parte\b|\bun cuarto\b|\bun[oa] de cada cuatro\b",
        75: r"\btres cuart(?:as partes|os)\b|\btres de cada cuatro\b",
        20: r"\bquinta parte\b|\bun quinto\b|\bun[oa] de cada cinco\b",
        10: r"\bdécima parte\b|\bun décimo\b|\bun[oa] de cada diez\b",
    },
    "vi": {50: r"\bnửa\b", 25: r"\bmột phần tư\b", 75: r"\bba phần tư\b", 20: r"\bmột phần năm\b"},
    "zh": {50: "一半|半数|半數", 25: "四分之一", 75: "四分之三", 20: "五分之一", 10: "十分之一"},
    "ar": {50: "نصف", 25: "ربع", 75: "ثلاثة أرباع", 20: "خُ?مس", 10: "عُ?شر"},
}
"""Words for so many of a hundred (patterns)."""
_AT_ALL_HOURS = {
    "en": r"\b(?:a?round[\s-]the[\s-]clock|day and night|night and day)\b",
    "es": r"\b(?:día y noche|noche y día|a (?:toda|cualquier) hora)\b",
    "vi": r"\b(?:suốt ngày đêm|cả ngày lẫn đêm|cả ngày đêm|ngày đêm)\b",
    "zh": "全天候|昼夜|日夜|晝夜|全天",
    "ar": "على مدار الساعة|ليل نهار|ليلا ونهارا|ليلًا ونهارًا",
}
_DOZENS = {"en": r"dozens?\b", "es": r"docenas?\b", "vi": r"tá\b", "ar": "دزينة|دزينات"}
_CENT_WORDS = {"en": r"cents?\b", "es": r"(?:centavos?|céntimos?)\b", "vi": r"xu\b", "zh": "美?分"}
_END_OF_A_MONTH = {
    "en": r"\b(?:end of|last day of)\s+(?P<month>\w+)",
    "es": r"\b(?:fin(?:es|al|ales)? de|último día de)\s+(?P<month>\w+)",
    "vi": r"\bcuối (?P<month>tháng \d+)",
    "zh": r"(?P<month>\d+月)(?:底|末)",
    "ar": r"(?:نهاية|آخر)\s+(?P<month>\w+)",
}
"""Of which the last day is said."""
_ONE = {
    "en": r"(?:in|for|than|after|about|within|least|takes|lasts)\san?|\Aan?|[.!?:;(]\s?an?|one",
    "es": "una?|un",
    "vi": "một",
    "zh": "一",
}
"""For one of a unit, but not at what rate: five hours a day."""
_ONE_AND_A_HALF = {"en": "one|an?", "es": "una?|un|en|de|a|cada", "vi": "một", "zh": "一"}
_DUAL = 2
_TWO_OF = {
    "minute": "دقيقت(?:ان|ين)",
    "hour": "ساعت(?:ان|ين)",
    "day": "يوم(?:ان|ين)",
    "week": "أسبوع(?:ان|ين)",
    "month": "شهر(?:ان|ين)",
    "year": "(?:سنت|عام)(?:ان|ين)",
}
"""Arabic has a form of its own for two of a thing."""
_BEFORE_UNITS = "(?:school|business|calendar|working|full)"
_GAP = {"zh": r"\s?个?個?"}
_AND_A_HALF = {"en": "and a half", "es": "y medi[oa]", "vi": "rưỡi", "zh": "半", "ar": "ونصف"}


@dataclass(frozen=True)
class Said:
    """A text, and in which language it is."""

    text: str
    language: str

    @property
    def own(self) -> str:
        """Its language without the script."""
        return self.language.partition("-")[0]

    def has(self, pattern: str) -> bool:
        """Whether a pattern, if there is one, is found in it."""
        return bool(pattern and re.search(pattern, self.text, re.IGNORECASE))


def is_said_alike(number: Numeral, own: Said, other: Said) -> bool:
    """Whether a text says, otherwise, the same as a number of another text."""
    if number.unit in UNITS and _is_as_long(number, other):
        return True
    if number.unit == "%":
        return other.has(_SHARES.get(other.own, {}).get(number.bare, ""))
    if number.unit in {"$", ""} and _is_in_cents(number, other):
        return True
    return (
        _is_at_all_hours(number, other)
        or _is_in_dozens(number, other)
        or _is_a_feast(number, own, other)
    )


def ends_a_month(number: Numeral, own: Said, other: Said) -> bool:
    """Whether a number is the last day of a month whose end another text names.

    Not the other way round: by the end of June is less than by June 30.
    """
    pattern = _END_OF_A_MONTH.get(other.own)
    said = re.finditer(pattern, other.text, re.IGNORECASE) if pattern else ()
    ending = {month for match in said for month in _months_in(match["month"], other.language)}
    return any(
        day.day == number.bare and day.month in ending and day.day in _last_days(day.month)
        for day in named_days(own.text, own.language)
    )


def _months_in(written: str, language: str) -> frozenset[int]:
    if counted := re.search(r"\d+", written):
        return frozenset({int(counted[0])})
    return named_months(written, language)


def _last_days(month: int) -> set[int]:
    if not 1 <= month <= _DOZEN:
        return set()
    return {calendar.monthrange(year, month)[1] for year in (2027, 2028)}


def _is_as_long(number: Numeral, other: Said) -> bool:
    """Whether the other text has the same length of time, in figures or in words."""
    in_figures = [
        (amount, found.unit)
        for found in numerals_of(other.text, other.language)
        if found.unit in UNITS
        for amount in found.digits
    ]
    amounts = number.digits if not number.time else {Decimal(number.bare)}
    return any(
        way in in_figures or other.has(_duration_in_words(*way, other))
        for amount in amounts
        for way in as_long(amount, number.unit)
    )


def _duration_in_words(amount: Decimal, unit: str, said: Said) -> str:
    """A pattern of an amount of a unit in words: two weeks, año y medio."""
    units, gap = words_of(unit, said.language), _GAP.get(said.own, r"[\s-]*")
    whole, and_a_half = int(amount), _AND_A_HALF.get(said.own)
    words = words_of_number(whole, said.language) if whole else ""
    if whole == 1:
        ones = _ONE_AND_A_HALF if amount % 1 else _ONE
        words = rf"(?<!\w)(?:{ones[said.own]})" if said.own in ones else words
    if whole == _DUAL and said.own == "ar" and not amount % 1:
        return rf"(?<!\w)(?:{_TWO_OF[unit]})"
    if not units or not words:
        return ""
    if not amount % 1:
        is_bare = whole == 1 and said.own not in _ONE  # يوم
        said_before = r"(?<!\w)" if is_bare else rf"{words}{gap}(?:{_BEFORE_UNITS}\s+)?"
        return rf"{said_before}{units}"
    if and_a_half is None:
        return ""
    return rf"{words}{gap}{units}\s*{and_a_half}|{words}\s*{and_a_half}{gap}{units}"


def _is_in_cents(number: Numeral, other: Said) -> bool:
    cents = min(number.digits) * _CENTS
    words = _CENT_WORDS.get(other.own)
    if words is None or not 0 < cents < _CENTS or cents % 1:
        return False
    said = words_of_number(int(cents), other.language)
    return bool(said) and other.has(rf"{said}\s*{words}")


def _is_at_all_hours(number: Numeral, other: Said) -> bool:
    is_a_day = number.bare == _HOURS_OF_A_DAY and (number.unit == "hour" or number.time is not None)
    return (is_a_day or number.written == "24/7") and other.has(_AT_ALL_HOURS.get(other.own, ""))


def _is_in_dozens(number: Numeral, other: Said) -> bool:
    words, dozens = _DOZENS.get(other.own), number.bare // _DOZEN
    if words is None or number.unit or number.bare % _DOZEN or not 1 < dozens < _DOZEN:
        return False
    said = words_of_number(dozens, other.language)
    return bool(said) and other.has(rf"(?:{said}|(?<!\d){dozens})\s*(?:de\s+)?{words}")


def _is_a_feast(number: Numeral, own: Said, other: Said) -> bool:
    feasts = feasts_of(other.text, other.language)
    return bool(feasts) and any(
        day.day == number.bare and (day.month, day.day) in feasts
        for day in named_days(own.text, own.language)
    )
