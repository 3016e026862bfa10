"""What a PDF's structure tree says, mended where WeasyPrint's is not what PDF/UA-1 asks for.

ISO 14289-1 asks that a list's items hold nothing but a label and a body (7.2), and that a link is
tied to its own annotation alone (7.18.5). ISO 32000-1 has a figure's box in the page's own
measures (14.8.5.4.3), finds what a cell's `Headers` name in a tree of IDs (14.7.2), describes an
annotation by its `Contents` (12.5.2), and prints it where it has the flag Print (12.5.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

_POINTS_PER_PIXEL = 0.75
_PRINT = 4
_IN_AN_ITEM = {"/Lbl", "/LBody"}
_LONGEST = 100


class Structure:
    """The structure tree of a PDF that is painted and not yet written."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = self._at(pdf.catalog["StructTreeRoot"])

    def mend(self, links: Mapping[int, str]) -> None:
        """Mend it; `links` are the words of each link, by the identity of its annotation."""
        elements = [element for element in self._pdf.objects if _is_element(element)]
        for element in elements:
            kind = element["S"]
            if kind == "/LI":
                self._gather_body(element)
            elif kind == "/Figure":
                self._measure(element)
            elif kind == "/TH":
                self._say_scope(element)
        for element in elements:
            if element["S"] == "/Link":
                self._drop_annotations_inside(element)
        self._name_ids(elements)
        for annotation in self._pdf.objects:
            if isinstance(annotation, dict) and annotation.get("Subtype") == "/Link":
                annotation["F"] = _PRINT
                if id(annotation) in links:
                    annotation["Contents"] = pydyf.String(links[id(annotation)])

    def _at(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> Iterator[tuple[Any, Any]]:
        """What stands in an element: each as it is referred to, and the element or None."""
        for kid in element["K"]:
            yield kid, self._at(kid) if isinstance(kid, bytes) else None

    def _gather_body(self, item: Any) -> None:
        """Put all of a list's item but its label into one body."""
        kids = list(self._kids(item))
        if all(kid is not None and kid.get("S") in _IN_AN_ITEM for _, kid in kids):
            return
        labels = [reference for reference, kid in kids if kid and kid.get("S") == "/Lbl"]
        body = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/LBody",
                "K": pydyf.Array(),
                "Pg": item["Pg"],
                "P": item.reference,
            }
        )
        self._pdf.add_object(body)
        for reference, kid in kids:
            if kid is not None and kid.get("S") == "/Lbl":
                continue
            inside = list(self._kids(kid)) if kid and kid.get("S") == "/LBody" else None
            for inner, inner_kid in inside if inside is not None else [(reference, kid)]:
                body["K"].append(inner)
                if _is_element(inner_kid):
                    inner_kid["P"] = body.reference
        item["K"] = pydyf.Array([*labels, body.reference])

    def _measure(self, figure: Any) -> None:
        """Give a figure's box in points from the page's lower left corner."""
        page = self._at(figure["Pg"])
        left, _, _, top = (page.get("TrimBox") or page["MediaBox"])[:4]
        x1, y1, x2, y2 = (edge * _POINTS_PER_PIXEL for edge in figure["A"]["BBox"])
        box = (left + x1, top - y2, left + x2, top - y1)
        figure["A"]["BBox"] = pydyf.Array(round(edge, 3) for edge in box)

    def _say_scope(self, head: Any) -> None:
        """Say of a table's head whether it is a column's or a row's (ISO 32000-1, 14.8.5.7)."""
        group = self._at(self._at(head["P"])["P"])
        scope = "/Column" if group.get("S") == "/THead" else "/Row"
        head["A"] = pydyf.Dictionary({**(head.get("A") or {}), "O": "/Table", "Scope": scope})

    def _drop_annotations_inside(self, link: Any) -> None:
        """What stands in a link is no link of its own: bold words, a picture."""
        for _, kid in self._kids(link):
            if kid is not None and _is_element(kid):
                self._drop_annotations(kid)

    def _drop_annotations(self, element: Any) -> None:
        kept = []
        for reference, kid in self._kids(element):
            if kid is not None and kid.get("Type") == "/OBJR":
                self._forget(kid)
                continue
            kept.append(reference)
            if _is_element(kid):
                self._drop_annotations(kid)
        element["K"] = pydyf.Array(kept)

    def _forget(self, object_reference: Any) -> None:
        annotation = object_reference["Obj"]
        page = self._at(object_reference["Pg"])
        page["Annots"] = pydyf.Array(kept for kept in page["Annots"] if kept != annotation)
        numbers = self._at(self._root["ParentTree"])["Nums"]
        parent = self._at(annotation)["StructParent"]
        at = next(n for n in range(0, len(numbers), 2) if numbers[n] == parent)
        del numbers[at : at + 2]

    def _name_ids(self, elements: list[Any]) -> None:
        named = {element["ID"].string: element for element in elements if "ID" in element}
        if named:
            names = [
                part
                for name in sorted(named)
                for part in (pydyf.String(name), named[name].reference)
            ]
            self._root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})


def words_of_links(pages: list[Any]) -> dict[int, str]:
    """What each link of WeasyPrint's pages leads to, by the identity of its annotation.

    These are its own words; a link within the document, as a citation's number is, says also how
    that begins to which it leads.
    """
    boxes = [box for page in pages for box in _all(page._page_box)]
    begins: dict[str, str] = {}
    for box in boxes:
        if box.element is not None and (anchor := box.element.get("id")):
            begins.setdefault(anchor, _words(box))
    found: dict[int, str] = {}
    for box in boxes:
        annotation = getattr(box, "link_annotation", None)
        if annotation is None:
            continue
        words = _words(box)
        target = begins.get(annotation["Dest"].string, "") if "Dest" in annotation else ""
        if target and words != target:
            words = f"{words}: {target}"
        found[id(annotation)] = words[:_LONGEST] or annotation["Contents"].string
    return found


def _is_element(thing: Any) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _all(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _all(child)


def _words(box: Any) -> str:
    parts = []
    for inner in _all(box):
        if type(inner).__name__ == "TextBox":
            parts.append(inner.text)
        elif type(inner).__name__ == "LineBox":
            parts.append(" ")
        elif type(inner).__name__.endswith("ReplacedBox") and inner.element is not None:
            parts.append(inner.element.get("alt") or "")
    return " ".join("".join(parts).split())
