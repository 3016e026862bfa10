"""Times of the day in a text of any language, on a clock of 12 hours or of 24."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HALF_OF_THE_DAY = re.compile(r"\s?([ap])\.?\s?m\b", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"\s?(?:h(?:oras?)?\s)?(?:de|por) la (?P<es>mañana|madrugada|tarde|noche)\b"
    r"|\s?(?:giờ\s?)?(?P<vi>sáng|chiều|tối)\b",
    re.IGNORECASE,
)
_MORNINGS = {"mañana", "madrugada", "sáng"}
_NIGHT, _EVENING = "noche", 6
_HOURS_FOLLOW = re.compile(
    r"\s?(?:h(?:rs?|oras?)?\b(?!\s*(?:de|of|por)\b)|giờ|uhr\b|uur\b|[點点時时](?!\u95f4|間)|시(?!간))",
    re.IGNORECASE,
)
"""What stands after an hour of a clock; not after a number of hours (小时, horas de)."""
_MIDNIGHT_OR_NOON = re.compile(r"\b(?:midnight|noon|midday)\b", re.IGNORECASE)
_MINUTES_FOLLOW = re.compile(r"\s?(?:h|giờ|[点點时時])\s?(\d\d)(?!\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,2}(?:[:.h]\d\d)?", re.IGNORECASE)
_SPAN = re.compile(
    r"(?P<opens>(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?)[\u2013-]"
    r"(?P<closes>(?P<until>\d{1,2})(?:[:.h](?P<last>\d\d))?)",
    re.IGNORECASE,
)
_MINUTES = 60
_HOURS = 24
_HALF = 12


@dataclass(frozen=True)
class ClockTime:
    """A time: each hour and minute that it may be written with, and the one that it can only be.

    `exact` is None where nothing tells the morning from the evening: 9:00.
    """

    ways: tuple[tuple[int, int], ...]
    exact: tuple[int, int] | None

    def contradicts(self, other: ClockTime) -> bool:
        """Whether both are certain, and not the same."""
        return None not in (self.exact, other.exact) and self.exact != other.exact


def clock_time(digits: str, written: str, after: str) -> ClockTime | None:
    """The time that a number stands for, by its plain digits and what follows it, if for any."""
    half = _half_of_the_day(digits, after)
    has_colon = ":" in written or "h" in written.lower()
    follows = has_colon or _HOURS_FOLLOW.match(after) or _MINUTES_FOLLOW.match(after)
    if not (half or follows) or not _DIGITS.fullmatch(digits):
        return None
    hour, _, minute = re.sub("[.hH]", ":", digits).partition(":")
    if not minute and (more := _MINUTES_FOLLOW.match(after)) is not None:
        minute = more[1]
    hours, minutes = int(hour), int(minute or 0)
    if hours > _HOURS or minutes >= _MINUTES:
        return None
    if half:
        exact = (hours % _HALF + (_HALF if half == "p" else 0), minutes)
        return ClockTime(((hours, minutes), exact), exact)
    in_24, in_12 = ((hours + _HALF) % _HOURS, minutes), ((hours - 1) % _HALF + 1, minutes)
    is_exact = hours > _HALF or hours == 0 or (digits.startswith("0") and has_colon)
    exact_24 = (hours % _HOURS, minutes) if is_exact else None
    return ClockTime(((hours, minutes), in_24, in_12), exact_24)


def times_of_span(written: str, after: str) -> tuple[tuple[int, int, str], ...]:
    """The two times of 5:30-7 p.m.: where each begins and ends, and what follows it.

    The half of the day that stands after the second is that of the first, or the other one where
    noon or midnight is between them. Empty where the text is no span of times.
    """
    span = _SPAN.fullmatch(written)
    if span is None or any(int(hour) > _HOURS for hour in span.group("hour", "until")):
        return ()
    half = _half_of_the_day(span["closes"], after)
    has_minutes = re.search(r"[:h]", written, re.IGNORECASE)
    if not (half or has_minutes or _HOURS_FOLLOW.match(after)):
        return ()
    first, last = (
        (int(span[hour]) % _HALF, int(span[minute] or 0))
        for hour, minute in (("hour", "minute"), ("until", "last"))
    )
    is_over_twelve = int(span["hour"]) > _HALF
    if half and first > last:
        half = "a" if half == "p" else "p"
    own = f" {half}m" if half and not is_over_twelve else ""
    return (0, span.end("opens"), own), (span.start("closes"), len(written), after)


def _half_of_the_day(digits: str, after: str) -> str:
    """`a` or `p`, by a sign or by words of which the half is certain; empty if neither is there."""
    if sign := _HALF_OF_THE_DAY.match(after):
        return sign[1].lower()
    words = _IN_WORDS.match(after)
    hour = re.match(r"\d+", digits)
    if words is None or hour is None or int(hour[0]) > _HALF:
        return ""
    word = (words["es"] or words["vi"]).lower()
    if word in _MORNINGS:
        return "a"
    if word == _NIGHT and not _EVENING <= int(hour[0]) < _HALF:
        return "a" if int(hour[0]) == _HALF else ""
    return "p"


def names_midnight_or_noon(text: str) -> bool:
    """Whether a text says midnight or noon in a word."""
    return _MIDNIGHT_OR_NOON.search(text) is not None
