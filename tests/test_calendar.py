"""Days that no month has, alone and as the ends of spans, in each language of the sample."""

from __future__ import annotations

import pytest

from handbill.check.calendar import days_that_are_not
from handbill.markup import convert
from handbill.problems import Place

NONE = [
    ("en", "Closed April 15\u201331."),
    ("en", "Closed April 15-31."),
    ("en", "Closed April 15 - 31, 2027."),
    ("en", "Closed April 15 to 31."),
    ("en", "Closed April 15 through April 31."),
    ("en", "Closed Feb 30."),
    ("en", "Closed Feb. 28\u201330."),
    ("en", "Closed September 28 and 31."),
    ("en", "From the 15th to the 31st of April."),
    ("en", "April 15th\u201331st"),
    ("en", "15\u201331 April"),
    ("en", "15-31 April"),
    ("en", "Nov 31 \u2013 Dec 2"),
    ("en", "Nov 28\u201331"),
    ("es", "Del 15 al 31 de abril."),
    ("es", "15\u201331 de abril"),
    ("es", "15-31 de abril"),
    ("es", "30 de feb."),
    ("es", "el 30 y 31 de junio"),
    ("es", "abril 15-31"),
    ("es", "del 31 de abril al 2 de mayo"),
    ("vi", "ngày 15\u201331 tháng 4"),
    ("vi", "15-31 tháng 4"),
    ("vi", "từ ngày 15 đến ngày 31 tháng 4"),
    ("vi", "30 tháng 2"),
    ("vi", "từ 30 tháng 2 đến 3 tháng 3"),
    ("zh-Hans", "4月15日至31日"),
    ("zh-Hans", "4月15\u201331日"),
    ("zh-Hans", "4月15-31日"),
    ("zh-Hans", "2月30日"),
    ("zh-Hans", "2月28日、30日"),
    ("ar", "15\u201331 أبريل"),
    ("ar", "15-31 أبريل"),
    ("ar", "من 15 إلى 31 أبريل"),
    ("ar", "30 فبراير"),
]
THERE_ARE = [
    ("en", "April 15-30."),
    ("en", "April 15 - 60 students came."),
    ("en", "April 15, 31 students came."),
    ("en", "On April 15 and 31 students came."),
    ("en", "April 15\u2013May 31"),
    ("en", "April 15 to May 31"),
    ("en", "April 15 to 5 p.m."),
    ("en", "April 15, 2-31 students"),
    ("en", "June 1\u201330, 2027"),
    ("en", "June 5-2027"),
    ("en", "Monday, April 15, 10-31 W. Main Street"),
    ("en", "April 15, 9\u201331"),
    ("en", "April 5 \u2013 45 minutes each."),
    ("en", "April 30 and 31 of our students"),
    ("en", "June 28 to 35 families"),
    ("es", "Del 15 de abril al 31 de mayo."),
    ("es", "del 15 al 30 de abril"),
    ("es", "15-30 de abril"),
    ("es", "el 15 de abril, 31 estudiantes"),
    ("es", "Del 31 de marzo al 30 de abril"),
    ("vi", "từ 31 tháng 3 đến 30 tháng 4"),
    ("vi", "15-30 tháng 4"),
    ("zh-Hans", "3月31日至4月30日"),
    ("zh-Hans", "4月15日\uff0c31人"),
    ("zh-Hans", "4月15日至5月31日"),
    ("ar", "من 31 مارس إلى 30 أبريل"),
    ("en", "August 19 - 31"),
    ("en", "Feb 1\u201329"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_day_that_does_not_exist_is_told(language: str, text: str) -> None:
    assert list(days_that_are_not(convert(text, Place("page.md", 1)), language))


@pytest.mark.parametrize(("language", "text"), THERE_ARE)
def test_days_that_exist_and_counts_beside_them_are_not(language: str, text: str) -> None:
    assert not list(days_that_are_not(convert(text, Place("page.md", 1)), language))


def test_a_span_is_told_as_it_is_written() -> None:
    body = convert("Closed\n\nApril 15\u201331.", Place("page.md", 1))

    (problem,) = days_that_are_not(body, "en")

    assert str(problem) == (
        "page.md:3: error: there is no April 15\u201331\n  hint: that month has 30 days at most"
    )
