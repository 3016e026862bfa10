"""Times of the day as people write them, and what each may mean."""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass

DAY = 24 * 60
"""The minutes of a day."""
EXAMPLE = "Mon-Fri 9am-5pm; Sat 10am-2pm"
"""Opening hours as they can be written."""
_EARLIEST = 5 * 60
"""Minutes: nobody who leaves a.m. out opens between midnight and five."""
_LONGEST = 18 * 60
"""Minutes: nor is such a place open for longer at a stretch, or past five in the next morning."""
_LATEST = 3 * 60
"""Minutes: some places close that long after midnight, and were open since the morning."""
_FIRST_HOUR, _HALF_OF_IT, _ALL = 60, DAY // 2, DAY - 30
_TWELVE_AT_NIGHT = re.compile(r"\s*12\s*a", re.IGNORECASE)
"""Who writes the minutes, too, 12:00 AM, has thought of it."""
_TWELVE = re.compile(r"(?P<noon>noon|midday|12.*n$)|midni(?:ght|te)", re.IGNORECASE)
_LAST_HOUR = 23
_HALF_A_DAY = 12


@dataclass(frozen=True)
class Unclear:
    """The part of a text of which no reading is certain, why, and what to write."""

    part: str
    why: str
    hint: str


class UnclearError(Exception):
    """No reading of a part of a text is certain."""

    def __init__(self, part: str, why: str, hint: str = f"write them like this: {EXAMPLE}") -> None:
        super().__init__(why)
        self.unclear = Unclear(part, why, hint)


def period_of(opens: str, closes: str, part: str) -> tuple[datetime.time, datetime.time]:
    """When a place opens and closes, by two written times; `part` is the two as they stand.

    Raises UnclearError where they may mean several things, or none.
    """
    opens, closes = map(_twelve_in_a_word, (opens, closes))
    first, last = _readings(opens, part), _readings(closes, part)
    by_the_clock = [_is_of_24(text) for text in (opens, closes)]
    if any(by_the_clock):
        first = first[:1] if _is_bare(opens) else first
        last = last[:1] if _is_bare(closes) else last
        if not all(
            exact or _is_bare(text)
            for exact, text in zip(by_the_clock, (opens, closes), strict=True)
        ):
            raise UnclearError(part, "one time is of a clock of 24 hours, and the other is not")
    pairs = list(itertools.product(first, last))
    if len(pairs) > 1:
        pairs = [pair for pair in pairs if _is_believable(*pair)]
    if len(pairs) != 1:
        ways = " or ".join(f"{_in_halves(start)}-{_in_halves(end)}" for start, end in pairs)
        hint = f"write {ways or EXAMPLE}"
        raise UnclearError(part, "it may be in the morning or in the evening", hint)
    start, end = pairs[0]
    if start == end:
        says = "it opens and closes at the same time"
        raise UnclearError(part, says, "a place that never closes is open 24 hours")
    if end < start and DAY - start + end > _LONGEST and end > _LATEST:
        hours = (DAY - start + end) / 60
        says = f"it would be open for {hours:g} hours, past midnight"
        raise UnclearError(part, says, f"look at a.m. and p.m.: {EXAMPLE}")
    if start < _FIRST_HOUR and _TWELVE_AT_NIGHT.match(opens) and _HALF_OF_IT < end - start < _ALL:
        hours = (end - start) / 60
        says = f"12 a.m. is midnight: it would be open for {hours:g} hours"
        raise UnclearError(part, says, f"noon is 12 p.m.: {EXAMPLE}")
    return _time(start), _time(end)


def _twelve_in_a_word(text: str) -> str:
    """A time that has a word for twelve, without the number beside it."""
    twelve = _TWELVE.search(text)
    if twelve is None:
        return text
    return "noon" if twelve["noon"] else "midnight"


def _readings(text: str, part: str) -> list[int]:
    """Every minute of the day that a time may mean; the one of a clock of 24 comes first."""
    lowered = re.sub(r"[.\s](?=m|$)|\s", "", text.lower())
    if lowered in {"noon", "midnight"}:
        return [DAY // 2 if lowered == "noon" else 0]
    digits = re.findall(r"\d+", lowered)
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = re.search(r"[ap]", lowered)
    no_hour = not 1 <= hour <= _HALF_A_DAY if half else hour > _LAST_HOUR + 1
    if no_hour or minute > 59 or (hour > _LAST_HOUR and minute):
        raise UnclearError(part, f"there is no time {text.strip()}")
    if half:
        return [(hour % _HALF_A_DAY + (_HALF_A_DAY if half[0] == "p" else 0)) * 60 + minute]
    plain = hour % 24 * 60 + minute
    if _is_of_24(text):
        return [plain]
    return [plain, (hour % _HALF_A_DAY + (0 if hour == _HALF_A_DAY else _HALF_A_DAY)) * 60 + minute]


def _is_bare(text: str) -> bool:
    return text[0].isdigit() and not re.search(r"[ap]", text, re.IGNORECASE)


def _is_of_24(text: str) -> bool:
    """Whether a time can only be of a clock of 24 hours: 17, 0:30, 09:00, 1700."""
    if not _is_bare(text):
        return False
    if "h" in text.lower():
        return True
    digits = re.match(r"\d+", text)
    hour = digits[0] if digits else ""
    hour = hour[:-2] if len(hour) > 2 else hour
    return int(hour) > _HALF_A_DAY or hour.startswith("0")


def _is_believable(opens: int, closes: int) -> bool:
    in_time = closes > opens or closes <= _EARLIEST
    return opens >= _EARLIEST and in_time and 0 < (closes - opens) % DAY <= _LONGEST


def _in_halves(minutes: int) -> str:
    """A time with its half of the day: 9am, 12:30pm."""
    hour, minute = divmod(minutes, 60)
    if not minute and hour % _HALF_A_DAY == 0:
        return "noon" if hour else "midnight"
    half = "pm" if hour >= _HALF_A_DAY else "am"
    shown = (hour - 1) % _HALF_A_DAY + 1
    return f"{shown}:{minute:02}{half}" if minute else f"{shown}{half}"


def _time(minutes: int) -> datetime.time:
    return datetime.time(minutes // 60, minutes % 60)
