"""A fact's figure: what its author wrote, as a number that every language can write its way."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_NUMBER = r"(?P<value>[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?P<decimals>\.[0-9]{1,6})?"
_COUNT = r"[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9}"
_FORMS = re.compile(
    rf"(?P<money>\$)?{_NUMBER}"
    r"(?:(?P<percent>\s?%|\s(?:percent|per cent))|\s(?P<scale>thousand|million|billion))?"
    rf"|(?P<part>{_COUNT}) (?:in|of|out of) (?P<whole>{_COUNT})"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

FORMS_ALLOWED = "5.4%, 1,840, 1.5 million, $9.25, 1 in 4 or 2026-12-15"


class Kind(str, Enum):
    """How a figure is written."""

    PERCENT = "percent"
    NUMBER = "number"
    MONEY = "money"
    RATIO = "ratio"
    DAY = "day"


@dataclass(frozen=True)
class Figure:
    """A number and the way it is written.

    `value` is in the unit written: 5.4 for 5.4%, 1.5 for 1.5 million (scale 1,000,000), 1 for
    1 in 4 (whole 4), and a day's number in the calendar for a day (`date.toordinal`). `decimals`
    is the number of decimal places to keep.
    """

    kind: Kind
    value: Decimal
    decimals: int = 0
    scale: int = 1
    whole: int = 1

    @property
    def day(self) -> datetime.date | None:
        """The day that it is, or None if it is none."""
        return datetime.date.fromordinal(int(self.value)) if self.kind is Kind.DAY else None

    @property
    def share(self) -> Decimal | None:
        """The figure as a part of one (0.054 for 5.4%), or None if it is not a share."""
        if self.kind is Kind.PERCENT:
            return self.value / 100
        if self.kind is Kind.RATIO:
            return self.value / self.whole
        return None


@lru_cache(maxsize=1024)
def parse_figure(text: str) -> Figure | None:
    """Read a figure in one of the forms allowed (FORMS_ALLOWED); None when it is in none."""
    text = text.strip()
    if _DAY.fullmatch(text):
        return _day(text)
    match = _FORMS.fullmatch(text)
    if match is None:
        return None
    if match["part"]:
        part, whole = (int(match[name].replace(",", "")) for name in ("part", "whole"))
        is_part = whole and part <= whole
        return Figure(Kind.RATIO, Decimal(part), whole=whole) if is_part else None
    places = match["decimals"] or ""
    value = Decimal(match["value"].replace(",", "") + places)
    decimals = max(len(places) - 1, 0)
    if match["percent"]:
        return None if match["money"] else Figure(Kind.PERCENT, value, decimals)
    kind = Kind.MONEY if match["money"] else Kind.NUMBER
    return Figure(kind, value, decimals, _SCALES.get(match["scale"] or "", 1))


def _day(text: str) -> Figure | None:
    try:
        return Figure(Kind.DAY, Decimal(datetime.date.fromisoformat(text).toordinal()))
    except ValueError:
        return None


def add(figures: tuple[Figure, ...]) -> Figure | None:
    """The sum of figures of one kind and one scale; None when they cannot be added."""
    first = figures[0]
    alike = all(
        (f.kind, f.scale, f.whole) == (first.kind, first.scale, first.whole) for f in figures
    )
    if not alike or first.kind is Kind.DAY:
        return None
    total = sum((figure.value for figure in figures), Decimal(0))
    return Figure(first.kind, total, max(f.decimals for f in figures), first.scale, first.whole)
