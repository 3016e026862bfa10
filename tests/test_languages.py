"""Languages by their codes. Names and directions are those of CLDR and of Unicode's scripts."""

from __future__ import annotations

import datetime
import pickle

import pytest

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
