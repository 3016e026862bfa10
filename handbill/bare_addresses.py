"""Addresses that stand in a text as they are, which a reader expects to open."""

from __future__ import annotations

import re

_NEVER_INSIDE = (
    '\\s<>"()\\[\\]*\u00ab\u00bb\u2013\u2014\u2018-\u201f\u2026\u200b-\u200f\u2060\ufeff\x02\x03\ue000\ue001'
    "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
)
"""Spaces, brackets, quotation marks, dashes, and the letters of Chinese and Japanese."""
_INSIDE = rf"(?!'s(?![\w/]))(?:[^{_NEVER_INSIDE}]|\*(?=[\w/]))"
ADDRESS = (
    rf"(?a:(?<![^\W_])(?<![/@.&=]))(?:(?i:https?://|www\.)(?:{_INSIDE}|\({_INSIDE}*\))*"
    rf"(?:(?!['.,;:!?\]_]){_INSIDE}|\({_INSIDE}*\))"
    r"|(?a:[A-Za-z0-9][\w.+&'-]*@[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)+))"
)
"""It ends before what Chinese and Japanese write without a space after it."""
_LINK = re.compile(rf"\]\([^\s()]*|{ADDRESS}")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def link_to(written: str) -> str:
    """Where an address leads that was written without its scheme, or with a large one."""
    if (scheme := _SCHEME.match(written)) is not None:
        return f"{scheme[0].lower()}{written[scheme.end() :]}"
    if "@" in written.partition("/")[0]:
        return f"mailto:{written}"
    return f"https://{written}"


def without_their_stars(text: str) -> str:
    """The same text, as long, without the stars in addresses and links, which mark nothing."""
    return _LINK.sub(lambda match: match[0].replace("*", "x"), text)
