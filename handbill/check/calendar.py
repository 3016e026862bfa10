"""Days and times that there are not: February 30, 13:30 p.m., a Monday that is a Wednesday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.dates_in_text import last_days, named_days
from handbill.languages import Language
from handbill.markup import Body
from handbill.problems import Place, Problem, error
from handbill.weekdays_in_text import NamedWeekday, weekdays_of

_HALF = r"[ \u00a0\u202f]?[ap](?:\.[ \u00a0]?m\.|m\b)"
_TIMES = (
    (re.compile(rf"(?<![\d:.])\d{{1,2}}:[6-9]\d{_HALF}", re.IGNORECASE), "an hour has 60 minutes"),
    (
        re.compile(rf"(?<![\d:.])(?:1[3-9]|2\d|00?):[0-5]\d{_HALF}", re.IGNORECASE),
        "a.m. and p.m. count to 12",
    ),
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR = re.compile(r",?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)\b")
_COUNTED = re.compile(
    r"[ \u00a0](?!(?:a|after|and|are|as|at|before|between|but|by|during|for|from|has|if|in|is|it|no"
    r"|of|on|or|our|so|starting|that|the|there|through|till|to|unless|until|was|we|when|where|which"
    r"|while|will|with|you)\b)(?P<first>[^\W\d_])[\w-]+"
)
"""What a number counts: in June 60 students took part. That is no day of the month."""
_MOST_DAYS = 31
_BETWEEN_DAYS = re.compile(
    r",?\s*(?:through|thru|to|and|y|a|al|[&,\u2013-])\s*(?:el\s+)?", re.IGNORECASE
)
_HABIT = re.compile(r"\b(?:every|each|los|cada)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s+(?:el\s+|the\s+)?")


def check_calendar(campaign: Campaign) -> Iterator[Problem]:
    """Days and times in a text that no calendar and no clock has."""
    for content in campaign.unsettled(campaign.texts):
        yield from _in_body(content.body, content.language)
        for code, translation in content.translations.items():
            yield from _in_body(translation.body, code)


def _in_body(body: Body, language: str) -> Iterator[Problem]:
    def at(position: int) -> Place:
        return body.place_at(position)

    text = body.source
    for pattern, why in _TIMES:
        for match in pattern.finditer(text):
            yield error(at(match.start()), f"there is no time {match[0].strip()}", why)
    yield from days_that_are_not(body, language)
    yield from _other_weekdays(text, language, body)


def days_that_are_not(body: Body, language: str) -> Iterator[Problem]:
    """Days of a text that no month has: February 30, April 15-31."""
    text = body.source
    for day in (*named_days(text, language), *last_days(text, language)):
        end = day.position + len(day.written)
        has_month_first = not day.written[0].isdigit() and day.written[-1].isdigit()
        counted = _COUNTED.match(text, end) if has_month_first else None
        is_a_count = counted and (counted["first"].islower() or day.day > _MOST_DAYS)
        if not 1 <= day.day <= _LONGEST[day.month - 1] and not is_a_count:
            says = f"there is no {day.written}"
            hint = f"that month has {_LONGEST[day.month - 1]} days at most"
            yield error(body.place_at(day.position), says, hint)


def _other_weekdays(text: str, language: str, body: Body) -> Iterator[Problem]:
    """Dates with a year that are on another day of the week than the one before them."""
    days = {day.position: day for day in named_days(text, language)}
    before = 0
    for named in weekdays_of(text, language):
        is_one_of_several = before and _BETWEEN_DAYS.fullmatch(text, before, named.position)
        before = end = named.position + len(named.written)
        if is_one_of_several or _is_a_habit(named, text):
            continue  # the date is not that day's
        begins = end + len(match[0]) if (match := _BETWEEN.match(text, end)) else end
        day = days.get(begins)
        year = _YEAR.match(text, begins + len(day.written)) if day else None
        if day is None or year is None or not 1 <= day.day <= _LONGEST[day.month - 1]:
            continue
        try:
            date = datetime.date(int(year[1]), day.month, day.day)
        except ValueError:
            says = f"there is no {day.written}{year[0]}"
            yield error(body.place_at(begins), says, f"{year[1]} is no leap year")
            continue
        if date.weekday() != named.day:
            own = Language(language)
            says = f"{day.written}{year[0]} is no {named.written}"
            yield error(
                body.place_at(named.position), says, f"it is a {own.weekday(date.weekday())}"
            )


def _is_a_habit(named: NamedWeekday, text: str) -> bool:
    """Mondays, every Monday: of days that come again."""
    return named.written.lower().endswith("days") or bool(
        _HABIT.search(text, max(0, named.position - 9), named.position)
    )
