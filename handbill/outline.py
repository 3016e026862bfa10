"""What a piece of HTML holds: links, anchors, images, headings and sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

_SPOKEN_BLOCKS = {"p", "li", "dd", "dt", "blockquote", "figcaption"}
_BLOCKS = _SPOKEN_BLOCKS | {"h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "div", "section"}
_SILENT = {"style", "script", "svg", "head", "title"}
_FETCHING = ("src", "data", "poster", "background")
_NOT_FETCHED = {"alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev"}
"""What a link's `rel` says where nothing is fetched before somebody follows it."""
_VOID = {"br", "img", "hr", "meta", "link", "input", "source", "wbr"}


@dataclass(frozen=True)
class Link:
    """Where a link leads, and its words."""

    href: str
    words: str


@dataclass(frozen=True)
class Image:
    """An image's file and its text alternative; None when it has none at all.

    `is_sized` tells whether room is kept for it, `is_lazy` whether it waits until it comes near
    the screen, and `headings_before` how many headings stand above it.
    """

    source: str
    alternative: str | None
    is_sized: bool
    is_lazy: bool
    headings_before: int


@dataclass(frozen=True)
class Heading:
    """A heading's level, from 1, and its words."""

    level: int
    words: str


@dataclass(frozen=True)
class Outline:
    """What a piece of HTML holds, in its own order."""

    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    text: str = ""


@lru_cache(maxsize=1024)
def outline_of(html: str) -> Outline:
    """Read a piece of HTML, or a whole page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Outline(
        tuple(reader.links),
        tuple(reader.images),
        tuple(reader.headings),
        tuple(reader.anchors),
        tuple(reader.fetched),
        tuple(" ".join(text.split()) for text in reader.paragraphs if text.strip()),
        "".join(reader.text),
    )


def _fetched(tag: str, values: dict[str, str]) -> list[str]:
    """The addresses that a browser fetches for an element, without anybody's click."""
    named = [values[name] for name in _FETCHING if name in values]
    named += [part.split()[0] for part in values.get("srcset", "").split(",") if part.split()]
    if tag == "link" and not set(values.get("rel", "").lower().split()) <= _NOT_FETCHED:
        named.append(values.get("href", ""))
    if tag in {"image", "use", "feimage"}:
        named += [values[name] for name in ("href", "xlink:href") if name in values]
    return named


@dataclass
class _Open:
    tag: str
    words: list[str] = field(default_factory=list)
    href: str | None = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.headings: list[Heading] = []
        self.anchors: list[str] = []
        self.fetched: list[str] = []
        self.paragraphs: list[str] = []
        self.text: list[str] = []
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.fetched += _fetched(tag, values)
        if values.get("id"):
            self.anchors.append(values["id"] or "")
        if tag == "img":
            self.images.append(self._image(values))
            for element in self._open:
                element.words.append(values.get("alt") or "")
        if tag in _BLOCKS or tag == "br":
            self.text.append("\n")
        if tag not in _VOID:
            href = values.get("href") if tag == "a" else None
            self._open.append(_Open(tag, href=href))

    def _image(self, values: dict[str, str]) -> Image:
        return Image(
            values.get("src", ""),
            values.get("alt"),
            is_sized=bool(values.get("width") and values.get("height")),
            is_lazy=values.get("loading") == "lazy",
            headings_before=len(self.headings),
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(element.tag == tag for element in self._open):
            element = self._open.pop()
            self._end(element)
            if element.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(element.tag in _SILENT for element in self._open):
            return
        self.text.append(data)
        for element in self._open:
            element.words.append(data)

    def _end(self, element: _Open) -> None:
        words = " ".join("".join(element.words).split())
        if element.href is not None:
            self.links.append(Link(element.href, words))
        if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(Heading(int(element.tag[1]), words))
        if element.tag in _SPOKEN_BLOCKS:
            self.paragraphs.append("".join(element.words))
        if element.tag in _BLOCKS:
            self.text.append("\n")
