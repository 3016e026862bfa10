"""What the check says of links to telephones and mailboxes, and of those that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_problems import as_text, copy_base, problems_of


def _told(folder: Path, text: str) -> str:
    """What is said of a page with this text on its fifth line."""
    campaign = copy_base(folder / "campaign")
    config = campaign / "config.yaml"
    config.write_text(config.read_text().replace("languages: [en, es]", "languages: [en]"))
    for translation in campaign.rglob("*.es.*"):
        translation.unlink()
    (campaign / "content/pages/links.md").write_text(f"---\ntitle: Links\norder: 5\n---\n{text}\n")
    return as_text(problems_of(campaign))


@pytest.mark.parametrize(
    "link",
    [
        "[Call the school nurse](tel:{{ district.contact.phone }})",
        "[Text the school nurse](sms:{{ district.contact.phone }}?body=Hello)",
        "[Write to the school nurse](mailto:{{ district.contact.email }})",
        "[Text HOME to 741741](sms:741741)",
        "[741741](sms:741741)",
        "[419-555-2118](tel:419-555-2118 ext 3)",
        "[419-555-2118 ext. 3](tel:+14195552118;ext=3)",
        "[419-555-2118](tel:419%20555%202118)",
        "[1-800-463-3339](tel:1-800-GO-FEDEX)",
        "[1-800-GO-FEDEX](tel:18004633339)",
        "[Call 555-2118](tel:419-555-2118)",
        "[help@mhsd.org](mailto: help@mhsd.org)",
        "[a@mhsd.org](mailto:a@mhsd.org, b@mhsd.org)",
    ],
)
def test_a_link_that_opens_what_it_says_is_right(tmp_path: Path, link: str) -> None:
    assert _told(tmp_path, f"{link} today.") == ""


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (
            "[Call us](tel:{{ district.name }})",
            "error: this link leads nowhere: tel:{{ district.name }} is not a phone number\n"
            "  hint: write one like 555-0142, 211 or 1-800-555-0142\n",
        ),
        (
            "[Call us](tel:419-155-2118)",
            "error: this link leads nowhere: tel:419-155-2118 has 155 after its area code,"
            " and those three digits never begin with 1\n"
            "  hint: look the number up: a digit may be wrong\n",
        ),
        (
            "[Text us](sms:7417)",
            "error: this link leads nowhere: sms:7417 has 4 digits, and no texts go there\n"
            "  hint: a code for texts has five or six, a number seven, or ten with its area code\n",
        ),
        (
            "[Write to both](mailto:a@mhsd.org b@mhsd.org)",
            "error: this link leads nowhere: mailto:a@mhsd.org b@mhsd.org"
            " has no comma between its addresses\n"
            "  hint: write mailto:a@mhsd.org,b@mhsd.org\n",
        ),
        (
            "[419-555-2118 ext. 3](tel:419-555-2119)",
            "warning: these words name another address than their link: 419-555-2118 ext. 3\n"
            "  hint: the link leads to 419-555-2119: write the same in both\n",
        ),
        (
            "[1-800-GO-FEDEX](tel:1-800-463-3330)",
            "warning: these words name another address than their link: 1-800-GO-FEDEX\n"
            "  hint: the link leads to 1-800-463-3330: write the same in both\n",
        ),
        (
            "[555-2118](sms:555-2119)",
            "warning: these words name another address than their link: 555-2118\n"
            "  hint: the link leads to 555-2119: write the same in both\n",
        ),
    ],
)
def test_a_link_that_does_not_is_told_in_these_words(tmp_path: Path, link: str, told: str) -> None:
    assert _told(tmp_path, f"{link} today.") == f"content/pages/links.md:5: {told}"
