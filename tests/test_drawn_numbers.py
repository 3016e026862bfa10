"""Each number drawn: facts by their source, a hundred windows each, and steps in pictures."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.conftest import DESKTOP, Site

_GROUP = re.compile(r'<div class="source(?: single)?"')
LANGUAGES = ("en", "es", "ar", "zh-Hans", "vi")
_DARK = {
    "none-or-phone-only": 8,
    "no-home-internet": 2,
    "smartphone-only": 5,
    "computer-at-home": 8,  # 92.4% have it, and the others are dark
    "native-students": 8,
    "black-students": 8,
    "cannot-finish": 12,
    "cannot-finish-low-income": 24,
    "homework-on-a-phone": 22,
    "public-wifi": 6,
    "no-connection": 12,
    "district-bandwidth": 93,  # 7% have it
    "five-million": 18,
}


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_each_fact_stands_beside_a_hundred_windows(default_site: Site, folder: str) -> None:
    page = default_site.page(f"{folder}sources.html")
    for name, dark in _DARK.items():
        fact = page.partition(f'id="fact-{name}"')[2].partition("</li>")[0]
        drawing = fact.partition("<svg")[2].partition("</svg>")[0]
        rest, counted = (
            len(re.findall(r"M\d+ \d+h30", path))
            for path in re.findall(r' d="(M[^"]*h30[^"]*)"', drawing)
        )
        assert (rest, counted) == (100 - dark, dark), name


def test_what_nobody_lacks_is_not_drawn(default_site: Site) -> None:
    fact = default_site.page("sources.html").partition('id="fact-teachers-assign"')[2]
    assert "<svg" not in fact.partition("</li>")[0]


def test_facts_of_one_source_stand_together_below_its_title(default_site: Site) -> None:
    page = default_site.page("sources.html")
    groups = _GROUP.split(page)[1:]
    titles = [
        re.sub(r"<.*?>", "", group.partition("<h3>")[2].partition("</h3>")[0]).strip()
        for group in groups
    ]
    counted = [len(re.findall('id="fact-', group)) for group in groups]
    assert counted == [6, 4, 1, 1, 1, 1]
    assert titles[0] == (
        "National Center for Education Statistics. (2024). Digest of Education Statistics 2024, "
        "table 702.12. U.S. Department of Education."
    )
    assert not any("http" in title for title in titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_beside_its_facts_has_their_number_and_is_not_listed_again(
    default_site: Site, language: str
) -> None:
    folder = "" if language == "en" else f"{language}/"
    page = default_site.page(f"{folder}sources.html")
    assert 'id="page-sources"' not in page
    groups = _GROUP.split(page)[1:]
    for number, group in enumerate(groups, 1):
        assert group.startswith(f' id="source-{number}"')
        assert f'<p class="rank" aria-hidden="true">{number}</p>' in group
        assert set(re.findall(r'href="#source-(\d+)"', group)) == {str(number)}


def test_each_source_says_who_was_counted_what_may_be_compared_and_how_it_was_read(
    default_site: Site,
) -> None:
    page = default_site.page("sources.html")
    said = [" ".join(re.sub(r"<.*?>", " ", group).split()) for group in _GROUP.split(page)[1:]]
    assert "children aged 3 to 18 · 2023. One source, one year: these 6 may be compared." in said[0]
    assert "US teens aged 13 to 17 · 2022. One source, one year: these 4 may be" in said[1]
    assert ["may be compared" in text for text in said] == [True, True] + [False] * 4
    assert page.count("Figures of different sources are not to be compared.") == 1
    assert "nces.ed.gov Checked November 23, 2026" in said[0]
    assert "Our arithmetic: 2.3% + 5.4% = 7.7%." in said[0]
    assert "Dark here: the other 7.6%." in said[0]
    assert "Dark here: the other 93%." in said[3]
    assert "Read in a secondary copy of the report." in said[1]
    assert "A block is 100 of those who were counted." in re.sub(r"<.*?>", " ", page)


def test_the_figure_of_a_claim_is_large_wherever_it_stands(default_site: Site) -> None:
    page = default_site.page("sources.html")
    low = page.partition('id="fact-cannot-finish-low-income"')[2].partition("</li>")[0]
    claim = low.partition('<p class="claim">')[2].partition("</p>")[0]
    assert claim.startswith("In homes with less than $30,000 a year, ")
    assert '<strong class="large">24%</strong> of teens' in claim


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_the_window_of_the_last_step_alone_is_lit(
    default_site: Site, open_page: Callable[..., Page], folder: str
) -> None:
    page = default_site.page(f"{folder}help.html")
    steps = page.partition('<ol class="steps">')[2].partition("</ol>")[0]
    windows = re.findall(r'fill="(#\w+)" stroke="#\w+" d="M36 42', steps)
    assert len(windows) == 3
    assert windows[0] == windows[1] != windows[2] == "#FFC83D"
    assert len(re.findall(r"<h3", steps)) == 3
    shown = open_page((default_site.folder / f"{folder}help.html").as_uri(), DESKTOP)
    lamp, arrow, house = shown.evaluate(
        """["lamp", "arrow", "house"].map(name => {
            const element = document.querySelector(`.scene .${name}`);
            return [element.getBoundingClientRect().x, getComputedStyle(element).transform];
        })"""
    )
    if folder:
        assert lamp[0] > arrow[0] > house[0]
        assert arrow[1] == "matrix(-1, 0, 0, 1, 0, 0)"
    else:
        assert lamp[0] < arrow[0] < house[0]
        assert arrow[1] == "none"
