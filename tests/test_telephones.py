"""Telephone numbers as people write them, how each is dialled, and why others are refused."""

from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.telephones import NoTelephone, Telephone, read_telephone
from tests.conftest import BuildSite


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("555-0142", "tel:5550142"),
        ("(555) 555-0142 ext. 12", "tel:+15555550142;ext=12"),
        ("(207) 555-0142 x12", "tel:+12075550142;ext=12"),
        ("207.555.0142 #12", "tel:+12075550142;ext=12"),
        ("207-555-0142,,12", "tel:+12075550142;ext=12"),
        ("207 555 0142; ext 4", "tel:+12075550142;ext=4"),
        ("207-555-0142 extension 3456", "tel:+12075550142;ext=3456"),
        ("555-0142 ext 12", "tel:5550142;ext=12"),
        ("1 (800) 234-9473", "tel:+18002349473"),
        ("1-800-GO-FEDEX", "tel:+18004633339"),
        ("1-888-NO-WIFIS", "tel:+18886694347"),
        ("207-555-HELP", "tel:+12075554357"),
        ("207/555-0142", "tel:+12075550142"),
        ("211", "tel:211"),
        ("2-1-1", "tel:211"),
        *((f"{n}11", f"tel:{n}11") for n in range(2, 10)),
        ("988", "tel:988"),
        ("+52 55 1234 5678", "tel:+525512345678"),
        ("+44 (0)20 7946 0958", "tel:+442079460958"),
        ("555-0142 ext. #3", "tel:5550142;ext=3"),
        ("207-555-0142 EXT12", "tel:+12075550142;ext=12"),
        ("207-555-0142 (ext. 12)", "tel:+12075550142;ext=12"),
        ("(207) 555-KIDS", "tel:+12075555437"),
        ("1-888-GO-4-KIDS", "tel:+18884645437"),
        ("1-800-MICROSOFT", "tel:+18006427676"),
        ("1-800-273-TALK (8255)", "tel:+18002738255"),
        ("800-662-HELP (4357)", "tel:+18006624357"),
        ("1-800-662-HELP (1-800-662-4357)", "tel:+18006624357"),
        ("1-800-GO-FEDEX (463-3339)", "tel:+18004633339"),
        ("1-800-273-8255 (TALK)", "tel:+18002738255"),
        ("(800) 273-8255 (273-TALK)", "tel:+18002738255"),
        ("1-800-273-TALK (8255) ext. 3", "tel:+18002738255;ext=3"),
        ("\u0662\u0660\u0667\u0662\u0662\u0664\u0661\u0660\u0660\u0660", "tel:+12072241000"),
    ],
)
def test_a_number_is_printed_as_written_and_dialled_as_rfc_3966_has_it(
    written: str, dialled: str
) -> None:
    assert read_telephone(written) == Telephone(written, dialled)


