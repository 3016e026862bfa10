"""Words around a telephone number: those that say nothing more, and those that must not be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.telephones import NoTelephone, Telephone, read_telephone
from tests.test_problems import as_text, copy_base, problems_of


@pytest.mark.parametrize(
    ("written", "number", "dialled"),
    [
        *(
            (f"{introduction}419-555-2118", "419-555-2118", "tel:+14195552118")
            for introduction in (
                *("Phone: ", "Phone ", "PHONE:", "Phone number: ", "Phone no. ", "Phone #: "),
                *("Telephone: ", "Tel. ", "Tel.: ", "Tel ", "tel:", "Ph: ", "Ph. ", "P: ", "T: "),
                *("Call ", "Call: ", "Call us at ", "Call us: ", "Dial ", "Tel\u00e9fono: "),
                *("Llame al ", "\u260e ", "\u260e\ufe0f ", "\U0001f4de "),
            )
        ),
        ("Call (419) 555-2118", "(419) 555-2118", "tel:+14195552118"),
        ("Call 1-800-GO-FEDEX", "1-800-GO-FEDEX", "tel:+18004633339"),
        ("Phone: +52 55 1234 5678", "+52 55 1234 5678", "tel:+525512345678"),
        ("call 211", "211", "tel:211"),
        ("Tel 555-0142 ext. 3", "555-0142 ext. 3", "tel:5550142;ext=3"),
        ("419-555-2118,", "419-555-2118", "tel:+14195552118"),
        ("419-555-2118;", "419-555-2118", "tel:+14195552118"),
        ("419-555-2118.", "419-555-2118", "tel:+14195552118"),
        ("Phone: 419-555-2118 ext. 3.", "419-555-2118 ext. 3", "tel:+14195552118;ext=3"),
    ],
)
def test_a_word_that_says_that_a_number_follows_is_not_printed(
    written: str, number: str, dialled: str
) -> None:
    assert read_telephone(written) == Telephone(number, dialled)


@pytest.mark.parametrize(
    "written",
    [
        f"419-555-2118{extension}"
        for extension in (
            *("ext204", " ext204", " ex. 204", " ex 204", "x204", " x 204", " xt. 204"),
            *(
                " extn 204",
                " exten. 204",
                " extention 204",
                " Ext: 204",
                " ext-204",
                " ext no. 204",
            ),
            *(", ext. 204", " (ext 204)", " extensi\u00f3n 204", " extension number 204"),
        )
    ],
)
def test_an_extension_is_read_however_its_word_is_cut(written: str) -> None:
    assert read_telephone(written) == Telephone(written, "tel:+14195552118;ext=204")


@pytest.mark.parametrize(
    ("written", "extension"),
    [("419-555-2118;ext=3741741", "3741741"), ("419-555-2118,,0143", "0143")],
)
def test_a_long_extension_is_no_second_number(written: str, extension: str) -> None:
    assert read_telephone(written) == Telephone(written, f"tel:+14195552118;ext={extension}")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("(419) 555-2118 (office)", "(419) 555-2118"),
        ("419-555-2118 TTY", "419-555-2118"),
        ("TTY 711", "711"),
        ("TTY: 7-1-1", "7-1-1"),
        ("419-555-2118, option 2", "419-555-2118"),
        ("Call Ana at 419-555-2118", "419-555-2118"),
        ("Phone/Text: 419-555-2118", "419-555-2118"),
        ("Toll free 1-800-234-9473", "1-800-234-9473"),
        ("419-555-2118 ext. 204, option 2", "419-555-2118 ext. 204"),
        ("Ana 555-0142 x3", "555-0142 x3"),
        ("+1 (419) 555-2118 Ana", "+1 (419) 555-2118"),
        ("fax +52 55 1234 5678", "+52 55 1234 5678"),
        ("(419) 555-2118 9am-5pm", "(419) 555-2118"),
        ("211 or text 898-211", "211"),
    ],
)
def test_words_that_must_not_be_lost_are_told_with_the_number_that_may_stand(
    written: str, number: str
) -> None:
    assert read_telephone(written) == NoTelephone(
        "holds words beside the number",
        f"write the number alone: {number}; the words go into a text",
    )


@pytest.mark.parametrize("written", ["Ana 419-155-2118", "call Ana at 555-01423"])
def test_where_no_number_may_stand_none_is_shown(written: str) -> None:
    assert read_telephone(written) == NoTelephone(
        "holds words beside the number", "write the number alone; the words go into a text"
    )


@pytest.mark.parametrize(
    "written", ["(419) 555-2118 (TTY 711)", "Ana 419-555-2118 Ben 419-555-2119"]
)
def test_two_numbers_with_words_are_two_numbers(written: str) -> None:
    found = read_telephone(written)
    assert isinstance(found, NoTelephone)
    assert found.says == "holds more than one number, and a call goes to one"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("741741", "has 6 digits, which cannot be dialled"),
        ("Text HOME to 741741", "is not a phone number"),
        ("Text 741741", "is not a phone number"),
        ("741741 HOME", "is not a phone number"),
    ],
)
def test_a_code_that_takes_texts_is_no_number_to_call(written: str, says: str) -> None:
    hint = "a code that takes texts is a link in a text: [Text 741741](sms:741741)"
    assert read_telephone(written) == NoTelephone(says, hint)


def test_words_beside_the_number_of_a_place_go_into_its_note(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path / "campaign")
    (campaign / "content/data/places.csv").write_text(
        "name,address,hours,phone,note\n"
        "Library,3 Main Street,Mon-Fri 9am-5pm,419-555-2118 (office),\n"
        "Gym,4 Main Street,Mon-Fri 9am-5pm,Phone: 419-555-2119,\n"
    )
    assert as_text(problems_of(campaign)) == (
        'content/data/places.csv:2: error: `phone`: "419-555-2118 (office)"'
        " holds words beside the number\n"
        "  hint: write the number alone: 419-555-2118; the words go into the column `note`\n"
    )
