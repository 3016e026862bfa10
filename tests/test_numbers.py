"""The numbers of a translation against those of its original."""

from __future__ import annotations

import pytest

from handbill.campaign import Content, Translation
from handbill.check.numbers import check_numbers
from handbill.markup import convert
from handbill.numerals import numerals_of
from handbill.problems import Place
from handbill.schema import OfferSettings, TranslationRecord
from handbill.yaml_lines import Lines
from tests.conftest import TODAY


def _wrong(original: str, translated: str, language: str = "es") -> list[str]:
    """What is told of a translated body."""
    body, other = (convert(text, Place("a.md", 1)) for text in (original, translated))
    settings = OfferSettings(title="A", who="B", cost="C", how="D", checked=TODAY)
    content = Content("a", "a.md", "en", settings, body, Lines())
    translation = Translation(language, f"a.{language}.md", {}, TranslationRecord(), other, Lines())
    return [problem.message for problem in check_numbers(content, translation)]


@pytest.mark.parametrize(
    ("original", "translated", "language"),
    [
        ("It costs $9.25.", "Cuesta 9,25 dólares.", "es"),
        ("It costs $9.50.", "Cuesta 9,5 dólares.", "es"),
        ("1,840 students", "1.840 estudiantes", "es"),
        ("1,840 students", "1\u202f840 élèves", "fr"),
        ("1,840 students", "\u06f1\u066c۸۴\u06f0 دانش‌آموز", "fa"),
        ("1,840 students", "\u0661\u066c\u0668\u0664\u0660 طالبًا", "ar"),
        ("35 children", "३५ बच्चे", "hi"),
        ("35 children", "৩৫ শিশু", "bn"),
        ("5 million homes", "500 万个家庭", "zh-Hans"),
        ("1.5 million homes", "150 万个家庭", "zh-Hans"),
        ("1.5 billion dollars", "15 亿美元", "zh-Hans"),
        ("$30,000 a year", "一年 3 万美元", "zh-Hans"),
        ("15,000 homes", "1.5 万个家庭", "zh-Hans"),
        ("150,000 homes", "150 mil hogares", "es"),
        ("150,000,000 people", "150 millones de personas", "es"),
        ("1.5 billion", "1500 millones", "es"),
        ("1.5 billion", "1.500 millones", "es"),
        ("1.5 billion", "1,5 mil millones", "es"),
        ("17,000 homes", "17 mil hogares", "es"),
        ("1.5 billion", "1,5 tỷ", "vi"),
        ("17,000 homes", "17 nghìn gia đình", "vi"),
        ("1.5 billion", "1.5 مليار", "ar"),
        ("3 million and 17,000", "3 ملايين و17 ألف", "ar"),
        ("1.5 million", "15 लाख", "hi"),
        ("1.5 million homes", "150만 가구", "ko"),
        ("1.5 million homes", "150 萬戶", "zh-Hant"),
        ("15 billion people", "150億人", "ja"),
        ("150 million people", "1億5000万人", "ja"),
        ("17,000 people", "1万7000人", "ja"),
        ("15 billion people", "150억 명", "ko"),
        ("0.5 million homes", "50 万", "zh-Hans"),
        ("1,500 million", "15亿", "zh-Hans"),
        ("1,500,000 homes", "1,5 millones de hogares", "es"),
        ("1.5 million homes", "1.500.000 hogares", "es"),
        ("Call 1-800-234-9473", "Llame al 1-800-234-9473", "es"),
        ("Call 1-800-234-9473", "Llame al (800) 234-9473", "es"),
        ("Call 704.555.0150", "Llame al 704-555-0150", "es"),
        ("until 9 p.m.", "hasta las 21:00", "es"),
        ("until 9:30 p.m.", "hasta las 21:30 h", "es"),
        ("until 9:30pm", "晚上 9 点 30 分", "zh-Hans"),
        ("until 8 pm", "đến 20 giờ", "vi"),
        ("until 20:30", "hasta las 8:30 p. m.", "es"),
        ("June 25, 2027", "25 de junio de 2027", "es"),
        ("June 25, 2027", "25/6/2027", "es"),
        ("June 11, 2027", "2027年6月11日", "zh-Hans"),
        ("6/11/2027", "11 tháng 6 năm 2027", "vi"),
        ("in 2026-27", "en 2026-2027", "es"),
        ("in 2026-2027", "2026-27 学年", "zh-Hans"),
        ("in the 1990s", "en los años 90", "es"),
        ("until 9:30", "bis 9.30 Uhr", "de"),
        ("ages 13-18", "de 13 a 18 años", "es"),
        ("the 21st", "el 21.º", "es"),
        ("K-12", "de kínder al grado 12", "es"),
        ("two nurses", "2 enfermeras", "es"),
        ("five million homes", "5 millones de hogares", "es"),
        ("one in four", "1 de cada 4", "es"),
        ("a dozen", "12", "es"),
        ("twenty minutes", "20 minutos", "es"),
        ("Twenty-one days", "21 ngày", "vi"),
        ("thirty days", "30 يومًا", "ar"),
        ("{{ figure }} of 30", "30 人中的 {{ figure }}", "zh-Hans"),
        ("{{ a }} 40 {{ b }}", "40", "es"),
        ("[It](https://example.org/a)", "[Esto](https://example.org/es/2027/345)", "es"),
        ("- One.", "14. Uno.", "es"),
        ("1,840 students", "1 840 estudiantes", "es"),
        ("Call +1 207-555-0150.", "Llame al +1 207-555-0150.", "es"),
        ("Call +1 207-555-0150.", "Appelez le +1 207-555-0150.", "fr"),
        ("It costs $.40.", "Cuesta $0.40.", "es"),
        ("It costs 50\u00a2.", "Cuesta $0.50.", "es"),
        ("It costs 40\u00a2.", "Cela coûte 0,40 $.", "fr"),
        ("7:30\u20133:30", "de 7 h 30 à 15 h 30", "fr"),
        ("Doors at 6, show at 7.", "Portes à 18 h, spectacle à 19 h.", "fr"),
        ("Ages 3\u00bd to 5", "От 3,5 до 5 лет", "ru"),
        ("April 5\u20139", "del 5 al 9 de abril", "es"),
        ("December 24-26", "del 24 al 26 de diciembre", "es"),
        ("Oct. 9, 10 and 12", "9, 10 y 12 de octubre", "es"),
        ("April 5\u20139", "من 5 إلى 9 أبريل", "ar"),
        ("April 5\u20139", "đến ngày 9 tháng 4", "vi"),
        ("the Fourth of July", "el 4 de julio", "es"),
        ("New Year\u2019s Day", "el 1 de enero", "es"),
        ("at 4:30 p.m.", "à 16 h 30", "fr"),
        ("One hundred fifty homes", "150 hogares", "es"),
        ("A thousand homes", "1000 hogares", "es"),
        ("Class of \u201927", "promoción de 2027", "es"),
        ("1,840 students", "1 840 élèves", "fr"),
        ("1,840 students", "1 840 учеников", "ru"),
        ("17,000 homes", "17 ngàn gia đình", "vi"),
        ("17,000 people", "1万7千人", "ja"),
        ("until midnight", "hasta las 24:00", "es"),
        ("from 9-5", "de 9 a 17 h", "es"),
        ("until 5 p.m.", "đến 17 giờ", "vi"),
        ("the 21st century", "siglo XXI", "es"),
        ("500 homes", "quinientas familias", "es"),
        ("about 5 km", "约 5 千米", "zh-Hans"),
        ("June 1, 2027", "1 de junio de 2027", "es"),
        ("May 12", "5 月 12 日", "zh-Hans"),
        ("12 May", "12 tháng 5", "vi"),
        ("on 6/1/2027", "el 1 de junio de 2027", "es"),
        ("$5 a month", "5 dólares al mes", "es"),
    ],
)
def test_the_same_number_may_be_written_in_another_way(
    original: str, translated: str, language: str
) -> None:
    assert _wrong(original, translated, language) == []


