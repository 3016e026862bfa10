"""Percentages of people that are a rule, a rank or a goal: no statistic, so they need no source."""

from __future__ import annotations

import re
from functools import cache

from handbill.check.share_goals import is_a_goal
from handbill.check.share_words import ENGLISH_PEOPLE, SPANISH_PEOPLE

_SENTENCE_END = re.compile(
    r"[;!?]|\.(?=\s+[^a-zà-ÿ\s]|\s*$)|\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)])\s)"
)
"""A line that is wrapped ends no sentence; neither does the point of "U.S. schools"."""
_WHOLE = re.compile(r"100\D")

_ENGLISH_LIMIT = (
    r"(?:no (?:more|less|fewer) than|not more than|at most|up to|at least|"
    r"a (?:maximum|minimum) of|fewer than|less than|more than)"
)
_ENGLISH_GOALS = (
    r"(?:goal|target|aim|objective|threshold|limit|cap|cut-?off|minimum|maximum|requirement|quota|"
    r"benchmark|ceiling|floor|quorum)s?"
)
_ENGLISH_LAWS = (
    r"(?:laws?|statutes?|regulations?|rules?|polic(?:y|ies)|bylaws|guidelines?|provisions?|"
    r"requirements?|contract|charter|(?-i:Act|Code|ESSA|IDEA))"
)
_ENGLISH_PLACES = (
    r"(?:(?:public|private|charter|rural|elementary|middle|high|title i|local)\s+){0,2}"
    r"(?:schools?|districts?|class(?:es)?|classrooms?|count(?:y|ies)|states?|communit(?:y|ies)|"
    r"neighborhoods?|campus(?:es)?|programs?|cities|city|towns?)"
)
_ENGLISH_OF_WHICH = r"(?:with|having|in which|where|whose|that (?:have|has|serves?|enrolls?))"
_ENGLISH_RATE = (
    r"(?:an?|the) (?:(?-i:ISP)|identified student percentage|poverty rate|share|rate|enrollment) of"
)
_SPANISH_LIMIT = (
    r"(?:no más del?|como máximo|al menos|por lo menos|hasta|un (?:máximo|mínimo) del?|"
    r"más del?|menos del?)"
)
_SPANISH_GOALS = r"(?:meta|objetivo|umbral|límite|tope|mínimo|máximo|requisito)s?"
_SPANISH_LAWS = r"(?:ley(?:es)?|normas?|reglas?|reglamentos?|polític\w+|estatutos?)"
_SPANISH_PLACES = r"(?:escuelas?|distritos?|clases?|salones|condados?|estados?|comunidad(?:es)?)"
_SPANISH_OF_WHICH = r"(?:con|donde|en l[ao]s? que|cuy[oa]s|que (?:tienen?|atienden?))"

