"""Lengths of time of which a translation keeps the number and changes the unit: dos semanas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from handbill.durations import UNITS, as_long, words_of
from handbill.number_words import words_of_number
from handbill.numerals import numerals_of
from handbill.said_alike import Said

_IN_WORDS = (*range(2, 13), 14, 15, 18, 20, 21, 24, 30, 36, 40, 45, 48, 60, 72, 90)
"""The numbers of units that people write out."""
_NUMBER = "n"


@dataclass(frozen=True)
class Length:
    """A length of time in a text: how it is written, and where, in figures or in words."""

    amount: Decimal
    unit: str
    written: str
    position: int
    is_in_figures: bool

    @property
    def as_said(self) -> tuple[Decimal, str]:
        """Its number and its unit."""
        return self.amount, self.unit


def exchanged_units(original: Said, translation: Said) -> Iterator[Length]:
    """Lengths that a translation has in place of those of as many units of another kind.

    Where both are in figures they are told as numbers.
    """
    ours, theirs = _lengths(original), _lengths(translation)
    known, said = ({length.as_said for length in one} for one in (ours, theirs))
    in_figures = {length.amount for length in ours if length.is_in_figures}
    for length in theirs:
        if length.is_in_figures and length.amount in in_figures:
            continue
        alike = [one for one in known if one[0] == length.amount and one[1] != length.unit]
        is_known = any(way in known for way in as_long(*length.as_said))
        if not is_known and any(not said.intersection(as_long(*one)) for one in alike):
            yield length


@lru_cache
def _lengths(said: Said) -> tuple[Length, ...]:
    in_figures = (
        Length(amount, number.unit, number.written, number.position, is_in_figures=True)
        for number in numerals_of(said.text, said.language)
        if number.unit in UNITS
        for amount in number.digits
    )
    return (*in_figures, *_in_words(said))


def _in_words(said: Said) -> Iterator[Length]:
    pattern = _pattern(said.language)
    for match in pattern.finditer(said.text) if pattern else ():
        number, unit = (name for name, found in match.groupdict().items() if found)
        amount = Decimal(number.removeprefix(_NUMBER))
        yield Length(amount, unit, match[0], match.start(), is_in_figures=False)


@lru_cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """A pattern of a number's words and a unit, each a group that is named as what it is."""
    gap = r"\s?" if language.startswith("zh") else r"[\s-]+"
    numbers = {f"{_NUMBER}{n}": words_of_number(n, language) for n in _IN_WORDS}
    units = {unit: words_of(unit, language) for unit in UNITS}
    one, other = (
        "|".join(f"(?P<{name}>{words})" for name, words in named.items() if words)
        for named in (numbers, units)
    )
    return re.compile(f"(?:{one}){gap}(?:{other})", re.IGNORECASE) if one and other else None
