"""What a placeholder prints: numbers that are dialled, addresses as people say them."""

from __future__ import annotations

import pytest

from handbill.phrases import PhoneNumber, WebLink


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
        ("http://www.example.org/", "example.org"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("https://wwwhite.example.org/www.html", "wwwhite.example.org/www.html"),
    ],
)
def test_an_address_is_shown_as_people_say_it(address: str, shown: str) -> None:
    assert WebLink(address).shown == shown
    assert WebLink(address).href == address
