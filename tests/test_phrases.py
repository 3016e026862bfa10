"""What a placeholder prints: numbers that are dialled, addresses as people say them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from markupsafe import Markup

from handbill.phrases import (
    PhoneNumber,
    Phrase,
    Quantity,
    WebLink,
    in_language,
    language_names,
)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("555-0142", "tel:5550142"),
        ("(704) 555-0142", "tel:+17045550142"),
        ("+1 704 555 0142", "tel:+17045550142"),
        ("211", "tel:211"),
    ],
)
def test_a_phone_number_is_dialled_as_rfc_3966_has_it(written: str, dialled: str) -> None:
    assert PhoneNumber(written).href == dialled
    assert str(PhoneNumber(written)) == written


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/help/", "example.org/help"),
        ("http://www.example.org/", "www.example.org"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("https://wwwhite.example.org/www.html", "wwwhite.example.org/www.html"),
    ],
)
def test_an_address_is_shown_as_people_say_it(address: str, shown: str) -> None:
    assert WebLink(address).shown == shown
    assert WebLink(address).href == address


def test_a_piece_in_another_language_is_marked_with_it_and_its_direction() -> None:
    assert in_language(Markup("a"), "ar", "en") == '<span lang="ar" dir="rtl">a</span>'
    assert in_language(Markup("a"), "en", "ar") == '<span lang="en" dir="ltr">a</span>'
    assert in_language(Markup("a"), "en", "en") == "a"


def test_languages_are_named_in_themselves() -> None:
    names = language_names(["en", "ar"], "en")
    assert str(names) == "English · العربية"
    assert names.__html__() == 'English · <span lang="ar" dir="rtl">العربية</span>'


def test_a_borrowed_text_bears_the_marks_of_its_language() -> None:
    assert Phrase("Hola", borrowed_from="es").marks == ' lang="es" dir="ltr"'
    assert Phrase("Hola").marks == ""


def test_a_phone_number_never_turns_around() -> None:
    number = PhoneNumber("555-0142")
    assert number.__html__() == '<a class="phone" dir="ltr" href="tel:5550142">555-0142</a>'
    assert number.digits.__html__() == '<bdi dir="ltr">555-0142</bdi>'
    assert str(number.digits) == str(number) == "555-0142"


def test_what_is_printed_is_escaped() -> None:
    assert Phrase("<b>").__html__() == "&lt;b&gt;"
    assert Quantity(Decimal(1), "<1>").__html__() == "&lt;1&gt;"
    link = WebLink('https://www.example.org/"a"/')
    assert link.__html__() == (
        '<a class="address" dir="ltr" href="https://www.example.org/&#34;a&#34;/">'
        "www.example.org/&#34;a&#34;</a>"
    )
