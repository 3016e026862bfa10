"""Opening hours as people write them in a table: `Mon-Fri 9am-5pm; Sat 10am-2pm`.

Hours without a.m. or p.m. are those of a clock of 24 (`9-17`). What can be read in two ways, as
`9-5`, is told and not guessed: a guess would send somebody to a closed door.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from handbill.day_letters import days_of, doubt_of, with_settled_letters
from handbill.hour_slips import refuse_words
from handbill.hour_words import Token, tokens_of, without_what_is_not_seen
from handbill.times import DAY, Unclear, UnclearError, period_of

_WEEK = 7

_BETWEEN_GROUPS = {"both", "end", "bar"}
_AFTER_A_GROUP = {"", "end", "bar"}
_WHEN = {"time", "always", "closed"}
_EVERY_DAY, _WEEKDAYS, _WEEKEND = (0, 6), (0, 4), (5, 6)


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


@dataclass(frozen=True)
class _Group:
    """Days and when a place is open on them; `always`, `closed` or periods.

    `is_of_many` where the days are not named one by one, but said in a word: daily, weekdays.
    """

    text: str
    days: tuple[tuple[int, int], ...] = ()
    periods: tuple[tuple[datetime.time, datetime.time], ...] = ()
    kind: str = "periods"
    is_of_many: bool = False


def parse_hours(text: str) -> tuple[Opening, ...] | Unclear:
    """Read opening hours, in the order of the week; closed days need no word.

    What is not certain comes back by its very part.
    """
    try:
        groups = _without_closed_days(list(_groups(text)))
        _refuse_contradictions(groups)
        if all(group.kind == "closed" for group in groups):
            hint = "remove the row, or say in the column `note` when it opens"
            raise UnclearError(text.strip(), "it says no day on which it is open", hint)
    except UnclearError as wrong:
        return wrong.unclear
    openings = [
        Opening(first, last, opens, closes)
        for group in groups
        if group.kind != "closed"
        for first, last in group.days
        for opens, closes in group.periods or ((None, None),)
    ]
    return tuple(sorted(openings, key=lambda o: (o.first_day, o.opens or datetime.time())))


def _groups(text: str) -> Iterator[_Group]:
    written = without_what_is_not_seen(text)
    tokens = tokens_of(written)
    refuse_words(tokens, written)
    if all(token.kind in _BETWEEN_GROUPS for token in tokens):
        raise UnclearError(written, "there is nothing in them")
    reader = _Reader(with_settled_letters(tokens), written)
    while reader.is_left():
        yield reader.group()


class _Reader:
    """Reads groups one after the other: days and then times, or times and then days."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0

    def is_left(self) -> bool:
        """Whether something is still to be read."""
        while self._kind() in _BETWEEN_GROUPS:
            self._at += 1
        return self._at < len(self._tokens)

    def group(self) -> _Group:
        """The next days with their times, or times with their days."""
        start = self._at
        if self._take("closed"):
            return self._closed(start)
        if self._kind() in {"time", "always"}:
            found = self._periods_or_word()
            if self._kind(1) in {"day", "span"} and (self._kind() == "both" or self._is_dash()):
                self._at += 1
            days = self._days()
            if not days and found.kind == "always":
                days = (_EVERY_DAY,)
        else:
            days = self._days()
            if days and self._kind(1) in _WHEN and (self._kind() == "bar" or self._is_dash()):
                self._at += 1
            found = self._periods_or_word(after=start)
        text = self._since(start)
        if not days:
            hint = f"say on which, as in Daily {text} or Mon-Fri {text}"
            raise UnclearError(text, "it says no day", hint)
        kinds = {token.kind for token in self._tokens[start : self._at]}
        return replace(found, text=text, days=days, is_of_many=kinds & {"day", "span"} == {"span"})

    def _closed(self, start: int) -> _Group:
        """Days that are named after the word `closed`."""
        if self._kind() == "time":
            raise _break_in(self._text[self._tokens[start].start :])
        if self._is_dash() and self._kind(1) in {"day", "span"}:
            self._at += 1
        days = self._days()
        text = self._since(start)
        if not days and len(self._tokens) > 1:
            hint = "name them: Sun closed"
            raise UnclearError(text, "it does not say which days are closed", hint)
        if self._kind() in {"time", "always"}:
            says = "the closed days and the others run together"
            raise UnclearError(text, says, "write a semicolon after the closed ones: Sun closed;")
        return _Group(text, days, kind="closed")

    def _days(self) -> tuple[tuple[int, int], ...]:
        spans: list[tuple[int, int]] = []
        while self._kind() in {"day", "span"}:
            start = self._at
            spans += self._span()
            if self._kind() == "dash" and self._kind(1) in {"day", "span"}:
                self._at += 2
                raise UnclearError(self._since(start), "that is no first and last day")
            if self._kind() == "both" and self._kind(1) in {"day", "span"}:
                self._at += 1
        if spans and self._kind() == "both" and self._kind(1) in _WHEN:
            self._at += 1
        return tuple(dict.fromkeys(spans))

    def _span(self) -> list[tuple[int, int]]:
        token = self._next()
        if token.kind == "span":
            return [_span_of(token.text)]
        first = self._days_of(token)
        if len(first) == 1 and self._kind() == "dash" and self._kind(1) == "day":
            self._at += 1
            last = self._days_of(self._next())
            if len(last) > 1:
                raise UnclearError(self._since(self._at - 3), "that is no first and last day")
            return [(first[0], last[0])]
        return [(day, day) for day in first]

    def _days_of(self, token: Token) -> tuple[int, ...]:
        if doubt := doubt_of(token.text):
            may_be, write = doubt
            raise UnclearError(token.text, f"it may be {may_be}", f"write {write}")
        return days_of(token.text)

    def _periods_or_word(self, after: int | None = None) -> _Group:
        if self._take("always"):
            is_last = self._kind(2) in _AFTER_A_GROUP
            if is_last and (self._kind(), self._kind(1)) == ("both", "span"):
                self._at += 1  # 24 hours a day, 7 days a week
            return _Group("", kind="always")
        if self._take("closed"):
            return _Group("", kind="closed")
        periods = []
        while self._kind() == "time":
            periods.append(self._period())
            if self._kind() == "both" and self._kind(1) == "time":
                self._at += 1
        if not periods:
            part = self._since(after if after is not None else self._at) or self._text
            raise UnclearError(part, "it says no times")
        if self._kind() == "both" and self._kind(1) == "closed" and self._kind(2) == "time":
            self._at += 1
        if self._kind() == "closed" and self._kind(1) == "time":
            raise _break_in(self._text[self._tokens[self._at].start :])
        return _Group("", periods=tuple(periods))

    def _period(self) -> tuple[datetime.time, datetime.time]:
        start = self._at
        opens = self._next()
        if self._kind() != "dash" or self._kind(1) != "time":
            raise UnclearError(self._since(start), "it says one time, and not until when")
        self._at += 1
        closes = self._next()
        return period_of(opens.text, closes.text, self._since(start))

    def _kind(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else ""

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _is_dash(self) -> bool:
        """Whether a dash comes next, and not a word for one: Mon - 9am-5pm, Mon until 5pm."""
        return self._kind() == "dash" and self._tokens[self._at].text.startswith("-")

    def _take(self, kind: str) -> bool:
        taken = self._kind() == kind
        self._at += taken
        return taken

    def _since(self, start: int) -> str:
        if start >= self._at:
            return self._tokens[start].text if start < len(self._tokens) else ""
        return self._text[self._tokens[start].start : self._tokens[self._at - 1].end]


def _break_in(part: str) -> UnclearError:
    hint = "write the times before and after it: Mon-Fri 9am-noon, 1pm-5pm"
    return UnclearError(part, "that is a break", hint)


def _span_of(text: str) -> tuple[int, int]:
    lowered = text.lower()
    if lowered.startswith("weekd"):
        return _WEEKDAYS
    return _WEEKEND if lowered.startswith("weeke") else _EVERY_DAY


def _without_closed_days(groups: Sequence[_Group]) -> list[_Group]:
    """Groups, those of many days without the days that are named as closed: daily, closed Sun."""
    closed = {day for group in groups if group.kind == "closed" for day in _each_of(group.days)}
    return [
        replace(group, days=tuple(_spans(_each_of(group.days) - closed)))
        if group.is_of_many and group.kind != "closed" and _each_of(group.days) - closed
        else group
        for group in groups
    ]


def _spans(days: Set[int]) -> Iterator[tuple[int, int]]:
    """Days as spans of those that follow each other."""
    for day in sorted(days):
        if day - 1 not in days:
            last = next(last for last in range(day, _WEEK) if last + 1 not in days)
            yield day, last


def _refuse_contradictions(groups: Sequence[_Group]) -> None:
    for one, other in itertools.combinations(groups, 2):
        if (one.kind == "closed") != (other.kind == "closed"):
            if _each_of(one.days) & _each_of(other.days):
                says = "a day is open in one and closed in the other"
                raise UnclearError(f"{one.text}; {other.text}", says, "keep one of the two")
        elif one.kind != "closed" and _minutes(one) & _minutes(other):
            says = "a day is open twice at one time"
            hint = "name each day once, or give it times that do not meet"
            raise UnclearError(f"{one.text}; {other.text}", says, hint)
    for group in groups:
        if (
            sum(len(_minutes(replace(group, periods=(p,)))) for p in group.periods)
            > len(_minutes(group))
            and group.periods
        ):
            says = "a day is open twice at one time"
            raise UnclearError(group.text, says, "give it times that do not meet")


def _minutes(group: _Group) -> set[int]:
    """Every minute of the week in which a group is open."""
    periods = [
        (opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)
        for opens, closes in group.periods
    ] or [(0, 0)]
    return {
        (day * DAY + opens + minute) % (_WEEK * DAY)
        for day in _each_of(group.days)
        for opens, closes in periods
        for minute in range((closes - opens) % DAY or DAY)
    }


def _each_of(spans: Sequence[tuple[int, int]]) -> set[int]:
    """Every day of spans of days, which may go over the week's end."""
    return {(first + n) % _WEEK for first, last in spans for n in range((last - first) % _WEEK + 1)}
