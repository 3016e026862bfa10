"""Numbers that the North American Numbering Plan has no room for, and those that it has."""

from __future__ import annotations

import pytest

from handbill.telephones import NoTelephone, Telephone, read_telephone

_A_DIGIT = "look the number up: a digit may be wrong"
_AN_AREA = "look the area code up"


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        ("155-2118", "begins with 1, and no local number does", _A_DIGIT),
        ("123-4567", "begins with 1, and no local number does", _A_DIGIT),
        ("000-0000", "begins with 0, and no local number does", _A_DIGIT),
        ("055-2118 ext. 3", "begins with 0, and no local number does", _A_DIGIT),
        *(
            (
                written,
                "has 155 after its area code, and those three digits never begin with 1",
                _A_DIGIT,
            )
            for written in (
                "(419) 155-2118",
                "419-155-2118",
                "1-419-155-2118",
                "+1 419 155 2118",
                "+14191552118",
                "800-155-2118",
            )
        ),
        (
            "419-055-2118",
            "has 055 after its area code, and those three digits never begin with 0",
            _A_DIGIT,
        ),
        (
            "419-123-4567",
            "has 123 after its area code, and those three digits never begin with 1",
            _A_DIGIT,
        ),
        (
            "419-155-HELP",
            "has 155 after its area code, and those three digits never begin with 1",
            _A_DIGIT,
        ),
        ("411-1234", "begins with 411, which is a number of its own", _A_DIGIT),
        ("419-411-1234", "has 411 after its area code, which is a number of its own", _A_DIGIT),
        ("+1 419 911 2118", "has 911 after its area code, which is a number of its own", _A_DIGIT),
        ("911-555-2118", "has the area code 911, which is a number of its own", _AN_AREA),
        ("1 (211) 555-0142", "has the area code 211, which is a number of its own", _AN_AREA),
        ("555-555-2118", "has the area code 555, which no place has", _AN_AREA),
        ("(555) 867-5309", "has the area code 555, which no place has", _AN_AREA),
        ("999-555-2118", "has the area code 999, which no place has", _AN_AREA),
        ("+1 (490) 555-2118", "has the area code 490, which no place has", _AN_AREA),
        ("555-5555", "is a placeholder, nobody's number", "write one that is answered"),
        ("(555) 555-5555", "is a placeholder, nobody's number", "write one that is answered"),
        ("(555) 555-1234", "is a placeholder, nobody's number", "write one that is answered"),
        ("419-555-1234", "is a placeholder, nobody's number", "write one that is answered"),
        ("1-419-555-0000", "is a placeholder, nobody's number", "write one that is answered"),
        ("+1 055 555 0142", "has an area code that begins with 0", "none does: look it up"),
        ("+1 123 456 7890", "has an area code that begins with 1", "none does: look it up"),
    ],
)
def test_a_number_that_cannot_exist_is_refused_by_its_own_reason(
    written: str, says: str, hint: str
) -> None:
    assert read_telephone(written) == NoTelephone(says, hint)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("555-0142", "tel:5550142"),
        ("(419) 555-0100", "tel:+14195550100"),
        ("(555) 555-0199", "tel:+15555550199"),
        ("1-800-555-0142", "tel:+18005550142"),
        ("+1 555 555 0142", "tel:+15555550142"),
        ("555-2118", "tel:5552118"),
        ("419-555-1212", "tel:+14195551212"),
        ("988-2118", "tel:9882118"),
        ("777-7777", "tel:7777777"),
        ("200-2000", "tel:2002000"),
        ("988", "tel:988"),
        ("211", "tel:211"),
        ("3-1-1", "tel:311"),
        ("711", "tel:711"),
        ("1-800-411-PAIN", "tel:+18004117246"),
        ("877-511-4662", "tel:+18775114662"),
        ("833-311-2000", "tel:+18333112000"),
        ("844-211-2000", "tel:+18442112000"),
        ("855-911-2000", "tel:+18559112000"),
        ("+1 866 511 3352", "tel:+18665113352"),
        ("888-411-2000", "tel:+18884112000"),
        ("888-888-8888", "tel:+18888888888"),
        ("800-555-1234", "tel:+18005551234"),
        ("809-555-2118", "tel:+18095552118"),
        ("+33 1 55 55 21 18", "tel:+33155552118"),
        ("+44 20 7946 0958", "tel:+442079460958"),
    ],
)
def test_no_number_that_can_exist_is_refused_nor_one_of_fiction(written: str, dialled: str) -> None:
    assert read_telephone(written) == Telephone(written, dialled)


@pytest.mark.parametrize(
    "written",
    [
        *("1-419-555-211", "1 (419) 555-211", "1.419.555.211", "+1 419 555 211", "+1419555211"),
        *("(1) 419-555-211", "(+1) 419-555-211", "1-419-555-211 ext. 4"),
    ],
)
def test_a_digit_that_is_missing_is_said_to_be(written: str) -> None:
    says = "lacks a digit: nine come after its 1, and ten belong there"
    hint = "look it up, and write it whole, like 1-800-555-0142"
    assert read_telephone(written) == NoTelephone(says, hint)


@pytest.mark.parametrize("written", ["123-456-7890", "1234567890", "(123) 456-7890"])
def test_an_area_code_that_begins_with_one_is_not_taken_for_a_missing_digit(written: str) -> None:
    says = "has an area code that begins with 1"
    assert read_telephone(written) == NoTelephone(says, "none does: look it up")