@pytest.mark.parametrize(
    ("original", "translated", "language", "wrong"),
    [
        ("It costs $9.25.", "Cuesta $9.52.", "es", "9.52"),
        ("It costs $9.25.", "Cuesta $92.5.", "es", "92.5"),
        ("0.5 percent", "0,7 por ciento", "es", "0,7"),
        ("in 2026-27", "en 2026-2028", "es", "2026-2028"),
        ("Call 555-0150.", "Llame al 555-0151.", "es", "555-0151"),
        ("5 million homes", "50 万个家庭", "zh-Hans", "50 万"),
        ("1.5 billion", "1500 mil", "es", "1500 mil"),
        ("1.5 billion", "1,5 millones", "es", "1,5 millones"),
        ("17 homes", "17 mil hogares", "es", "17 mil"),
        ("135 percent", "153 por ciento", "es", "153"),
        ("9 p.m.", "20:00", "es", "20:00"),
        ("9:30 p.m.", "21:45", "es", "21:45"),
        ("June 25, 2027", "25/6/2028", "es", "25/6/2028"),
        ("5 million homes", "6 millones de hogares", "es", "6 millones"),
        ("nothing", "13", "es", "13"),
        ("half", "40 %", "es", "40"),
        ("half", "50 estudiantes", "es", "50"),
        ("twenty-one days", "20 días", "es", "20"),
        ("2.5 million homes", "35만 가구", "ko", "35만"),
        ("150 million people", "1億6000万人", "ja", "1億6000万"),
        ("nothing", "150만", "ko", "150만"),
        ("It costs $9.25.", "Cuesta $925.", "es", "925"),
        ("It costs $12.50.", "Cuesta $1,250.", "es", "1,250"),
        ("It costs $1.50.", "Cuesta $150.", "es", "150"),
        ("at 8 a.m.", "a las 20:00", "es", "20:00"),
        ("June 1, 2027", "6 de junio de 2027", "es", "6 de junio"),
        ("June 1, 2027", "1 de julio de 2027", "es", "1 de julio"),
        ("May 12", "5 de mayo", "es", "5 de mayo"),
        ("May 12", "12月5日", "zh-Hans", "12月5日"),
        ("Closed Monday and Friday.", "Cerrado lunes y jueves.", "es", "jueves"),
        ("Open on Mondays.", "Abierto los martes.", "es", "martes"),
        ("Monday through Friday", "De lunes a sábado", "es", "sábado"),
        ("Closed Monday.\n\nOpen Friday.", "Cerrado el lunes.\n\nAbierto el lunes.", "es", "lunes"),
        ("on Friday", "周四", "zh-Hans", "周四"),
        ("on Friday", "يوم الخميس", "ar", "الخميس"),
        ("on Friday", "vào Thứ Năm", "vi", "Thứ Năm"),
        ("26 students", "2026 estudiantes", "es", "2026"),
    ],
)
def test_another_number_is_told(original: str, translated: str, language: str, wrong: str) -> None:
    assert _wrong(original, translated, language) == [f"the original has no {wrong}"]


