"""Days of the year as a text of any language names them: June 1, 1 de junio, 6月1日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from handbill.languages import Language

_CHINESE = re.compile(r"(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]")
_VIETNAMESE = re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)", re.IGNORECASE)
_IN_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}|\d{1,2}/\d{1,2}(?![\d/])")
_CHINESE_SPAN = re.compile(
    r"(?P<month>\d{1,2})\s*月\s*\d{1,2}\s*[-\u2013\u2014~\uff5e至到]\s*(?P<day>\d{1,2})\s*[日號号]"
)
_CHINESE_DAY = ("日", "號", "号", "일")
_UNTIL = re.compile(
    r"(?:st|nd|rd|th)?\s*"
    r"(?:[-\u2013\u2014~\uff5e]|\b(?:to|through|thru|and|al?|y)\b|&|[至到、])\s*"
    r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th)\b|[日號号])?"
    r"(?![\d:%/.]\d|[:%/\d]|\s*月|\s+of\b|[ \u00a0]?[ap]\.?m\b)",
    re.IGNORECASE,
)
"""What makes a span of a day whose month stands before it: April 15-31, 4月15日至31日."""
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_FIRST = re.compile(r"(?<![\d.,:/-])\d{1,2}-\Z")
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


def last_days(text: str, language: str) -> tuple[NamedDay, ...]:
    """The second days of April 15-31 and 15-31 de abril, each written as its span is."""
    return tuple(_last_days(text, language))


def _last_days(text: str, language: str) -> Iterator[NamedDay]:
    for first in named_days(text, language):
        last = _UNTIL.match(text, first.position + len(first.written))
        if last and (first.written.endswith(_CHINESE_DAY) or not first.written[0].isdigit()):
            yield replace(first, day=int(last["day"]), written=first.written + last[0])
    for match in _CHINESE_SPAN.finditer(text):
        if 1 <= int(match["month"]) <= _MONTHS:
            yield NamedDay(int(match["month"]), int(match["day"]), match.start(), match[0])
    for day in named_days(_HYPHEN.sub("\u2013", text), language):
        before = _FIRST.search(text, max(0, day.position - 3), day.position)
        if before and day.written[0].isdigit():
            yield replace(day, position=before.start(), written=before[0] + day.written)


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
