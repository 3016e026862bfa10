"""Days of the year as a text of any language names them: June 1, 1 de junio, 6月1日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbill.languages import Language

_CHINESE = re.compile(r"(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]")
_VIETNAMESE = re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)", re.IGNORECASE)
_IN_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}|\d{1,2}/\d{1,2}(?![\d/])")
_MONTHS = 12
_ENGLISH_VERBS = ("may", "march", "mar")
"""Without a capital they are no months: those over 60 may volunteer."""


@dataclass(frozen=True)
class NamedDay:
    """A day of a month, where it stands in its text, and how it is written."""

    month: int
    day: int
    position: int
    written: str


def named_days(text: str, language: str) -> tuple[NamedDay, ...]:
    """The days in a text whose month is named, or written as its language counts months."""
    return tuple(sorted(_found(text, language), key=lambda day: day.position))


def named_months(text: str, language: str) -> frozenset[int]:
    """The months that a text names, whether with a day or without one."""
    months, patterns = _named(language)
    if not patterns:
        return frozenset()
    names = re.findall(rf"(?<!\w)(?:{'|'.join(map(re.escape, months))})(?!\w)", text.casefold())
    return frozenset(months[name] for name in names)


def has_dates_in_figures(text: str) -> bool:
    """Whether a text has dates such as 6/1/2027, of which the order is not certain."""
    return _IN_FIGURES.search(text) is not None


def _found(text: str, language: str) -> Iterator[NamedDay]:
    for pattern in (_CHINESE, _VIETNAMESE):
        for match in pattern.finditer(text):
            month = int(match["month"])
            if 1 <= month <= _MONTHS:
                yield NamedDay(month, int(match["day"]), match.start(), match[0])
    months, patterns = _named(language)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if language != "en" or match["month"] not in _ENGLISH_VERBS:
                month = months[match["month"].casefold()]
                yield NamedDay(month, int(match["day"]), match.start(), match[0])


@lru_cache
def _named(language: str) -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    months = {
        name.casefold(): number
        for number, name in Language(language).month_names()
        if not any(map(str.isdigit, name)) and not name.casefold().startswith("tháng")
    }
    if not months:
        return {}, ()
    ordered = sorted(months, key=lambda name: (-len(name), name))
    name = rf"(?P<month>{'|'.join(map(re.escape, ordered))})(?!\w)"
    return months, (
        re.compile(rf"(?<!\w){name}\.?\s+(?P<day>\d{{1,2}})(?![\d:%])", re.IGNORECASE),
        re.compile(
            rf"(?<![\d.,:/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.?º|\.)?\s+(?:of\s+|de\s+|d['\u2019])?{name}",
            re.IGNORECASE,
        ),
    )
