"""Percentages of people in a text: which are a rule, a rank or a goal, and which are told."""

from __future__ import annotations

import pytest

from handbill.check.shares import shares_of_people

RULES = [
    ("en", "The top 10% of students in each class receive honors."),
    ("en", "The top 5% of seniors speak at the ceremony."),
    ("en", "Tutors meet the bottom 25% of students twice a week."),
    ("es", "El mejor 10 % de los estudiantes recibe un premio."),
    ("zh-Hans", "前 10% 的学生可以得奖。"),
    ("vi", "Tốp 10% học sinh được khen."),
    ("ar", "أفضل 10% من الطلاب يحصلون على جائزة."),
    ("en", "Schools with at least 40% of students from low-income families qualify for Title I."),
    ("es", "Las escuelas con al menos el 40 % de los estudiantes de bajos ingresos califican."),
    ("en", "The Title I threshold is 40% of students."),
    ("en", "Schools in which more than 50% of students are eligible take part."),
    ("en", "The grant is open to schools where at least 40% of students are poor."),
    ("es", "Prestaremos una computadora a al menos el 95 % de los estudiantes."),
    ("en", "Any school where 40% of students are eligible may apply."),
    ("en", "Our participation target is 95% of students in each grade."),
    ("es", "Nuestra meta es el 95 % de los estudiantes."),
    ("en", "Our goal is to reach at least 95% of families."),
    ("en", "Our aim is that 95% of students read at grade level."),
    ("en", "A quorum is 50% of parents."),
    ("en", "Goal for 2027: 95% of students read at grade level."),
    ("en", "95% of students is our target."),
    ("en", "Federal law says that 95% of students take the test."),
    ("es", "La ley federal dice que el 95 % de los estudiantes toma el examen."),
    ("en", "State law limits the alternate test to 1% of students."),
    ("en", "Under state law, 1% of students are excused."),
    ("en", "The state limits it to 1% of students."),
    ("en", "No more than 1.0% of students take the alternate assessment."),
    ("en", "No more than 1% of students with disabilities\ntake the alternate assessment."),
    ("es", "No más del 1 % de los estudiantes toma la evaluación alternativa."),
    ("en", "A petition needs signatures from 10% of voters."),
    ("en", "The plan requires the approval of at least 60% of teachers."),
    ("es", "Una petición necesita firmas del 10 % de los votantes."),
    ("en", "Free meals for 100% of students under the Community Eligibility Provision."),
    ("en", "We lend laptops to 100% of students."),
    ("es", "Comidas gratis para el 100 % de los estudiantes."),
    ("en", "Class sizes may not exceed 110% of students assigned."),
    ("en", "The state requires at least 95% of students to be tested."),
    ("en", "We need 95% of families to return the form."),
    ("en", "Only 2% of students who are ill may be excused."),
    ("en", "No more than 5% of\nstudents may be moved."),
    ("en", "95% of U.S. schools must test all grades."),
]
TOLD = [
    ("en", "More than 50% of our students have no laptop."),
    ("en", "At least 40% of families told us that they will need help."),
    ("en", "At least 40% of families say they have to share one phone."),
    ("en", "18% of our students say that they may drop out."),
    ("en", "40% of families told us the library should open on Sunday."),
    ("en", "18% of students may have no internet at home."),
    ("en", "More than 18% of our students will have no internet this summer."),
    ("en", "18% of our students have no device and may fall behind."),
    ("en", "We serve schools where 62% of students have no laptop."),
    ("en", "We have three schools in which more than 50% of students are eligible for free meals."),
    ("en", "More than 50% of our students qualify for free meals."),
    ("en", "Our policy helps the 18% of our students who have no internet."),
    ("en", "Our policy came about because 40% of families have no internet."),
    ("en", "Our goal is to help the 18% of our students without a device."),
    ("en", "We have a goal. 40% of families have no internet."),
    ("en", "A survey heard from 40% of families."),
    ("en", "We got signatures from 40% of parents."),
    ("en", "The state found that 14% of students have no internet."),
    ("en", "The top reason: 40% of families cannot pay."),
    ("en", "No more than 30% of families have a laptop for each child."),
    ("en", "We need your help: 18% of students have no internet."),
    ("en", "The test is hard. 100% of students say so."),
    ("en", "A limit of the survey is that 40% of families did not answer."),
    ("en", "The goal of our talks with 40% of families was to hear them."),
    ("en", "The limit of our bus line hurts 20% of students."),
    ("en", "Schools must act.\n\n40% of families have no internet."),
    ("es", "Más del 50 % de nuestros estudiantes no tiene computadora."),
    ("es", "Al menos el 40 % de las familias nos dijo que deben compartir un teléfono."),
    ("es", "El 18 % de los estudiantes no tiene internet y puede quedarse atrás."),
    ("es", "Nuestra escuela es mejor. El 10 % de los estudiantes falta."),
    ("es", "Tenemos escuelas donde el 62 % de los estudiantes no tiene computadora."),
    ("zh-Hans", "以前 10% 的学生没有电脑。"),
]


@pytest.mark.parametrize(("language", "sentence"), RULES)
def test_a_rule_a_rank_or_a_goal_is_no_statistic(language: str, sentence: str) -> None:
    assert not list(shares_of_people(sentence, language))


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_a_statistic_beside_the_words_of_a_rule_is_told(language: str, sentence: str) -> None:
    assert list(shares_of_people(sentence, language))