@pytest.mark.parametrize("marked", ["\u202d555-0143\u202c", "555\u20110143", "555\u00a00143"])
def test_what_cannot_be_seen_does_not_count(marked: str) -> None:
    found = read_telephone(marked)
    assert isinstance(found, Telephone)
    assert found.address == "tel:5550143"
    assert found.written in {"555-0143", "555 0143"}


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("N/A", "says that there is no number"),
        ("n/a", "says that there is no number"),
        ("none", "says that there is no number"),
        ("-", "says that there is no number"),
        ("TBD", "says that there is no number"),
        ("5.55555E+09", "is what a spreadsheet made of a number"),
        ("5550142.0", "is what a spreadsheet made of a number"),
        ("555-0142 / 555-0143", "holds more than one number, and a call goes to one"),
        ("555-0142 or 211", "holds more than one number, and a call goes to one"),
        ("555-0142 555-0143", "holds more than one number, and a call goes to one"),
        ("(207) 555-0142 & (207) 555-0143", "holds more than one number, and a call goes to one"),
        ("5S5-O142", "has letters among its digits"),
        ("2O7-555-0142", "has letters among its digits"),
        ("1-888-NO-WIFI", "is not a phone number"),
        ("Text 741741", "is not a phone number"),
        ("text 898-211", "is not a phone number"),
        ("TTY 555-0142", "holds words beside the number"),
        ("555-0142 fax", "holds words beside the number"),
        ("Ana 555-0142", "holds words beside the number"),
        ("207-555-0142 cell", "holds words beside the number"),
        ("207-HELP-123", "is not a phone number"),
        ("TTY 711", "holds words beside the number"),
        ("Sat 9am-noon", "is not a phone number"),
        ("weekdays 9-5", "is not a phone number"),
        ("555-0142, 0143", "holds more than one number, and a call goes to one"),
        ("555-0142/0143", "holds more than one number, and a call goes to one"),
        ("+1 867-5309", "has 8 digits, which cannot be dialled"),
        ("555-0142 (207)", "has its area code last"),
        ("000-000-0000", "has an area code that begins with 0"),
        ("123-456-7890", "has an area code that begins with 1"),
        ("0044 20 7946 0958", "begins with 00, as from one country alone"),
        ("011 44 20 7946 0958", "begins with 011, as from one country alone"),
        ("001 207 555 0143", "begins with 00, as from one country alone"),
        ("011 1 207 555 0143", "begins with 011, as from one country alone"),
        ("555-0142 (Ana)", "holds words beside the number"),
        ("Ana: 555-0142", "holds words beside the number"),
        ("0142", "has 4 digits, which cannot be dialled"),
        ("555-01423", "has 8 digits, which cannot be dialled"),
        ("207-555-01423", "has 11 digits, which cannot be dialled"),
        ("+52 5", "has 3 digits, which cannot be dialled"),
        ("123", "is no short number that can be dialled"),
        ("555_0142", "holds '_', which no phone number has"),
        ("call us", "is not a phone number"),
        ("1-800-273-TALK (8256)", "has 8256 in brackets, and its letters are 8255"),
        ("800-662-HELP (662-4358)", "has 662-4358 in brackets, and its letters are 6624357"),
        ("800-273-8255 (HOME)", "holds words beside the number"),
        *(
            (f"419-555-2118{more}", "holds 204 after the number")
            for more in (" (204)", ", 204", " 204", "-204", "/204", ": 204")
        ),
        ("555-2118 (2042)", "holds 2042 after the number"),
        ("419-555-2118, 2119", "holds more than one number, and a call goes to one"),
        ("+", "is not a phone number"),
    ],
)
def test_what_is_no_number_is_refused_by_its_own_reason(written: str, says: str) -> None:
    found = read_telephone(written)
    assert isinstance(found, NoTelephone)
    assert found.says == says
    assert found.hint


def test_what_may_be_an_extension_is_asked_for() -> None:
    found = read_telephone("419-555-2118 (204)")
    assert isinstance(found, NoTelephone)
    assert found.hint == "where 204 is an extension, write 419-555-2118 ext. 204"


@given(st.text(alphabet="0123456789+()-. /,;xextEA#\u202d", max_size=24))
def test_no_text_breaks_the_reader_and_what_is_read_another_reader_reads_too(text: str) -> None:
    found = read_telephone(text)
    if isinstance(found, Telephone) and found.address.startswith("tel:+1"):
        parsed = phonenumbers.parse(found.address, "US")
        number, _, extension = found.address.removeprefix("tel:+1").partition(";ext=")
        assert str(parsed.national_number) == number
        assert (parsed.extension or "") == extension


def test_an_extension_is_dialled_from_the_page_and_printed_on_the_flyer(
    small_campaign: Path, build_site: BuildSite
) -> None:
    config = small_campaign / "config.yaml"
    config.write_text(config.read_text().replace("555-0160", "(207) 555-0160 ext. 12"))
    site = build_site(small_campaign)
    assert 'href="tel:+12075550160;ext=12">Call' in site.page("index.html")
    assert ">(207) 555-0160 ext. 12</a>" in site.page("index.html")
