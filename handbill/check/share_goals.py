"""Goals: percentages of people that are to be reached. By 2028, 95% of students will have one."""

from __future__ import annotations

import re
from functools import cache

_GOALS = {
    "en": r"(?:(?:our|the|smart|strategic|measurable|district|school|annual|long-term)\s+)*"
    r"(?:goal|objective|target|milestone|benchmark|outcome|(?:success|performance) "
    r"(?:measure|indicator|metric|criterion))s?",
    "es": r"(?:(?:nuestr[oa]s?|l[ao]s?|el)\s+)*(?:metas?|objetivos?|indicador(?:es)?)",
    "zh": "目标|目標|指标|指標",
    "vi": "mục tiêu|chỉ tiêu",
    "ar": "الهدف|هدف|المؤشر|الأهداف",
}
_NUMBERED = (
    r"\s*(?:#|no\.|n\.º)?\s*(?:[\d一二三四五六七八九十][\d.]*|[A-Za-z](?![\w]))?"
    r"\s*(?:\([^)\n]*\)\s*)?"
)
_ENDED = r"[:.;|\uff1a\u2013\u2014-]"
_DEADLINES = {
    "en": r"\b(?:by|before)\s[^.,;:]{0,45}?\b(?:20\d\d|FY ?\d\d|next (?:year|fall|spring|summer))"
    r"|\bby the (?:end|start|beginning|close) of\b"
    r"|\bin\s(?:\w+\s){0,3}20\d\d\b",
    "es": r"\b(?:para|antes de|a más tardar en|en)\s[^.,;:]{0,45}?\b20\d\d"
    r"|\b(?:para|al) (?:el )?fin",
    "zh": r"(?:到|在)?20\d\d年|年底",
    "vi": r"(?:đến|vào|trước)\s[^.,;:]{0,30}20\d\d",
    "ar": r"(?:بحلول|في|قبل)\s[^.،;:]{0,30}20\d\d",
}
_TO_COME = {
    "en": r"\bwill\b",
    "es": r"\b\w{2,}(?:rá|rán)\b",
    "zh": "将|將|会|會",
    "vi": r"\bsẽ\b",
    "ar": r"س(?:يكون|تكون|يحصل|تحصل|يصل|تصل)",
}
_PROMISE = {
    "en": r"\bwill\s(?:\w+ly\s)?(?:make sure|ensure|see to it|reach|guarantee)\b[^.,;:]{0,25}$",
    "es": r"\b(?:nos aseguraremos|aseguraremos|garantizaremos|llegaremos)\b[^.,;:]{0,25}$",
}
_ANOTHER_CLAUSE = re.compile(
    r"[,\u060c\uff0c]|\b(?:and|because|but|so|while|y|porque|pero|mientras)\b", re.IGNORECASE
)
_PLANS = {
    "en": r"\b(?:plan|promise|pledge|commitment|vision)\b[^.:;]{0,20}:",
    "es": r"\b(?:plan|promesa|compromiso|visión)\b[^.:;]{0,20}:",
}
_ILL = {
    "en": r"\b(?:no|not|never|without|cannot|lacks?|lacked|los[et]|losing|needs?|misses|struggl\w+|"
    r"drop(?:ped)? out|fall behind|go without|only)\b|n['\u2019]t\b",
    "es": r"\b(?:no|sin|nunca|carece\w*|perder\w*|necesit\w+|falta\w*|solo)\b",
    "zh": "没有|沒有|缺|无法|不能|失去|不",
    "vi": r"\b(?:không|thiếu|mất|chưa|cần)\b",
    "ar": r"(?<!\w)(?:لا|ليس|ليست|بدون|بلا|يفتقر|تفتقر|لن)(?!\w)",
}
"""Nobody has as a goal what people lack: such a percentage is a statistic, or a forecast."""
_AT_MOST = {
    "en": r"\b(?:no more|not more|fewer|less|under|below|at most)\b[^.,;]{0,12}$",
    "es": r"\b(?:no más|menos|como máximo)\b[^.,;]{0,12}$",
}
_THOSE = {"en": r"\b(?:the|these|those|our)\s*$", "es": r"\b(?:al|del|ese|este)\s*$", "zh": "的$"}
"""Before a percentage, it is of people who are known: help the 18% of students without one."""


def is_a_goal(before: str, sentence: tuple[str, str], clause: str, language: str) -> bool:
    """Whether a percentage of people is a goal by its label, or by its day and a `will`.

    `before` is what stands before it, `sentence` what of its sentence stands before and after,
    and `clause` what of that is after it of the same people.
    """
    if language not in _GOALS or _has(_THOSE, language, before):
        return False
    start, after = sentence
    if _has(_ILL, language, after) and not _has(_AT_MOST, language, start):
        return False
    return (
        _is_labelled(before, start, language)
        or _has(_PROMISE, language, start)
        or (
            _has(_DEADLINES, language, start + after)
            and (
                _has(_TO_COME, language, _ANOTHER_CLAUSE.split(start)[-1] + clause)
                or _has(_PLANS, language, start)
            )
        )
    )


def _is_labelled(before: str, start: str, language: str) -> bool:
    """Goal 1: 90% of students; a heading ends a sentence, and may stand over a list of goals."""
    label = rf"[-*+#>\s]*(?:{_GOALS[language]}){_NUMBERED}"
    alone = rf"(?:^|\n|[.;!?]\s){label}[^\n:.;]{{0,40}}{_ENDED}\s*"
    points = rf"(?:^|\n)#+{label}[^\n;]{{0,40}};(?:\s*[-*+][ \t][^\n]*\n)*\s*[-*+][ \t][^.;\n]*$"
    return any(
        _compiled(pattern).search(text)
        for pattern, text in (
            (rf"^{label}[^:;]{{0,40}}{_ENDED}", start),
            (rf"{alone}$", before),
            (points, before),
        )
    )


def _has(patterns: dict[str, str], language: str, text: str) -> bool:
    return language in patterns and _compiled(patterns[language]).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
