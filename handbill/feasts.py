"""Days of the year that have names, on the same date each year: Halloween, Nochebuena."""

from __future__ import annotations

import re

_NAMES = {
    (1, 1): {
        "en": r"new year['\u2019]?s(?! eve)(?: day)?",
        "es": r"año nuevo",
        "zh": "元旦",
        "vi": "tết dương lịch",
        "ar": "رأس السنة",
    },
    (2, 14): {"en": r"valentine['\u2019]?s(?: day)?", "es": "san valentín", "zh": "情人节|情人節"},
    (6, 19): {"en": "juneteenth", "es": "juneteenth", "vi": "juneteenth"},
    (7, 4): {
        "en": "independence day|fourth of july|july fourth",
        "es": "día de la independencia|cuatro de julio",
        "zh": "独立日|獨立日",
        "vi": "ngày độc lập|lễ độc lập",
        "ar": "عيد الاستقلال",
    },
    (10, 31): {
        "en": r"hallowe['\u2019]?en",
        "es": r"halloween|noche de (?:las )?brujas",
        "zh": "万圣节|萬聖節|万圣夜",
        "vi": "halloween",
        "ar": "الهالوين|هالوين",
    },
    (11, 11): {
        "en": r"veterans['\u2019]?s? day",
        "es": "día de los veteranos",
        "zh": "退伍军人节|退伍軍人節",
        "vi": "(?:ngày|lễ) cựu chiến binh",
        "ar": "يوم المحاربين القدامى",
    },
    (12, 24): {"en": "christmas eve", "es": "nochebuena", "zh": "平安夜", "vi": "đêm giáng sinh"},
    (12, 25): {
        "en": "christmas(?! eve)(?: day)?",
        "es": "navidad",
        "zh": "圣诞节|聖誕節",
        "vi": "giáng sinh|nô-?en",
        "ar": "عيد الميلاد|الكريسماس",
    },
    (12, 31): {
        "en": r"new year['\u2019]?s eve",
        "es": r"noche ?vieja|fin de año|víspera de año nuevo",
        "zh": "除夕|跨年夜",
        "vi": "giao thừa",
        "ar": "ليلة رأس السنة",
    },
}
"""By month and day, what each language calls them (patterns)."""


def feasts_of(text: str, language: str) -> frozenset[tuple[int, int]]:
    """The month and the day of each day of the year that a text names."""
    own = language.partition("-")[0]
    before = "" if own in {"zh", "ar"} else r"(?<!\w)"  # which write other words on to it
    return frozenset(
        day
        for day, names in _NAMES.items()
        if own in names and re.search(rf"{before}(?:{names[own]})", text, re.IGNORECASE)
    )
