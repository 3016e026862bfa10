"""The two sides of one sheet: a print document's HTML in two languages, joined into one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbill.languages import Language
from handbill.wishes import WISH

_BODY = re.compile(r"(?P<before>.*<body[^>]*>)(?P<inside>.*)(?P<after></body>.*)", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_ANCHOR = re.compile(r'(?<=\s)(id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_LINK = re.compile(r'(?<=\shref=)"#([^"]+)"')


def join_sides(sides: Sequence[tuple[str, str]]) -> str | None:
    """One document of several: pairs of a language's code and its HTML, the front first.

    Each side begins on a page of its own, and the layout's limit of pages holds for each. The
    anchors of every side but the front are given its language, so that none stands there twice.
    None where a layout has no body to join.
    """
    parts = [_BODY.fullmatch(html) for _, html in sides]
    if not all(parts):
        return None
    front = next(part for part in parts if part)
    titles = [title[1].strip() for _, html in sides if (title := _TITLE.search(html))]
    bodies = [
        _side(code, part["inside"], number)
        for number, ((code, _), part) in enumerate(zip(sides, parts, strict=True))
        if part
    ]
    head = _TITLE.sub(lambda _: f"<title>{' · '.join(titles)}</title>", front["before"], count=1)
    head = WISH.sub(lambda wish: _for_all(wish, len(sides)), head)
    return f"{head}{''.join(bodies)}{front['after']}"


def _side(code: str, inside: str, number: int) -> str:
    """A side's body, in an element of its language."""
    style = ""
    if number:
        inside = _ANCHOR.sub(lambda match: f'{match[1]}="{_prefixed(code, match[2])}"', inside)
        inside = _LINK.sub(lambda match: f'"#{_prefixed(code, match[1])}"', inside)
        style = ' style="break-before: page"'
    direction = Language(code).direction
    return f'<div class="side" lang="{code}" dir="{direction}"{style}>{inside}</div>'


def _prefixed(code: str, anchors: str) -> str:
    return " ".join(f"{code}-{anchor}" for anchor in anchors.split())


def _for_all(wish: re.Match[str], sides: int) -> str:
    name, value = wish.groups()
    if name == "pages" and value.isdigit():
        value = str(int(value) * sides)
    return f'<meta name="handbill-{name}" content="{value}">'
