"""A sixth language, from no file at all: its skeletons, and what falls back until it is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from handbill.pipeline import build
from handbill.progress import Silence
from tests.command_line import run
from tests.conftest import TODAY, Server
from tests.glyphs import pieces_of
from tests.test_problems import copy_base

CODES = ["ht", "ur"]
TITLE = {"ht": "Èske pitit ou ka li tablo a?", "ur": "کیا آپ کا بچہ بورڈ پڑھ سکتا ہے؟"}
PHONE = {"ht": "Telefòn", "ur": "فون"}
URL = "https://example.org/eye-tests/"
_DIRECTION = {"ht": "ltr", "ur": "rtl"}


@pytest.fixture(params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def campaign(tmp_path: Path, code: str) -> Path:
    """A campaign with a new language, whose files are there and empty."""
    campaign = copy_base(tmp_path)
    ran = run("translations", "--new", code, "-C", campaign)
    assert (ran.status, ran.err) == (0, "")
    return campaign


def _fill(file: Path, **words: str) -> None:
    """Write words between the quotation marks of a skeleton."""
    text = file.read_text("utf-8")
    for key, word in words.items():
        text, count = re.subn(rf'^( *{key}:) ""$', rf'\1 "{word}"', text, flags=re.MULTILINE)
        assert count == 1, key
    file.write_text(text, "utf-8")


def test_every_original_has_its_skeleton(campaign: Path, code: str) -> None:
    originals = {*campaign.glob("content/[fhp]*/*.md")} - {*campaign.glob("content/*/*.*.md")}
    skeletons = {*campaign.glob(f"content/*/*.{code}.md")}
    assert {file.with_name(f"{file.stem}.{code}.md") for file in originals} == skeletons
    assert (campaign / f"config.{code}.yaml").is_file()
    assert (campaign / f"layouts/words/{code}.yaml").is_file()
    languages = f"languages: [en, es, {code}]"
    assert languages in (campaign / "config.yaml").read_text("utf-8").splitlines()


def test_a_skeleton_has_each_text_above_its_place_and_builds_as_it_is(
    campaign: Path, code: str
) -> None:
    words = (campaign / f"content/help/eye-test.{code}.md").read_text("utf-8")
    assert re.sub("[0-9a-f]{8}", "THE MARK", words) == (
        "---\n"
        "# Between the quotation marks, where there are some; each in English above it.\n"
        "# Get an eye test\n"
        'title: ""\n'
        "# Any student\n"
        'who: ""\n'
        "# Free\n"
        'cost: ""\n'
        "# Call the school nurse.\n"
        'how: ""\n'
        "# The mark of the original that this is made from.\n"
        "original: THE MARK\n"
        "# Whoever reads this and finds it right says so here; a role or an office is enough.\n"
        "reviewed_by:\n"
        "reviewed_on:\n"
        "---\n"
        "<!-- In English; the translation goes below this note.\n"
        "\n"
        "It does not hurt.\n"
        "\n"
        "-->\n"
    )
    build(campaign, TODAY, Silence())
    assert (campaign / f"output/site/{code}/index.html").is_file()


def test_what_is_not_translated_falls_back_and_is_marked(
    campaign: Path,
    code: str,
    browser: Browser,
    serve: Callable[[Path], Server],
) -> None:
    """A page half of which is translated: each piece of text says its own language."""
    index = campaign / f"content/pages/index.{code}.md"
    _fill(index, title=TITLE[code])
    _fill(campaign / f"layouts/words/{code}.yaml", phone=PHONE[code])
    build(campaign, TODAY, Silence())
    page = browser.new_page()
    page.goto(f"{serve(campaign / 'output/site').url}/{code}/index.html")

    def language_of(selector: str) -> tuple[str, str]:
        found = page.locator(selector).first.evaluate(
            """element => {
                const inner = element.querySelector(":scope > [lang]:only-child") || element;
                const marked = inner.closest("[lang]");
                return [marked.lang, getComputedStyle(marked).direction];
            }"""
        )
        return found[0], found[1]

    own = (code, _DIRECTION[code])
    assert TITLE[code] in page.title()
    assert language_of("h1 > span") == own
    assert language_of(".places thead th:nth-child(4)") == own
    for fallen in (".summary", "main h2", "main section p", ".cards h3", ".cards dt", ".notice"):
        assert language_of(fallen) == ("en", "ltr"), fallen
    assert Axe().run(page).violations_count == 0
    page.close()


def test_its_flyer_says_which_language_each_letter_is_in(campaign: Path, code: str) -> None:
    _fill(campaign / f"content/print/flyer.{code}.md", title=TITLE[code])
    build(campaign, TODAY, Silence())
    with pikepdf.open(campaign / f"output/site/{code}/flyer.pdf") as pdf:
        assert str(pdf.Root.Lang) == code
        assert len(pdf.pages) == 1
        turned = _DIRECTION[code] == "rtl"
        pieces = list(pieces_of(pdf.pages[0], right_to_left=turned))
        elements = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        languages = {piece.text: elements[piece.mark].get("/Lang") for piece in pieces}
    assert languages["Whatyoucando"] == "en"
    title = "".join(TITLE[code].split())  # on one line or on two
    of_title = [text for text in languages if text in title]
    assert sorted("".join(of_title)) == sorted(title)
    assert {languages[text] for text in of_title} == {None}


def test_a_flyer_without_a_word_of_the_language_is_not_offered_as_one(
    campaign: Path, code: str
) -> None:
    index = campaign / "content/pages/index.md"
    index.write_text(f"{index.read_text('utf-8')}\n## Flyers\n\n{{{{ downloads() }}}}\n", "utf-8")
    build(campaign, TODAY, Silence())
    page = (campaign / f"output/site/{code}/index.html").read_text("utf-8")
    assert page.count('type="application/pdf"') == 2
    assert f'hreflang="{code}" type="application/pdf"' not in page


def test_search_engines_hear_of_a_page_once_it_is_translated(campaign: Path, code: str) -> None:
    build(campaign, TODAY, Silence())
    site = campaign / "output/site"
    before = (site / f"{code}/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{URL}">' in before
    assert 'rel="alternate"' not in before
    assert f"/{code}/" not in (site / "sitemap.xml").read_text("utf-8")

    _fill(campaign / f"content/pages/index.{code}.md", title=TITLE[code])
    build(campaign, TODAY, Silence())
    own = f"{URL}{code}/"
    after = (site / f"{code}/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{own}">' in after
    assert f'<link rel="alternate" hreflang="{code}" href="{own}">' in after
    assert f"<loc>{own}</loc>" in (site / "sitemap.xml").read_text("utf-8")
