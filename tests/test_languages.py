"""Languages by their codes. Names and directions are those of CLDR and of Unicode's scripts."""

from __future__ import annotations

import datetime
import pickle
import unicodedata

import pytest

from handbill.figures import Figure, parse_figure
from handbill.languages import Language, is_known, unknown
from handbill.problems import Place, error


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


@pytest.mark.parametrize(
    ("code", "script"),
    [
        ("bn", "BENGALI"),
        ("mr", "DEVANAGARI"),
        ("my", "MYANMAR"),
        ("dz", "TIBETAN"),
        ("ccp", "CHAKMA"),
        ("sat", "OL CHIKI"),
        ("nqo", "NKO"),
        ("hnj", "NYIAKENG PUACHUE HMONG"),
        ("ckb", "ARABIC-INDIC"),
        ("ps", "EXTENDED ARABIC-INDIC"),
    ],
)
def test_its_digits_are_those_that_unicode_names(code: str, script: str) -> None:
    written = [character for character in Language(code).number(1234567890) if character.isdigit()]
    names = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "ZERO"]
    assert [unicodedata.name(digit) for digit in written] == [
        f"{script} DIGIT {name}" for name in names
    ]


@pytest.mark.parametrize(
    "code", ["ff-Adlm", "ar", "ug", "he", "yi", "mid", "nqo", "rhg", "syr", "dv"]
)
def test_a_script_that_unicode_sets_from_right_to_left_is_set_so(code: str) -> None:
    """One language at least of each script whose letters are of the class R or AL."""
    assert Language(code).direction == "rtl"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "en_US"),
        ("es", "es_US"),
        ("ar", "ar_EG"),
        ("vi", "vi_VN"),
        ("so", "so_SO"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("pt-BR", "pt_BR"),
        ("hmn", "en_US"),
    ],
)
def test_the_open_graph_names_a_language_with_its_country(code: str, written: str) -> None:
    assert Language(code).open_graph == written


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("ZH-hans", "write `zh-Hans`"),
        ("pt-br", "write `pt-BR`"),
        ("EN", "write `en`"),
        ("es-419", None),
        ("english", "did you mean en?"),
        ("en_US", "did you mean en-US?"),
        ("XX", "use a code such as en, es, ar, vi or zh-Hans"),
    ],
)
def test_a_code_in_other_letters_is_told_in_the_usual_ones(code: str, hint: str | None) -> None:
    if hint is None:
        assert is_known(code)
        return
    assert not is_known(code)
    assert unknown(code, Place("config.yaml", 3)) == error(
        Place("config.yaml", 3), f"`{code}` is not the code of a language", hint
    )


@pytest.mark.parametrize(
    ("code", "monday", "sunday", "three"),
    [
        ("en", "Monday", "Sunday", "A, B, and C"),
        ("es", "lunes", "domingo", "A, B y C"),
        ("vi", "Thứ Hai", "Chủ Nhật", "A, B và C"),
        ("zh-Hans", "星期一", "星期日", "A、B和C"),
    ],
)
def test_weekdays_and_lists_are_those_of_cldr(
    code: str, monday: str, sunday: str, three: str
) -> None:
    language = Language(code)
    assert (language.weekday(0), language.weekday(6)) == (monday, sunday)
    assert language.list(["A", "B", "C"]) == three
