"""Numbers and days that stand in a translation alone: a figure cannot change on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.campaign import Content, Translation
from handbill.clock_times import names_midnight_or_noon
from handbill.counted_lists import counts_what_follows
from handbill.dates_in_text import has_dates_in_figures, named_days, named_months
from handbill.exchanged_units import exchanged_units
from handbill.number_words import is_in_words, may_be_in_words, may_be_said_otherwise
from handbill.numerals import Numeral, comes_from, names_a_scale
from handbill.problems import Place
from handbill.said_alike import Said, ends_a_month, is_said_alike
from handbill.sections import Thing, things_of
from handbill.weekdays_in_text import covered, tells_of_other_days, weekdays_of

_HALF_A_DAY, _DAYS_OF_A_WEEK = 12, 7
"""Languages count days and months where others name them: thứ 2, 8月."""
_TIME_IN_WORDS = re.compile(
    r"o['\u2019]clock|\bin the (?:morning|afternoon|evening)\b|\bat night\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")


@dataclass(frozen=True)
class Addition:
    """A number that stands in a translation alone; the key is empty for the text below.

    `but` says what is another thing in the original, where that has the same number.
    """

    place: Place
    key: str
    written: str
    but: str = ""


def additions(content: Content[Any], translation: Translation) -> tuple[Addition, ...]:
    """The numbers and days that a translation adds, whatever is confirmed."""
    return tuple(_additions(content, translation))


def added(
    originals: Sequence[Thing], translated: Sequence[Thing], original: Said, translation: Said
) -> Iterator[Thing]:
    """Numbers that come from none of the original's, nor from words in its text."""
    known = [thing.number for thing in originals if thing.number]
    for thing in translated:
        number = thing.number
        if not number or comes_from(number, known):
            continue
        changed = any(number.contradicts(k) and number.bare == k.bare for k in known)
        is_right = (
            is_said_alike(number, translation, original)
            or ends_a_month(number, translation, original)
            or counts_what_follows(number, translation.text)
        )
        if is_right:
            continue
        if changed or not _is_said(number, original):
            yield thing


def said_otherwise(number: Numeral, own: Said, other: Said) -> bool:
    """Whether a number of one text stands in another in words, or as something that is the same."""
    return _is_said(number, other) or is_said_alike(number, own, other)


def _is_said(number: Numeral, other: Said) -> bool:
    return in_words(number, other.text, other.language) or may_be_said_otherwise(
        number, other.text, other.language
    )


def in_words(number: Numeral, text: str, language: str) -> bool:
    """Whether a number may stand in a text in words: two, twenty, five million, eight o'clock."""
    if number.time and _TIME_IN_WORDS.search(text):
        return True
    if number.time and number.time.ways[0][0] % _HALF_A_DAY == 0 and names_midnight_or_noon(text):
        return True
    if number.is_small and number.is_scaled:
        return names_a_scale(text, language)
    if number.is_small:
        is_a_day = number.bare <= _DAYS_OF_A_WEEK and bool(weekdays_of(text, language))
        is_a_month = number.bare in named_months(text, language)
        return is_a_day or is_a_month or may_be_in_words(number, text, language)
    return is_in_words(number, text, language)


def _additions(content: Content[Any], translation: Translation) -> Iterator[Addition]:
    for key, text in translation.words.items():
        original = content.original(key) if key in content.word_keys else None
        if original is not None:
            place = translation.place(*key.split("."))
            for written, _, but in _added_here(original, text, content.language, translation, 0):
                yield Addition(place, key, written, but)
    body, other = content.body, translation.body
    first = other.place.line
    for written, line, but in _added_here(
        body.source, other.source, content.language, translation, first
    ):
        yield Addition(Place(translation.path, line), "", written, but)


def _added_here(
    original: str, text: str, language: str, translation: Translation, first: int
) -> Iterator[tuple[str, int, str]]:
    """What one text adds to another, the line of each, and what is another thing there."""
    known = things_of(original, language, 0)
    translated = things_of(text, translation.language, first)
    ours, theirs = Said(original, language), Said(text, translation.language)
    for number in added(known, translated, ours, theirs):
        yield number.name, number.line, _but(number, known)
    for length in exchanged_units(ours, theirs):
        line = first + text.count("\n", 0, length.position)
        yield length.written, line, ""
    months = {day.month for day in named_days(original, language)}
    counted = {int(n) for n in re.findall(r"\d{1,2}", original)}
    for there, here, start in _paragraphs_of_both(original, text):
        days = [
            *_added_weekdays(there, here, language, translation.language),
            *_added_dates(there, here, language, translation.language, months, counted),
        ]
        for written, position in days:
            yield written, first + text.count("\n", 0, start + position), ""


def _but(thing: Thing, originals: Sequence[Thing]) -> str:
    """In what the original's same number is another one: in its half of the day, in its unit."""
    number = thing.number
    for other in (known.number for known in originals if known.number):
        if number and number.bare == other.bare and number.contradicts(other):
            return "in another half of the day" if number.time else "in another unit"
    return ""


def _paragraphs_of_both(original: str, text: str) -> Iterator[tuple[str, str, int]]:
    """A paragraph of each, and where the second begins; all at once where one has more of them."""
    parts = [list(_PARAGRAPH.finditer(whole)) for whole in (original, text)]
    if len(parts[0]) != len(parts[1]):
        yield original, text, 0
        return
    for one, other in zip(*parts, strict=True):
        yield one[0], other[0], other.start()


def _added_weekdays(
    original: str, text: str, language: str, other: str
) -> Iterator[tuple[str, int]]:
    """Days of the week that the original does not name, and where they stand."""
    named = weekdays_of(original, language)
    if not named or tells_of_other_days(original, language):
        return
    known, told = covered(named, original), set[int]()
    for day in weekdays_of(text, other):
        if day.day not in known | told:
            told.add(day.day)
            yield day.written, day.position


def _added_dates(
    original: str, text: str, language: str, other: str, months: set[int], counted: set[int]
) -> Iterator[tuple[str, int]]:
    """Days of a month or a count that the whole original lacks, and where they stand."""
    days, here = named_days(original, language), named_days(text, other)
    if len(here) > len(days) or has_dates_in_figures(original):
        return
    for day in here:
        if day.month not in months or day.day not in counted:
            yield day.written, day.position
