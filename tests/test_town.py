"""The skyline of a town: a window for each of the people, counted in what is drawn."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from pathlib import Path

import pytest

from handbill.colours import palette
from handbill.interface import interface_of
from handbill.phrases import Quantity
from handbill.read.campaign import read
from handbill.render.town import town
from handbill.vocabulary import Vocabulary
from handbill.windows import windows_of_many
from tests.conftest import Site, layouts_in

_STEP = 8


def _drawn(total: int, share: str, *, mirrored: bool = False) -> str:
    windows = windows_of_many(Decimal(share), total)
    return str(town(windows, "A town", palette("#14213D", "#FFC83D"), mirrored=mirrored))


def _counted(drawing: str) -> tuple[int, int]:
    """How many windows the walls have room for, and how many strokes are dark."""
    walls, unlit = re.findall(r' d="(M[^"]*)"', drawing)[-2:]
    sides = re.findall(r"M\d+ \d+v-(\d+)h(\d+)v\d+z", walls)
    rooms = sum(int(high) // _STEP * (int(wide) // _STEP) for high, wide in sides)
    return rooms, len(re.findall(r"M\d+ -?\d+h6", unlit))


@pytest.mark.parametrize(
    ("total", "share", "windows", "dark"),
    [
        (1840, "0.077", 1840, 142),
        (900, "0.5", 900, 450),
        (31, "0.1", 31, 3),
        (1, "1", 1, 1),
        (2500, "0.0004", 2500, 1),
        (2501, "0.1", 250, 25),
        (48_000, "0.077", 480, 37),
    ],
)
def test_there_is_a_window_for_each_or_for_each_ten(
    total: int, share: str, windows: int, dark: int
) -> None:
    assert _counted(_drawn(total, share)) == (windows, dark)


def test_no_two_houses_meet() -> None:
    walls = re.findall(r' d="(M[^"]*)"', _drawn(1840, "0.077"))[-2]
    blocks = [tuple(map(int, b)) for b in re.findall(r"M(\d+) (\d+)v-\d+h(\d+)", walls)]
    ground = max(bottom for _, bottom, _ in blocks)
    houses = sorted((left, left + wide) for left, bottom, wide in blocks if bottom == ground)
    assert len(houses) == 10
    assert all(end < begin for (_, end), (begin, _) in itertools.pairwise(houses))


def test_where_people_read_from_right_to_left_it_is_mirrored() -> None:
    assert "matrix(-1 0 0 1" in _drawn(1840, "0.077", mirrored=True)
    assert "matrix" not in _drawn(1840, "0.077")


def test_the_districts_number_is_said_and_drawn(default_site: Site) -> None:
    page = default_site.page("index.html")
    count = re.search(r'<p class="count">(.*?)</p>', page)
    assert count
    assert re.sub(r"<.*?>", "", count[1]) == "About 140 of our 1,840 students"
    (drawing,) = re.findall(r'<svg[^>]*class="town".*?</svg>', page)
    assert "<title>1,840 windows, 142 of them dark.</title>" in drawing
    assert _counted(drawing) == (1840, 142)


def test_a_skyline_says_its_number_once(default_campaign: Path) -> None:
    campaign, _ = read(default_campaign)
    assert campaign is not None
    words, _ = interface_of(layouts_in(default_campaign), campaign)
    assert words is not None
    students = Quantity(Decimal(3410), "3,410")

    def said(code: str) -> str:
        facts = Vocabulary(campaign, code, words[code]).facts
        return str(facts.skyline_of("none-or-phone-only", students).alternative)

    assert [said(code) for code in ("en", "es", "ar", "vi", "zh-Hans")] == [
        "341 windows, 26 of them dark. Each is for 10.",
        "341 ventanas; oscuras: 26. Cada una representa 10.",
        "عدد النوافذ 341، والمظلمة منها 26. كل نافذة تمثّل 10.",
        "341 ô cửa sổ, trong đó có 26 ô tối. Mỗi ô là 10.",
        "一共 341 扇窗，其中 26 扇没亮灯。每扇代表 10。",  # noqa: RUF001
    ]
