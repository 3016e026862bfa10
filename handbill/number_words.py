"""Numbers that a text says in words: three, veinte, 三."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from handbill.numerals import SMALL, Numeral, names_a_scale

_MOST = 1_000_000
_ONES = "one|two|three|four|five|six|seven|eight|nine"
"""What follows a ten's hyphen: twenty-five is not twenty, and a ten-minute form is ten's."""
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_MOST_ROMAN = 39
_INFLECTED = {
    "es": ((r"os\b", "(?:os|as)"), (r"uno\b", "(?:uno|una|ún|un)"), (r"^cien$", "cien(?:to)?")),
    "ar": (("مائة", "(?:مائة|مئة)"), ("مائت", "(?:مائت|مئت)")),
    "vi": (("nghìn", "(?:nghìn|ngàn)"),),
}
"""Other forms of the words that are known of a number."""
_ORDINALS = {
    "en": {
        1: r"an?|first|once|single|each|every|per|daily|weekly|monthly|yearly|annual(?:ly)?"
        r"|quarterly|new year\W?s",
        2: r"second|twice|pair|both|couple|half|halves|every other|bi\w+|semi-?annual(?:ly)?",
        3: "thirds?|triple|three times|quarter|quarterly",
        4: "fourth|quarters?|quarterly|independence day",
        5: "fifths?|weekdays?",
        6: "sixth|half a dozen|half a year|twice a year|semi-?annual(?:ly)?",
        7: "seventh|a week|all week|every day|daily",
        8: "eighth",
        9: "ninth|freshm[ae]n",
        10: "tenths?|decade|sophomores?",
        11: r"eleventh|veterans\W? day|juniors?",
        12: "twelfth|dozen|noon|midnight|a year|yearly|annual(?:ly)?|seniors?",
    },
    "es": {
        1: r"un|una|uno|primer\w*",
        2: r"dos|segund\w+|ambos|ambas|par|doble",
        3: r"tercer\w*",
        4: r"cuart\w+",
        5: r"quint\w+",
        6: r"sext\w+|media docena",
        7: r"s[eé]ptim\w+",
        8: r"octav\w+",
        9: r"noven\w+",
        10: r"d[eé]cim\w+",
        11: r"und[eé]cim\w+|decimoprimer\w*",
        12: r"docena|mediodía|duod[eé]cim\w+|decimosegund\w+",
    },
    "vi": {1: "một|mùng|đầu", 2: "hai|đôi|nhì", 4: "bốn|tư", 5: "năm|lăm", 12: "tá|trưa"},
}
"""Other words that a number may be said with (patterns)."""
_HALF_AN_HOUR = 30
_HALF = re.compile(
    r"半|\b(?:rưỡi|nửa|media|medio|demie?|halb\w*|half|meia|meio)\b|نصف|النصف", re.IGNORECASE
)
_ONE_HALF = Decimal("0.5")
_PARTS_OF_AN_HOUR = re.compile(
    r"[刻差]|\b(?:cuarto|menos|quarter|past|kém|phút|viertel|quart)\b|ربع|إلا", re.IGNORECASE
)
_PERCENT = r"percent|per cent|por ciento|phần trăm"
_CENTS = r"cents?|centavos?|céntimos?|xu|美?分(?!钟|鐘)"
_DOLLARS = r"dollars?|dólares?|đô|美元"
_OF_ANOTHER_UNIT = {
    "$": rf"(?!\s*(?:{_CENTS}|{_PERCENT}))",
    "%": rf"(?!\s*(?:{_CENTS}|{_DOLLARS}))",
}
"""After words for a number: fifty cents are not $50."""
_GRADES = re.compile("[初高][一二三]|[一二三四五六]年级|[一二三四五六]年級")
_TWO, _TEN, _MYRIAD = 2, 10, 10_000
_CHINESE = "〇一二三四五六七八九十"
_WITH_WORDS = {"en", "es", "vi", "zh"}
"""The languages of which every word for a small number is known here."""


def is_in_words(number: Numeral, text: str, language: str) -> bool:
    """Whether a number from 13 to a million stands in a text as words: twenty, veinte, XXI."""
    if _is_year_of_two_digits(number, text):
        return True
    plain = len(number.parts) == 1 and number.bare == min(number.digits)
    if number.is_scaled or not plain or not SMALL < number.bare <= _MOST:
        return False
    if _stands_as_roman(number.bare, text):
        return True
    pattern = words_of_number(number.bare, language)
    of_it = _OF_ANOTHER_UNIT.get(number.unit, "")
    return bool(pattern and re.search(f"{pattern}{of_it}", text, re.IGNORECASE))


def may_be_said_otherwise(number: Numeral, text: str, language: str) -> bool:
    """Whether a translation may say a number in words whose forms are too many to know here."""
    own = language.partition("-")[0]
    if (number.time and number.time.ways[0][1] == _HALF_AN_HOUR) or number.bare == _HALF_AN_HOUR:
        return _HALF.search(text) is not None
    if number.time and number.time.ways[0][1] and _PARTS_OF_AN_HOUR.search(text):
        return True
    if any(value % 1 == _ONE_HALF for value in number.digits) and _HALF.search(text):
        return True
    if number.is_scaled:
        return names_a_scale(text, language)
    return own == "zh" and _GRADES.search(text) is not None


def _stands_as_roman(number: int, text: str) -> bool:
    """Whether a number is written as in Chapter IV; an I alone is a word as well."""
    is_known = 1 < number <= _MOST_ROMAN
    return is_known and re.search(rf"(?<!\w){_roman(number)}(?!\w)", text) is not None


def _is_year_of_two_digits(number: Numeral, text: str) -> bool:
    return 1900 <= number.bare < 2100 and bool(
        re.search(rf"['\u2019]{number.bare % 100:02d}\b", text)
    )


def may_be_in_words(number: Numeral, text: str, language: str) -> bool:
    """Whether a number up to 12 stands in a text as words, or may stand in words unknown here."""
    own = language.partition("-")[0]
    if own not in _WITH_WORDS or _stands_as_roman(number.bare, text):
        return True
    patterns = [words_of_number(number.bare, language), _ORDINALS.get(own, {}).get(number.bare, "")]
    of_it = _OF_ANOTHER_UNIT.get(number.unit, "")
    return any(
        re.search((rf"(?<!\w)(?:{p})(?!\w)" if own != "zh" else p) + of_it, text, re.IGNORECASE)
        for p in filter(None, patterns)
    )


@lru_cache
def words_of_number(number: int, language: str) -> str:
    """A pattern of a number's words; empty where nothing is known of the language."""
    own = language.partition("-")[0]
    if own == "zh":
        return _chinese(number)
    from num2words import num2words  # noqa: PLC0415 - it takes 0.1 s, and few texts need it

    try:
        words = num2words(number, lang=language.replace("-", "_"))
    except NotImplementedError:
        return ""
    pattern = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", words)))
    pattern = pattern.replace(r"and[\s-]+", r"(?:and[\s-]+)?") if own == "en" else pattern
    if own == "en" and number in {100, 1000}:
        pattern = pattern.replace("one", "(?:one|an?)", 1)
    for ending, forms in _INFLECTED.get(own, ()):
        pattern = re.sub(ending, forms, pattern)
    return rf"(?<!\w){pattern}(?!\w|-(?:{_ONES})\b)"


def _chinese(number: int) -> str:
    """A pattern of a number to a million as it is counted: 十二, 三百零五, 一万; 两 for 二."""
    if number == _TWO:
        return "[二两兩双雙]"
    said = f"{_chinese_below(number // _MYRIAD)}[万萬]" if number >= _MYRIAD else ""
    rest = number % _MYRIAD
    said += _chinese_below(rest) if rest else ""
    return f"(?<![一二三四五六七八九十百千两兩]){said}(?![一二三四五六七八九十百千万萬])"


def _chinese_below(number: int) -> str:
    said, is_gap = "", False
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, worth)
        if not digit:
            is_gap = bool(said)
            continue
        counted = "[二两兩]" if digit == _TWO and worth > _TEN else _CHINESE[digit]
        is_bare_ten = worth == _TEN and digit == 1 and not said
        said += ("零?" if is_gap else "") + ("一?" if is_bare_ten else counted) + sign
        is_gap = False
    return said


def _roman(number: int) -> str:
    said = ""
    for letters, worth in _ROMAN:
        count, number = divmod(number, worth)
        said += letters * count
    return said
