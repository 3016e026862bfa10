"""A page's Content-Security-Policy: it allows what the page holds, and nothing else.

Content Security Policy Level 3 (W3C): `default-src` is what holds where no other directive
does, and what stands inline is allowed by the SHA-256 of its text (6.7.3).
"""

from __future__ import annotations

import base64
import hashlib
import html as entities
import re
from collections.abc import Iterable, Iterator

POLICY_MARK = "policy-of-this-page"
"""What a layout prints where the policy is to stand: it is known when all else is."""

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_STYLED = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"\btype=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b|<link\b[^>]*\brel=[\"']?icon|\burl\(", re.IGNORECASE)
_SOUND_OR_FILM = re.compile(r"<(?:audio|video)\b", re.IGNORECASE)
_FONT = re.compile(r"@font-face\b", re.IGNORECASE)
_FORM = re.compile(r"<form\b", re.IGNORECASE)


def sealed(html: str) -> str:
    """A page with its policy in the place that its layout keeps for it, if it keeps one."""
    if POLICY_MARK not in html:
        return html
    policy = "; ".join(_directives(html))
    return html.replace(POLICY_MARK, policy, 1)


def _directives(html: str) -> Iterator[str]:
    yield "default-src 'none'"
    # Lighthouse and its like read robots.txt from within the page; no script of the page's can.
    yield "connect-src 'self'"
    styles = [match[1] for match in _STYLE.finditer(html)]
    attributes = [match[1] or match[2] or "" for match in _STYLED.finditer(html)]
    if styles or attributes:
        yield " ".join(["style-src", *_hashes(styles), *_hashes_of_attributes(attributes)])
    scripts = [match for match in _SCRIPT.finditer(html) if not _DATA.search(match[1])]
    if scripts:
        inline = [match[2] for match in scripts if not _SOURCE.search(match[1])]
        others = ["'self'"] if len(inline) < len(scripts) else []
        yield " ".join(["script-src", *others, *_hashes(inline)])
    if _PICTURE.search(html):
        yield "img-src 'self' data:"
    if _FONT.search("".join(styles)):
        yield "font-src 'self'"
    if _SOUND_OR_FILM.search(html):
        yield "media-src 'self'"
    if not _FORM.search(html):
        yield "form-action 'none'"
    yield "base-uri 'none'"


def _hashes(texts: Iterable[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        digest = hashlib.sha256(text.encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _hashes_of_attributes(values: list[str]) -> list[str]:
    hashes = list(_hashes(map(entities.unescape, values)))
    return ["'unsafe-hashes'", *hashes] if hashes else []
