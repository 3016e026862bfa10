"""The numbers of a translation are those of its original: a figure cannot change on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from handbill.campaign import Content, Translation
from handbill.problems import Place, Problem, error
from handbill.translations import BODY, texts_of

_SMALL = 12
"""Up to this, languages write numbers as words or as digits, each its own way: two, 2."""
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f٫٬’-]\d+)*")  # noqa: RUF001 - marks between digits
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "万": 10**4,
    "萬": 10**4,
    "만": 10**4,
    "億": 10**8,
    "亿": 10**8,
    "억": 10**8,
}
_SCALE = re.compile(rf"\s*({'|'.join(_SCALES)})")


def check_numbers(content: Content[Any], translation: Translation) -> Iterator[Problem]:
    """Numbers that stand in a translation and not in its original."""
    for key, original in texts_of(content).items():
        known = {value for _, _, values in _numbers(original) for value in values}
        text = translation.body.source if key == BODY else translation.words.get(key, "")
        for position, written, values in _numbers(text):
            if values & known or min(values) <= _SMALL:
                continue
            says = f"the original has no {written}"
            where = f"`{key}` of {content.path}" if key else content.path
            yield error(
                _place(translation, key, position),
                says,
                f"write what stands in {where}, its placeholders as they are",
            )


def _place(translation: Translation, key: str, position: int) -> Place:
    if key != BODY:
        return translation.place(*key.split("."))
    lines = translation.body.source.count("\n", 0, position)
    return Place(translation.path, translation.body.place.line + lines)


def _numbers(text: str) -> Iterator[tuple[int, str, set[Decimal]]]:
    """Each number: where it stands, how it is written, and what it may be worth.

    What separates its digits is not looked at: 9.25 and 9,25 are the same, as are 555-0142 and
    5550142. With a word for a scale after it, it is worth that, too: 1.5 million is 150万.
    """
    plain = _without_placeholders(text)
    for match in _NUMBER.finditer(plain):
        digits = "".join(str(unicodedata.digit(c)) for c in match[0] if c.isdigit())
        values = {Decimal(digits)}
        if scale := _SCALE.match(plain, match.end()):
            whole, _, part = re.sub(r"[^\d.,٫]", "", match[0]).partition(".")  # noqa: RUF001
            shifted = Decimal(f"{re.sub(r'[^0-9]', '', whole) or 0}.{part or 0}")
            values.add(shifted * _SCALES[scale[1]])
        yield match.start(), match[0], values


def _without_placeholders(text: str) -> str:
    """The text with spaces in place of what is filled in from the original's own figures."""
    return re.sub(r"\{\{.*?\}\}", lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.S)
