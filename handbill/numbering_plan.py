"""Which numbers the North American Numbering Plan has room for, and why others ring nowhere."""

from __future__ import annotations

import re

_LOCAL = 7
_OF_ITS_OWN = re.compile(r"[2-9]11")
_FOR_FICTION = re.compile(r"55501\d\d")
_PLACEHOLDERS = frozenset({"5550000", "5551234", "5555555"})
_OF_NO_PLACE = re.compile(r"555|\d9\d")
"""Area codes: 555 is never given, and a 9 in the middle is kept for a plan with longer numbers."""
_AT_NO_PLACE = re.compile(r"[5-9]00|8(?:22|33|44|55|66|77|8\d)")
"""Area codes that are no area's: a toll-free number may well be 1-800-411-PAIN."""
_LOOK_UP = "look the number up: a digit may be wrong"


def why_impossible(number: str) -> tuple[str, str] | None:
    """Why nobody can have a number of seven or ten digits, and a hint; None where somebody can.

    Its area code begins with 2 to 9. Numbers that are kept for fiction are examples, and pass.
    """
    area, local = number[:-_LOCAL], number[-_LOCAL:]
    if _OF_ITS_OWN.fullmatch(area):
        return f"has the area code {area}, which is a number of its own", "look the area code up"
    if _FOR_FICTION.fullmatch(local):
        return None
    if local in _PLACEHOLDERS and not _AT_NO_PLACE.fullmatch(area):
        return "is a placeholder, nobody's number", "write one that is answered"
    if _OF_NO_PLACE.fullmatch(area):
        return f"has the area code {area}, which no place has", "look the area code up"
    return _why_not_local(area, local[:3])


def _why_not_local(area: str, exchange: str) -> tuple[str, str] | None:
    first = exchange[0]
    if first in "01" and area:
        says = f"has {exchange} after its area code, and those three digits never begin with"
        return f"{says} {first}", _LOOK_UP
    if first in "01":
        return f"begins with {first}, and no local number does", _LOOK_UP
    if not _OF_ITS_OWN.fullmatch(exchange) or _AT_NO_PLACE.fullmatch(area):
        return None
    where = f"has {exchange} after its area code" if area else f"begins with {exchange}"
    return f"{where}, which is a number of its own", _LOOK_UP
