"""What a tagged PDF says, element by element of its structure tree, and what its HTML says."""

from __future__ import annotations

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
