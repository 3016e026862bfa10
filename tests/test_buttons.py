"""The buttons below a headline and the code of a flyer: to a page, a form, a telephone."""

from __future__ import annotations

import re
import shutil

import pypdfium2
import pytest
import zxingcpp

from tests.conftest import ROOT, BuildSite, Site

_FORM = "https://forms.example.org/ask?from=page"
_BUTTON = re.compile(r'<a class="button( second)?" href="([^"]*)">(.*?)</a>', re.DOTALL)


_CASES = {
    "hers-second": (
        f"action: {_FORM}\naction_words: Ask us\n",
        ["Call 555-0160 > tel:5550160", f"Ask us > {_FORM}"],
    ),
    "hers-first": (
        f"action: {_FORM}\naction_words: Ask us\nfirst_button: action\n",
        [f"Ask us > {_FORM}", "Call 555-0160 > tel:5550160"],
    ),
    "a-letter": (
        "first_button: write\n",
        ["Write to us > mailto:radon@example.org", "Call 555-0160 > tel:5550160"],
    ),
    "hers-alone": (
        f"action: {_FORM}\naction_words: Ask us\nfirst_button: none\n",
        [f"Ask us > {_FORM}"],
    ),
    "no-button": ("first_button: none\n", []),
    "another-number": (
        "action: tel:211\naction_words: Call 211\nfirst_button: action\n",
        ["Call 211 > tel:211", "Call 555-0160 > tel:5550160"],
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> Site:
    """A campaign with a page for each case, and a flyer whose code opens a form."""
    folder = tmp_path_factory.mktemp("buttons") / "campaign"
    shutil.copytree(ROOT / "tests/golden/campaign", folder)
    config = folder / "config.yaml"
    config.write_text(config.read_text().replace("languages: [en, es]", "languages: [en]"))
    for name, (settings, _) in _CASES.items():
        page = f"---\ntitle: {name}\norder: 9\n{settings}---\nText.\n"
        (folder / f"content/pages/{name}.md").write_text(page)
    flyer = folder / "content/print/flyer.md"
    flyer.write_text(flyer.read_text().replace("---\n", f"---\npage: {_FORM}\n", 1))
    return build_site(folder)


@pytest.mark.parametrize("name", _CASES)
def test_she_says_which_button_comes_first_and_where_hers_leads(site: Site, name: str) -> None:
    found = _BUTTON.findall(site.page(f"{name}.html").replace("\u00a0", " "))

    shown = [f"{re.sub('<.*?>', '', words)} > {href}" for _, href, words in found]
    assert shown == _CASES[name][1]
    assert [bool(second) for second, _, _ in found] == [False, True][: len(shown)]


def test_the_code_of_a_flyer_opens_an_address_of_her_own(site: Site) -> None:
    with pypdfium2.PdfDocument(site.folder / "flyer.pdf") as document:
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
        printed = document[0].get_textpage().get_text_range()
    assert code.text == _FORM
    assert "forms.example.org/ask" in printed
