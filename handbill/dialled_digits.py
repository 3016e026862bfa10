"""Telephone numbers in a text so that two ways to write one are alike: TALK as 8255, no +1."""

from __future__ import annotations

import re

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_IN_LETTERS = re.compile(
    r"(?P<before>(?<!\d)\d{3}\)?[-. ](?:\d{3}[-. ])?)(?P<letters>[A-Z]{4,7})(?![\w-])"
    r"(?P<again>\s?\((?P<digits>[\d-]{4,8})\))?"
)
_COUNTRY = re.compile(
    r"(?<![\w+.,/-])\+?1[ \u00a0](?=\(?\d{3}\)?[-. \u00a0]\s?\d{3}[-. \u00a0]\d{4})"
)


def with_dialled_digits(text: str) -> str:
    """A text as long as before, with digits for letters that are dialled.

    A second copy of them in brackets is left out, and the country before a number.
    """
    text = _IN_LETTERS.sub(_in_digits, text)
    return _COUNTRY.sub(lambda match: " " * len(match[0]), text)


def _in_digits(match: re.Match[str]) -> str:
    keyed = match["letters"].translate(_KEYS)
    again = match["again"] or ""
    if again and (match["before"] + keyed).replace("-", "").endswith(
        match["digits"].replace("-", "")
    ):
        again = " " * len(again)
    return match["before"] + keyed + again
