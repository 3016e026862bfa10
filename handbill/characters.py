"""Characters that nobody sees, or that look like others: for machines and for people."""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
) | dict.fromkeys(map(ord, "\u2028\u2029\u202f\u205f\u3000"))
_STEERING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_GARBLED = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u2018-\u203a\u0152-\u0192\u02c6\u02dc\u2122]"
)
"""What UTF-8 looks like, read as Windows-1252; ftfy knows when it is no such thing."""
_BEFORE_A_SPACE = re.compile(r"(?<=[a-z0-9])\u00c2(?!\w)")
"""A hard space read so: its second half is a hard space still, and is made a plain one."""
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


def printable(text: str) -> str:
    """A text with a mark for each sign that nothing could print, as a message shows it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def for_comparing(text: str) -> str:
    """A name or a title without what makes no other of it: case, spaces, kinds of apostrophes."""
    return for_machines(text).casefold().replace("\u2019", "'")


def as_it_was(text: str) -> str | None:
    """What a text was before it was read in another encoding; None where it was not."""
    if _BEFORE_A_SPACE.search(text):
        return _BEFORE_A_SPACE.sub("", text)
    if not _GARBLED.search(text):
        return None
    import ftfy  # noqa: PLC0415 - only where something looks wrong

    meant = ftfy.fix_encoding(text)
    return meant if meant != text else None
