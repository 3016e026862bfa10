"""Tags of HTML in a text, and words in angle brackets, which are none: <student number>."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(
    r"(?<![\\`])(?<!\]\()<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*(?:[:-][A-Za-z0-9]+)*)(?P<rest>(?=[\s/>])[^<>]*)>"
)
_NAMES = (
    "a abbr address area article aside audio b base big blockquote body br button canvas"
    " caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed"
    " fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hgroup"
    " hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta"
    " meter nav noscript object ol optgroup option output p param picture pre progress q rp rt"
    " ruby s samp script search section select slot small source span strike strong style sub"
    " summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u"
    " ul var video wbr"
)
"""The names of HTML's elements, of old ones too (HTML Living Standard, 15.2 and 16.2)."""
_ALSO_WORDS = (
    "address article audio button caption code data details figure footer form frame header label"
    " legend link map menu object option output picture section source summary table template time"
    " title video"
)
"""Those that a word to be filled in may be, too: <address>. They are tags where one is closed."""
_VALUE = re.compile(r"\s[\w:-]+=")
_SETTINGS = re.compile(
    r"(?:\s+(?:allowfullscreen|async|autofocus|autoplay|checked|controls|defer|disabled|hidden"
    r"|loop|multiple|muted|nowrap|open|readonly|required|reversed|selected))*\s*/?"
)
"""Attributes without a value."""


@dataclass(frozen=True)
class Tag:
    """A tag as it is shown in a message, and where it begins."""

    shown: str
    start: int


def html_tags(text: str) -> Iterator[Tag]:
    """The tags of a text: the first of each name, and ends whose beginning is not there.

    Other words in angle brackets are printed as they stand.
    """
    tags = list(_TAG.finditer(text))
    closed = {match["name"].lower() for match in tags if match["end"]}
    opened: set[str] = set()
    for match in tags:
        if not _is_tag(match, closed) or (match["end"] and match["name"] in opened):
            continue
        opened.add(match["name"])
        yield Tag(" ".join(match[0].split()), match.start())


def _is_tag(match: re.Match[str], closed: set[str]) -> bool:
    name, rest = match["name"].lower(), match["rest"]
    if name in closed or _VALUE.search(rest) or rest.endswith("/"):
        return True
    if name not in _NAMES.split() or not _SETTINGS.fullmatch(rest):
        return False
    return name not in _ALSO_WORDS.split() or bool(rest.strip())
