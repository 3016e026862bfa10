"""Languages by their codes. Names and directions are those of CLDR and of Unicode's scripts."""

from __future__ import annotations

import datetime
import pickle

import pytest

from handbill.figures import Figure, parse_figure
from handbill.languages import Language, is_known


@pytest.mark.parametrize(
    ("code", "name", "direction"),
    [
        ("en", "English", "ltr"),
        ("es", "Español", "ltr"),
        ("vi", "Tiếng Việt", "ltr"),
        ("zh-Hans", "简体中文", "ltr"),
        ("zh-Hant", "繁體中文", "ltr"),
        ("ko", "한국어", "ltr"),
        ("so", "Soomaali", "ltr"),
        ("ar", "العربية", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("ur", "اردو", "rtl"),
        ("he", "עברית", "rtl"),
    ],
)
def test_it_has_its_own_name_and_direction(code: str, name: str, direction: str) -> None:
    language = Language(code)
    assert (language.name, language.direction) == (name, direction)


def test_a_day_is_written_in_full() -> None:
    day = datetime.date(2026, 11, 23)
    assert Language("en").date(day) == "November 23, 2026"
    assert Language("es").date(day) == "23 de noviembre de 2026"


@pytest.mark.parametrize(
    ("code", "categories"),
    [
        ("en", ["other", "one", "other", "other", "other"]),
        ("ar", ["zero", "one", "two", "few", "many"]),
        ("vi", ["other"] * 5),
    ],
)
def test_a_count_has_the_plural_form_of_cldr(code: str, categories: list[str]) -> None:
    assert [Language(code).plural(count) for count in (0, 1, 2, 3, 11)] == categories


@pytest.mark.parametrize("code", ["en", "es", "zh-Hans", "pt-BR", "ht", "tl"])
def test_a_code_of_cldr_is_known(code: str) -> None:
    assert is_known(code)


@pytest.mark.parametrize("code", ["xx", "english", "", "en_US", "e", "es-419-x-y-z-1"])
def test_another_is_not(code: str) -> None:
    assert not is_known(code)


def test_it_is_the_same_language_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(Language("es"))) == Language("es")


@pytest.mark.parametrize(
    ("code", "script", "name_of_script"),
    [
        ("en", "Latn", "Latin"),
        ("ru", "Cyrl", "Cyrillic"),
        ("ur", "Arab", "Arabic"),
        ("zh-Hans", "Hans", "Simplified"),
        ("zh-Hant", "Hant", "Traditional"),
        ("zh-TW", "Hant", "Traditional"),
        ("ne", "Deva", "Devanagari"),
        ("am", "Ethi", "Ethiopic"),
        ("pa-Arab", "Arab", "Arabic"),
    ],
)
def test_its_script_is_that_of_cldrs_likely_subtags(
    code: str, script: str, name_of_script: str
) -> None:
    language = Language(code)
    assert (language.script, language.script_name.split()[0]) == (script, name_of_script)


@pytest.mark.parametrize(
    ("code", "share", "number", "money"),
    [
        ("en", "5.4%", "1,840", "$9.25"),
        ("es", "5.4%", "1,840", "$9.25"),
        ("zh-Hans", "5.4%", "1,840", "$9.25"),
        ("vi", "5,4%", "1.840", "9,25\u00a0$"),
        ("ru", "5,4\u00a0%", "1\u00a0840", "9,25\u00a0$"),
        ("ar", "5.4%", "1,840", "\u200f9.25\u00a0$"),
        ("fa", "\u06f5\u066b۴\u066a", "\u06f1\u066c۸۴\u06f0", "\u200e$\u00a0۹\u066b۲\u06f5"),
        ("ne", "५.४%", "१,८४०", "$\u00a0९.२५"),
        ("my", "၅.၄%", "၁,၈၄၀", "၉.၂၅\u00a0$"),
    ],
)
def test_its_figures_are_those_of_cldr(code: str, share: str, number: str, money: str) -> None:
    """Also its own digits, where the numbering system that CLDR names first has them."""
    written = [Language(code).figure(_figure(text)) for text in ("5.4%", "1,840", "$9.25")]
    assert written == [share, number, money]


def _figure(text: str) -> Figure:
    figure = parse_figure(text)
    assert figure is not None
    return figure


def test_one_language_does_not_write_into_another() -> None:
    """Babel caches what one locale has into what others inherit (its issue 1234)."""
    codes = ("ur", "ko", "so", "ru", "my", "en", "he", "de")
    days = [Language(code).weekday(0) for code in codes]
    assert days == [
        *("پیر", "월요일", "Isniin", "понедельник", "တနင်္လာ", "Monday", "יום שני", "Montag"),
    ]


@pytest.mark.parametrize(("code", "name"), [("hmn", "Hmong"), ("mh", "Marshallese")])
def test_of_some_languages_cldr_knows_little_more_than_the_name(code: str, name: str) -> None:
    language = Language(code)
    assert is_known(code)
    assert (language.name, language.direction, language.script) == (name, "ltr", "Latn")
    assert language.figure(_figure("5.4%")) == "5.4%"
    assert language.date(datetime.date(2026, 11, 23)) == "11/23/26"


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", ("one", "other")),
        ("vi", ("other",)),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
    ],
)
def test_its_plural_forms_are_those_of_cldr(code: str, forms: tuple[str, ...]) -> None:
    assert Language(code).plural_forms == forms


@pytest.mark.parametrize(
    ("code", "is_tall"),
    [("en", False), ("es", False), ("ru", False), ("vi", True), ("ar", True), ("zh-Hans", True)],
)
def test_letters_with_marks_over_marks_need_room(code: str, is_tall: bool) -> None:
    assert Language(code).is_tall is is_tall
