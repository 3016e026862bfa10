"""Opening hours as people write them in a table: `Mon-Fri 9am-5pm; Sat 10am-2pm`.

Hours without a.m. or p.m. are those of a clock of 24 (`9-17`). Where that is not certain, as in
`9-5`, they are not understood: a guess would send somebody to a closed door.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?"
_TIME = r"\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midnight"
_DASH = r"\s*(?:-|–|—|to)\s*"  # noqa: RUF001 - people write both dashes
_PERIOD = re.compile(
    rf"(?P<days>daily|every day|{_DAY}(?:(?:{_DASH}|\s*,\s*){_DAY})*)\s*:?\s+"
    rf"(?:(?P<all>24 hours)|(?P<opens>{_TIME}){_DASH}(?P<closes>{_TIME}))",
    re.IGNORECASE,
)

_CLOSED = re.compile(
    rf"(?P<days>{_DAY}(?:(?:{_DASH}|\s*,\s*){_DAY})*)\s*:?\s+closed", re.IGNORECASE
)

EXAMPLE = "Mon-Fri 9am-5pm; Sat 10am-2pm"


@dataclass(frozen=True)
class Opening:
    """Days on which a place is open (Monday is 0), and from when to when.

    A place that never closes has neither an opening nor a closing time. One that closes at an
    earlier time than it opens is open past midnight.
    """

    first_day: int
    last_day: int
    opens: datetime.time | None
    closes: datetime.time | None


def parse_hours(text: str) -> tuple[Opening, ...] | None:
    """Read opening hours; None when they are not understood. Closed days need no word."""
    openings: list[Opening] = []
    closed: set[int] = set()
    for part in text.split(";"):
        if shut := _CLOSED.fullmatch(part.strip()):
            closed |= _each_of(_days(shut["days"]))
            continue
        match = _PERIOD.fullmatch(part.strip())
        if match is None or not _days(match["days"]):
            return None
        opens = closes = None
        if not match["all"]:
            opens, closes = _time(match["opens"]), _time(match["closes"])
            if opens is None or closes is None or opens == closes:
                return None
            if not _is_certain(match["opens"], match["closes"]):
                return None
        openings += [Opening(first, last, opens, closes) for first, last in _days(match["days"])]
    opened = _each_of([(opening.first_day, opening.last_day) for opening in openings])
    return None if opened & closed else tuple(openings)


def _days(text: str) -> list[tuple[int, int]]:
    if text.lower() in {"daily", "every day"}:
        return [(0, 6)]
    spans: list[tuple[int, int]] = []
    for part in re.split(r"\s*,\s*", text):
        names = re.findall(_DAY, part, re.IGNORECASE)
        numbers = [_DAYS.index(name.lower()[:3]) for name in names]
        if len(names) > 2:
            return []
        spans.append((numbers[0], numbers[-1]))
    return spans


def _each_of(spans: list[tuple[int, int]]) -> set[int]:
    """Every day of spans of days, which may go over the week's end."""
    return {(first + n) % 7 for first, last in spans for n in range((last - first) % 7 + 1)}


def _is_certain(opens: str, closes: str) -> bool:
    """Whether both times say which half of the day they mean, or a clock of 24 is in use."""
    bare = [text for text in (opens, closes) if text[-1].isdigit()]
    return not bare or (len(bare) == 2 and any(int(text.split(":")[0]) > 12 for text in bare))


def _time(text: str) -> datetime.time | None:
    text = text.lower().replace(".", "").replace(" ", "")
    if text in {"noon", "midnight"}:
        return datetime.time(12 if text == "noon" else 0)
    hour, _, minute = text.rstrip("apm").partition(":")
    number = int(hour)
    if text.endswith("m"):
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if text.endswith("pm") else 0)
    if number == 24:
        number = 0
    if number > 23 or int(minute or 0) > 59:
        return None
    return datetime.time(number, int(minute or 0))
