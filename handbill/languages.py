"""A language of the campaign: its name in itself, its script, and how it writes numbers.

Everything comes from CLDR through Babel. Where CLDR has the language as it is written in the
United States (es-US: 5.4%, $9.25), that form is used: the districts are there. Of languages such
as Hmong CLDR knows no more than the name and the script: their numbers and dates are written as
English writes them.
"""

from __future__ import annotations

import copy
import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError, dates, localedata, numbers, units
from babel.core import get_global, parse_locale
from babel.lists import format_list

from handbill.figures import Figure, Kind
from handbill.problems import Place, Problem, error

_TERRITORY = "US"
_CURRENCY = "USD"
_CURRENCY_SIGN = "$"
_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"}
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LOW = {"Latn", "Cyrl", "Grek"}
_NUMBERING = "default"
"""The numbering system that CLDR names first: Western digits in Arabic, Persian ones in Persian."""
_ZEROS = {
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}
"""The zeros of CLDR's numbering systems, which Babel names and does not write; 1 to 9 follow."""
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_COUNTS = (1, 2, 3, 11, 100)
"""Numbers of which some language has a form of its own for what is counted."""
_LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
_TWELVES = {datetime.time(0): "midnight", datetime.time(12): "noon"}
"""Nobody is sure which of the two 12 p.m. is."""


_OTHERS = {
    **{"cn": "zh-Hans", "ch": "zh-Hans", "jp": "ja", "kr": "ko", "vn": "vi", "sp": "es"},
    **{"kar": "ksw", "karen": "ksw", "dari": "fa-AF", "farsi": "fa", "hmong": "hmn"},
    **{"chi": "zh-Hans", "spa": "es", "eng": "en", "per": "fa", "cpe": "ht", "nep": "ne"},
    **{"span": "es", "spanish": "es", "english": "en", "arabic": "ar", "chinese": "zh-Hans"},
    **{"vietnamese": "vi", "somali": "so", "tagalog": "fil", "korean": "ko", "russian": "ru"},
}
"""What lists of a school's languages write where CLDR has another code."""


