"""Programs that have ended, by every name that old pages give them."""

from __future__ import annotations

import pytest

from handbill.check.ended_programs import ENDED_PROGRAMS, says_that_it_ended

BENEFIT, PROGRAM, BUSES, GRANTS = (program.name for program in ENDED_PROGRAMS)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Emergency Broadband Benefit pays", BENEFIT),
        ("ask for EBB money", BENEFIT),
        ("el Beneficio de Emergencia para Banda Ancha", BENEFIT),
        ("el Beneficio de Emergencia de Banda Ancha", BENEFIT),
        ("the Affordable Connectivity Program", PROGRAM),
        ("ask for the ACP", PROGRAM),
        ("el Programa de Conectividad Asequible", PROGRAM),
        ("el Programa de Conectividad Económica", PROGRAM),
        ("E-Rate pays for hotspots", BUSES),
        ("ERate pays for Wi-Fi on the bus", BUSES),
        ("a hotspot that E-Rate pays for", BUSES),
        ("our bus has Wi-Fi from E-Rate", BUSES),
        ("a grant of the Digital Equity Act", GRANTS),
        ("la Ley de Equidad Digital", GRANTS),
    ],
)
def test_a_program_that_ended_is_known_by_each_of_its_names(text: str, named: str) -> None:
    assert [p.name for p in ENDED_PROGRAMS if p.pattern.search(text)] == [named]


@pytest.mark.parametrize(
    "text", ["Lifeline pays", "EBBs and flows", "a pebble", "ACPs", "E-Rate. The bus comes at 8."]
)
def test_another_is_left_in_peace(text: str) -> None:
    assert [p.name for p in ENDED_PROGRAMS if p.pattern.search(text)] == []


@pytest.mark.parametrize(
    "words",
    [
        *("ended", "has ended", "expired", "is over", "closed", "no longer pays", "stopped"),
        *("paid until June", "was", "were", "former", "terminó", "ya no", "venció", "hasta junio"),
    ],
)
def test_a_sentence_may_say_that_it_is_over(words: str) -> None:
    assert says_that_it_ended(f"It {words}.")


@pytest.mark.parametrize("words", ["helps", "is wasteful", "covers hours", "attended"])
def test_other_words_do_not_say_it(words: str) -> None:
    assert not says_that_it_ended(f"It {words}.")
