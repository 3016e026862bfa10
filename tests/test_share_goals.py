"""Percentages of people that are goals, and statistics in sentences with the words of a goal."""

from __future__ import annotations

import pytest

from handbill.check.shares import said_of_people, shares_of_people

GOALS = [
    ("en", "By 2028, 95% of students will have a device."),
    ("en", "By June 2028, at least 90% of our students will read at grade level."),
    ("en", "By the end of the 2027-28 school year, 90% of families will have internet."),
    ("en", "In 2028, 95% of students will have a laptop."),
    ("en", "95% of students will have a device by 2028."),
    ("en", "90% of our families will be connected by fall 2027."),
    ("en", "Goal 1: 90% of students read at grade level."),
    ("en", "Goal 1: By 2028, 90% of students read at grade level."),
    ("en", "Goal 1. 90% of students read at grade level."),
    ("en", "Goal #2 - 90% of students read at grade level."),
    ("en", "Goal 1 \u2014 Access: 90% of students have a device."),
    ("en", "**Goal 1:** 90% of students have a device."),
    ("en", "## Goal 1\n90% of students have a device."),
    ("en", "Objective 2.1: 85% of families have internet."),
    ("en", "Target: 95% of students."),
    ("en", "Target (2027): 95% of students have a laptop."),
    ("en", "Milestone 1: 50% of students have a device."),
    ("en", "Success measure: 90% of students log in each week."),
    (
        "en",
        "Schools with 40% of students from low-income families are eligible for "
        "schoolwide programs.",
    ),
    ("en", "Schools where 40% of students are poor are eligible for schoolwide Title I."),
    ("en", "A school is eligible for schoolwide status when 40% of students are poor."),
    (
        "en",
        "Schools are eligible for schoolwide programs at 40% of students from low-income families.",
    ),
    ("en", "Under ESSA, 95% of students take the test."),
    ("en", "ESSA requires 95% of students to be tested."),
    ("en", "ESSA: 95% of students take the state test."),
    ("en", "CEP schools have at least 25% identified students."),
    ("en", "Schools with 25% identified students may use CEP."),
    ("en", "Schools with an ISP of 25% of students or more qualify for CEP."),
    ("en", "CEP is open to schools with 25% of students identified."),
    ("en", "To use CEP, 25% of students must be identified."),
    ("en", "The CEP threshold is 40% of identified students."),
    ("en", "CEP (25% of students identified) covers all meals."),
    ("es", "Para 2028, el 95 % de los estudiantes tendrá una computadora."),
    ("es", "Para el año 2028, al menos el 90 % de las familias tendrá internet."),
    ("es", "El 95 % de los estudiantes tendrá una computadora para 2028."),
    ("es", "Meta 1: El 90 % de los estudiantes lee a su nivel."),
    ("es", "Objetivo 2: el 85 % de las familias tiene internet."),
    ("es", "**Meta 1:** 90 % de los estudiantes tiene computadora."),
    ("es", "Según ESSA, el 95 % de los estudiantes toma el examen."),
    (
        "es",
        "Las escuelas con el 40 % de los estudiantes de bajos ingresos son "
        "elegibles para todo el programa.",
    ),
    ("zh-Hans", "目标1\uff1a90%的学生拥有电脑。"),
    ("zh-Hans", "到2028年\uff0c95%的学生将拥有电脑。"),
    ("vi", "Mục tiêu 1: 90% học sinh có máy tính."),
    ("vi", "Đến năm 2028, 95% học sinh sẽ có máy tính."),
    ("ar", "الهدف 1: 90% من الطلاب لديهم حاسوب."),
    ("ar", "بحلول عام 2028، سيكون لدى 95% من الطلاب حاسوب."),
    ("en", "Ninety-five percent of our students will have a device by 2028."),
    ("en", "By 2028, two-thirds of our families will have internet."),
    ("en", "We will make sure that 95% of students have a device."),
    ("en", "Every school will reach 95% of students."),
    ("en", "Our plan: by 2028, 95% of students have a device."),
    ("en", "## Our goals\n\n- 95% of students have a device.\n- 90% of families are online."),
    ("en", "Goal 2: Fewer than 5% of our families have no internet."),
    ("es", "## Nuestras metas\n\n- El 95 % de los estudiantes tiene computadora."),
    ("en", "Schools where at least 25% of students are identified may use CEP."),
    ("en", "Under CEP, a school with 25% of students identified can serve meals to all."),
    ("en", "By 2028 we will connect 95% of our students."),
    ("en", "By 2028, we will reach 95% of families."),
]
TOLD = [
    ("en", "The library will open. 40% of our students have no internet."),
    ("en", "The library will open, because 40% of our students have no internet."),
    ("en", "The library will open; 40% of our students have no internet."),
    ("en", "More than 18% of our students will have no internet this summer."),
    ("en", "By 2025, 95% of students had a device."),
    ("en", "In 2025, 40% of our students had no internet."),
    ("en", "40% of our students, who will need help, have no internet."),
    ("en", "Goal 1: Help the 18% of our students who have no internet."),
    ("en", "Goal 1: reach the 18% of our students without a device."),
    ("en", "Our goals are clear. 40% of families have no internet."),
    ("en", "## Goals\nEvery child connected. Today 40% of families have no internet."),
    ("en", "Under ESSA we get money. 40% of families have no internet."),
    ("en", "62% of our students are eligible for free meals."),
    (
        "en",
        "Our schools are eligible for schoolwide programs because 62% of our students are poor.",
    ),
    ("en", "62% of our students are identified students under CEP today."),
    ("en", "By age 12, 40% of children have a phone."),
    ("en", "By 10 p.m., 40% of teens are online."),
    ("en", "40% of families have no internet and will lose it by 2027."),
    ("en", "18% of our students will have no internet by summer."),
    ("en", "As of 2024, 40% of families lack internet."),
    ("en", "Since 2028 is near, 40% of our students lack internet."),
    ("es", "La biblioteca abrirá. El 40 % de nuestros estudiantes no tiene internet."),
    ("es", "En 2024, el 40 % de las familias no tenía internet."),
    ("es", "Meta 1: Ayudar al 18 % de los estudiantes que no tiene internet."),
    ("en", "Milestone: 40% of our students have no internet."),
    ("zh-Hans", "图书馆将开放。40%的学生没有网络。"),
    ("zh-Hans", "我们的目标是帮助没有网络的40%的学生。"),
    ("vi", "Thư viện sẽ mở. 40% học sinh không có internet."),
    ("en", "By law we must act. 40% of families have no internet."),
    ("en", "By 2024, 40% of families will have lost it."),
    ("zh-Hans", "大约40%的学生没有电脑。"),
    ("en", "The grant is open to us: 40% of our students have no internet."),
    ("en", "At our CEP school, 63% of students are directly certified."),
    ("en", "ESSA: 62% of our students are poor."),
    ("en", "By law, we count. 40% of families have no internet."),
    ("en", "In 2024, 40% of families said that they will need help."),
    ("es", "En 2024, el 40 % de las familias dijo que necesitará ayuda."),
    ("en", "## Our goals\n\n- Today 40% of families have no internet."),
    ("en", "By 2028, the 18% of our students who lack a device will have one."),
    ("en", "Our plan: 40% of families have a phone alone."),
    ("zh-Hans", "到2028年\uff0c40%的学生将没有电脑。"),
    ("ar", "بحلول عام 2028، لن يكون لدى 40% من الطلاب حاسوب."),
    ("en", "In 2024, 40% of families said that they will move."),
    ("en", "The library will open in 2027, and 40% of families visit it weekly."),
    ("en", "The library will open in 2027 and 40% of families visit it weekly."),
    ("es", "La biblioteca abrirá en 2027, y el 40 % de las familias la visita."),
]


@pytest.mark.parametrize(("language", "text"), GOALS)
def test_what_is_to_be_reached_or_what_a_law_says_is_no_statistic(language: str, text: str) -> None:
    assert not list(shares_of_people(text, language))


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_statistic_beside_the_words_of_a_goal_is_told(language: str, text: str) -> None:
    assert list(shares_of_people(text, language))


def test_a_goal_is_still_said_of_people() -> None:
    (share,) = said_of_people("By 2028, 95% of students will have a device.", "en")

    assert (share.written, share.is_rule) == ("95%", True)
