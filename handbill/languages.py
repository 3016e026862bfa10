"""A language of the campaign: its name in itself, its direction, and how it writes numbers.

Everything comes from CLDR through Babel. Where CLDR has the language as it is written in the
United States (es-US: 5.4%, $9.25), that form is used: the districts are there.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cached_property

from babel import Locale, UnknownLocaleError, dates, numbers

from handbill.figures import Figure, Kind

_TERRITORY = "US"
_CURRENCY = "USD"
_TWELVES = {datetime.time(0): "midnight", datetime.time(12): "noon"}
"""Nobody is sure which of the two 12 p.m. is."""


class Language:
    """One language, by its BCP 47 code."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._locale = _locale(code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __reduce__(self) -> tuple[type[Language], tuple[str]]:
        return Language, (self.code,)

    @cached_property
    def name(self) -> str:
        """The language's name in itself, as it stands alone: Español."""
        names = self._locale.languages
        name = names.get(self.code.replace("-", "_")) or names.get(self._locale.language)
        name = str(name or self._locale.display_name)
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self._locale.text_direction

    def figure(self, figure: Figure) -> str:
        """A figure as this language writes it; a ratio's words are not CLDR's but the layouts'."""
        if figure.kind is Kind.PERCENT:
            return self.percent(figure.value / 100, figure.decimals)
        if figure.kind is Kind.MONEY and figure.scale == 1:
            cents = None if figure.decimals else "¤#,##0"
            return numbers.format_currency(
                figure.value, _CURRENCY, cents, self._locale, currency_digits=cents is None
            )
        if figure.scale == 1:
            return self.number(figure.value, figure.decimals)
        amount = numbers.format_compact_decimal(
            figure.value * figure.scale,
            format_type="long",
            locale=self._locale,
            fraction_digits=figure.decimals,
        )
        return self._money(amount) if figure.kind is Kind.MONEY else amount

    def _money(self, amount: str) -> str:
        """An amount in words, $1.5 million, which CLDR has in short forms alone ($1.5M)."""
        pattern = self._locale.currency_formats["standard"]
        sign = numbers.get_currency_symbol(_CURRENCY, self._locale)
        before, after = (part.replace("¤", sign) for part in (pattern.prefix[0], pattern.suffix[0]))
        return f"{before}{amount}{after}"

    def number(self, value: Decimal | int, decimals: int = 0) -> str:
        """A number with a fixed number of decimals, in groups of thousands."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return numbers.format_decimal(value, pattern, self._locale)

    def percent(self, share: Decimal, decimals: int = 0) -> str:
        """A share (0 to 1) as a percentage."""
        pattern = self._locale.percent_formats[None].pattern
        if decimals:
            pattern = re.sub(r"0(?=[^0]*$)", "0." + "0" * decimals, pattern, count=1)
        return numbers.format_percent(share, pattern, self._locale)

    def date(self, day: datetime.date) -> str:
        """A day in full: November 23, 2026."""
        return dates.format_date(day, "long", self._locale)

    def time(self, moment: datetime.time) -> str:
        """A time of day as people write it: 9 a.m., noon, 9:30 p.m. or 21:30."""
        english = self._locale.language == "en"
        if english and moment in _TWELVES:
            return _TWELVES[moment]
        text = dates.format_time(moment, "short", locale=self._locale)
        text = text.replace("\u202f", "\u00a0")
        if english:
            text = text.replace(":00", "").replace("AM", "a.m.").replace("PM", "p.m.")
        return text

    def weekday(self, day: int) -> str:
        """The name of a weekday, Monday being 0."""
        names = dates.get_day_names("wide", "stand-alone", self._locale)
        return str(names[day])

    def plural(self, count: int) -> str:
        """The CLDR plural category of a count: one, few, many, other."""
        return self._locale.plural_form(count)


def is_known(code: str) -> bool:
    """Whether CLDR knows a language by this code."""
    try:
        _locale(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


def _locale(code: str) -> Locale:
    locale = Locale.parse(code, sep="-")
    if locale.territory is None and locale.script is None:
        try:
            return Locale(locale.language, _TERRITORY)
        except UnknownLocaleError:
            pass
    return locale
