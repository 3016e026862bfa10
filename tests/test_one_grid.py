"""On a desktop what stands below one another begins and ends on the same lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.conftest import DESKTOP, PHONE, Site

_EDGES = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom].map(Math.round);
}"""


@pytest.fixture
def edges(default_site: Site, show: Callable[..., Page]) -> Callable[..., list[int]]:
    """The left, right, upper and lower edge of the first thing that a selector finds."""

    def edges_of(selector: str, address: str = "index.html", width: int = DESKTOP) -> list[int]:
        page = show((default_site.folder / address).as_uri(), width)
        found: list[int] = page.evaluate(_EDGES, selector)
        return found

    return edges_of


def test_street_and_figure_begin_with_the_third_card(edges: Callable[..., list[int]]) -> None:
    line = edges(".cards > li:nth-child(3)")[0]

    assert edges(".street.tall")[0] == line
    assert edges(".leading > div:last-child")[0] == line
    assert edges(".night > div > p")[0] == line


def test_the_skyline_is_as_wide_as_the_page_and_stands_on_the_floor_of_the_night(
    edges: Callable[..., list[int]],
) -> None:
    left, right, _, bottom = edges(".town")

    assert [left, right] == [edges(".cards")[0], edges(".cards")[1]]
    assert bottom == edges(".night")[3]
    left, right, _, bottom = edges(".town", width=PHONE)
    assert left < edges(".cards", width=PHONE)[0]
    assert 0 < left < right < PHONE
    assert bottom == edges(".night", width=PHONE)[3]


def test_the_button_for_all_help_belongs_to_the_cards(edges: Callable[..., list[int]]) -> None:
    card, button = edges(".cards > li"), edges(".offers > .buttons .button")

    assert button[:2] == card[:2]
    above, below = button[2] - card[3], edges(".leading .picture")[2] - button[3]
    assert 2 * above < below


def test_dates_of_cards_stand_on_one_line(default_site: Site, show: Callable[..., Page]) -> None:
    page = show((default_site.folder / "index.html").as_uri(), DESKTOP)

    lines = page.evaluate(
        "[...document.querySelectorAll('.brief .fine')].map(p => p.getBoundingClientRect().bottom)"
    )

    assert len(lines) == 4
    assert len(set(lines)) == 1


def test_the_logo_is_on_paper_though_nobody_went_to_the_foot_of_the_page(
    default_site: Site, show: Callable[..., Page]
) -> None:
    page = show((default_site.folder / "index.html").as_uri(), DESKTOP)
    page.emulate_media(media="print")

    seen = page.locator(".logo:visible")

    assert seen.count() == 1
    assert seen.evaluate("async image => { await image.decode(); return image.naturalWidth; }")


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_how_blocks_are_read_stands_at_the_head_beside_a_lit_and_a_dark_window(
    default_site: Site, show: Callable[..., Page], folder: str
) -> None:
    address = f"{folder}sources.html"
    page = show((default_site.folder / address).as_uri(), DESKTOP)

    assert page.locator(".hero .pair").is_visible()
    assert page.locator(".key").count() == 0
    said = page.locator(".hero").inner_text().split("\n")[-1]
    assert default_site.page(address).count(said[:40]) == 1
    if not folder:
        assert said == (
            "A block is 100 of those who were counted. The dark windows are those whom the sentence"
            " names, to the nearest whole window. Figures of different sources are not to be"
            " compared."
        )


def test_what_may_be_compared_is_said_on_one_line(edges: Callable[..., list[int]]) -> None:
    _, _, top, bottom = edges(".counted", "sources.html")

    assert bottom - top < 30


def test_a_policy_is_headed_by_the_street_and_its_sheet_stands_beside_its_contents(
    edges: Callable[..., list[int]],
) -> None:
    contents, sheet = edges(".adopted nav", "policy.html"), edges(".sheet", "policy.html")

    assert edges(".street.tall", "policy.html")[0] == edges(".cards > li:nth-child(3)")[0]
    assert sheet[2] == contents[2]
    assert sheet[0] > contents[1]
    assert sheet[1] == edges(".cards")[1]
