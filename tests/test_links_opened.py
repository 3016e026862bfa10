"""Links that a telephone or a mail program opens: what they hold when they are published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.outside import opened, unreachable
from handbill.telephones import NoTelephone
from handbill.web_addresses import NoAddress
from tests.conftest import BuildSite


@pytest.mark.parametrize(
    ("href", "opens"),
    [
        *(
            (f"tel:{written}", "tel:+14195552118")
            for written in (
                *("(419) 555-2118", "419-555-2118", "1 419 555 2118", "+1-419-555-2118"),
                *("+14195552118", " 419-555-2118", "//419-555-2118", "419%20555%202118"),
                *("%28419%29%20555-2118", "419-555-2118?call", "419\u2011555\u20112118"),
            )
        ),
        *(
            (f"tel:{written}", "tel:+14195552118;ext=3")
            for written in (
                *("419-555-2118 ext 3", "419-555-2118;ext=3", "+14195552118;ext=3"),
                *("419-555-2118,,3", "419-555-2118 #3", "419-555-2118; ext 3"),
            )
        ),
        *(
            (f"tel:+14195550142{pause}", "tel:+14195550142;ext=204")
            for pause in (",204", ", 204", ",,204", ";204", "p204", ",204#")
        ),
        ("tel:1-800-273-TALK (8255)", "tel:+18002738255"),
        ("TEL:419-555-2118", "tel:+14195552118"),
        ("tel:555-0142", "tel:5550142"),
        ("tel:2-1-1", "tel:211"),
        ("tel:1-800-GO-FEDEX", "tel:+18004633339"),
        ("tel:5550142;phone-context=+1419", "tel:5550142;phone-context=+1419"),
        ("tel:555-0142;ext=3;phone-context=+1419", "tel:5550142;ext=3;phone-context=+1419"),
        ("sms:741741", "sms:741741"),
        ("sms:43215", "sms:43215"),
        ("sms:898-211", "sms:898211"),
        ("sms: 741741", "sms:741741"),
        ("SMS:741741", "sms:741741"),
        ("sms:741741?body=HOME", "sms:741741?body=HOME"),
        ("sms:741741?&body=HOME", "sms:741741?&body=HOME"),
        ("sms:741741&body=HOME", "sms:741741?&body=HOME"),
        ("sms:741741;body=HOME", "sms:741741?&body=HOME"),
        ("sms:741741;?&body=HOME", "sms:741741?&body=HOME"),
        ("sms:741741?body=I need help", "sms:741741?body=I%20need%20help"),
        ("sms:(419) 555-2118?body=HOME", "sms:+14195552118?body=HOME"),
        ("sms:555-0142", "sms:5550142"),
        ("sms:555-0142, 419-555-2118", "sms:5550142,+14195552118"),
        ("sms:911", "sms:911"),
        ("mailto:help@mhsd.org", "mailto:help@mhsd.org"),
        ("MAILTO:Help@mhsd.org", "mailto:Help@mhsd.org"),
        ("mailto: help@mhsd.org", "mailto:help@mhsd.org"),
        ("mailto:%20help@mhsd.org", "mailto:help@mhsd.org"),
        ("mailto://help@mhsd.org", "mailto:help@mhsd.org"),
        ("mailto:a@x.org,b@x.org", "mailto:a@x.org,b@x.org"),
        ("mailto:a@x.org, b@x.org", "mailto:a@x.org,b@x.org"),
        ("mailto:a@x.org; b@x.org", "mailto:a@x.org,b@x.org"),
        ("mailto:a@x.org,", "mailto:a@x.org"),
        (
            "mailto:a@x.org?subject=I need help&body=Hello there",
            "mailto:a@x.org?subject=I%20need%20help&body=Hello%20there",
        ),
        ("mailto:a%40b.org", "mailto:a@b.org"),
        ("mailto:a%40b.org%2C%20c@b.org", "mailto:a@b.org,c@b.org"),
        (
            "mailto:a@b.org?subject=Books & more & body=R&D, room #4, 50% off",
            "mailto:a@b.org?subject=Books%20%26%20more&body=R%26D,%20room%20%234,%2050%25%20off",
        ),
        ("mailto:a@b.org?subject=Books%20%26%20more", "mailto:a@b.org?subject=Books%20%26%20more"),
        ("sms:741741?body=Tom & Ana", "sms:741741?body=Tom%20%26%20Ana"),
        ("mailto:?subject=Free internet", "mailto:?subject=Free%20internet"),
        ("Https://example.org/A", "https://example.org/A"),
        ("HTTP://example.org/A", "http://example.org/A"),
        ("https://example.org/A?b=c", "https://example.org/A?b=c"),
    ],
)
def test_a_link_is_opened_as_rfc_3966_5724_and_6068_have_it(href: str, opens: str) -> None:
    assert unreachable(href) is None
    assert opened(href) == opens


@pytest.mark.parametrize(
    ("href", "wrong"),
    [
        (
            "sms:7417",
            NoTelephone(
                "has 4 digits, and no texts go there",
                "a code for texts has five or six, a number seven, or ten with its area code",
            ),
        ),
        (
            "sms:55-0142",
            NoTelephone(
                "has 6 digits, which cannot be dialled",
                "seven make a local number, ten one with its area code;"
                " from elsewhere it begins with +",
            ),
        ),
        (
            "sms:419-555-211",
            NoTelephone(
                "has 9 digits, and no texts go there",
                "a code for texts has five or six, a number seven, or ten with its area code",
            ),
        ),
        (
            "sms:741741?HOME",
            NoTelephone("has words that no phone reads", "write sms:741741?body=HOME"),
        ),
        (
            "sms:741741?I need help",
            NoTelephone("has words that no phone reads", "write sms:741741?body=I%20need%20help"),
        ),
        (
            "sms:741741 HOME",
            NoTelephone("has words that no phone reads", "write sms:741741?body=HOME"),
        ),
        (
            "sms:HOME to 741741",
            NoTelephone(
                "is not a phone number",
                "a code that takes texts is a link in a text: [Text 741741](sms:741741)",
            ),
        ),
        (
            "sms:419-555-2118 ext 3",
            NoTelephone("has an extension, which takes no texts", "leave it out, or write tel:"),
        ),
        (
            "sms:419-155-2118",
            NoTelephone(
                "has 155 after its area code, and those three digits never begin with 1",
                "look the number up: a digit may be wrong",
            ),
        ),
        (
            "tel:741741",
            NoTelephone(
                "has 6 digits, which cannot be dialled",
                "a code that takes texts is a link in a text: [Text 741741](sms:741741)",
            ),
        ),
        (
            "tel:419-555-2118 (office)",
            NoTelephone(
                "holds words beside the number",
                "write the number alone: 419-555-2118; the words go into a text",
            ),
        ),
        (
            "tel:+14195550142,1,204",
            NoTelephone(
                "dials more than one number after the call is answered",
                "keep one extension, and say beside the link what is dialled then",
            ),
        ),
        (
            "mailto:a@b.org?Books & more",
            NoAddress(
                "has words that no mail program reads",
                "write mailto:a@b.org?subject=Books%20%26%20more",
            ),
        ),
        ("mailto:", NoAddress("is no e-mail address", "write mailto:help@example.org")),
        ("mailto:help", NoAddress("is no e-mail address", "write mailto:help@example.org")),
        (
            "mailto:help at mhsd.org",
            NoAddress("is no e-mail address", "write mailto:help@mhsd.org"),
        ),
        ("mailto:help @mhsd.org", NoAddress("is no e-mail address", "write mailto:help@mhsd.org")),
        ("mailto:help@mhsd.org.", NoAddress("is no e-mail address", "write mailto:help@mhsd.org")),
        (
            "mailto:mailto:help@mhsd.org",
            NoAddress("is no e-mail address", "write mailto:help@mhsd.org"),
        ),
        (
            "mailto:Ana <ana@mhsd.org>?subject=Help",
            NoAddress("is no e-mail address", "write mailto:ana@mhsd.org?subject=Help"),
        ),
        (
            "mailto:a@x.org b@x.org",
            NoAddress("has no comma between its addresses", "write mailto:a@x.org,b@x.org"),
        ),
        (
            "mailto:a@x.org&b@x.org",
            NoAddress("has no comma between its addresses", "write mailto:a@x.org,b@x.org"),
        ),
        (
            "mailto:a@x.org and b@x.org",
            NoAddress("has no comma between its addresses", "write mailto:a@x.org,b@x.org"),
        ),
        (
            "mailto:a@x.org&subject=Help",
            NoAddress("has a & where a ? belongs", "write mailto:a@x.org?subject=Help"),
        ),
    ],
)
def test_a_link_that_opens_nothing_is_told_with_what_is_wrong(
    href: str, wrong: NoAddress | NoTelephone
) -> None:
    assert unreachable(href) == wrong
    assert opened(href) == href


@given(
    st.sampled_from(["tel:", "sms:", "mailto:"]),
    st.text(alphabet="0123456789+-() ,;?&=%/abexort@.", max_size=24),
)
def test_a_link_that_is_right_stays_as_it_is(scheme: str, rest: str) -> None:
    once = opened(f"{scheme}{rest}")
    assert opened(once) == once
    if unreachable(f"{scheme}{rest}") is None:
        assert unreachable(once) is None
        assert " " not in once


def test_links_of_texts_and_buttons_are_published_as_they_are_opened(
    small_campaign: Path, build_site: BuildSite
) -> None:
    config = small_campaign / "config.yaml"
    config.write_text(config.read_text().replace("languages: [en, es]", "languages: [en]"))
    (small_campaign / "content/pages/ways.md").write_text(
        "---\ntitle: Ways\norder: 9\naction: tel:(419) 555-2118 ext. 4\naction_words: Ask\n---\n"
        "[(419) 555-2118](tel:(419) 555-2118), [more](tel:419-555-2118 ext 3),\n"
        "[Text HOME to 741741](sms:741741?&body=HOME), [Write](mailto: help@mhsd.org),\n"
        "[Write both](mailto:a@x.org, b@x.org?subject=I need help),\n"
        "[Our number](tel:{{ district.contact.phone }})\n"
    )

    published = build_site(small_campaign).page("ways.html")

    assert re.findall('href="((?:tel|sms|mailto):[^"]*)"', published.partition("<footer")[0]) == [
        "tel:5550160",
        "tel:+14195552118;ext=4",
        "tel:+14195552118",
        "tel:+14195552118;ext=3",
        "sms:741741?&amp;body=HOME",
        "mailto:help@mhsd.org",
        "mailto:a@x.org,b@x.org?subject=I%20need%20help",
        "tel:5550160",
    ]
