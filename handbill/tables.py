"""Tables of a text: what a narrow screen needs to show rows as cards, and paper to break words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS = "rows"
AMOUNT = "amount"
"""The class of the cells of a column of amounts, which are read down their last digits."""
_MANY_COLUMNS = 6
_LONGEST_WORD = 22
"""Letters that a cell of a table with many columns can show on one line."""
_MONEY = re.compile(r"[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£]")
_LONGEST_AMOUNT = 12
"""Letters: `Free` and `$5 a month` stand in a column of amounts, too."""
_AFTER_THE_TEXT = 0.5
_ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class Tables(Extension):
    """Gives each cell the words above its column, and each part its role.

    A table whose rows become blocks is no table any more to a screen reader: its roles say that
    it is one (ARIA in HTML).
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Add it to a converter."""
        md.treeprocessors.register(_Rows(md), "tables-of-rows", _AFTER_THE_TEXT)


class _Rows(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = ["".join(_words(cell)).strip() for cell in table.iter("th")]
            many = " many" if len(heads) >= _MANY_COLUMNS else ""
            table.set("class", CLASS + many)
            table.set("role", "table")
            for element in table.iter():
                if role := _ROLES.get(str(element.tag)):
                    element.set("role", role)
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for cell in _amounts(table, len(heads)):
                cell.set("class", AMOUNT)
            for cell, head in _cells(table, heads):
                cell.set("data-label", head)
                if any(len(word) > _LONGEST_WORD for word in "".join(cell.itertext()).split()):
                    cell.set("class", f"{cell.get('class', '')} breaks".strip())


def _amounts(table: Element, columns: int) -> Iterator[Element]:
    """The cells of each column of amounts and the one above them: some money, no long words."""
    rows = [list(row) for row in table.iter("tr")]
    for column in range(1, columns):
        cells = [row[column] for row in rows if column < len(row)]
        said = ["".join(_words(cell)).strip() for cell in cells[1:]]
        if any(map(_MONEY.fullmatch, said)) and all(len(text) <= _LONGEST_AMOUNT for text in said):
            yield from cells


def _cells(table: Element, heads: list[str]) -> Iterator[tuple[Element, str]]:
    for row in table.iter("tr"):
        yield from zip(row.findall("td"), heads, strict=False)


def _words(element: Element) -> Iterator[str]:
    """Its text without the marks of footnotes."""
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _words(child)
        yield child.tail or ""