_RANK = {
    "en": r"\b(?:top|bottom|highest|lowest|upper|best|first|last|other|each)\s*$",
    "es": r"\b(?:mejor(?:es)?|peor(?:es)?|primer|último|otro|cada)\s*$",
    "ar": r"(?:أفضل|أعلى|أدنى)\s*$",
    "vi": r"\b(?:tốp|top)\s*$",
    "zh": r"(?:(?<![以之目从])前|(?<![以之然今])后|最[高低好差]的?)\s*$",
}
"""What stands before the best and the worst: the top 10% of students."""
_CONDITION = {
    "en": r"\b(?:if|unless|once|until|when|whenever)\b[^.,;!?]*$"
    r"|^\W*where\b[^.,;!?]*$"
    r"|\b(?:requires?|expects?|aims? (?:for|at)|wants?|needs?|demands?|mandates?|calls? for|"
    rf"targets?)\s+(?:that\s+)?(?:{_ENGLISH_LIMIT}\s+)?$"
    rf"|\b{_ENGLISH_GOALS}(?:\b[^.:;!?]{{0,40}}?\s(?:is|are)|\s+(?:of|at))\s+(?:(?:now|still|set|"
    r"at|to|for|reach|reaching|have|having|get|see|serve|test|help|connect|enroll)\s+){0,3}"
    rf"(?:{_ENGLISH_LIMIT}\s+)?$"
    r"|\b(?:goal|target|aim|objective)\b[^.:;!?]{0,40}? is that "
    rf"(?:{_ENGLISH_LIMIT}\s+)?$"
    rf"|\b{_ENGLISH_GOALS}(?:\s+(?:for|by|in)\s+[\w-]+){{0,2}}:\s*$"
    r"|\b(?:limits?|restricts?|caps?)\b[^.;!?]{0,60}\s(?:to|at)\s+$"
    r"|\b(?:signed|approved|supported|requested|represented|demanded) by\s*$"
    r"|\b(?:votes?|majority) of\s+$"
    rf"|\beligible for (?!free|reduced|lunch|meals)[^.;!?]{{0,40}}\s(?:at|from|with)\s+"
    rf"(?:{_ENGLISH_LIMIT}\s+)?$"
    r"|\b(?:needs?|requires?|must|should|takes|calls? for|ha(?:s|ve) to)\b[^.;!?]{0,40}\b"
    r"(?:signatures?|votes?|approval|consent|support|permission|names)\s+(?:from|of|by)\s+"
    rf"(?:{_ENGLISH_LIMIT}\s+)?$"
    rf"|\b{_ENGLISH_LAWS}\s+(?:\([^)]*\)\s+)?(?:\w+ly\s+)?(?:says?|states?|requires?|limits?|caps?|"
    r"allows?|permits?|lets|sets?|asks?|demands?|expects?|mandates?|wants?|calls|exempts?)\b"
    r"[^.;!?]*$"
    r"|\b(?:(?:may|must|should|shall|can|will|do|does)\s?(?:not|n['\u2019]t)|never)\s+"
    r"(?:exceed|be (?:more|over|above|larger|greater)(?: than)?)\s+$",
    "es": r"\b(?:si|a menos que|siempre que|hasta que)\b[^.,;!?]*$"
    r"|\b(?:firmad[oa]|aprobad[oa]|solicitad[oa]) por (?:el|un)?\s*$"
    r"|\b(?:firmas?|votos?|permiso|apoyo|aprobación)\s+del?\s*(?:(?:el|un)\s+)?$"
    rf"|\b{_SPANISH_GOALS}\b[^.:;!?]{{0,40}}?\s(?:es|son|del?)\s+(?:que\s+)?"
    rf"(?:{_SPANISH_LIMIT}\s*)?(?:(?:el|un)\s+)?$"
    rf"|\b{_SPANISH_LAWS}(?:\s+\w+)?\s+(?:dicen?|exigen?|limitan?|permiten?|piden?|requieren?|"
    r"establecen?|mandan?)\b[^.;!?]*$"
    r"|\b(?:exige|requiere|espera|quiere|queremos|esperamos|necesita)n?\s+(?:que\s+)?"
    rf"(?:{_SPANISH_LIMIT}\s*)?(?:(?:el|un)\s+)?$"
    r"|\bno\s+(?:puede|debe|podrá|deberá)n?\s+(?:superar|exceder|pasar)\s+(?:del?\s*)?(?:el\s+)?$",
}
"""What stands before one that is a condition, a goal or what a law says."""
_OF_PLACES = {
    "en": r"^\W*(?:(?:any|all|only|each|every|an?)\s+)?"
    rf"{_ENGLISH_PLACES}\s+{_ENGLISH_OF_WHICH}\s+(?:{_ENGLISH_RATE}\s+)?(?:{_ENGLISH_LIMIT}\s+)?$"
    r"|\b(?:open|available|limited)\s+(?:only\s+)?(?:for|to)\s+"
    rf"{_ENGLISH_PLACES}\s+{_ENGLISH_OF_WHICH}\s+$"
    r"|\b(?:for|to|only|any|every|each)\s+"
    rf"{_ENGLISH_PLACES}\s+{_ENGLISH_OF_WHICH}\s+(?:{_ENGLISH_LIMIT}\s+)$",
    "es": r"^\W*(?:(?:solo|toda|cada|una?|las|los)\s+){0,2}"
    rf"{_SPANISH_PLACES}\s+{_SPANISH_OF_WHICH}\s+(?:{_SPANISH_LIMIT}\s*)?(?:(?:el|un)\s+)?$",
}
"""What tells some places from the others: schools with at least 40% of such students."""
_CRITERION = {
    "en": r"\b(?:at least|more than|less than|fewer than|over|or more)\b"
    r"|\b(?:may|can|must|shall|should|take part|participates?|qualif(?:y|ies)|"
    r"eligible for (?!free|reduced|lunch|meals)|(?:open|available|limited) (?:only )?(?:for|to))\b",
    "es": r"\b(?:al menos|por lo menos|más del?|menos del?|o más)\b"
    r"|\b(?:pueden?|deben?|participan?|califican?|elegibles? para)\b",
}
_DUTY = {
    "en": r"^[^;!?]{0,60}?\b(?:must|shall|should(?! have\b)|"
    r"may(?! (?:not )?(?:have|lack|need|live|struggle|go without)\b))\b"
    rf"|^[^;!?]{{0,60}}?\b(?:is|as) (?:our|the|an?) (?:\w+ )?{_ENGLISH_GOALS}\b",
    "es": r"^[^;!?]{0,60}?\b(?:deberán?|podrán?|tiene[n]? que|debe[n]?)\b"
    rf"|^[^;!?]{{0,60}}?\bes (?:nuestr[oa]|el|la|un|una) {_SPANISH_GOALS}\b",
}
"""What people are to do, who are the subject: 95% of students must be tested."""
_ANOTHER_CLAUSE = {
    "en": r",|\b(?:that|because|and|but|so|while|says?|said|told|tell|reports?|reported|think|"
    r"believe|worry|fear|feel|answered|asked)\b|(?<!who )(?<!may )(?<!may not )(?<!should )"
    r"\b(?:have|has|had|lacks?|lacked)\b",
    "es": r",|\b(?:porque|pero|mientras|dice[n]?|dijeron|dijo|cree[n]?|informan?|nos)\b"
    r"|(?<!que )\b(?:no )?(?:tiene[n]?(?! que)|carece[n]?)\b",
}
"""After one of these, a duty is another's: 40% of families say that we must help."""
_LIMIT = {
    "en": rf"\b{_ENGLISH_LIMIT}\s+$",
    "es": rf"\b{_SPANISH_LIMIT}\s*(?:el|un)?\s*$",
}
_RULE = {
    "en": r"\b(?:may(?! (?:not )?(?:have|lack)\b)|must|shall|should|has to|have to|is to|are to)\b",
    "es": r"\b(?:deben?|deberán?|podrán?|pueden?|tienen? que|tendrán?)\b",
}
"""A limit in a clause with one of these is a rule: no more than 5% of students may be moved."""
_INTENTION = {"en": r"\bwill\b", "es": r"\b\w+(?:aremos|eremos|iremos)\b"}
"""What we will do for at least so many; of people, what they will do is a forecast."""
_MOST = {
    "en": r"\b(?:no more than|not more than|at most|up to|a maximum of)\s+$",
    "es": r"\b(?:no más del?|como máximo|hasta|un máximo del?)\s*(?:el|un)?\s*$",
}
_ADMITTED = {
    "en": rf"^\s+of\s+(?:all\s+)?(?:{ENGLISH_PEOPLE})\b[^.,;!?]{{0,50}}?"
    r"\b(?:takes?|participates?|sit|receives?|are (?:tested|assessed|counted|excused|"
    r"exempt\w*|placed|given|admitted|moved))\b",
    "es": rf"^\s+de\s+(?:los|las)\s+(?:{SPANISH_PEOPLE})\b[^.,;!?]{{0,50}}?\b(?:tom(?:a|an)|"
    r"participan?|reciben?|presentan?|hacen? (?:el|la) (?:examen|prueba|evaluación))\b",
}
"""How many are let in at most: no more than 1% of students take another test."""
_BY_LAW = {
    "en": rf"\b(?:by|under|per|according to)\s+(?:[\w-]+\s+){{0,4}}?{_ENGLISH_LAWS}\b"
    r"|^\W*(?-i:ESSA|IDEA)\s*[:\u2013\u2014-]\s*…\s*of (?!our\b)",
    "es": r"\b(?:por|según|bajo)\s+(?:la\s+)?(?:ley|(?-i:ESSA|IDEA))\b"
    r"|\bbajo la (?:Provisión|Disposición)\b",
}
_CEP_THRESHOLDS = {"25", "40", "62.5"}
_CEP = r"(?-i:\bCEP\b)|community eligibility"
_CEP_STUDENTS = r"\bidentifi(?:ed|cad[oa]s)\b|\bdirect(?:ly)? certifi|\bcertificación directa"
_FOR_ALL = {"en": r"\b(?:for|to)\s+$", "es": r"\b(?:para|a)l?\s*(?:el\s+)?$"}
"""Before 100%, it is an offer to everyone."""


