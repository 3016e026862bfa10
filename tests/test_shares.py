"""Percentages in a text: which of them are shares of people, and so need a fact."""

from __future__ import annotations

import pytest

from handbill.check.shares import shares_of_people
from tests.conftest import ROOT

OF_PEOPLE = [
    ("en", "When asked, 40% of families said no."),
    ("es", "Si preguntamos, el 40% de las familias dice que no."),
    ("en", "At least 24% of teens have no quiet place."),
    ("en", "We ask if they need help. More than 30% of families say yes."),
    ("en", "5% lack the internet at home."),
    ("en", "5 percent of our students miss a month of school."),
    ("en", "About 30% of children cannot see the board."),
    ("en", "In our county, 12.5% of households have no broadband."),
    ("en", "Nearly 40 percent of low-income families rely on a phone."),
    ("en", "17% of teens say that they cannot finish their homework."),
    ("en", "58% of teachers assign homework that needs the internet."),
    ("en", "Some 24% of Black teens cannot always finish it."),
    ("en", "27% of the students are Hispanic."),
    ("en", "Our schools are 27% Hispanic and 8% Asian."),
    ("en", "9% of homes here have no computer."),
    ("en", "22% of parents speak Spanish at home."),
    ("en", "More than 60% of American adults read below that level."),
    ("en", "3 per cent of residents have no car."),
    ("en", "15% of U.S. households with children own no computer."),
    ("en", "80% of rural districts have no bus in the evening."),
    ("en", "95% of public schools have fiber."),
    ("en", "The share of students without internet is 14%."),
    ("en", "Among families with a low income, 35% have only a phone."),
    ("en", "11% of third grade students missed the test."),
    ("en", "44% do not have a quiet place to study."),
    ("en", "7% are homeless."),
    ("en", "Six of ten know it; 30% do homework on a phone."),
    ("en", "19% of those who answered need a laptop."),
    ("en", "31% of English learners are absent often."),
    ("en", "13% of high school students vape."),
    ("en", "6% of Native American children have no safe water."),
    ("en", "20% of 12-year-old girls skip breakfast."),
    ("en", "Only 33% of people wash their hands."),
    ("en", "1% of pupils walk to school."),
    ("en", "Just 2% said that they know whom to call."),
    ("en", "21% of kids in the whole county have asthma."),
    ("en", "88% of our families told us so."),
    ("en", "16% still have no internet."),
    ("es", "Cerca del 30 por ciento de los niños no ve el pizarrón."),
    ("es", "El 5% de nuestros estudiantes falta mucho."),
    ("es", "Un 12,5 % de las familias no tiene internet."),
    ("es", "Entre los hogares de bajos ingresos, el 35% solo tiene un celular."),
    ("ar", "نحو 30% من الطلاب لا يرون السبورة."),
    ("ar", "٣٠٪ من العائلات ليس لديها إنترنت."),
    ("ar", "5 في المئة من أطفالنا يتغيبون كثيرًا."),
    ("vi", "Khoảng 30% học sinh không nhìn rõ bảng."),
    ("vi", "12,5% các gia đình không có internet."),
    ("vi", "5 phần trăm số hộ không có máy tính."),
    ("zh-Hans", "大约 30% 的学生看不清黑板。"),
    ("zh-Hans", "12.5%的家庭没有网络。"),
    ("zh-Hans", "学生中有 5% 经常缺课。"),
]
OF_NO_PEOPLE = [
    ("en", "95% of students must be tested."),
    ("en", "The state requires 95% of students to be tested."),
    ("en", "Only 2% of students may be excused."),
    ("en", "We expect 94% of students at school each day."),
    ("en", "Schools where 40% of students are eligible can take part."),
    ("en", "When 92% of students return the form, we close the survey."),
    ("en", "The grant covers 89% of teacher pay."),
    ("en", "No more than 5% of students may be moved in a year."),
    ("en", "The district will lend a laptop to at least 95% of its students."),
    ("en", "If 25% of parents ask, the board meets."),
    ("en", "A petition signed by 10% of voters is enough."),
    ("en", "If more than 3% of students are ill, we call the county."),
    ("es", "Si el 25% de los padres lo pide, la junta se reúne."),
    ("es", "No más del 5% de los estudiantes podrá cambiar de escuela."),
    ("en", "At 5% of days we send a letter."),
    ("en", "A student who misses 10% of the school year is chronically absent."),
    ("en", "Bills that are late come with a 2% late fee."),
    ("en", "It is printed on paper of 30% recycled fibre."),
    ("en", "Families with SNAP get a 50% discount."),
    ("en", "Charge it when the battery is under 20%."),
    ("en", "Students who miss 5% of school days get a call."),
    ("en", "When a child has missed 10 percent of class time, we meet."),
    ("en", "Your income is at or below 135 percent of the federal poverty guidelines."),
    ("en", "Homes under 200% of the poverty line qualify."),
    ("en", "A grade of 70% or higher passes."),
    ("en", "Late work loses 10% of its points."),
    ("en", "Homework counts for 20% of the grade."),
    ("en", "Bleach of 5% kills the virus."),
    ("en", "Choose milk with 1% fat."),
    ("en", "Juice must be 100% juice."),
    ("en", "Sunscreen blocks 97% of the rays."),
    ("en", "The screen stays at 50% brightness."),
    ("en", "We pay 80% of the bill for families with a low income."),
    ("en", "That is 10% of the school board's budget."),
    ("en", "About 60% of your body is water."),
    ("en", "At 90% attendance, nobody calls."),
    ("en", "At 10% we meet with the parents."),
    ("en", "Save 15% off the price for students."),
    ("en", "Interest is 4.5% a year."),
    ("en", "The levy is 0.75% of income."),
    ("en", "Vegetables fill 50% of the plate."),
    ("en", "The tank is 40% full."),
    ("en", "5% of students' time goes to tests."),
    ("en", "Lead in water fell by 30% in ten years."),
    ("en", "The shelf is 30% cheaper than in stores."),
    ("en", "A tip of 15% is not needed."),
    ("en", "Recycling saves 95% of the energy."),
    ("en", "Alcohol wipes hold 70% alcohol."),
    ("en", "We want a 20% cut in waste."),
    ("en", "Tablets under 20% do not start."),
    ("en", "Scores below 60% cannot pass."),
    ("es", "Con el 5% de los días de clase enviamos una carta."),
    ("es", "El recargo es del 2 por ciento."),
    ("es", "Los ingresos no pasan del 135 por ciento del nivel federal de pobreza."),
    ("ar", "عند غياب 10% من أيام السنة الدراسية نتصل بكم."),
    ("ar", "خصم 50٪ للعائلات."),
    ("vi", "Vắng 10% số ngày học là nhiều."),
    ("vi", "Giảm giá 50% cho học sinh."),
    ("zh-Hans", "缺课达到 10% 的上学日。"),
    ("zh-Hans", "学生可以享受 50% 的折扣。"),
    ("de", "30 % der Kinder"),
]


@pytest.mark.parametrize(("language", "sentence"), OF_PEOPLE)
def test_a_share_of_people_is_found(language: str, sentence: str) -> None:
    assert list(shares_of_people(sentence, language))


@pytest.mark.parametrize(("language", "sentence"), OF_NO_PEOPLE)
def test_a_threshold_a_fee_or_a_part_of_a_thing_is_no_share_of_people(
    language: str, sentence: str
) -> None:
    assert not list(shares_of_people(sentence, language))


def test_the_goal_of_the_docs_is_said_as_they_say_it() -> None:
    line = 'rules: ["95%"]\n'
    page = ROOT / "tests/problems/right-percentage-that-is-a-goal"
    assert f"    {line}" in (ROOT / "docs/writing-a-campaign.md").read_text("utf-8")
    assert line in (page / "content/pages/index.md").read_text("utf-8")
    assert (page / "expected.txt").read_text("utf-8") == ""