class Language:
    """One language, by its BCP 47 code."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._locale = _described_locale(code)

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
        language = self.code.split("-", maxsplit=1)[0]
        name = names.get(self.code.replace("-", "_")) or names.get(language)
        name = str(name or self.code)
        return name[:1].upper() + name[1:]

    @cached_property
    def script(self) -> str:
        """The script that it is written in, by its ISO 15924 code: Latn, Arab, Hans."""
        language, territory, script, *_ = parse_locale(self.code, sep="-")
        likely = get_global("likely_subtags")
        known = likely.get(f"{language}_{territory}") or likely.get(language) or "und_Latn_US"
        return str(script or parse_locale(known)[2])

    @property
    def open_graph(self) -> str:
        """Its code as the Open Graph writes it: es_US, zh_CN."""
        language, territory, *_ = parse_locale(str(self._locale))
        likely = get_global("likely_subtags")
        known = likely.get(str(self._locale)) or likely.get(language) or language
        return f"{language}_{territory or parse_locale(known)[1] or _TERRITORY}"

    @property
    def is_tall(self) -> bool:
        """Whether its letters reach higher or lower than Latin ones with single accents."""
        return self.script not in _LOW or self.code.partition("-")[0] == "vi"

    @property
    def script_name(self) -> str:
        """The script's name in English: Devanagari."""
        english = _described_locale("en")
        return str(english.scripts.get(self.script, self.script))

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return "rtl" if self.script in _RIGHT_TO_LEFT else "ltr"

    def figure(self, figure: Figure) -> str:
        """A figure as this language writes it; a ratio's words are not CLDR's but the layouts'."""
        if figure.day is not None:
            return self.date(figure.day)
        if figure.kind is Kind.PERCENT:
            return self.percent(figure.value / 100, figure.decimals)
        if figure.kind is Kind.MONEY and figure.scale == 1:
            return self._money(self.number(figure.value, figure.decimals and 2))
        if figure.scale == 1:
            return self.number(figure.value, figure.decimals)
        amount = self._in_words(figure)
        return self._money(amount) if figure.kind is Kind.MONEY else amount

    def _in_words(self, figure: Figure) -> str:
        """An amount with its scale in words: 1.5 million, 150万 where there is no longer form."""
        forms = self._locale.compact_decimal_formats
        amount = numbers.format_compact_decimal(
            figure.value * figure.scale,
            format_type="long" if "long" in forms else "short",
            locale=self._locale,
            fraction_digits=figure.decimals,
            numbering_system=_NUMBERING,
        )
        return self._in_own_digits(amount)

    def compact_patterns(self) -> Iterator[tuple[str, int]]:
        """How it writes round numbers, and from which power of ten on: "0 millones", 1000000."""
        for forms in self._locale.compact_decimal_formats.values():
            for patterns in forms.values():
                for power, pattern in patterns.items():
                    yield pattern.pattern, int(power)

    @property
    def group_mark(self) -> str:
        """What stands between the thousands of a number (CLDR)."""
        return str(self._locale.number_symbols["latn"].get("group", ","))

    def month_names(self) -> Iterator[tuple[int, str]]:
        """The names of the months, whole and short, in each form that a date has (CLDR)."""
        for forms in self._locale.months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms.get(width, {}).items():
                    yield int(number), str(name).rstrip(".")

    def unit_names(self, unit: str) -> Iterator[str]:
        """The name of a unit of time (day) in each form that it has after a number (CLDR)."""
        name = f"duration-{unit}"
        for count, length in itertools.product(_COUNTS, _LENGTHS):
            said = units.format_unit(count, name, length, locale=self._locale)
            if name not in said:  # Babel's answer where CLDR has this length as another one
                yield re.sub(r"[\d.,\u200e\u200f]", "", said).strip()

    def _money(self, amount: str) -> str:
        """An amount of dollars, where the language puts the sign: $9.25, $1.5 million, 9,25 $.

        The sign is the one on the families' bills, not US$, which is for elsewhere.
        """
        pattern = self._locale.currency_formats["standard"]
        around = (pattern.prefix[0], pattern.suffix[0])
        before, after = (part.replace("¤", _CURRENCY_SIGN) for part in around)
        return f"{before}{amount}{after}"

    def number(self, value: Decimal | int, decimals: int = 0) -> str:
        """A number with a fixed number of decimals, in groups of thousands."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return self._in_own_digits(
            numbers.format_decimal(value, pattern, self._locale, numbering_system=_NUMBERING)
        )

    def percent(self, share: Decimal, decimals: int = 0) -> str:
        """A share (0 to 1) as a percentage."""
        pattern = self._locale.percent_formats[None].pattern
        if decimals:
            pattern = re.sub(r"0(?=[^0]*$)", "0." + "0" * decimals, pattern, count=1)
        text = numbers.format_percent(share, pattern, self._locale, numbering_system=_NUMBERING)
        system = self._locale.default_numbering_system
        if system in _ZEROS:  # Babel writes every language's digits, and its %, as Latin ones
            text = text.replace("%", self._locale.number_symbols[system].get("percentSign", "%"))
        return self._in_own_digits(text)

    def date(self, day: datetime.date) -> str:
        """A day in full: November 23, 2026."""
        form = "long" if self._is_described else "short"  # 11/23/26 has no English word in it
        return self._in_own_digits(dates.format_date(day, form, self._locale))

    def month(self, day: datetime.date) -> str:
        """The month and the year of a day: November 2026."""
        return self._in_own_digits(dates.format_skeleton("yMMMM", day, locale=self._locale))

    def time(self, moment: datetime.time) -> str:
        """A time of day as people write it: 9 a.m., noon, 9:30 p.m. or 9:30."""
        english = self._locale.language == "en"
        if english and moment in _TWELVES:
            return _TWELVES[moment]
        text = dates.format_time(moment, "short", locale=self._locale)
        text = re.sub(r"\b0(?=\d:)", "", text.replace("\u202f", "\u00a0"))
        if english:
            text = text.replace(":00", "").replace("AM", "a.m.").replace("PM", "p.m.")
        return self._in_own_digits(text)

    def weekday(self, day: int) -> str:
        """The name of a weekday, Monday being 0."""
        names = dates.get_day_names("wide", "stand-alone", self._locale)
        return str(names[day])

    def plural(self, count: int) -> str:
        """The CLDR plural category of a count: one, few, many, other."""
        return self._locale.plural_form(count)

    @property
    def plural_forms(self) -> tuple[str, ...]:
        """The CLDR plural categories that it has, in CLDR's order."""
        rule = self._locale.plural_form
        return tuple(form for form in _PLURALS if form in rule.tags or form == "other")

    def list(self, items: Iterable[str]) -> str:
        """Several things in a row: English and Español."""
        return format_list(list(items), locale=self._locale)

    @property
    def _is_described(self) -> bool:
        """Whether CLDR knows more of it than its name and its script."""
        return self._locale.language == self.code.split("-", maxsplit=1)[0]

    def _in_own_digits(self, text: str) -> str:
        zero = _ZEROS.get(self._locale.default_numbering_system)
        if zero is None:
            return text
        return text.translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)})


