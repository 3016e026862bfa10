"""Opening hours as a language says them: Monday and Wednesday, 10 a.m. to 6 p.m."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

from markupsafe import escape

from handbill.hours import Opening
from handbill.interface import InterfaceWords
from handbill.languages import Language
from handbill.phrases import Phrase, in_language
from handbill.views import Hours

Times = tuple["datetime.time | None", "datetime.time | None"]
_WEEK = 7
_SHORT_BLOCK = 24
"""How many letters a column on a flyer, or a narrow phone, has room for."""


def hours_view(
    openings: Iterable[Opening], interface: InterfaceWords, say: Callable[..., Phrase], code: str
) -> Hours:
    """Opening hours: a line for all days on which a place is open at the same times.

    Where the words for them are borrowed, so are the names of the days. A line has a capital at
    its start where the script has them.
    """
    lender = interface.languages["hours_of"]
    groups: dict[Times, list[Opening]] = {}
    for opening in openings:
        groups.setdefault((opening.opens, opening.closes), []).append(opening)
    said = [_line(times, group, Language(lender), say) for times, group in groups.items()]

    def phrase(line: str) -> Phrase:
        return Phrase(line, lambda: in_language(escape(line), lender, code))

    begun = [line[:1].upper() + line[1:] for line in said]
    return Hours(tuple(map(phrase, begun)), tuple(map(phrase, said)))


def _line(
    times: Times, group: Sequence[Opening], language: Language, say: Callable[..., Phrase]
) -> str:
    days = language.list(day for opening in group for day in _days(opening, language, say))
    opens, closes = times
    if opens is None or closes is None:
        return str(say("all_day", days=days))
    said = {"opens": language.time(opens), "closes": language.time(closes)}
    return _in_two_blocks(str(say("hours_of", days=days, **said)), days)


def _in_two_blocks(line: str, days: str) -> str:
    """The line so that it is broken between its days and its times, as far as both are short."""
    before, found, after = line.partition(days)
    mark, space, times = after.partition(" ")
    blocks = f"{before}{found}{mark}", times
    return space.join(
        block.replace(" ", "\u00a0") if len(block) <= _SHORT_BLOCK else block for block in blocks
    )


def _days(opening: Opening, language: Language, say: Callable[..., Phrase]) -> tuple[str, ...]:
    first, last = (language.weekday(day) for day in (opening.first_day, opening.last_day))
    if (opening.first_day, opening.last_day) == (0, _WEEK - 1):
        return (str(say("every_day")),)
    if first == last:
        return (first,)
    if (opening.last_day - opening.first_day) % _WEEK == 1:
        return first, last
    return (str(say("days", first=first, last=last)),)
