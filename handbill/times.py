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
_NIGHT_ENDS = 6 * 60
_TWELVE_AT_NIGHT = re.compile(r"\s*12(?:[:.]\d\d)?\s*a", re.IGNORECASE)
_TWELVE_BY_DAY = re.compile(r"\s*12(?:[:.]\d\d)?\s*p", re.IGNORECASE)
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
    if len(first) > 1 and len(last) == 1:
        _refuse_the_night(min(first), last[0], part)
    if len(pairs) > 1:
        pairs = [pair for pair in pairs if _is_believable(*pair)]
    if first == [_HALF_OF_IT] and len(pairs) > 1:
        pairs = [pair for pair in pairs if pair[1] > pair[0]]
    if len(pairs) != 1:
        ways = " or ".join(f"{_in_halves(start)}-{_in_halves(end)}" for start, end in pairs)
        hint = f"write {ways or EXAMPLE}"
        raise UnclearError(part, "it may be in the morning or in the evening", hint)
    start, end = pairs[0]
    if start == end:
        says = "it opens and closes at the same time"
        raise UnclearError(part, says, "a place that never closes is open 24 hours")
    _refuse_twelve(start, end, (opens, closes), part)
    _refuse_past_midnight(start, end, part, is_of_24=any(by_the_clock))
    return _time(start), _time(end)


def _refuse_twelve(start: int, end: int, written: tuple[str, str], part: str) -> None:
    """Twelve in figures that is the wrong one of the two: 6pm-12pm, 12:00 AM-5:00 PM."""
    opens, closes = written
    hours = f"{round((end - start) % DAY / 60, 1):g} hours"
    if start < _FIRST_HOUR and _TWELVE_AT_NIGHT.match(opens) and _HALF_OF_IT < end - start < _ALL:
        says = f"12 a.m. is midnight: it would be open for {hours}"
        by_day = f"{_in_halves(start + _HALF_OF_IT)}-{_in_halves(end)}"
        raise UnclearError(part, says, f"write {by_day}, or {_surely(start, end)} if it is so")
    if end < start and _TWELVE_BY_DAY.match(closes):
        says = f"12 p.m. is noon: it would be open for {hours}, past midnight"
        by_night = f"{_in_halves(start)}-{_in_halves(end - _HALF_OF_IT)}"
        raise UnclearError(part, says, f"write {by_night}, or {_surely(start, end)} if it is so")


def _surely(start: int, end: int) -> str:
    """Hours on a clock of 24, which nobody doubts."""
    return f"{_time(start):%H:%M}-{_time(end):%H:%M}"


def _refuse_past_midnight(start: int, end: int, part: str, *, is_of_24: bool) -> None:
    """Hours that a slip of a.m. and p.m. makes: 9am-5am, 10pm-2pm."""
    is_long = DAY - start + end > _LONGEST and end > _LATEST
    from_evening_to_evening = start >= _HALF_OF_IT < end and not is_of_24
    if end < start and (is_long or from_evening_to_evening):
        says = f"it would be open for {(DAY - start + end) / 60:g} hours, past midnight"
        raise UnclearError(part, says, f"look at a.m. and p.m.: {EXAMPLE}")


def _refuse_the_night(start: int, end: int, part: str) -> None:
    """1-5 am, whose one half of the day says that it opens before anybody is up."""
    if start < end <= _NIGHT_ENDS:
        says = "it would be open in the night, and closed by day"
        ways = [f"{_in_halves(start + half)}-{_in_halves(end + half)}" for half in (0, _HALF_OF_IT)]
        raise UnclearError(part, says, f"write {' or '.join(ways)}")


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
