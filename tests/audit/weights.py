"""What each page weighs, and what it asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path


class _Asks(HTMLParser):
    """What a page asks a server for by itself, and the PDFs that it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.at_once: list[str] = []
        self.lazily: list[str] = []
        self.pdfs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        address = given.get("src", "") or given.get("href", "")
        if not address or address.startswith("data:"):
            return
        lazy = given.get("loading") == "lazy"
        if tag == "a" and address.endswith(".pdf") and "//" not in address:
            self.pdfs.append(address)
        elif tag == "link" and {"stylesheet", "icon", "preload"} & set(
            given.get("rel", "").split()
        ):
            self.at_once.append(address)
        elif tag in {"img", "iframe", "script", "source", "audio", "video"}:
            (self.lazily if lazy else self.at_once).append(address)


@dataclass(frozen=True)
class Weight:
    """A page as it is on disk and on the way, in bytes; and what it asks for."""

    address: str
    raw: int
    compressed: int
    requests: int
    """The page itself, its style and whatever else is fetched as it opens."""
    lazy: tuple[int, ...]
    """The images that are fetched when they are about to be seen."""
    pdfs: tuple[int, ...]
    """The PDFs that are fetched when somebody asks for them."""


def weigh(site: Path) -> Iterator[Weight]:
    """The weights of every page of a site."""
    for page in sorted(site.rglob("*.html"), key=lambda path: (len(path.parts), path)):
        html = page.read_bytes()
        asks = _Asks()
        asks.feed(html.decode())
        yield Weight(
            page.relative_to(site).as_posix(),
            len(html),
            len(gzip.compress(html, mtime=0)),
            1 + len(set(asks.at_once)),
            _sizes(page, asks.lazily),
            _sizes(page, asks.pdfs),
        )


def _sizes(page: Path, addresses: list[str]) -> tuple[int, ...]:
    return tuple((page.parent / address).stat().st_size for address in sorted(set(addresses)))
