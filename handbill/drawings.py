"""SVG: its styles resolved, and what of it paper cannot show as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from handbill.gradients import Gradients
from handbill.image_files import Picture, PictureError, drawing_in, size_of_svg

_HIDDEN = {"defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient"}
_HIDDEN |= {"radialGradient", "filter"}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR = re.compile(r"([a-zA-Z]*)((?:[.#][\w-]+)*)")
_NAMED = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)|^#(.+)$""")
_SIMPLE_LETTERS = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u2000-\u20cf\s]*")
_INHERITED = ("fill", "stroke", "display", "paint-order")
_WIDE = {"text", "tspan"}

Styles = Mapping[str, str]


@dataclass(frozen=True)
class Styled:
    """An element of a drawing that is seen, with its own properties and those it inherits."""

    element: ElementTree.Element
    styles: Styles = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its tag, without a namespace."""
        return local_name(self.element)


def drawing(path: str, content: bytes) -> Picture:
    """What pages and paper show of an SVG. Raises PictureError where a file is none.

    Gradients are tied to each shape's box for WeasyPrint, which knows boxes of its own alone.
    """
    root = drawing_in(path, content)
    try:
        seen = list(_seen(root))
    except RecursionError:
        says = f"{path} holds groups in groups, hundreds deep"
        raise PictureError(says, "save it again as a plain SVG, or as a PNG") from None
    flaw = next((flaw for styled in seen if (flaw := _flaw(styled))), "")
    gradients = Gradients(root)
    for styled in seen:
        flaw = flaw or gradients.tie(styled.element, styled.name, styled.styles)
    paper = content
    if gradients.changed:
        paper = ElementTree.tostring(root)
    return Picture(path, content, paper, size_of_svg(content), flaw=flaw)


def local_name(element: ElementTree.Element) -> str:
    """The tag of an element, without a namespace."""
    return str(element.tag).rpartition("}")[2]


def _flaw(styled: Styled) -> str:
    """What of an element paper shows otherwise, in words that go after "it has"."""
    styles = styled.styles
    if any("var(" in value for value in styles.values()):
        return "colours by name (`var`)"
    if styles.get("filter", "none") != "none":
        return "a filter, such as a blur or a shadow"
    if styles.get("mix-blend-mode", "normal") != "normal":
        return "colours that blend"
    if styles.get("mask-type") == "alpha" and styled.name == "mask":
        return "a mask by transparency"
    if styled.name == "textPath":
        return "text along a line"
    if styled.name in _WIDE and not _SIMPLE_LETTERS.fullmatch("".join(styled.element.itertext())):
        return "text in letters that are not Latin"
    if styles.get("paint-order", "normal").startswith("stroke") and "stroke" in styles:
        return "outlines behind what they outline"
    return ""


def _seen(root: ElementTree.Element) -> Iterator[Styled]:
    """The elements that are drawn, or that something that is drawn names."""
    rules = list(_rules(root))
    named = set(_ids(root, rules))
    yield from _seen_in(root, {}, rules, named, hidden=False)


def _seen_in(
    element: ElementTree.Element,
    around: Styles,
    rules: list[tuple[str, Styles]],
    named: set[str],
    *,
    hidden: bool,
) -> Iterator[Styled]:
    own = _styles(element, rules)
    if own.get("display") == "none":
        return
    inherited = {key: value for key, value in around.items() if key in _INHERITED}
    styles = {**inherited, **own}
    hidden = (hidden or local_name(element) in _HIDDEN) and element.get("id") not in named
    if not hidden:
        yield Styled(element, styles)
    for child in element:
        yield from _seen_in(child, styles, rules, named, hidden=hidden)


def _styles(element: ElementTree.Element, rules: list[tuple[str, Styles]]) -> dict[str, str]:
    """Attributes, under the rules that name the element, under its own style."""
    styles = {key: value.strip() for key, value in element.attrib.items()}
    for selector, declared in rules:
        if _names(selector, element):
            styles |= declared
    return styles | _declared(element.get("style", ""))


def _names(selector: str, element: ElementTree.Element) -> bool:
    """Whether the last part of a selector names an element."""
    parts = re.split(r"[\s>+~]+", selector.strip())
    match = _SELECTOR.fullmatch(parts[-1].partition(":")[0])
    if match is None or not parts[-1] or match[1] not in {"", local_name(element)}:
        return False
    own = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id')}"}
    return set(re.findall(r"[.#][\w-]+", match[2])) <= own


def _rules(root: ElementTree.Element) -> Iterator[tuple[str, Styles]]:
    for element in root.iter():
        if local_name(element) == "style":
            text = _COMMENT.sub("", element.text or "")
            for selectors, declarations in _RULE.findall(text):
                for selector in selectors.split(","):
                    yield selector, _declared(declarations)


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {key.strip(): value.replace("!important", "").strip() for key, _, value in pairs}


def _ids(root: ElementTree.Element, rules: list[tuple[str, Styles]]) -> Iterator[str]:
    """The ids that attributes and styles name."""
    values = [value for element in root.iter() for value in element.attrib.values()]
    values += [value for _, declared in rules for value in declared.values()]
    for value in values:
        for match in _NAMED.finditer(value.strip()):
            yield match[1] or match[2]
