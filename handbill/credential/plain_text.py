"""HTML as plain text, to paste into a form: paragraphs, lists and the addresses of links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "blockquote", "pre"}
_INDENT = "  "


def plain_text(html: str) -> str:
    """The text of a piece of HTML; citations are numbers in brackets: [1]."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


def list_items(html: str) -> tuple[str, ...]:
    """The items of the lists in a piece of HTML, as plain text; what is nested in one is its."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(" ".join(item.split()) for item in reader.items)


@dataclass
class _List:
    """A list that is open: how many items it has had, and whether they are numbered."""

    numbered: bool
    count: int = 0
    items: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[str] = []
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._item: list[str] = []
        self._lists: list[_List] = []
        self._mark = ""
        self._href: str | None = None
        self._linked: list[str] = []

    def text(self) -> str:
        """What was read: a list's items on lines of their own, an empty line between the rest."""
        self._end_block()
        return re.sub(r"\n{3,}", "\n\n", "".join(self._blocks)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in {"ul", "ol"}:
            self._end_block()
            self._lists.append(_List(numbered=tag == "ol"))
        elif tag == "li" and self._lists:
            self._end_block()
            self._lists[-1].count += 1
            self._mark = f"{self._lists[-1].count}. " if self._lists[-1].numbered else "- "
            if len(self._lists) == 1:
                self._item = []
        elif tag in _BLOCKS:
            self._end_block()
        elif tag in {"td", "th"} and self._words:
            self._say(" | ")
        elif tag == "br":
            self._say("\n")
        elif tag == "a" and not values.get("href", "#").startswith("#"):
            self._href, self._linked = values["href"], []
        elif tag == "a":
            self._say("[")
        elif tag == "img" and values.get("alt"):
            self._say(f"[{values['alt']}]")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._end_block()
            self._lists.pop()
            if not self._lists:
                self._blocks.append("\n")
        elif tag == "li" and len(self._lists) == 1:
            self._end_block()
            self.items.append(" ".join(self._item))
        elif tag in _BLOCKS:
            self._end_block()
        elif tag == "a" and self._href is None:
            self._say("]")
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if data != "\u00a0":  # which stands before a citation, and brackets keep that apart
            self._say(re.sub(r"[ \t\r\n]+", " ", data))

    def _say(self, words: str) -> None:
        self._words.append(words)
        if self._href is not None:
            self._linked.append(words)

    def _end_link(self) -> None:
        """A link's address stands after its words, where they do not say it."""
        href, said = self._href or "", "".join(self._linked)
        self._href = None
        address = re.sub(r"^(mailto:|tel:|sms:)", "", href).replace(";ext=", " ext. ")
        if href.startswith("sms:"):
            address = address.partition("?")[0]
        if re.sub(r"\W", "", said) not in re.sub(r"\W", "", address):
            self._say(f" ({address})")

    def _end_block(self) -> None:
        words = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(self._words))).strip()
        self._words = []
        if not words:
            return
        indent = _INDENT * max(len(self._lists) - 1, 0)
        self._item.append(words)
        mark, self._mark = self._mark, ""
        end = "\n" if self._lists else "\n\n"
        self._blocks.append(f"{indent}{mark}{words}{end}")
