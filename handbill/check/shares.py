"""Shares of people in a text: what is a statistic, and not a threshold, a fee or a discount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handbill.check.facts import PERCENTAGE
from handbill.check.share_rules import is_a_rule
from handbill.check.share_words import (
    ARABIC_PEOPLE,
    CHINESE_PEOPLE,
    ENGLISH_BEFORE,
    ENGLISH_GROUPS,
    ENGLISH_PEOPLE,
    ENGLISH_VERBS,
    SPANISH_PEOPLE,
    VIETNAMESE_PEOPLE,
)

_NEAR = 160
_AFTER = {
    "en": (
        rf",?\s+of\s+(?:(?:{ENGLISH_BEFORE})\s+){{0,4}}(?:{ENGLISH_PEOPLE})"
        rf"(?![\w-]|['\u2019]s?\b|['\u2019](?=\s)|\s+(?:day|year|board|time|fee|bill)s?\b)",
        rf"\s+(?-i:{ENGLISH_GROUPS})\b",
        r"\s+(?:are\s+)?english learners\b",
    ),
    "es": (
        r"\s+(?:(?:de|del|entre)\s+)(?:(?:todos|todas|los|las|la|el|nuestr[oa]s|sus|est[oa]s|"
        rf"es[oa]s|tod[oa])\s+){{0,3}}(?:{SPANISH_PEOPLE})\b",
        r"\s+(?:no tienen?|carecen?|tienen? solo|solo tienen?|dicen?|viven?|no puede[n]?)\b",
        r"\s+(?:son\s+)?(?:hispan[oa]s?|latin[oa]s?)\b",
    ),
    "ar": (
        rf"\s+(?:من\s+)(?:(?:كل|جميع|هؤلاء|مجموع)\s+)?(?:ال)?(?:{ARABIC_PEOPLE})(?:نا|هم|كم)?(?!\w)",
    ),
    "vi": (
        r"\s+(?:(?:số|tổng số|tất cả|các|những|trong số|của)\s+){0,3}"
        rf"(?:{VIETNAMESE_PEOPLE})\b(?!\s+(?:nước|cung cấp|mạng))",
    ),
    "zh": (
        r"\s*的?\s*(?:(?:低收入|贫困|黑人|白人|非裔|亚裔|西裔|原住民|农村|美国|全国|我们|我们的|"
        rf"本区|本地|这些|全体|所有|公立|的|中小|高中|初中|小)){{0,3}}(?:{CHINESE_PEOPLE})",
    ),
}
"""What follows a percentage that is a share of people, by language."""
_BEFORE = {
    "en": (
        r"\b(?:share|percentage|proportion)\s+of\s+"
        rf"(?:(?:{ENGLISH_BEFORE})\s+){{0,3}}(?:{ENGLISH_PEOPLE})\b[^.;\n]{{0,60}}$",
        rf"\bamong\s+(?:(?:{ENGLISH_BEFORE})\s+){{0,3}}(?:{ENGLISH_PEOPLE})\b"
        r"[^.;\n]{0,60}$",
    ),
    "es": (
        rf"\b(?:entre|porcentaje de)\s+(?:los\s+|las\s+)?(?:{SPANISH_PEOPLE})\b[^.;\n]{{0,60}}$",
    ),
    "ar": (rf"(?:بين|نسبة)\s+(?:ال)?(?:{ARABIC_PEOPLE})(?!\w)[^.;\n]{{0,60}}$",),
    "vi": (rf"(?:trong số|tỷ lệ|tỉ lệ)\s+(?:các\s+)?(?:{VIETNAMESE_PEOPLE})\b[^.;\n]{{0,60}}$",),
    "zh": (rf"(?:{CHINESE_PEOPLE})(?:中|里|当中)[^。\uff0c\uff1b\n]{{0,8}}$",),
}
"""What stands before such a percentage in its sentence."""


_VERBS = {"en": rf"\s+(?:(?:also|still|now|simply|either)\s+)?(?:{ENGLISH_VERBS})\b"}
"""What people do, after a percentage that is the subject of its sentence."""
_NO_SUBJECT = {
    "en": r"\b(?:under|below|above|over|at|to|by|with|of|is|are|was|were|reach(?:es)?|hits?|from)"
    r"\s*$"
}
"""What stands before one that is not."""


def shares_of_people(text: str, language: str) -> Iterator[re.Match[str]]:
    """The percentages in a text that say how many of some people: "5% of our students lack it".

    Of a language that is not among those known here, none.
    """
    known = language.partition("-")[0]
    for match in PERCENTAGE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        counts = any(_compiled(p).match(after) for p in _AFTER.get(known, ()))
        counts |= any(_compiled(p).search(before[-_NEAR:]) for p in _BEFORE.get(known, ()))
        if known in _VERBS and not _compiled(_NO_SUBJECT[known]).search(before[-_NEAR:]):
            counts |= bool(_compiled(_VERBS[known]).match(after))
        if counts and not is_a_rule(before[-_NEAR:], match[0], after[:_NEAR], known):
            yield match


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