def is_a_rule(before: str, percentage: str, after: str, language: str) -> bool:
    """Whether a percentage of people says how many are to be, or are meant, not how many are."""
    if language in _RANK and _compiled(_RANK[language]).search(before):
        return True
    sentence = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]
    clause = sentence[1]
    if language in _ANOTHER_CLAUSE:
        clause = _compiled(_ANOTHER_CLAUSE[language]).split(clause)[0]
    if is_a_goal(before, sentence, clause, language):
        return True
    if language not in _CONDITION:
        return False
    before, after = sentence
    return (
        _compiled(_CONDITION[language]).search(before) is not None
        or _compiled(_DUTY[language]).search(clause) is not None
        or _compiled(_BY_LAW[language]).search(f"{before} … {after}") is not None
        or _is_of_places(before, after, language)
        or _is_of_the_cep(before, percentage, after)
        or _is_a_limit(before, after, clause, language)
        or _is_for_all(before, percentage, language)
    )


def _is_of_places(before: str, after: str, language: str) -> bool:
    place = _compiled(_OF_PLACES[language]).search(before)
    return place is not None and bool(_compiled(_CRITERION[language]).search(f"{place[0]}{after}"))


def _is_of_the_cep(before: str, percentage: str, after: str) -> bool:
    """Whether it is a threshold of the Community Eligibility Provision (7 CFR 245.9)."""
    is_one = percentage.rstrip(" %") in _CEP_THRESHOLDS
    return is_one and all(_compiled(p).search(before + after) for p in (_CEP, _CEP_STUDENTS))


def _is_a_limit(before: str, after: str, clause: str, language: str) -> bool:
    if _compiled(_MOST[language]).search(before) and _compiled(_ADMITTED[language]).match(after):
        return True
    if not _compiled(_LIMIT[language]).search(before):
        return False
    is_meant = _compiled(_INTENTION[language]).search(before)
    return bool(is_meant or _compiled(_RULE[language]).search(f"{before} … {clause}"))


def _is_for_all(before: str, percentage: str, language: str) -> bool:
    is_whole = _WHOLE.match(percentage) is not None
    return is_whole and _compiled(_FOR_ALL[language]).search(before) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
