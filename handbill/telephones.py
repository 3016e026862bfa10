"""Telephone numbers as people write them, and how each is dialled (RFC 3966)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from handbill.characters import for_machines
from handbill.numbering_plan import why_impossible

_HOME = "US"
_COUNTRY = "1"
_NONE = re.compile(r"n\.?\s?/?\s?a\.?|none|no|nil|null|tbd|tba|unknown|[-?x.]+", re.IGNORECASE)
_OF_A_SPREADSHEET = re.compile(r"\d(?:[.,]\d+)?e\+?\d+|\d{7,15}\.0+", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:[/;|&\n]|,(?!,)|\bor\b|\band\b)\s*", re.IGNORECASE)
_INTRODUCTION = re.compile(
    r"^(?:[\u2706\u260e\u260f\U0001f4de\ufe0f\s]+"
    r"|(?:(?:tele)?phone|tel[e\u00e9]fono|tel|ph|p|t|call|dial|llame)"
    r"(?:\s+(?:us|number|no\b))?(?:\s+(?:at|al))?[\s.:#]*)(?=[+(\d])",
    re.IGNORECASE,
)
"""What says that a number follows, and nothing more: a table says it above its column."""
_END_OF_A_SENTENCE = " .,;:"
_WITH_EXTENSION = (
    r"\s*(?:[;,]?\s*\(?\s*(?:ext=|#|(?<![^\W\d_])"
    r"(?:extensi[o\u00f3]n|ext(?:ention|en|n)?|ex|xt?)(?:[\s.]*(?:number|no)\b)?[\s.:-]*#?)"
    r"|,{2,})\s*(\d{1,7})\)?"
)
_EXTENSION = re.compile(f"{_WITH_EXTENSION}$", re.IGNORECASE)
"""Two commas are the pause of a telephone; one may part two numbers."""
_A_NUMBER = re.compile(
    r"(?<!\d)(?<!\d-)(?:(?:\+?1[\s./-]*)?(?:\(?\d{3}\)?[\s./-]*)?\d{3}[\s./-]*\d{4}"
    rf"|\+[\d\s().-]{{6,}}\d|[2-9]-?1-?1|988)(?!\d)(?:{_WITH_EXTENSION})?",
    re.IGNORECASE,
)
"""A number among words."""
_CODE_FOR_TEXTS = re.compile(r"(?<!\d)\d{5,6}(?!\d)")
_CODE_AND_WORDS = re.compile(r"\d{5,6}\s")
_IN_LETTERS = re.compile(
    r"(?:\+?1[\s./-]*)?\(?(?P<area>\d{3})\)?[\s./-]*(?P<rest>[\dA-Za-z][\dA-Za-z\s.-]*)"
)
"""An area code in digits, and then letters: 1-800-GO-FEDEX, 207-555-HELP."""
_LAST_FOUR = re.compile(r"\d{4}")
"""The end of a second number: 555-0142, 0143."""
_AREA_CODE_LAST = re.compile(r"[^(]+\(\s*\d{3}\s*\)")
_AGAIN = re.compile(r"(?P<number>.*\w)\s*\((?P<again>[\w\s.-]+)\)")
"""Brackets after a number: they may say it again, 1-800-273-TALK (8255)."""
_AND_MORE = re.compile(
    r"(?P<number>(?:\+?1[\s./-]*)?\(?[2-9]\d\d\)?[\s./-]*\d{3}[\s./-]*\d{4})"
    r"(?:\s*[,:]\s*|[\s./-]+)(?P<more>\d{1,5})"
)
_ABROAD = re.compile(r"(?:00|011)(?=[1-9])")
_LETTER_FOR_A_DIGIT = re.compile(r"[\dOoIlSB\s().+-]*[OoIlSB][\dOoIlSB\s().+-]*")
_AFTER_A_ONE = re.compile(r"\s*(?:\+1|\(?\+?1\)?[\s./(-])")
_SIGNS = re.compile(r"[\d\s().+/-]*")
_HAS_LETTERS = re.compile(r"[^\W\d_]")
_MOST_LETTERS = 9
"""Letters and digits after an area code: past the seventh they are dialled for nothing."""
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
_WORDS_BESIDE = NoTelephone("holds words beside the number", "write the number alone")
_CODE_HINT = "a code that takes texts is a link in a text: [Text 741741](sms:741741)"


def read_telephone(text: str, words_go: str = "into a text") -> Telephone | NoTelephone:
    """Read one number: local, national or with its country, with an extension or in letters.

    `words_go` is where words beside it belong.
    """
    written = for_machines(text)
    if _NONE.fullmatch(written):
        return NoTelephone("says that there is no number", "leave it out, or the cell empty")
    if _OF_A_SPREADSHEET.fullmatch(written):
        hint = "let its column hold text there, and type the number again"
        return NoTelephone("is what a spreadsheet made of a number", hint)
    written = _INTRODUCTION.sub("", written).rstrip(_END_OF_A_SENTENCE)
    extension = _EXTENSION.search(written)
    main = written[: extension.start()] if extension else written
    parts = _NEXT.split(main)
    if sum(map(_is_whole, parts)) > 1 or (_LAST_FOUR.fullmatch(parts[-1]) and len(parts) > 1):
        return _SEVERAL
    digits = _of_one_said_twice(main) or _digits_of(main)
    if digits is _WORDS_BESIDE:
        return _among_words(written, words_go)
    if isinstance(digits, NoTelephone):
        return digits
    added = f";ext={extension[1]}" if extension else ""
    return Telephone(written, f"tel:{digits}{added}")


def _among_words(written: str, words_go: str) -> NoTelephone:
    """Two numbers with words, or words that must not be lost, and the number without them."""
    numbers = [match[0].strip() for match in _A_NUMBER.finditer(written)]
    numbers = [number for number in numbers if isinstance(read_telephone(number), Telephone)]
    if len(numbers) > 1:
        return _SEVERAL
    alone = ": ".join([_WORDS_BESIDE.hint, *numbers])
    return NoTelephone(_WORDS_BESIDE.says, f"{alone}; the words go {words_go}")


def _of_one_said_twice(main: str) -> str | NoTelephone | None:
    """What is dialled of a number in digits and in letters; None where it is not said twice."""
    said = _AGAIN.fullmatch(main.strip())
    digits = _digits_of(said["number"]) if said else ""
    if said is None or not isinstance(digits, str):
        return None
    again = _keyed(said["again"])
    is_in_letters = _HAS_LETTERS.search(said["number"]) is not None
    if not is_in_letters and not _HAS_LETTERS.search(said["again"]):
        is_area_code = len(digits) == _LOCAL and len(again) == _SHORT
        is_short = len(again) < _LOCAL and not is_area_code
        return _perhaps_an_extension(said["number"], again) if is_short else None
    if len(again) >= _SHORT and digits.endswith(again):
        return digits
    if is_in_letters and not _HAS_LETTERS.search(said["again"]):
        says = f"has {said['again']} in brackets, and its letters are {digits[-len(again) :]}"
        return NoTelephone(says, "write the one that is answered in both")
    return None


def _keyed(text: str) -> str:
    """The digits of a text, letters as those of the keys on which they stand."""
    import phonenumbers  # noqa: PLC0415 - it takes as long as a page: only where brackets follow

    return _only_digits(phonenumbers.convert_alpha_characters_in_number(text))


def _perhaps_an_extension(number: str, more: str) -> NoTelephone:
    hint = f"where {more} is an extension, write {number.strip()} ext. {more}"
    return NoTelephone(f"holds {more} after the number", hint)


def _is_whole(part: str) -> bool:
    digits = re.sub(r"\D", "", part)
    return len(digits) >= _LOCAL or digits in _SHORT_NUMBERS


def _digits_of(main: str) -> str | NoTelephone:
    """What is dialled before an extension."""
    if not any(map(str.isdigit, main)):
        return NoTelephone(
            "is not a phone number", "write one like 555-0142, 211 or 1-800-555-0142"
        )
    if _HAS_LETTERS.search(main):
        return _in_letters(main)
    if (more := _AND_MORE.fullmatch(main.strip())) is not None:
        return _perhaps_an_extension(more["number"], more["more"])
    if not _SIGNS.fullmatch(main):
        sign = next(c for c in main if not _SIGNS.fullmatch(c))
        hint = "write digits, with spaces, hyphens or brackets between them"
        return NoTelephone(f"holds {sign!r}, which no phone number has", hint)
    if _AREA_CODE_LAST.fullmatch(main.strip()):
        return NoTelephone("has its area code last", "write it first: (207) 555-0142")
    return _in_digits(main)


def _in_digits(main: str) -> str | NoTelephone:
    """What is dialled of a text that holds nothing but digits and what parts them."""
    digits = _only_digits(main)
    if len(digits) == _NATIONAL and _AFTER_A_ONE.match(main):
        hint = "look it up, and write it whole, like 1-800-555-0142"
        return NoTelephone("lacks a digit: nine come after its 1, and ten belong there", hint)
    if _CODE_FOR_TEXTS.fullmatch(main.strip()):
        return NoTelephone(_of_no_length(digits).says, _CODE_HINT)
    if not main.lstrip().startswith("+"):
        return _at_home(digits)
    if not digits.startswith(_COUNTRY):
        return _abroad(main)
    return _at_home(digits) if len(digits) == _WITH_COUNTRY else _of_no_length(digits)


def _only_digits(text: str) -> str:
    """The digits of a text, those of other scripts as those that are dialled: 207 for ٢٠٧."""
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def _at_home(digits: str) -> str | NoTelephone:
    if len(digits) == _SHORT and digits not in _SHORT_NUMBERS:
        hint = "write 211, 311 or 988, or a number of seven digits or more"
        return NoTelephone("is no short number that can be dialled", hint)
    if len(digits) == _SHORT:
        return digits
    if len(digits) == _LOCAL:
        return _impossible(digits) or digits
    own = digits[1:] if len(digits) == _WITH_COUNTRY and digits[0] == _COUNTRY else digits
    if len(own) == _NATIONAL and own[0] not in "01":
        return _impossible(own) or f"+{_COUNTRY}{own}"
    if len(own) == _NATIONAL and not _ABROAD.match(own):
        return NoTelephone(f"has an area code that begins with {own[0]}", "none does: look it up")
    if (abroad := _ABROAD.match(digits)) is not None and len(digits) > _NATIONAL:
        hint = f"write it as from everywhere: +{digits[abroad.end() :]}"
        return NoTelephone(f"begins with {abroad[0]}, as from one country alone", hint)
    return _of_no_length(digits)


def _impossible(number: str) -> NoTelephone | None:
    why = why_impossible(number)
    return NoTelephone(*why) if why else None


def _of_no_length(digits: str) -> NoTelephone:
    if len(digits) in {2 * _LOCAL, 2 * _NATIONAL, 2 * _WITH_COUNTRY}:
        return _SEVERAL
    hint = "seven make a local number, ten one with its area code; from elsewhere it begins with +"
    return NoTelephone(f"has {len(digits)} digits, which cannot be dialled", hint)


def _in_letters(main: str) -> str | NoTelephone:
    """A number in letters, 1-800-GO-FEDEX; not a word beside one, nor an O for a zero."""
    if _LETTER_FOR_A_DIGIT.fullmatch(main):
        hint = "write 0 for O, 1 for l and I, 5 for S, 8 for B"
        return NoTelephone("has letters among its digits", hint)
    shape = None if _CODE_AND_WORDS.match(main) else _IN_LETTERS.fullmatch(main.strip())
    rest = re.sub(r"[\s.-]", "", shape["rest"]) if shape else ""
    if (
        shape
        and re.search(r"[A-Za-z]{3}", rest)
        and not re.search(r"[A-Za-z]\d{2}", rest)
        and _LOCAL <= len(rest) <= _MOST_LETTERS
        and sum(map(str.isdigit, rest)) <= _SHORT
    ):
        import phonenumbers  # noqa: PLC0415 - it takes as long as a page: only where there are letters

        dialled = phonenumbers.convert_alpha_characters_in_number(rest)[:_LOCAL]
        return _at_home(f"{shape['area']}{dialled}")
    if len(_only_digits(main)) >= _LOCAL or _only_digits(main) in _SHORT_NUMBERS:
        return _WORDS_BESIDE
    if _CODE_FOR_TEXTS.search(main):
        return NoTelephone("is not a phone number", _CODE_HINT)
    hint = "a number in letters is written like 1-800-GO-FEDEX, with seven after its area code"
    return NoTelephone("is not a phone number", hint)


def _abroad(main: str) -> str | NoTelephone:
    import phonenumbers  # noqa: PLC0415 - only for numbers of other countries

    try:
        number = phonenumbers.parse(main, _HOME)
    except phonenumbers.NumberParseException:
        return _of_no_length(_only_digits(main))
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible != phonenumbers.ValidationResult.IS_POSSIBLE:
        return _of_no_length(_only_digits(main))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
