"""SVG on paper: gradients told in each shape's own coordinates, and what cannot be printed."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import pypdfium2
import pytest

from handbill.drawings import drawing
from handbill.image_files import PictureError
from tests.test_press import _HEAD, _press

_STOPS = '<stop offset="0" stop-color="#0a0"/><stop offset="1" stop-color="#00a"/>'
_GRADIENT = f'<linearGradient id="g">{_STOPS}</linearGradient>'


def _svg(inner: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head} viewBox="0 0 200 100">{inner}</svg>'.encode()


def _made(inner: str) -> list[dict[str, str]]:
    """The gradients that were made for the shapes of a drawing."""
    root = ElementTree.fromstring(drawing("a.svg", _svg(inner)).paper)
    return [e.attrib for e in root.iter() if e.get("id", "").startswith("handbill-gradient-")]


@pytest.mark.parametrize(
    ("shape", "left", "right"),
    [
        ('<rect x="5" y="5" width="190" height="40" fill="url(#g)"/>', 5, 195),
        ('<rect x="5" y="5" width="190" height="40" style="fill:url(#g)"/>', 5, 195),
        ('<style>.a{fill:url(#g);}</style><circle class="a" cx="50" cy="50" r="40"/>', 10, 90),
        ('<g fill="url(#g)"><ellipse cx="50" cy="50" rx="30" ry="9"/></g>', 20, 80),
        ('<polygon fill="url(#g)" points="10,10 90,10 50,90"/>', 10, 90),
        ('<path fill="url(#g)" d="M10 20h60v30h-60z"/>', 10, 70),
        # An arc of a circle of 45 about (100, 50).
        ('<path fill="url(#g)" d="M55 50a45 45 0 0 1 90 0z"/>', 55, 145),
    ],
)
def test_a_gradient_reaches_over_the_box_of_its_shape(shape: str, left: int, right: int) -> None:
    """SVG 2, 14.2.2: from 0% to 100% of the shape's width, where nothing else is said."""
    (made,) = _made(_GRADIENT + shape)
    assert made["gradientUnits"] == "userSpaceOnUse"
    assert float(made["x1"]) == pytest.approx(left, abs=0.1)
    assert float(made["x2"]) == pytest.approx(right, abs=0.1)
    assert made["y1"] == made["y2"]


def test_a_round_gradient_is_stretched_over_its_shape() -> None:
    round_one = f'<radialGradient id="g">{_STOPS}</radialGradient>'
    (made,) = _made(f'{round_one}<rect x="5" y="5" width="190" height="40" fill="url(#g)"/>')
    assert made["gradientTransform"] == "matrix(190 0 0 40 5 5)"
    assert [made[key] for key in ("cx", "cy", "r")] == ["0.5", "0.5", "0.5"]


@pytest.mark.usefixtures("the_press_itself")
def test_two_shapes_have_a_gradient_each_and_stops_are_inherited() -> None:
    inner = (
        f'<linearGradient id="z">{_STOPS}</linearGradient><linearGradient id="g" '
        'x2="0" y2="1" xlink:href="#z"/><rect y="5" width="9" height="40" fill="url(#g)"/>'
        '<rect y="50" width="9" height="40" fill="url(#g)"/>'
    )
    assert [(made["y1"], made["y2"]) for made in _made(inner)] == [("5", "45"), ("50", "90")]
    pressed = _press(
        f"{_HEAD}<style>@page {{ size: 200px 100px; margin: 0 }} body, h1 {{ margin: 0 }}"
        "img { display: block; width: 200px }</style>"
        '<img alt="x" src="assets/a.svg"><h1>t</h1>',
        {"assets/a.svg": drawing("a.svg", _svg(inner)).paper},
    )
    with pypdfium2.PdfDocument(io.BytesIO(pressed.pdf)) as pdf:
        image = pdf[0].render(scale=96 / 72).to_pil().convert("RGB")
    for top, bottom in ((7, 43), (52, 88)):
        colours = [image.getpixel((4, y)) for y in (top, bottom)]
        assert all(isinstance(colour, tuple) for colour in colours)
        (_, green, _), (_, _, blue) = (c for c in colours if isinstance(c, tuple))
        assert green > 130
        assert blue > 130


@pytest.mark.parametrize(
    ("inner", "flaw"),
    [
        ('<rect width="9" height="9" fill="var(--a)"/>', "colours by name (`var`)"),
        ('<g filter="url(#f)"><path d="M0 0h9v9z"/></g>', "a filter, such as a blur or a shadow"),
        ('<path style="mix-blend-mode:multiply" d="M0 0h9v9z"/>', "colours that blend"),
        (
            '<mask id="m" style="mask-type:alpha"><path d="M0 0h9v9z"/></mask>'
            '<path mask="url(#m)" d="M0 0h9v9z"/>',
            "a mask by transparency",
        ),
        (
            '<path id="p" d="M0 9h90"/><text><textPath href="#p">Lamp</textPath></text>',
            "text along a line",
        ),
        ('<text y="9">مدرسة</text>', "text in letters that are not Latin"),
        (
            '<path paint-order="stroke" stroke="#000" d="M0 0h9v9z"/>',
            "outlines behind what they outline",
        ),
        (_GRADIENT + '<text fill="url(#g)">Lamp</text>', "a gradient over letters"),
        (
            _GRADIENT + '<path stroke="url(#g)" d="M0 0h9v9z"/>',
            "an outline in a gradient or a pattern",
        ),
        (
            '<linearGradient id="g"><stop stop-color="#0a0"/>'
            '<stop offset="1" style="stop-color:#00a;stop-opacity:0"/></linearGradient>'
            '<path fill="url(#g)" d="M0 0h9v9z"/>',
            "a gradient that is partly transparent",
        ),
    ],
)
def test_what_paper_spoils_is_named(inner: str, flaw: str) -> None:
    """Each was printed and looked at beside a browser's picture: WeasyPrint 70, Chromium."""
    assert drawing("a.svg", _svg(inner)).flaw == flaw


@pytest.mark.parametrize(
    "inner",
    [
        # What is declared, and shown nowhere.
        '<defs><filter id="f"/><path id="q" filter="url(#f)" d="M0 0h9v9z"/><text>م</text></defs>',
        '<g style="display:none"><path filter="url(#f)" d="M0 0h9v9z"/></g>',
        # As Illustrator, Inkscape and Canva save.
        "<style>.cls-1{fill:#c00;}.cls-2{fill:none;stroke:#00a;stroke-width:8px}</style>"
        '<rect class="cls-1" width="9" height="9"/><circle class="cls-2" r="30"/>',
        '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Layer 1">'
        '<rect style="fill:#c00;mix-blend-mode:normal;filter:none" width="9" height="9"/></g>',
        '<clipPath id="9"><path d="M 0 0 L 9 0 L 9 9 Z" clip-rule="nonzero"/></clipPath>'
        '<g clip-path="url(#9)"><path fill-opacity="1" d="M0 0h9v9z"/></g>',
        '<text y="9" font-family="Arial">Trường học của chúng ta</text>',
        # From one colour to the same, clear.
        '<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="white" '
        'stop-opacity="0"/></linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>',
    ],
)
def test_what_paper_shows_as_it_is_is_left_alone(inner: str) -> None:
    shown = drawing("a.svg", _svg(inner))
    assert shown.flaw == ""
    assert shown.page == _svg(inner)
    assert not re.search(rb"handbill-gradient", shown.page)


def test_groups_in_groups_without_end_are_told() -> None:
    with pytest.raises(PictureError, match="hundreds deep"):
        drawing("a.svg", _svg("<g>" * 3000 + "</g>" * 3000))
