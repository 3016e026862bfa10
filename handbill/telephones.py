"""Telephone numbers as people write them, and how each is dialled (RFC 3966)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbill.characters import for_machines

_HOME = "US"
_COUNTRY = "1"
_NONE = re.compile(r"n\.?\s?/?\s?a\.?|none|no|nil|null|tbd|tba|unknown|[-?x.]+", re.IGNORECASE)
_OF_A_SPREADSHEET = re.compile(r"\d(?:[.,]\d+)?e\+?\d+|\d{7,15}\.0+", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:[/;|&\n]|,(?!,)|\bor\b|\band\b)\s*", re.IGNORECASE)
_EXTENSION = re.compile(
    r"\s*[;,]?\s*(?:ext=|,|#|\bext(?:ension|n)?\b\.?:?|\bx\.?)\s*(\d{1,7})$", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_SIGNS = re.compile(r"[\d\s().+/-]*")
_SHORT, _LOCAL, _NATIONAL, _WITH_COUNTRY = 3, 7, 10, 11
_SHORT_NUMBERS = frozenset({"988", *(f"{n}11" for n in range(2, 10))})
"""Numbers of three digits that are dialled in North America (North American Numbering Plan)."""


@dataclass(frozen=True)
class Telephone:
    """A number as it was written, and its `tel:` address."""

    written: str
    address: str


@dataclass(frozen=True)
class NoTelephone:
    """Why a text is no number that can be dialled, and what to write."""

    says: str
    hint: str


_SEVERAL = NoTelephone(
    "holds more than one number, and a call goes to one",
    "keep the one that is answered; another can stand in a note or a text",
)


def read_telephone(text: str) -> Telephone | NoTelephone:
    """Read one number: local, national or with its country, with an extension or in letters."""
    written = for_machines(text)
    if _NONE.fullmatch(written):
        return NoTelephone("says that there is no number", "leave it out, or the cell empty")
    if _OF_A_SPREADSHEET.fullmatch(written):
        hint = "let its column hold text there, and type the number again"
        return NoTelephone("is what a spreadsheet made of a number", hint)
    if sum(_is_whole(part) for part in _NEXT.split(written)) > 1:
        return _SEVERAL
    extension = _EXTENSION.search(written)
    main = written[: extension.start()] if extension else written
    digits = _digits_of(main)
    if isinstance(digits, NoTelephone):
        return digits
    added = f";ext={extension[1]}" if extension else ""
    return Telephone(written, f"tel:{digits}{added}")


def _is_whole(part: str) -> bool:
    digits = re.sub(r"\D", "", part)
    return len(digits) >= _LOCAL or digits in _SHORT_NUMBERS


def _digits_of(main: str) -> str | NoTelephone:
    """What is dialled before an extension."""
    if not any(map(str.isdigit, main)):
        return NoTelephone(
            "is not a phone number", "write one like 555-0142, 211 or 1-800-555-0142"
        )
    if re.search(r"[A-Za-z]", main):
        return _in_letters(main)
    if not _SIGNS.fullmatch(main):
        sign = next(c for c in main if not _SIGNS.fullmatch(c))
        hint = "write digits, with spaces, hyphens or brackets between them"
        return NoTelephone(f"holds {sign!r}, which no phone number has", hint)
    digits = re.sub(r"\D", "", main)
    if main.lstrip().startswith("+"):
        return f"+{digits}" if _is_possible(main) else _of_no_length(digits)
    return _at_home(digits)


def _at_home(digits: str) -> str | NoTelephone:
    if len(digits) == _SHORT and digits not in _SHORT_NUMBERS:
        hint = "write 211, 311 or 988, or a number of seven digits or more"
        return NoTelephone("is no short number that can be dialled", hint)
    if len(digits) in {_SHORT, _LOCAL}:
        return digits
    if len(digits) == _NATIONAL and digits[0] not in "01":
        return f"+{_COUNTRY}{digits}"
    if len(digits) == _WITH_COUNTRY and digits.startswith(_COUNTRY):
        return f"+{digits}"
    return _of_no_length(digits)


def _of_no_length(digits: str) -> NoTelephone:
    if len(digits) in {2 * _LOCAL, 2 * _NATIONAL, 2 * _WITH_COUNTRY}:
        return _SEVERAL
    hint = "seven make a local number, ten one with its area code; from elsewhere it begins with +"
    return NoTelephone(f"has {len(digits)} digits, which cannot be dialled", hint)


def _in_letters(main: str) -> str | NoTelephone:
    """A number in letters, 1-800-GO-FEDEX; not a name beside one, nor an O for a zero."""
    import phonenumbers  # noqa: PLC0415 - it takes as long as a page: only where there are letters

    digits = phonenumbers.convert_alpha_characters_in_number(main)
    digits = re.sub(r"\D", "", digits)
    name = re.search(r"\(\s*[A-Za-z]|[A-Za-z]\s*:|[A-Za-z]\s*\)", main)
    is_word = _WORD.search(main) and len(digits) in {_NATIONAL, _WITH_COUNTRY}
    if is_word and not name and _SIGNS.fullmatch(re.sub(r"[A-Za-z]", "", main)):
        return _at_home(digits)
    if len(re.sub(r"\D", "", main)) >= _LOCAL:
        return NoTelephone("holds words beside the number", "write the number alone")
    hint = "write 0 for O and 1 for l; a number in letters is written like 1-800-GO-FEDEX"
    return NoTelephone("has letters among its digits", hint)


def _is_possible(main: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - only for numbers of other countries

    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(main, _HOME)))
    except phonenumbers.NumberParseException:
        return False
