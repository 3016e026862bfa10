"""Contrast, against pairs that WebAIM's checker and WCAG's own documents publish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.colours import contrast, mix, pairs, palette
from handbill.schema import Colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#FFFFFF", "#000000", 21.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#949494", "#FFFFFF", 3.03),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#00FF00", "#FFFFFF", 1.37),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#0000FF", "#000000", 2.44),
        ("#FFFF00", "#000000", 19.56),
        ("#abcdef", "#ABCDEF", 1.0),
    ],
)
def test_the_ratio_is_the_published_one(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(COLOURS, COLOURS)
def test_the_ratio_lies_between_1_and_21_whichever_colour_comes_first(a: str, b: str) -> None:
    assert 1 <= contrast(a, b) <= 21
    assert contrast(a, b) == contrast(b, a)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, "#000000"), (0.5, "#808080"), (1.0, "#FFFFFF")]
)
def test_a_mix_lies_between_its_colours(share: float, expected: str) -> None:
    assert mix("#000000", "#FFFFFF", share) == expected


def test_the_default_palette_can_be_read_everywhere() -> None:
    chosen = Colours()
    ratios = [contrast(text, ground) for text, ground, _ in pairs(palette(chosen.ink, chosen.lamp))]
    assert min(ratios) >= 4.5


def test_every_pair_that_the_layouts_use_is_looked_at() -> None:
    """Text and ground, by their names: as the style sheets put them together."""
    colours = palette("#14213D", "#FFC83D")
    names = {value: name for name, value in vars(colours).items()}
    looked_at = {(names[text], names[ground], decides) for text, ground, decides in pairs(colours)}
    assert looked_at == {
        ("ink", "paper", "ink"),
        ("quiet", "paper", "ink"),
        ("ink", "lamp", "lamp"),
        ("moon", "night", "ink"),
        ("haze", "night", "ink"),
        ("lamp", "night", "lamp"),
        ("paper", "wall", "ink"),
    }


@pytest.mark.parametrize(
    ("grey", "luminance"), [("#0A0A0A", 0.003035), ("#0B0B0B", 0.003347), ("#040404", 0.001214)]
)
def test_near_black_the_curve_is_a_line(grey: str, luminance: float) -> None:
    """IEC 61966-2-1: linear up to 0.04045, which is 10.3 of 255."""
    assert contrast(grey, "#000000") == pytest.approx((luminance + 0.05) / 0.05, abs=0.0001)
