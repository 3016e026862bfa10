"""The buttons below a headline and the code of a flyer: to a page, a form, a telephone."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from tests.conftest import BuildSite

_FORM = "https://forms.example.org/ask?from=page"
_BUTTON = re.compile(r'<a class="button( second)?" href="([^"]*)">(.*?)</a>', re.DOTALL)


def _change(file: Path, settings: str) -> None:
    text = re.sub(r"(?m)^(?:action|action_words|first_button|page):.*\n", "", file.read_text())
    file.write_text(text.replace("---\n", f"---\n{settings}", 1))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            f"action: {_FORM}\naction_words: Ask us\n",
            ["Call 555-0160 > tel:5550160", f"Ask us > {_FORM}"],
        ),
        (
            f"action: {_FORM}\naction_words: Ask us\nfirst_button: action\n",
            [f"Ask us > {_FORM}", "Call 555-0160 > tel:5550160"],
        ),
        (
            "first_button: write\n",
            ["Write to us > mailto:radon@example.org", "Call 555-0160 > tel:5550160"],
        ),
        (
            "action: tel:211\naction_words: Call 211\nfirst_button: action\n",
            ["Call 211 > tel:211", "Call 555-0160 > tel:5550160"],
        ),
    ],
)
def test_she_says_which_button_comes_first_and_where_hers_leads(
    small_campaign: Path, build_site: BuildSite, settings: str, expected: list[str]
) -> None:
    for name in ("flyer.md", "flyer.es.md"):
        (small_campaign / "content/print" / name).unlink(missing_ok=True)
    _change(small_campaign / "content/pages/index.md", settings)
    if "action_words" not in settings:
        _change(small_campaign / "content/pages/index.es.md", "")
    page = build_site(small_campaign).page("index.html")

    found = _BUTTON.findall(page.replace("\u00a0", " "))

    assert [f"{re.sub('<.*?>', '', words)} > {href}" for _, href, words in found] == expected
    assert [bool(second) for second, _, _ in found] == [False, True]


def test_the_code_of_a_flyer_opens_an_address_of_her_own(
    small_campaign: Path, build_site: BuildSite
) -> None:
    _change(small_campaign / "content/print/flyer.md", f"page: {_FORM}\n")
    site = build_site(small_campaign)
    with pypdfium2.PdfDocument(site.folder / "flyer.pdf") as document:
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
        printed = document[0].get_textpage().get_text_range()
    assert code.text == _FORM
    assert "forms.example.org/ask" in printed
