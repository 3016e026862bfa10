"""The district and its policy in each language, as config.yaml has them."""

from __future__ import annotations

from typing import Any

import pytest

from handbill.district import district_view, policy_view
from handbill.languages import Language
from handbill.phrases import Phrase
from handbill.schema import District, Policy

WRITTEN = {
    "name": "Birch Falls Schools",
    "short_name": "Birch Falls",
    "city": "Birch Falls",
    "county": "Alder County",
    "state": "Maine",
    "nces_id": "0000001",
    "enrollment": "1,840",
    "schools": "3",
    "grades": "K-12",
    "locale": "Town, remote",
    "demographics": {"Hispanic": "31%", "White": "5.4%"},
    "free_or_reduced_lunch": "62%",
    "english_learners": "12.50%",
    "contact": {"phone": "555-0150", "email": "nurse@example.org", "address": "1 Main Street"},
}


def _key(key: str) -> Phrase:
    return Phrase(f"[{key}]")


def _name(text: Any) -> Any:
    return text


def _view(code: str, **written: Any) -> Any:
    return district_view(District.model_validate(written), Language(code), _key, _name)


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("en", ["1,840", "3", "31%", "5.4%", "62%", "12.50%", "31% Hispanic and 5.4% White"]),
        ("vi", ["1.840", "3", "31%", "5,4%", "62%", "12,50%", "31% Hispanic và 5,4% White"]),
    ],
)
def test_the_districts_numbers_are_written_as_the_language_writes_them(
    code: str, numbers: list[str]
) -> None:
    district = _view(code, **WRITTEN)
    assert [
        str(number)
        for number in (
            district.enrollment,
            district.schools,
            district.demographics["Hispanic"],
            district.demographics["White"],
            district.free_or_reduced_lunch,
            district.english_learners,
            district.demographics,
        )
    ] == numbers


def test_names_stay_and_words_are_looked_up_by_their_keys() -> None:
    district = _view("en", **WRITTEN)
    assert (district.city, district.county, district.state) == (
        "Birch Falls",
        "Alder County",
        "Maine",
    )
    assert (district.nces_id, district.grades, district.locale) == (
        "0000001",
        "K-12",
        "Town, remote",
    )
    assert [str(words) for words in (district.name, district.short_name)] == [
        "[district.name]",
        "[district.short_name]",
    ]
    contact = district.contact
    assert [str(words) for words in (contact.name, contact.role)] == [
        "[district.contact.name]",
        "[district.contact.role]",
    ]
    assert (str(contact.phone), contact.email.href, contact.address) == (
        "555-0150",
        "mailto:nurse@example.org",
        "1 Main Street",
    )


def test_what_a_district_does_not_say_has_no_value() -> None:
    district = _view("en", name="Birch Falls Schools")
    contact = district.contact
    nothing = (
        *(district.city, district.county, district.state, district.nces_id, district.enrollment),
        *(district.schools, district.grades, district.locale, district.demographics),
        *(district.free_or_reduced_lunch, district.english_learners),
        *(contact.phone, contact.email, contact.address),
    )
    assert set(nothing) == {None}


def test_each_day_of_the_policy_is_its_own() -> None:
    policy = Policy.model_validate(
        {
            "number": "5141.3",
            "adopted": "2024-03-05",
            "revised": "2025-04-06",
            "next_review": "2027-05-07",
        }
    )
    view = policy_view(policy, Language("es"), _key, _name)
    assert (str(view.number), str(view.board)) == ("5141.3", "[policy.board]")
    assert (view.adopted, view.revised, view.next_review) == (
        "5 de marzo de 2024",
        "6 de abril de 2025",
        "7 de mayo de 2027",
    )
    draft = policy_view(Policy(), Language("es"), _key, _name)
    assert (draft.number, draft.adopted, draft.revised, draft.next_review) == (None,) * 4
