"""Days of the week as a text names them: Mondays, de lunes a viernes, 周一."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbill.languages import Language

_WEEK = 7
_SHORT = {
    "en": r"mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|m-?f|mwf|m/w/f",
}
"""Short names that tell of days, but not always of which."""
_MANY = {
    "en": r"week(?:day|night|end)s?|daily|every\s*day|each day|school (?:day|night)s?|all week"
    r"|seven days|7 days|holidays?",
}
"""Words for several days at once, which another language may name one by one."""
_RANGE = re.compile(r"\b(?:to|through|thru|until)\b|[-\u2013\u2014]")
_CHINESE = re.compile(r"(?:星期|[周週]|礼拜|禮拜)([一二三四五六日天])")
_CHINESE_DAYS = "一二三四五六日"


@dataclass(frozen=True)
class NamedWeekday:
    """A day of the week (Monday is 0), where it stands in its text, and how it is written."""

    day: int
    position: int
    written: str


def weekdays_of(text: str, language: str) -> tuple[NamedWeekday, ...]:
    """The days of the week whose full names stand in a text."""
    return tuple(_found(text, language))


def tells_of_other_days(text: str, language: str) -> bool:
    """Whether a text has words for days that are no full names of single ones: Mon-Fri, daily."""
    own = language.partition("-")[0]
    patterns = [words[own] for words in (_SHORT, _MANY) if own in words]
    return any(re.search(rf"(?<!\w)(?:{p})(?!\w)", text, re.IGNORECASE) for p in patterns)


def covered(days: tuple[NamedWeekday, ...], text: str) -> frozenset[int]:
    """The days that a text names, and those between the ends of a range."""
    named = {found.day for found in days}
    for first, last in itertools.pairwise(days):
        between = text[first.position + len(first.written) : last.position]
        if len(between) < 20 and _RANGE.search(between):
            named |= {(first.day + n) % _WEEK for n in range((last.day - first.day) % _WEEK)}
    return frozenset(named)


def _found(text: str, language: str) -> Iterator[NamedWeekday]:
    if language.partition("-")[0] == "zh":
        for match in _CHINESE.finditer(text):
            day = _CHINESE_DAYS.index(match[1].replace("天", "日"))
            yield NamedWeekday(day, match.start(), match[0])
        return
    names, pattern = _named(language)
    for match in pattern.finditer(text):
        yield NamedWeekday(names[match["name"].casefold()], match.start(), match[0])


@lru_cache
def _named(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    own = Language(language)
    names = {own.weekday(day).casefold(): day for day in range(_WEEK)}
    ordered = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    # Arabic writes "and" and "for" on to the word.
    before = "" if own.script == "Arab" else r"(?<!\w)"
    return names, re.compile(rf"{before}(?P<name>{ordered})s?(?!\w)", re.IGNORECASE)
