"""What a tagged PDF says, element by element of its structure tree, and what its HTML says."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Letter:
    """A letter in the HTML, the elements and classes around it, and its language."""

    character: str
    around: frozenset[str]
    language: str


def elements_of(node: Any) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from elements_of(part)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements_of(node.get("/K"))


def kind_of(element: pikepdf.Object) -> str:
    return str(element.S).removeprefix("/")


def language_of(element: pikepdf.Object, document: pikepdf.Pdf) -> str:
    while "/S" in element:
        if "/Lang" in element:
            return str(element.Lang)
        element = element.P
    return str(document.Root.Lang)


def level_of(element: pikepdf.Object) -> int | None:
    kind = kind_of(element)
    return int(kind[1:]) if kind[0] == "H" and kind[1:].isdigit() else None


def letters_of(
    element: Any, around: frozenset[str] = frozenset(), language: str = ""
) -> Iterator[Letter]:
    tag = str(element.tag).removeprefix(XHTML)
    if tag in {"head", "svg"} or tag.endswith("}svg") or not isinstance(element.tag, str):
        return
    own = element.get("lang", language)
    inside = around | {tag, *(f".{name}" for name in element.get("class", "").split())}
    for character in "".join((element.text or "").split()):
        yield Letter(character, inside, own)
    for child in element:
        yield from letters_of(child, inside, own)
        for character in "".join((child.tail or "").split()):
            yield Letter(character, inside, own)


_ALLOWED = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
"""What may stand directly in what (ISO 32000-1, tables 336 and 337)."""
_NEVER_EMPTY = {"P", "Span", "Link", "LI", "L", "H1", "H2", "H3", "H4", "TR", "Table"}
_PRINTED = 4
_WITHOUT_SPACES = re.compile("[\u2e80-\u9fff\uff00-\uffef]$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_POINTS_OF_A_LINE = 9
"""What stands so much lower is on another line, and not only beside a raised number."""


def faults_of(pdf: bytes) -> list[str]:
    """What in a PDF is not as PDF/UA-1 asks, or would be read aloud wrongly."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        elements = list(elements_of(root.K))
        return [
            *_wrongly_nested(elements),
            *_wrong_links(document, elements),
            *_wrong_figures(elements),
            *_wrong_ids(root, elements),
            *_wrong_marks(document, elements),
            *_joined_lines(document, elements),
        ]


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def _wrongly_nested(elements: list[pikepdf.Object]) -> Iterator[str]:
    for element in elements:
        kind = kind_of(element)
        kids = _kids(element)
        if not kids and kind in _NEVER_EMPTY:
            yield f"an empty {kind}"
        for kid in kids:
            if not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid):
                if kind in _ALLOWED:
                    yield f"content directly in {kind}"
                continue
            if kid.P.objgen != element.objgen:
                yield f"a {kind_of(kid)} that stands in a {kind} names another parent"
            if kind in _ALLOWED and kind_of(kid) not in _ALLOWED[kind]:
                yield f"a {kind_of(kid)} directly in a {kind}"
            for inner, outer in (("LI", "L"), ("Lbl", "LI"), ("LBody", "LI"), ("TR", "T")):
                if kind_of(kid) == inner and not kind.startswith(outer):
                    yield f"a {inner} in a {kind}"


