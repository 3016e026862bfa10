"""Gradients of an SVG, told in the coordinates of each shape that has one.

A gradient is told in parts of its shape's box where it does not say otherwise (SVG 2, 14.2.2 and
14.2.3). What WeasyPrint prints of that, not every viewer of PDFs shows.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_URL = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)""")
_KINDS = {"linearGradient": ("x1", "y1", "x2", "y2"), "radialGradient": ("cx", "cy", "r")}
_DEFAULTS = {"x1": 0.0, "y1": 0.0, "x2": 1.0, "y2": 0.0, "cx": 0.5, "cy": 0.5, "r": 0.5}
_FOCUS = ("fx", "fy", "fr")
_LETTERS = {"text", "tspan"}
_NOTHING = "a gradient over letters"
_OUTLINE = "an outline in a gradient or a pattern"
_FADING = "a gradient that is partly transparent"

Box = tuple[float, float, float, float]


class Gradients:
    """The gradients of one drawing, which is changed as shapes are tied to them."""

    def __init__(self, root: ElementTree.Element) -> None:
        self._root = root
        self._by_id = {e.get("id"): e for e in root.iter() if _name(e) in _KINDS}
        self._count = 0

    @property
    def changed(self) -> bool:
        """Whether a shape was tied."""
        return self._count > 0

    def tie(self, element: ElementTree.Element, name: str, styles: Mapping[str, str]) -> str:
        """Give a shape gradients in its own coordinates; what cannot be, in a few words."""
        if name in {"g", "svg", "use", "symbol", "a", "defs"}:
            return ""  # it hands its colours on to the shapes in it
        for key in ("fill", "stroke"):
            match = _URL.match(styles.get(key, ""))
            if match and key == "stroke":
                return _OUTLINE
            gradient = self._by_id.get(match[1]) if match else None
            if gradient is None:
                continue
            chain = self._chain(gradient)
            if _fades(chain):
                return _FADING
            if _own(chain, "gradientUnits") == "userSpaceOnUse":
                continue
            if name in _LETTERS:
                return _NOTHING
            box = box_of(element, name)
            if box is not None and box[2] > 0 and box[3] > 0:
                self._give(element, key, gradient, chain, box)
        return ""

    def _chain(self, gradient: ElementTree.Element) -> list[ElementTree.Element]:
        """A gradient, and those that it takes what it lacks from."""
        chain = [gradient]
        while True:
            href = chain[-1].get("href") or chain[-1].get(_HREF) or ""
            other = self._by_id.get(href.removeprefix("#"))
            if other is None or other in chain:
                return chain
            chain.append(other)

    def _give(
        self,
        element: ElementTree.Element,
        key: str,
        gradient: ElementTree.Element,
        chain: list[ElementTree.Element],
        box: Box,
    ) -> None:
        self._count += 1
        name = f"handbill-gradient-{self._count}"
        kind = _name(gradient)
        made = ElementTree.SubElement(self._root, f"{_SVG}{kind}", {"id": name})
        made.extend(copy.deepcopy(stop) for stop in _stops(chain))
        made.set("gradientUnits", "userSpaceOnUse")
        if spread := _own(chain, "spreadMethod"):
            made.set("spreadMethod", spread)
        given = {side: _own(chain, side) for side in (*_KINDS[kind], *_FOCUS)}
        sides = {k: _part(v, _DEFAULTS.get(k, 0)) for k, v in given.items() if v or k in _DEFAULTS}
        transform = _own(chain, "gradientTransform")
        x, y, width, height = box
        straight = kind == "linearGradient" and (
            sides["x1"] == sides["x2"] or sides["y1"] == sides["y2"]
        )
        if straight and not transform:
            for side, part in sides.items():
                start, length = (x, width) if side.startswith("x") else (y, height)
                made.set(side, f"{start + part * length:.6g}")
        else:
            for side, part in sides.items():
                made.set(side, f"{part:.6g}")
            matrix = f"matrix({width:.6g} 0 0 {height:.6g} {x:.6g} {y:.6g})"
            made.set("gradientTransform", f"{matrix} {transform}".strip())
        own = element.get("style", "").rstrip("; ")
        element.set("style", f"{own};{key}:url(#{name})".lstrip(";"))


def box_of(element: ElementTree.Element, name: str) -> Box | None:
    """The box of a shape in its own coordinates: left, top, width, height; None for no shape."""
    read = {key: _number(element.get(key)) for key in element.attrib}

    def side(key: str) -> float:
        return read.get(key) or 0.0

    if name in {"rect", "image"}:
        return side("x"), side("y"), side("width"), side("height")
    if name in {"circle", "ellipse"}:
        across, down = side("r") or side("rx"), side("r") or side("ry")
        return side("cx") - across, side("cy") - down, 2 * across, 2 * down
    if name in {"polygon", "polyline"}:
        numbers = [float(n) for n in _NUMBER.findall(element.get("points", ""))]
        return _around(list(zip(numbers[::2], numbers[1::2], strict=False)))
    if name == "line":
        return _around([(side("x1"), side("y1")), (side("x2"), side("y2"))])
    return _box_of_path(element.get("d", "")) if name == "path" else None


def _box_of_path(path: str) -> Box | None:
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415 - only where there is a gradient
    from fontTools.svgLib.path import parse_path  # noqa: PLC0415

    pen = BoundsPen(None)
    try:
        parse_path(path, pen)
    except Exception:
        return None  # it raises what its parser raises, which is anything
    if pen.bounds is None:
        return None
    left, top, right, bottom = pen.bounds
    return left, top, right - left, bottom - top


def _around(points: list[tuple[float, float]]) -> Box | None:
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def _number(text: str | None) -> float | None:
    match = _NUMBER.match(text or "")
    return float(match[0]) if match else None


def _part(text: str | None, otherwise: float) -> float:
    """A coordinate as a part of the box: "50%" is a half."""
    number = _number(text)
    if number is None:
        return otherwise
    return number / 100 if (text or "").strip().endswith("%") else number


def _own(chain: list[ElementTree.Element], key: str) -> str:
    return next((value for link in chain if (value := link.get(key))), "")


def _stops(chain: list[ElementTree.Element]) -> list[ElementTree.Element]:
    return next((list(link) for link in chain if any(_name(e) == "stop" for e in link)), [])


def _fades(chain: list[ElementTree.Element]) -> bool:
    """Whether it goes from one colour to another while it gets transparent."""
    stops = [_colour_and_opacity(stop) for stop in _stops(chain)]
    return any(opacity < 1 for _, opacity in stops) and len({colour for colour, _ in stops}) > 1


def _colour_and_opacity(stop: ElementTree.Element) -> tuple[str, float]:
    style = {
        key.strip(): value.strip()
        for key, _, value in (part.partition(":") for part in stop.get("style", "").split(";"))
    }
    colour = style.get("stop-color", stop.get("stop-color", "black"))
    opacity = style.get("stop-opacity", stop.get("stop-opacity"))
    return _rgb(colour), _part(opacity, 1.0)


def _rgb(colour: str) -> str:
    """A colour the same way however it is written: white, #FFF and rgb(255, 255, 255) are one."""
    from PIL import ImageColor  # noqa: PLC0415 - only where there is a gradient

    try:
        return str(ImageColor.getrgb(colour.strip())[:3])
    except ValueError:
        return colour.strip().lower()


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
