"""The numbered paragraphs of an article: each has a number of its own, whatever stands between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

_TAG = re.compile(r"<(?P<end>/?)(?P<name>ol|ul|blockquote|table|dl|li)\b(?P<rest>[^>]*)>")
_START = re.compile(r'\bstart="(\d+)"')
_FOOTNOTES = '<div class="footnote">'


def numbered_through(html: str) -> Markup:
    """HTML whose lists count on from the one before, where their writer gave no number to begin.

    A list that stands in another one, in a quotation, a table or a footnote keeps its own numbers.
    """
    text, footnotes, notes = html.partition(_FOOTNOTES)
    return Markup(f"{''.join(_pieces(text))}{footnotes}{notes}")  # noqa: S704 - HTML, with numbers added


def _pieces(html: str) -> Iterator[str]:
    around: list[str] = []
    following, at = 1, 0
    for tag in _TAG.finditer(html):
        name, is_end = tag["name"], bool(tag["end"])
        if name == "li":
            following += not is_end and around == ["ol"]
        elif is_end:
            around.pop()
        else:
            around.append(name)
            start = _START.search(tag["rest"])
            if around == ["ol"] and start is not None:
                following = int(start[1])
            elif around == ["ol"] and following > 1:
                yield f'{html[at : tag.start()]}<ol start="{following}"{tag["rest"]}>'
                at = tag.end()
    yield html[at:]
