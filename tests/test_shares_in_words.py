"""Shares of people that a text says in words: which are told, and how many of a hundred each is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from handbill.check.shares import percent_of, shares_of_people

TOLD = [
    ("en", "Eighteen percent of our students have no device.", "Eighteen percent", 18),
    ("en", "About thirty-two per cent of families say so.", "thirty-two per cent", 32),
    ("en", "One hundred percent of parents came.", "One hundred percent", 100),
    ("en", "Two-thirds of our families have no printer.", "Two-thirds", Fraction(200, 3)),
    ("en", "Nearly three quarters of students walk.", "three quarters", 75),
    ("en", "A third of our students have a job.", "A third", Fraction(100, 3)),
    ("en", "More than half of our families rent.", "half", 50),
    ("en", "More than half our families rent.", "half", 50),
    ("en", "1 in 4 children needs glasses.", "1 in 4", 25),
    ("en", "One in five of our students misses a month.", "One in five", 20),
    ("en", "4 out of 5 students have a phone.", "4 out of 5", 80),
    ("en", "4 out of 5 schools have a nurse.", "4 out of 5", 80),
    ("en", "One out of every four kids is hungry.", "One out of every four", 25),
    ("en", "9 of 10 teens have a phone.", "9 of 10", 90),
    ("en", "1 in 4\nchildren needs glasses.", "1 in 4", 25),
    ("es", "Dieciocho por ciento de los estudiantes falta.", "Dieciocho por ciento", 18),
    ("es", "El treinta y dos por ciento de las familias.", "treinta y dos por ciento", 32),
    ("es", "El cien por ciento de los padres vino.", "cien por ciento", 100),
    ("es", "1 de cada 4 niños necesita lentes.", "1 de cada 4", 25),
    ("es", "Cuatro de cada cinco estudiantes tienen celular.", "Cuatro de cada cinco", 80),
    ("es", "Una de cada tres familias no tiene carro.", "Una de cada tres", Fraction(100, 3)),
    ("es", "Dos tercios de nuestras familias alquilan.", "Dos tercios", Fraction(200, 3)),
    ("es", "La mitad de las familias alquila.", "La mitad", 50),
    ("es", "Tres cuartas partes de los alumnos caminan.", "Tres cuartas partes", 75),
    ("es", "La tercera parte de los alumnos camina.", "La tercera parte", Fraction(100, 3)),
]
NOT_TOLD = [
    ("en", "1 in 4 shelves is empty."),
    ("en", "She was one of 10 students chosen for the state choir."),
    ("en", "In 4 out of 5 cases we can help."),
    ("en", "2 in a class of 30"),
    ("en", "One in a class of 30 students"),
    ("en", "Grade 1 in 4 schools has a new book."),
    ("en", "We start with phase 1 in 3 homes."),
    ("en", "The pilot runs from 8 in 12 schools."),
    ("en", "We opened two in 3 rural districts."),
    ("en", "331 of 1,840 students got a laptop."),
    ("en", "A quarter of a mile from school."),
    ("en", "Half of the students come at 8, half at 9."),
    ("en", "Half an hour of reading with your children."),
    ("en", "Two-thirds of parents must agree."),
    ("en", "Two-thirds of the page is for your school."),
    ("en", "The first half of our students come at 8."),
    ("en", "Fifty percent of the cost is ours."),
    ("en", "One or two percent of the price."),
    ("en", "Call one of our 12 teachers."),
    ("en", "One of three students who won a prize."),
    ("en", "A vote of two-thirds of our families passes it."),
    ("en", "Meet at 9 in 10 homes."),
    ("en", "Room 5 of 8 students"),
    ("en", "5 out of 4 people"),
    ("en", "Second-quarter students get grades."),
    ("es", "Uno de cada cuatro libros es nuevo."),
    ("es", "Una de cada dos semanas abrimos."),
    ("es", "La mitad del dinero es para las familias."),
    ("es", "Cincuenta por ciento de descuento para las familias."),
    ("es", "Dos tercios de los padres deben votar."),
]


@pytest.mark.parametrize(("language", "sentence", "written", "percent"), TOLD)
def test_a_share_in_words_is_found_with_its_number(
    language: str, sentence: str, written: str, percent: Fraction
) -> None:
    (share,) = shares_of_people(sentence, language)
    assert (share.written, share.percent) == (written, percent)
    assert sentence[share.start :].startswith(written)


@pytest.mark.parametrize(("language", "sentence"), NOT_TOLD)
def test_words_that_count_no_people_are_no_share(language: str, sentence: str) -> None:
    assert not list(shares_of_people(sentence, language))


@pytest.mark.parametrize(
    ("written", "percent"),
    [
        ("95%", 95),
        ("95", 95),
        ("12,5 %", Fraction(25, 2)),
        ("12.5 percent", Fraction(25, 2)),
        ("٣٠٪", 30),
        ("18 percent", 18),
        ("ninety-five percent", 95),
        ("two-thirds", Fraction(200, 3)),
        ("1 in 4", 25),
        ("about", None),
        ("", None),
    ],
)
def test_a_rule_may_be_written_as_its_text_says_it(written: str, percent: Fraction | None) -> None:
    assert percent_of(written) == percent