@pytest.mark.parametrize(
    ("original", "translated", "language", "told"),
    [
        ("until 5 p.m.", "hasta las 5 a. m.", "es", "5 in another half of the day"),
        ("at 7:05 a.m.", "a las 7:05 de la noche", "es", "7:05 in another half of the day"),
        ("at 7 p.m.", "lúc 7 giờ sáng", "vi", "7 in another half of the day"),
        ("$5 a month", "5 % al mes", "es", "5 in another unit"),
        ("within 48 hours", "en 48 días", "es", "48 in another unit"),
    ],
)
def test_the_same_number_of_another_thing_is_told_as_that(
    original: str, translated: str, language: str, told: str
) -> None:
    assert _wrong(original, translated, language) == [f"the original has {told}"]


@pytest.mark.parametrize(
    ("original", "translated", "language"),
    [
        ("For SY26-27.", "Para el ciclo escolar 2026-27.", "es"),
        ("The FY27 budget.", "El presupuesto de 2027.", "es"),
        ("On 8/19/26.", "El 19 de agosto del 2026.", "es"),
        ("Class of '98.", "Generación de 1998.", "es"),
        ("About 3K families.", "Unas 3000 familias.", "es"),
        ("We raised $25K.", "Recaudamos 25,000 dólares.", "es"),
        ("Monday through Wednesday", "Lunes, martes y miércoles", "es"),
        ("Weekdays and Saturday", "De lunes a viernes y los sábados", "es"),
        ("Mon-Fri and Sunday", "De lunes a viernes y el domingo", "es"),
        ("on Mondays", "每周一", "zh-Hans"),
        ("on Monday", "يوم الاثنين", "ar"),
        ("at midnight and noon", "a las 12 de la noche y a las 12 de la tarde", "es"),
        ("at 2 a.m.", "a las 2 de la madrugada", "es"),
        ("at 8 p.m.", "lúc 8 giờ tối", "vi"),
    ],
)
def test_days_years_and_thousands_may_be_written_out(
    original: str, translated: str, language: str
) -> None:
    assert _wrong(original, translated, language) == []


def test_a_number_is_told_at_its_line_and_names_its_original() -> None:
    body = convert("One.\n\nTwo.", Place("a.md", 10))
    other = convert("Uno.\n\n{{ a\n}}\n\n1234 y 77.", Place("a.es.md", 20))
    settings = OfferSettings(title="A", who="B 5", cost="C", how="D", checked=TODAY)
    content = Content("a", "a.md", "en", settings, body, Lines())
    words = {"who": "De 18 a 21"}
    translation = Translation(
        "es", "a.es.md", words, TranslationRecord(), other, Lines({("who",): 3})
    )

    told = [str(problem) for problem in check_numbers(content, translation)]

    hint = (
        "  hint: write what stands in {}, its placeholders as they are; or, if it says the same, "
        'its reviewer writes here: confirmed: ["{}"]'
    )
    in_who, in_body = "`who` of a.md", "a.md"
    assert told == [
        f"a.es.md:3: error: the original has no 18\n{hint.format(in_who, 18)}",
        f"a.es.md:3: error: the original has no 21\n{hint.format(in_who, 21)}",
        f"a.es.md:25: error: the original has no 1234\n{hint.format(in_body, 1234)}",
        f"a.es.md:25: error: the original has no 77\n{hint.format(in_body, 77)}",
    ]


def test_digits_without_an_end_are_no_number() -> None:
    """Python reads no more than 4,300 digits, and Decimal divides by no more than 28."""
    assert [n.written for n in numerals_of(f"{'9' * 4400} and 5, {'1' * 400}", "en")] == ["5"]
