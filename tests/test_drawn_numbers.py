"""Each number drawn: facts by their source, a hundred windows each, and steps in pictures."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Site

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
    groups = page.split('<div class="source">')[1:]
    titles = [re.sub(r"<.*?>", "", group.partition("</h3>")[0]).strip() for group in groups]
    counted = [len(re.findall('id="fact-', group)) for group in groups]
    assert counted == [6, 4, 1, 1, 1, 1]
    assert titles[0] == (
        "National Center for Education Statistics. (2024). Digest of Education Statistics 2024, "
        "table 702.12. U.S. Department of Education."
    )
    assert not any("http" in title for title in titles)


def test_the_figure_of_a_claim_is_large_wherever_it_stands(default_site: Site) -> None:
    page = default_site.page("sources.html")
    low = page.partition('id="fact-cannot-finish-low-income"')[2].partition("</li>")[0]
    claim = low.partition('<p class="claim">')[2].partition("</p>")[0]
    assert claim.startswith("In homes with less than $30,000 a year, ")
    assert '<strong class="large">24%</strong> of teens' in claim


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_the_window_of_the_last_step_alone_is_lit(default_site: Site, folder: str) -> None:
    page = default_site.page(f"{folder}help.html")
    steps = page.partition('<ol class="steps">')[2].partition("</ol>")[0]
    windows = re.findall(r'fill="(#\w+)" stroke="#\w+" d="M184 60', steps)
    assert len(windows) == 3
    assert windows[0] == windows[1] != windows[2] == "#FFC83D"
    assert ("matrix(-1" in steps) is (folder == "ar/")
    assert len(re.findall(r"<h3", steps)) == 3
