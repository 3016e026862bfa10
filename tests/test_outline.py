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


def test_the_words_of_styles_scripts_and_drawings_are_no_text() -> None:
    silent = "".join(f"<{tag}>no</{tag}>" for tag in ("style", "script", "svg", "head", "title"))
    assert outline_of(f"<p>yes{silent}</p>").text.split() == ["yes"]


@pytest.mark.parametrize("tag", ["p", "li", "dd", "dt", "blockquote", "figcaption"])
def test_what_is_spoken_is_a_paragraph(tag: str) -> None:
    assert outline_of(f"<{tag}>One <b>or</b>\n two.</{tag}>").paragraphs == ("One or two.",)


@pytest.mark.parametrize("tag", ["h1", "h6", "td", "th", "div", "section", "p", "li"])
def test_blocks_do_not_run_into_each_other(tag: str) -> None:
    assert outline_of(f"<{tag}>a</{tag}><{tag}>b</{tag}>").text.split() == ["a", "b"]


def test_inside_a_line_words_stay_whole_and_a_break_parts_them() -> None:
    assert outline_of("s<b>ee</b>n<br>here").text.split() == ["seen", "here"]


@pytest.mark.parametrize("tag", ["br", "img", "hr", "meta", "link", "input", "source", "wbr"])
def test_an_element_without_an_end_holds_nothing(tag: str) -> None:
    assert outline_of(f'<a href="a.html">a<{tag}>b</a>c').links[0].words == "ab"


def test_headings_have_their_levels_and_words() -> None:
    html = "".join(f"<h{level}>No. <i>{level}</i></h{level}>" for level in range(1, 7))
    assert [(h.level, h.words) for h in outline_of(html).headings] == [
        (level, f"No. {level}") for level in range(1, 7)
    ]


def test_an_anchor_is_any_id_that_is_not_empty() -> None:
    assert outline_of('<p id="a"><b id="">x</b><svg id="c"/></p>').anchors == ("a", "c")
