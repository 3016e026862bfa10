"""Typesetting of plain text: a language's quotation marks, dashes, and spaces that do not break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NO_BREAK_SPACE = "\u00a0"
_PARTS = re.compile(r"(<[^>]*>)")
_OPENS_AFTER = re.compile(r"[\s(\[{/¿¡—–\u00a0]")  # noqa: RUF001 - real dashes
_ELISION = re.compile(r"'(?=(?:\d\ds?|tis|twas|til|em|n)\b)", re.IGNORECASE)
"""An apostrophe at the start of a word, which is no opening mark: '90s, 'tis."""
_SHORT_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{1,5}-\w{1,3}(?![\w-])")
_UNBROKEN = r'<span class="unbroken">\g<0></span>'
_ENDS_IN_STOP = re.compile(r"\b[ap]\.m\.$")
_END = r"(?=(?:</(?:strong|em|span)>)*</(?:p|li|dd)>)"
_LAST_TWO_WORDS = re.compile(rf"(?<![^\s>])([^\s<>]{{1,10}}) ([^\s<>\u00a0]{{1,10}}){_END}")
_LAST_OF_TITLE = re.compile(r"(?<![^\s>])[^\s<>]{1,4} [^\s<>\u00a0]{1,3}(?=</h3>)")
_SIGN = r"[\u3400-\u9fff]"
_LAST_SIGNS = re.compile(rf"{_SIGN}{{2,3}}[。！？]{_END}")  # noqa: RUF001 - Chinese marks
_LAST_CLAUSE_OR_SIGNS = re.compile(
    rf"(?:(?<=[，、；：。！？]){_SIGN}{{2,8}}|{_SIGN}{{2,3}})[。！？]{_END}"  # noqa: RUF001 - Chinese marks
)
_TIMES = re.compile(r"\b\d{1,2}:\d\d–\d{1,2}:\d\d\b(?=[^<>]*</(?:p|li|dd|td|div)>)")  # noqa: RUF001
_QUIET_TAGS = re.compile(r"</?(code|pre|style|script|svg)\b")


@dataclass(frozen=True)
class Marks:
    """How a language sets its text.

    `quotes` are the double marks and then the single ones, opening before closing. A space
    before one of the `units` (a pattern's alternatives) does not break after a number.
    """

    quotes: tuple[str, str, str, str]
    units: tuple[str, ...]


@lru_cache(maxsize=4096)
def typeset(html: str, marks: Marks) -> str:
    """Text or HTML with typographic marks; tags, attributes and code are left alone."""
    before = said = " "
    quiet = 0
    result: list[str] = []
    for part in _PARTS.split(html):
        if part.startswith("<") and part.endswith(">"):
            if _QUIET_TAGS.match(part):
                quiet += -1 if part.startswith("</") else 1
            elif re.match(r"</?(?:p|li|h[1-6]|div|td|th|dd|dt|br)\b", part):
                before = " "
            result.append(part)
        elif part:
            if _ENDS_IN_STOP.search(said) and re.match(r"\.(?!\.)", part):
                part = part[1:]  # noqa: PLW2901 - p.m. ends its sentence, also inside an element
            result.append(part if quiet else _set(part, before, marks))
            said = result[-1] or said
            before = said[-1]
    return "".join(result)


@lru_cache(maxsize=4096)
def unbroken(html: str) -> str:
    """HTML in which short words with a hyphen, such as Wi-Fi, stay on one line.

    Links are left alone: in a PDF they hold text and nothing else (PDF/UA-1, 7.18.5).
    """
    links = 0
    result: list[str] = []
    for part in _PARTS.split(html):
        if part.startswith("<"):
            links += part.startswith(("<a ", "<svg")) - part.startswith(("</a>", "</svg"))
            result.append(part)
        else:
            result.append(part if links else _SHORT_COMPOUND.sub(_UNBROKEN, part))
    return "".join(result)


def bound_at_the_end(html: str) -> str:
    """HTML in which no paragraph's last line is one short word, or a Chinese sign or two.

    A short clause of Chinese at the end stays whole: nothing tells its words apart.
    No line ends between two times. For paper: browsers see to it themselves (`text-wrap: pretty`).
    """
    html = _LAST_TWO_WORDS.sub(rf"\g<1>{_NO_BREAK_SPACE}\g<2>", html)
    html = _LAST_OF_TITLE.sub(_UNBROKEN, html)
    html = _TIMES.sub(_UNBROKEN, html)
    return _LAST_CLAUSE_OR_SIGNS.sub(_UNBROKEN, html)


def last_signs_bound(html: str) -> str:
    """HTML in which no paragraph's last line is a Chinese sign or two, for screens."""
    return _LAST_SIGNS.sub(_UNBROKEN, html)


def _set(text: str, before: str, marks: Marks) -> str:
    opening, closing, opening_single, closing_single = marks.quotes
    text = text.replace("&quot;", '"').replace("&#39;", "'").replace("&#34;", '"')
    text = text.replace("---", "—").replace("...", "…")
    text = re.sub(r"(?<=\s)--(?=\s)", "–", text)  # noqa: RUF001 - an en dash
    text = _ELISION.sub("\u2019", text)
    characters = []
    for character in text:
        opens = _OPENS_AFTER.match(before) or before in (opening[-1], opening_single[-1])
        if character == '"':
            characters.append(opening if opens else closing)
        elif character == "'":
            characters.append(opening_single if opens else closing_single)
        else:
            characters.append(character)
        before = characters[-1][-1]
    set_text = re.sub(r"(?<=\b[ap]\.m\.)\.(?!\.)", "", "".join(characters))
    return _keep_together(set_text, marks.units)


def _keep_together(text: str, units: tuple[str, ...]) -> str:
    if not units:
        return text
    text = re.sub(r"(?<=\w) (?=\d+$)", _NO_BREAK_SPACE, text)
    alternatives = "|".join(re.escape(unit) for unit in units)
    return re.sub(rf"(?<=\d) (?=(?:{alternatives})(?!\w))", _NO_BREAK_SPACE, text)
