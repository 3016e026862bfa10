"""What once went wrong at an edge, and must not again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from handbill.check.assets import _found
from handbill.figures import parse_figure
from handbill.fonts import font_case
from handbill.hours import parse_hours
from handbill.outline import outline_of
from handbill.phrases import Quantity
from handbill.plan import absolute
from handbill.press import Press
from handbill.problems import CampaignError
from handbill.products import Rendered
from handbill.times import Unclear
from handbill.vocabulary import Vocabulary
from handbill.write import write
from tests.printing import workshop_of
from tests.test_problems import as_text, copy_base, problems_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


@pytest.mark.parametrize(
    "contradiction",
    ["Mon-Fri 9am-5pm; Wed closed", "Sat-Mon 9am-5pm; Sun closed", "Mon-Wed-Fri 9am-5pm"],
)
def test_hours_that_contradict_themselves_are_not_guessed(contradiction: str) -> None:
    assert isinstance(parse_hours(contradiction), Unclear)


def test_a_closed_day_needs_no_word_and_may_have_one() -> None:
    assert parse_hours("Mon-Fri 9am-5pm; Sat, Sun closed") == parse_hours("Mon-Fri 9am-5pm")


@pytest.mark.parametrize("name", ["secret.txt", "folder"])
def test_a_link_in_layouts_is_told_whatever_its_name(tmp_path: Path, name: str) -> None:
    campaign = copy_base(tmp_path / "campaign")
    (tmp_path / "elsewhere").mkdir()
    (campaign / "layouts").mkdir()
    (campaign / "layouts" / name).symlink_to(tmp_path / "elsewhere")
    assert f"layouts/{name}: error: this is a link" in as_text(problems_of(campaign))


def test_an_output_that_leads_elsewhere_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CampaignError) as stopped:
        write(tmp_path, "site", {"index.html": b"x"})

    assert as_text(stopped.value.problems) == (
        "output: error: this is a link to somewhere else\n"
        "  hint: remove it; the build makes the folder itself\n"
    )
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("title", "says"),
    [
        (r'"\U00110000"', "a text in this block names a character that does not exist"),
        (r'"\ud83d\ude00"', "invisible"),
    ],
)
def test_escapes_that_name_no_character_are_told(tmp_path: Path, title: str, says: str) -> None:
    campaign = copy_base(tmp_path / "campaign")
    config = campaign / "config.yaml"
    text = config.read_text("utf-8").replace("title: Eye tests in Birch Falls", f"title: {title}")
    config.write_text(text, "utf-8")
    assert says in as_text(problems_of(campaign))


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("index.html", "https://x.org/"),
        ("es/index.html", "https://x.org/es/"),
        ("fact-index.html", "https://x.org/fact-index.html"),
        ("flyer.pdf", "https://x.org/flyer.pdf"),
    ],
)
def test_only_an_index_is_shown_without_its_name(address: str, shown: str) -> None:
    assert absolute("https://x.org", address) == shown


@pytest.mark.parametrize(
    ("drawing", "does", "word"),
    [
        (
            '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
            "holds a script",
            "script",
        ),
        ('<rect onclick="alert(1)"/>', "holds a script", "onclick"),
        (
            '<a><set attributeName="href" to="https://example.org"/></a>',
            "reaches for another file",
            "href",
        ),
        (
            "<rect style=\"fill: image-set('https://example.org/x.png' 1x)\"/>",
            "reaches for another file",
            "fill: image-set('https://example.org/x.png' 1x)",
        ),
        (
            "<style>@import 'https://example.org/x.css';</style>",
            "reaches for another file",
            "@import",
        ),
        (
            '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="https://example.org/x.png"/>',
            "reaches for another file",
            "https://example.org/x.png",
        ),
        ('<use href="other.svg#a"/>', "reaches for another file", "other.svg#a"),
        (
            "<foreignObject><p/></foreignObject>",
            "holds a piece of a web page, which paper cannot show",
            "foreignobject",
        ),
    ],
)
def test_no_way_out_of_a_picture_is_missed(drawing: str, does: str, word: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode()
    assert _found(svg) == (does, word)


def test_a_picture_in_another_encoding_cannot_hide_what_it_holds() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16")
    assert _found(svg) == ("is not saved as UTF-8", "")


def test_a_plain_picture_is_left_in_peace() -> None:
    drawing = '<defs><path id="a" d="M0 0"/></defs><use href="#a" fill="url(#b)"/>'
    assert not _found(f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode())


@pytest.mark.parametrize(
    "element",
    [
        '<link href="https://x.org/a.css" rel="stylesheet">',
        "<link rel='shortcut icon' href='https://x.org/a.css'>",
        '<img alt="" srcset="https://x.org/a.css 2x">',
        '<svg><image href="https://x.org/a.css"/></svg>',
        '<script src="https://x.org/a.css"></script>',
        '<video poster="https://x.org/a.css"></video>',
        '<object data="https://x.org/a.css"></object>',
    ],
)
def test_whatever_a_browser_fetches_is_seen(element: str) -> None:
    assert outline_of(element).fetched == ("https://x.org/a.css",)


@pytest.mark.parametrize("rel", ["canonical", "alternate", "license"])
def test_what_waits_for_a_click_is_not_fetched(rel: str) -> None:
    assert outline_of(f'<link rel="{rel}" href="https://x.org/">').fetched == ()


@pytest.mark.parametrize("wrong", ["1 in " + "9" * 5000, "\u0665.4%", "9" * 400])
def test_figures_are_of_digits_and_of_a_size_that_people_read(wrong: str) -> None:
    assert parse_figure(wrong) is None


@pytest.mark.parametrize(("whole", "about"), [(625, "130"), (1840, "370"), (10, "2"), (45, "9")])
def test_a_share_of_a_number_is_rounded_half_up_to_two_digits(whole: int, about: str) -> None:
    """20% of 625 is 125; of 1,840 it is 368."""
    workshop = workshop_of(SMALL_CAMPAIGN)
    vocabulary = Vocabulary(workshop.campaign, "en", workshop.words["en"])
    vocabulary.facts._figure = lambda _content: parse_figure("20%")  # type: ignore[assignment,method-assign,return-value]  # any share
    fact = next(iter(workshop.campaign.facts))

    assert vocabulary.facts.share_of(fact, Quantity(Decimal(whole), "")).text == about


@pytest.mark.usefixtures("the_press_itself")
def test_sizes_may_stand_in_any_order() -> None:
    html = (
        '<html lang="en"><title>t</title><meta name="handbill-pages" content="1">'
        '<meta name="handbill-sizes" content="12 14 13"><h1>Hello</h1>'
    )
    sheet: Rendered = Rendered(None, html)  # type: ignore[arg-type]  # the press reads its HTML
    assert Press({}, font_case(["en"], {})).press(sheet).size == 14
