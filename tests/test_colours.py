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