@lru_cache(maxsize=1024)
def is_known(code: str) -> bool:
    """Whether CLDR knows a language by this code (BCP 47), as it is usually written."""
    if code != _in_usual_letters(code):
        return False
    try:
        language, *_ = parse_locale(code, sep="-")
        _locale(code)
    except (ValueError, TypeError):
        return False
    except UnknownLocaleError:
        return language in get_global("likely_subtags")
    return True


def unknown(code: str, place: Place) -> Problem:
    """What to say of a code that is no language's."""
    says = f"`{code}` is not the code of a language"
    usual = _in_usual_letters(code)
    if usual != code and is_known(usual):
        return error(place, says, f"write `{usual}`")
    if (meant := _called_otherwise(code)) is not None:
        return error(place, says, f"did you mean {meant}?")
    return error(place, says, "use a code such as en, es, ar, vi or zh-Hans")


def _called_otherwise(code: str) -> str | None:
    """The code that CLDR has for what some call by another one."""
    plain = code.replace("_", "-")
    given = plain.lower().split("-")[0]
    others = _OTHERS.get(given) or get_global("language_aliases").get(given, "")
    usual = _in_usual_letters(others.replace("_", "-") or plain)
    return usual if usual != code and usual and is_known(usual) else None


def _in_usual_letters(code: str) -> str:
    """A code as RFC 5646, 2.1.1, would have it: zh-Hans, pt-BR; empty where it is none."""
    if not _CODE.fullmatch(code):
        return ""
    language, *others = code.split("-")
    usual = {4: str.title, 2: str.upper}
    return "-".join([language.lower(), *(usual.get(len(o), str.lower)(o) for o in others)])


def _locale(code: str) -> Locale:
    locale = Locale.parse(code, sep="-")
    if locale.territory is None and locale.script is None:
        try:
            return Locale(locale.language, _TERRITORY)
        except UnknownLocaleError:
            pass
    return locale


@lru_cache
def _described_locale(code: str) -> Locale:
    try:
        locale = _locale(code)
    except UnknownLocaleError:
        locale = Locale("en", _TERRITORY)
    # Babel's locales share what they inherit and write into it: after Urdu, Korean's weekdays
    # would be Urdu's (python-babel/babel issue 1234). A copy of its own keeps each one clean.
    shared = localedata.load(str(locale))
    shared.update(copy.deepcopy(shared))
    return locale