def _wrong_links(document: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    parents = _numbers(document)
    tied = []
    for element in elements:
        references = [kid for kid in _kids(element) if _is_reference(kid)]
        if kind_of(element) == "Link" and len(references) != 1:
            yield f"a Link with {len(references)} annotations"
        for reference in references:
            tied.append(reference.Obj.objgen)
            if kind_of(element) not in {"Link", "Form"}:
                yield f"an annotation under {kind_of(element)}"
            if parents.get(int(reference.Obj.StructParent)) != element.objgen:
                yield "an annotation whose parent in the tree is another"
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            if tied.count(annotation.objgen) != 1:
                yield f"an annotation that is tied {tied.count(annotation.objgen)} times"
            yield from _wrong_annotation(annotation)


def _wrong_annotation(annotation: pikepdf.Object) -> Iterator[str]:
    said = str(annotation.get("/Contents", ""))
    target = str(annotation.Dest if "/Dest" in annotation else annotation.A.URI)
    is_raw = said == target and "//" not in target
    if not said or is_raw:
        yield f"a link that says {said!r} of {target}"
    if not int(annotation.get("/F", 0)) & _PRINTED:
        yield f"a link to {target} that is not printed"


def _numbers(document: pikepdf.Pdf) -> dict[int, Any]:
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    return {
        int(numbers[n]): numbers[n + 1].objgen
        for n in range(0, len(numbers), 2)
        if isinstance(numbers[n + 1], pikepdf.Dictionary)
    }


def _wrong_figures(elements: list[pikepdf.Object]) -> Iterator[str]:
    for figure in elements:
        if kind_of(figure) != "Figure":
            continue
        if not str(figure.get("/Alt", "")):
            yield "a Figure without Alt"
        left, bottom, right, top = map(float, figure.A.BBox)
        edges = list(map(float, figure.Pg.MediaBox))
        if not (edges[0] <= left < right <= edges[2] and edges[1] <= bottom < top <= edges[3]):
            yield f"a Figure's box {[left, bottom, right, top]} on a page {edges}"


def _wrong_ids(root: pikepdf.Object, elements: list[pikepdf.Object]) -> Iterator[str]:
    names = list(root.IDTree.Names) if "/IDTree" in root else []
    known = {str(names[n]): names[n + 1].objgen for n in range(0, len(names), 2)}
    if list(known) != sorted(known):
        yield "the tree of IDs is not in order"
    for element in elements:
        if "/ID" in element and known.get(str(element.ID)) != element.objgen:
            yield f"the ID {element.ID} is not in the tree of IDs"
        is_cell = kind_of(element) == "TD" and "/Headers" in element.A
        for header in element.A.Headers if is_cell else ():
            if str(header) not in known:
                yield f"a cell's header {header} is nowhere"


def _wrong_marks(document: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    """Each piece of content stands once in the tree, or is an artifact."""
    in_tree = Counter(
        (str(element.Pg.objgen), int(kid))
        for element in elements
        for kid in _kids(element)
        if isinstance(kid, int)
    )
    for page in document.pages:
        for mark in texts_of(page):
            times = in_tree[str(page.objgen), mark]
            if times != 1:
                yield f"a piece of content that stands {times} times in the tree"


def _joined_lines(document: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    """Lines of one block whose words run into one another where they are joined."""
    texts = {page.objgen: texts_of(page) for page in document.pages}
    blocks = {"P", "LBody", "TD", "TH", "H1", "H2", "H3", "H4", "Caption"}
    for block in elements:
        if kind_of(block) not in blocks:
            continue
        pieces = [
            (*texts[page].get(mark, ("", 0.0)), page) for page, mark in _marks_in(block, blocks)
        ]
        for (text, height, page), (after, next_height, next_page) in itertools.pairwise(pieces):
            is_next_line = page == next_page and height - next_height > _POINTS_OF_A_LINE
            is_apart = text.endswith((" ", "\u00a0", "-", "\u2010", "/")) or after.startswith(" ")
            if _RIGHT_TO_LEFT.search(text):  # it is in the order in which it is seen
                is_apart = is_apart or text.startswith((" ", "\u00a0"))
            needs_space = text and after and not _WITHOUT_SPACES.search(text)
            if is_next_line and needs_space and not is_apart:
                yield f"joined: {text[-20:]!r} and {after[:20]!r}"


def _marks_in(element: pikepdf.Object, blocks: set[str]) -> Iterator[tuple[Any, int]]:
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid and kind_of(kid) not in blocks:
            yield from _marks_in(kid, blocks)


def texts_of(page: pikepdf.Page) -> dict[int, tuple[str, float]]:
    """Each piece of marked content that is no artifact: its letters, and its height on the page."""
    fonts = {name: _letters_of_font(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, tuple[str, float]] = {}
    mark: int | None = None
    font: dict[str, str] = {}
    height = 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "BDC" and str(operands[0]) != "/Artifact" and "/MCID" in operands[1]:
            mark = int(operands[1].MCID)
            found[mark] = ("", 0.0)
        elif name == "EMC":
            mark = None
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "Tm":
            height = float(operands[5])
        elif name in {"TJ", "Tj"} and mark is not None:
            shown = operands[0] if name == "TJ" else [operands[0]]
            letters = "".join(
                font.get(bytes(part)[n : n + 2].hex(), "")
                for part in shown
                if isinstance(part, pikepdf.String)
                for n in range(0, len(bytes(part)), 2)
            )
            text, first = found[mark]
            found[mark] = (text + letters, first if text else -height)
    return found


def _letters_of_font(font: pikepdf.Object) -> dict[str, str]:
    lines = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes())
    return {
        glyph.decode(): bytes.fromhex(letters.decode()).decode("utf-16-be")
        for glyph, letters in lines
    }
