"""What is read of a piece of HTML."""

from __future__ import annotations

import pytest

from handbill.outline import Link, outline_of


@pytest.mark.parametrize(
    ("attributes", "is_sized"),
    [
        ('width="9" height="9"', True),
        ('width="9"', False),
        ('height="9"', False),
        ('width="" height="9"', False),
        ("", False),
    ],
)
def test_room_is_kept_for_an_image_by_both_its_sides(attributes: str, is_sized: bool) -> None:
    (image,) = outline_of(f'<img src="a.png" alt="" {attributes}>').images
    assert image.is_sized is is_sized


@pytest.mark.parametrize(("loading", "is_lazy"), [("lazy", True), ("eager", False), ("", False)])
def test_an_image_waits_when_it_says_so(loading: str, is_lazy: bool) -> None:
    (image,) = outline_of(f'<img src="a.png" alt="" loading="{loading}">').images
    assert image.is_lazy is is_lazy


def test_headings_above_an_image_are_counted() -> None:
    images = outline_of('<img src="a"><h1>A</h1><img src="b"><h2>B</h2><img src="c">').images
    assert [image.headings_before for image in images] == [0, 1, 2]


def test_the_alternative_of_a_picture_is_the_words_of_its_link() -> None:
    html = (
        '<a href="a.html"><img src="a.png" alt="The nurse"></a> <a href="b.html">all <b>of</b></a>'
    )
    assert outline_of(html).links == (Link("a.html", "The nurse"), Link("b.html", "all of"))
