"""Shares of people in a text: what is a statistic, and not a threshold, a fee or a discount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handbill.check.facts import PERCENTAGE

_NEAR = 160
_ENGLISH_PEOPLE = (
    r"students|pupils|child|children|kids|teen(?:ager)?s?|youth|learners|graders|"
    r"freshmen|seniors|sophomores|juniors|graduates|boys|girls|families|homes|households|"
    r"parents|guardians|caregivers|mothers|fathers|teachers|educators|principals|staff|"
    r"adults|people|persons|residents|citizens|americans|immigrants|respondents|users|voters|"
    r"workers|employees|renters|schools|districts|classrooms|communities|counties|states|"
    r"hispanics|latin[oa]s|blacks|whites|asians|those (?:who|with|without)|"
    r"(?:them|us|you)(?=\s+(?:have|lack|are|do|cannot|can|own|say)\b)"
)
_ENGLISH_BEFORE = (
    r"the|our|all|its|their|your|these|those|american|u\.?s\.?|us|public|private|charter|high|"
    r"middle|elementary|primary|secondary|rural|urban|suburban|low-income|high-income|poor|"
    r"poorer|black|white|hispanic|latin[oax]|asian|native|american indian|indigenous|african|"
    r"english|language|young|younger|older|disabled|homeless|migrant|foster|school-age|"
    r"high-poverty|low-poverty|title i|"
    r"school-aged|eligible|enrolled|local|district|district\u2019s|district's|school|school\u2019s|"
    r"school's|country\u2019s|country's|state\u2019s|state's|nation\u2019s|nation's|single|two|other|new|"
    r"first|second|third|k-12|(?:\w+-)?grade|\w+-speaking|\w+th|\w+-year-old|surveyed|male|female|"
    r"economically disadvantaged|disadvantaged"
)
_ENGLISH_VERBS = (
    r"lack|lacks|lacked|have no|has no|had no|have only|has only|had only|have an?|has an?|"
    r"(?:do|does|did|could|can) not|(?:do|does|did|could)n['\u2019]t|cannot|can['\u2019]t|"
    r"say|said|report|reported|rely|relied|live|lived|own|owned|speak|spoke|struggle|struggled|"
    r"told us|answered|go without|went without|are (?:hispanic|latino|latina|black|white|asian|"
    r"native|english learners|homeless|eligible|poor)|(?:do|did) (?:their )?homework"
)
_ENGLISH_GROUPS = r"Hispanic|Latin[oax]|Black|White|Asian|Native American|American Indian"
_SPANISH_PEOPLE = (
    r"estudiantes|alumn[oa]s|alumnado|niñ[oa]s|hij[oa]s|chic[oa]s|muchach[oa]s|menores|"
    r"adolescentes|jóvenes|familias|hogares|casas|viviendas|padres|madres|tutores|maestr[oa]s|"
    r"profesor(?:es|as)|docentes|adult[oa]s|personas|gente|población|residentes|vecinos|"
    r"habitantes|escuelas|distritos|hispan[oa]s|latin[oa]s|inmigrantes|trabajadores|"
    r"(?:quienes|los que|las que)"
)
_ARABIC_PEOPLE = (
    r"طلاب|طلبة|طالبات|تلاميذ|تلامذة|أطفال|اطفال|أولاد|أبناء|عائلات|أسر|اسر|بيوت|منازل|"
    r"آباء|أمهات|أولياء|أهالي|معلمين|معلمات|معلمون|مدرسين|بالغين|مراهقين|شباب|سكان|"
    r"مدارس|ناس|أشخاص|لاتينيين"
)
_VIETNAMESE_PEOPLE = (
    r"học sinh|trẻ em|trẻ|các em|em nhỏ|gia đình|hộ gia đình|hộ|nhà|phụ huynh|cha mẹ|bố mẹ|"
    r"giáo viên|thầy cô|người|cư dân|dân|thanh thiếu niên|thiếu niên|trường|học khu"
)
_CHINESE_PEOPLE = (
    r"学生|学童|孩子|儿童|青少年|少年|家庭|住户|家长|父母|老师|教师|成年人|成人|人口|居民|"
    r"人(?![民工造类力])|学校|学区|拉丁裔|西班牙裔(?:家庭)?|西语裔|學生|兒童|家長|老師|教師|學校|學區|居民"
)

_AFTER = {
    "en": (
        rf",?\s+of\s+(?:(?:{_ENGLISH_BEFORE})\s+){{0,4}}(?:{_ENGLISH_PEOPLE})"
        rf"(?![\w-]|['\u2019]s?\b|['\u2019](?=\s)|\s+(?:day|year|board|time|fee|bill)s?\b)",
        rf"\s+(?-i:{_ENGLISH_GROUPS})\b",
        r"\s+(?:are\s+)?english learners\b",
    ),
    "es": (
        r"\s+(?:(?:de|del|entre)\s+)(?:(?:todos|todas|los|las|la|el|nuestr[oa]s|sus|est[oa]s|"
        rf"es[oa]s|tod[oa])\s+){{0,3}}(?:{_SPANISH_PEOPLE})\b",
        r"\s+(?:no tienen?|carecen?|tienen? solo|solo tienen?|dicen?|viven?|no puede[n]?)\b",
        r"\s+(?:son\s+)?(?:hispan[oa]s?|latin[oa]s?)\b",
    ),
    "ar": (
        rf"\s+(?:من\s+)(?:(?:كل|جميع|هؤلاء|مجموع)\s+)?(?:ال)?(?:{_ARABIC_PEOPLE})(?:نا|هم|كم)?(?!\w)",
    ),
    "vi": (
        r"\s+(?:(?:số|tổng số|tất cả|các|những|trong số|của)\s+){0,3}"
        rf"(?:{_VIETNAMESE_PEOPLE})\b(?!\s+(?:nước|cung cấp|mạng))",
    ),
    "zh": (
        r"\s*的?\s*(?:(?:低收入|贫困|黑人|白人|非裔|亚裔|西裔|原住民|农村|美国|全国|我们|我们的|"
        rf"本区|本地|这些|全体|所有|公立|的|中小|高中|初中|小)){{0,3}}(?:{_CHINESE_PEOPLE})",
    ),
}
"""What follows a percentage that is a share of people, by language."""
_BEFORE = {
    "en": (
        r"\b(?:share|percentage|proportion)\s+of\s+"
        rf"(?:(?:{_ENGLISH_BEFORE})\s+){{0,3}}(?:{_ENGLISH_PEOPLE})\b[^.;\n]{{0,60}}$",
        rf"\bamong\s+(?:(?:{_ENGLISH_BEFORE})\s+){{0,3}}(?:{_ENGLISH_PEOPLE})\b"
        r"[^.;\n]{0,60}$",
    ),
    "es": (
        rf"\b(?:entre|porcentaje de)\s+(?:los\s+|las\s+)?(?:{_SPANISH_PEOPLE})\b[^.;\n]{{0,60}}$",
    ),
    "ar": (rf"(?:بين|نسبة)\s+(?:ال)?(?:{_ARABIC_PEOPLE})(?!\w)[^.;\n]{{0,60}}$",),
    "vi": (rf"(?:trong số|tỷ lệ|tỉ lệ)\s+(?:các\s+)?(?:{_VIETNAMESE_PEOPLE})\b[^.;\n]{{0,60}}$",),
    "zh": (rf"(?:{_CHINESE_PEOPLE})(?:中|里|当中)[^。\uff0c\uff1b\n]{{0,8}}$",),
}
"""What stands before such a percentage in its sentence."""


_VERBS = {"en": rf"\s+(?:(?:also|still|now|simply|either)\s+)?(?:{_ENGLISH_VERBS})\b"}
"""What people do, after a percentage that is the subject of its sentence."""
_NO_SUBJECT = {
    "en": r"\b(?:under|below|above|over|at|to|by|with|of|is|are|was|were|reach(?:es)?|hits?|from)"
    r"\s*$"
}
"""What stands before one that is not."""

_CONDITION = {
    "en": r"\b(?:if|unless|once|until|when|whenever|where)\b[^.,;!?\n]*$"
    r"|\b(?:requires?|expects?|aims? for|wants?|goal is|goal of|target of)\s*$"
    r"|\b(?:signed|approved|supported|requested|represented|demanded) by\s*$",
    "es": r"\b(?:si|a menos que|siempre que|hasta que)\b[^.,;!?\n]*$"
    r"|\b(?:firmad[oa]|aprobad[oa]|solicitad[oa]) por (?:el|un)?\s*$",
}
"""What stands before one that is a condition of a rule."""
_DUTY = r"^[^.;!?\n]{0,60}?\b(?:must|shall|should|may)\b"
_LIMIT = {
    "en": r"\b(?:no (?:more|less|fewer) than|not more than|at most|up to|at least|"
    r"a (?:maximum|minimum) of|fewer than|less than|more than)\s*$",
    "es": r"\b(?:no más del?|como máximo|al menos|por lo menos|hasta|un (?:máximo|mínimo) del?|"
    r"más del?|menos del?)\s*(?:el|un)?\s*$",
}
_RULE = {
    "en": r"\b(?:may|must|shall|should|will|has to|have to|is to|are to)\b",
    "es": r"\b(?:deben?|deberán?|podrán?|pueden?|tienen? que|tendrán?)\b",
}
"""A limit in a sentence with one of these is a rule: no more than 5% of students may be moved."""


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
        if counts and not _is_a_rule(before[-_NEAR:], after[:_NEAR], known):
            yield match


def _is_a_rule(before: str, after: str, language: str) -> bool:
    if language not in _CONDITION:
        return False
    if _compiled(_CONDITION[language]).search(before):
        return True
    if language == "en" and _compiled(_DUTY).search(after):
        return True
    if not _compiled(_LIMIT[language]).search(before):
        return False
    sentence = re.split(r"[.;!?\n]", before)[-1] + re.split(r"[.;!?\n]", after)[0]
    return _compiled(_RULE[language]).search(sentence) is not None


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
