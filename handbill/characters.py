"""Characters that nobody sees, or that look like others: for machines and for people."""

from __future__ import annotations

import unicodedata

_DASHES = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
) | dict.fromkeys(map(ord, "\u2028\u2029\u202f\u205f\u3000"))
_STEERING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
SPACES = "".join(map(chr, _SPACES))
"""Spaces that are not the one that a keyboard types."""


def for_machines(text: str) -> str:
    """An address, a number, a name of a file or a date: without what cannot be seen in it.

    Hard spaces and hyphens, letters of full width and marks of direction come with what is copied.
    """
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    plain = unicodedata.normalize("NFKC", seen).translate(_DASHES)
    return " ".join(plain.split())


def for_people(text: str) -> str:
    """A text on one line, as people read it.

    What a language writes with stays: joiners in Persian and Hindi, marks of direction in Arabic.
    """
    return " ".join(text.translate({**_WITHOUT_WIDTH, **_STEERING}).split())
