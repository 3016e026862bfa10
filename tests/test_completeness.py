"""What a translation lacks, tried on the default campaign: each thing is taken out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from handbill.additions import additions
from handbill.campaign import Campaign, Content, Translation
from handbill.completeness import lacks
from handbill.markup import convert
from handbill.number_words import may_be_in_words
from handbill.numerals import SMALL, numerals_of
from handbill.read.campaign import read
from tests.compared import missed
from tests.conftest import ROOT

PIECES = {
    "heading": r"^#+ .*\n",
    "point": r"^(?:[-*]|\d+\.) .*\n",
    "link": r"\[[^\]]*\]\([^)]*\)",
    "placeholder": r"\{\{.*?\}\}",
}
_ANOTHER_STANDS_THERE = "{{ policy.board }}"
"""Translations name the board more often than the original."""


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    found, _ = read(ROOT)
    assert found is not None
    return found


def _translations(campaign: Campaign) -> Iterator[tuple[Content[Any], Translation]]:
    for content in campaign.contents:
        for translation in content.translations.values():
            yield content, translation


def test_the_translations_of_the_default_campaign_are_whole(campaign: Campaign) -> None:
    found = list(_translations(campaign))

    assert len(found) > 90
    assert [lacks(*each) + additions(*each) for each in found if lacks(*each)] == []


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_that_is_taken_out_ismissed(campaign: Campaign, piece: str) -> None:
    tried, silent = 0, []
    for content, translation in _translations(campaign):
        source = translation.body.source + "\n"
        for match in re.finditer(PIECES[piece], source, re.MULTILINE):
            rest = source[: match.start()] + source[match.end() :]
            if match[0] == _ANOTHER_STANDS_THERE or not rest.strip():
                continue
            tried += 1
            cut = replace(translation, body=convert(rest, translation.body.place))
            if not lacks(content, cut):
                silent.append((translation.path, match[0]))

    assert tried
    assert silent == []


def test_each_number_that_is_taken_out_of_a_text_ismissed(campaign: Campaign) -> None:
    tried, silent = 0, []
    for content, translation in _translations(campaign):
        source = translation.body.source
        numbers = [n for n in numerals_of(source, translation.language) if n.bare > SMALL]
        for number in numbers:
            end = number.position + len(number.written)
            text = f"{source[: number.position]}…{source[end:]}"
            cut = replace(translation, body=convert(text, translation.body.place))
            tried += 1
            if sum(n.says(number) for n in numbers) == 1 and not lacks(content, cut):
                silent.append((translation.path, number.written))
    assert tried
    assert silent == []


def test_each_placeholder_that_is_taken_out_of_the_settings_ismissed(campaign: Campaign) -> None:
    for content, translation in _translations(campaign):
        for key, text in translation.words.items():
            if "{{" in text:
                words = {**translation.words, key: re.sub(r"\{\{.*?\}\}", "", text, count=1)}
                assert lacks(content, replace(translation, words=words)), (translation.path, key)


def test_a_missing_section_is_told_where_it_belongs(campaign: Campaign) -> None:
    flyer = campaign.prints["flyer"]
    spanish = flyer.translations["es"]
    source = re.sub(r"### [^\n]*Llámenos.*?(?=###)", "", spanish.body.source, flags=re.DOTALL)
    cut = replace(spanish, body=convert(source, spanish.body.place))

    (lack,) = lacks(flyer, cut)

    line = 1 + next(
        n
        for n, text in enumerate((ROOT / flyer.path).read_text("utf-8").splitlines())
        if "}}Call us{{" in text
    )
    assert lack.says == f'the original has a section "Call us" (line {line}) that is not here'
    assert lack.place.line == spanish.body.place.line + source[: source.index("### Venga")].count(
        "\n"
    )
    assert (lack.original.path, lack.original.line) == ("content/print/flyer.md", line)


def test_what_the_docs_confirm_is_what_the_hint_asks_for() -> None:
    docs = (ROOT / "docs" / "translating.md").read_text("utf-8")
    assert 'confirmed: ["15", "Call us"]\n' in docs
    problem = ROOT / "tests/problems/right-translation-whose-reviewer-confirms"
    written = (problem / "content/pages/more.es.md").read_text("utf-8")
    assert 'confirmed: ["15", "Call us", ' in written
    assert (problem / "expected.txt").read_text("utf-8") == ""


@pytest.mark.parametrize(
    ("language", "translated", "missing"),
    [
        ("es", "Dura veinte minutos.", []),
        ("vi", "Hai mươi phút.", []),
        ("es", "Dura veintidós minutos.", ["20"]),
        ("so", "Waa labaatan daqiiqo.", ["20"]),
    ],
)
def test_a_number_may_be_words_in_a_translation(
    campaign: Campaign, language: str, translated: str, missing: list[str]
) -> None:
    assert missed(campaign, "It takes 20 minutes.", translated, language) == missing


@pytest.mark.parametrize(
    ("original", "language", "translated", "missing"),
    [
        ("Lend 3 laptops.", "es", "Preste 3 laptops.", []),
        ("Lend 3 laptops.", "es", "Preste tres laptops.", []),
        ("Lend 3 laptops.", "es", "Preste 4 laptops.", ["+4"]),
        ("Grades 9\u201312.", "es", "De 9.\u00ba a 11.\u00ba grado.", ["+11"]),
        ("The first two weeks.", "es", "Las 2 primeras semanas.", []),
        ("Once a quarter.", "es", "1 vez cada 3 meses.", []),
        ("A ten-minute form.", "es", "Un formulario de 10 minutos.", []),
        ("For five-year-olds.", "es", "Para ni\u00f1os de 5 a\u00f1os.", []),
        ("A thirty-day notice.", "es", "Aviso de 30 d\u00edas.", []),
        ("The form has thirty-five lines.", "es", "Tiene 30 renglones.", ["+30"]),
        ("It comes weekly.", "es", "Llega 1 vez por semana.", []),
        ("Every other week.", "es", "Cada 2 semanas.", []),
        ("Twice a year.", "es", "Cada 6 meses.", []),
        ("Open every day.", "es", "Abierto los 7 d\u00edas.", []),
        ("For freshmen and sophomores.", "es", "Para 9.\u00ba y 10.\u00ba grado.", []),
        ("For freshmen and sophomores.", "es", "Para 9.\u00ba y 11.\u00ba grado.", ["+11"]),
        ("Half an hour.", "es", "30 minutos.", []),
        ("A quarter of an hour.", "es", "30 minutos.", ["+30"]),
        ("At half past eight.", "es", "A las 8:30.", []),
        ("At eight o\u2019clock.", "es", "A las 8:00.", []),
        ("At eight.", "es", "A las 9:00.", ["+9:00"]),
        ("Walk two and a half miles.", "es", "Camine 2.5 millas.", []),
        ("Within a week.", "es", "En 7 d\u00edas.", []),
        ("On August 12.", "zh-Hans", "8\u670812\u65e5\u3002", []),
        ("On August 12.", "vi", "Ng\u00e0y 12 th\u00e1ng 8.", []),
        ("In August.", "zh-Hans", "8\u6708\u3002", []),
        ("In August.", "vi", "Th\u00e1ng 8.", []),
        ("Monday to Friday.", "vi", "Th\u1ee9 2 \u0111\u1ebfn th\u1ee9 6.", []),
        ("Monday to Friday.", "zh-Hans", "\u54681\u81f3\u54685\u3002", []),
        ("At noon.", "es", "A las 12.", []),
        ("The eighth grade.", "zh-Hans", "8\u5e74\u7ea7\u3002", []),
        ("The seventh grade.", "zh-Hans", "8\u5e74\u7ea7\u3002", ["+8"]),
        ("Lend 3 laptops.", "es", "Preste cuatro laptops.", ["3"]),
        ("Lend 3 laptops.", "es", "Preste laptops.", ["3"]),
        ("Grade 3.", "es", "Tercer grado.", []),
        ("Grade 3.", "vi", "Lớp ba.", []),
        ("Grade 4.", "vi", "Lớp tư.", []),
        ("Grade 3.", "vi", "Lớp năm.", ["3"]),
        ("Lend 2 laptops.", "zh-Hans", "借两台电脑。", []),
        ("Lend 12 laptops.", "zh-Hans", "借十二台电脑。", []),
        ("Lend 3 laptops.", "zh-Hans", "借四台电脑。", ["3"]),
        ("10 school days.", "es", "veinte días de clase.", ["10"]),
        ("Lend 2 laptops.", "ar", "أعيروا حاسوبين.", []),
        ("Lend 30 laptops.", "zh-Hans", "借三十台电脑。", []),
        ("The 21st century.", "es", "El siglo XXI.", []),
        ("The 19th century.", "es", "El siglo XXI.", ["19"]),
        ("100 homes.", "zh-Hans", "一些家庭。", ["100"]),
        ("45 homes, 1,000 more.", "es", "Mil hogares más.", ["45"]),
        ("15 homes.", "ar", "عشر عائلات.", ["15"]),
        ("305 homes.", "zh-Hans", "三百零五户。", []),
        ("350 homes.", "zh-Hans", "三百零五户。", ["350"]),
        ("30 homes.", "zh-Hans", "三百户。", ["30"]),
        ("12,000 homes.", "zh-Hans", "一万两千户。", []),
        ("17 homes.", "vi", "Mười bảy gia đình.", []),
        ("2,000 homes.", "vi", "Hai ngàn gia đình.", []),
        ("10,000 homes.", "es", "Diez mil hogares.", []),
        ("At 9 p.m.", "zh-Hans", "晚上九点。", []),
        ("At 4:30 p.m.", "zh-Hans", "下午4点半。", []),
        ("At 4:30 p.m.", "vi", "4 giờ rưỡi.", []),
        ("At 7 p.m.", "ar", "الساعة السابعة مساءً.", []),
        ("At 3:30 p.m.", "es", "A las tres y media.", []),
        ("At 6 p.m.", "es", "A las seis de la tarde.", []),
        ("1.5 million homes.", "es", "Un millón y medio de hogares.", []),
        ("1.5 million homes.", "ar", "مليون ونصف المليون منزل.", []),
        ("100 homes.", "zh-Hans", "一百户。", []),
        ("200 homes.", "zh-Hans", "两百户。", []),
        ("10,000 homes.", "zh-Hans", "一万户。", []),
        ("100 homes.", "ar", "مئة منزل.", []),
        ("10,000 homes.", "ar", "عشرة آلاف منزل.", []),
        ("30 minutes.", "zh-Hans", "半小时。", []),
        ("30 minutes.", "vi", "Nửa tiếng.", []),
        ("30 minutes.", "ar", "نصف ساعة.", []),
        ("Grade 7.", "zh-Hans", "初一。", []),
        ("At 9:15 p.m.", "es", "A las nueve y cuarto de la noche.", []),
        ("At 7:45 a.m.", "es", "A las ocho menos cuarto.", []),
        ("At 7:45 a.m.", "es", "Por la mañana.", ["7:45"]),
        ("Within 1.5 miles.", "es", "A milla y media.", []),
        ("Within 1.5 miles.", "es", "A dos millas.", ["1.5"]),
        ("See Chapter 4.", "es", "Vea el capítulo IV.", []),
        ("See Chapter 4.", "es", "Vea el capítulo VI.", ["4"]),
        ("Grade 11.", "es", "Undécimo grado.", []),
        ("Grade 12.", "es", "Duodécimo grado.", []),
        ("21 years.", "es", "Veintiún años.", []),
        ("Call 40.", "es", "Llame.", ["40"]),
    ],
)
def test_a_small_number_is_there_in_figures_or_in_words(
    campaign: Campaign, original: str, language: str, translated: str, missing: list[str]
) -> None:
    assert missed(campaign, original, translated, language) == missing


@pytest.mark.parametrize(
    ("original", "translated", "missing"),
    [
        ("Write to help@example.org.", "Escriba a help@example.org.", []),
        ("Write to help@example.org.", "Escriba a ayuda@example.org.", ["help@example.org"]),
        ("Write to <help@example.org>.", "Escríbanos.", ["help@example.org"]),
        ("See https://www.example.org/a.", "Vea https://example.org/es.", []),
        ("See https://example.org/a.", "Véalo.", ["https://example.org/a"]),
        ("One.[^1]\n\n[^1]: Free for all.", "Uno.[^1]\n\n[^1]: Gratis para todos.", []),
        ("See [it](https://example.org/a).", "Vea https://example.org/a.", []),
        ("One thing.\n\nAnother thing.", "Una cosa.", ["paragraphs"]),
        ("One thing.\n\n> Another thing.", "Una cosa.", ["paragraphs"]),
        ("One thing.\n\nAnother thing.", "Una cosa.\n\nOtra cosa.\n\nMás.", []),
    ],
)
def test_an_address_and_a_paragraph_aremissed(
    campaign: Campaign, original: str, translated: str, missing: list[str]
) -> None:
    assert missed(campaign, original, translated, "es") == missing


def test_a_date_in_figures_hides_no_other_paragraph(campaign: Campaign) -> None:
    text = "Closed on June 3.\n\nTurn it in by 6/3/27.\n\nWe open on August 19."
    translated = (
        "Cerramos el 3 de julio.\n\nHasta el 3 de junio de 2027.\n\nAbrimos el 19 de abril."
    )
    content, translation = next(each for each in _translations(campaign))
    content = replace(content, body=convert(text, content.body.place))
    translation = replace(translation, body=convert(translated, translation.body.place))

    found = additions(content, replace(translation, language="es"))

    first = translation.body.place.line
    written = [(one.written, one.place.line - first) for one in found if not one.key]
    assert written == [("3 de julio", 0), ("19 de abril", 4)]


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 2, ("the second one", "twice", "a pair", "both")),
        ("en", 3, ("the third one", "triple")),
        ("en", 5, ("the fifth one",)),
        ("en", 8, ("the eighth one",)),
        ("en", 9, ("the ninth one",)),
        ("en", 12, ("a dozen",)),
        ("es", 1, ("una vez", "el primero")),
        ("es", 2, ("la segunda", "ambos", "un par", "el doble")),
        ("es", 4, ("el cuarto grado",)),
        ("es", 6, ("media docena", "el sexto")),
        ("es", 7, ("séptimo grado",)),
        ("es", 9, ("noveno grado",)),
        ("es", 10, ("décimo grado",)),
        ("es", 11, ("undécimo grado", "decimoprimer grado")),
        ("es", 12, ("una docena", "a mediodía", "duodécimo grado")),
        ("vi", 2, ("thứ nhì", "một đôi")),
        ("vi", 12, ("một tá", "giữa trưa")),
    ],
)
def test_a_small_number_has_other_words(language: str, number: int, words: tuple[str, ...]) -> None:
    (numeral,) = numerals_of(str(number), "en")
    (other,) = numerals_of(str(number + 1 if number < 12 else 7), "en")
    for said in words:
        assert may_be_in_words(numeral, said, language), said
        assert not may_be_in_words(other, said, language), said
