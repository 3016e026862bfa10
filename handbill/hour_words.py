"""The words of opening hours: days, times, dashes and marks, one after the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u301c"
_ALIKE = str.maketrans({**dict.fromkeys(_DASHES, "-"), **dict.fromkeys("\n\t", " "), "\u3001": ","})
_AROUND = "\"'\u201c\u201d\u2018\u2019"
_LEAD_IN = (
    r"(?:(?:our|office|business|opening|operating|open|regular|normal|usual|public)\s+)*hours"
    r"(?:\s+of\s+(?:operation|business|service|opening))?(?:\s+are)?"
    r"|opening\s+times|open\s+to\s+the\s+public|we(?:\s+are|['\u2019]re)\s+open"
)
"""What may stand before everything; later in a cell, it tells one sort of hours from another."""


def _twelve(word: str, half: str) -> str:
    """The pattern of a word for twelve, alone or beside its number: noon, 12:00 p.m. (noon)."""
    number = rf"12(?:[:.]?00)?\s*(?:{half}(?:\.?\s?m)?\b\.?)?"
    return rf"(?:{number}\s*(?:\(\s*(?:{word})\s*\)|(?:{word})\b)|(?:{word})\b(?:\s*\({number}\))?)"


_TOKENS = re.compile(
    r"""
      (?P<lead>\A(?:LEAD_IN)\b\s*(?:-{1,3}(?=\s))?)
    | (?P<always>24\s*[/x]\s*7(?:\s*/\s*365)?\b | day\ and\ night\b | all\ day\b
        | (?:open\s+)?24[\s-]*(?:hours?|hrs?|h)\b(?:\s*(?:(?:a|per)\s+|/\s*)day)?)
    | (?P<span>(?:daily|every\s*day|each\s+day|all\s+week
        | (?:7|seven)\s+days(?:\s*(?:\b(?:a|per)\s+|/\s*)week)?)\b
        | weekdays?\b | weekends?\b)
    | (?P<closed>(?:closed|off|not\ open)\b(?:\s+all\s+day\b)?(?:\s+on\b)?)
    | (?P<day>(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?
        | (?:mo|tu|we|th|fr|sa|su|m?t(?:w(?:th|r)?|th|r)f?|m?thf|mth|[mt]f|sasu
        |m?tu(?:w(?:th)?|th)f?|m?w(?:th|r)?f?
        | mtwtf?|mtwtfss|smtwtfs|m|f|t|s|r)\b\.?)
    | (?P<time>NOON | 12(?:[:.]?00)?\s*n\b | MIDNIGHT
        | \d{1,2}[:.h]\d{2}(?!\d)\s*(?:HALF|h\b)?
        | \d{3,4}\s*(?:HALF|h(?:rs?)?\b)?
        | \d{1,2}\s*(?:HALF|h(?:rs?)?\b)?)
    | (?P<dash>-{1,3} | \b(?:to|through|thru|until)\b | ['\u2018\u2019]?\btill?\b)
    | (?P<bar>[|•·]|\.{2,})
    | (?P<end>;|\.(?=\s|$))
    | (?P<both>(?:,\s*)?(?:&|\+(?!\s*(?:[,;|]|$))|\b(?:and|plus)\b) | [,/])
    | (?P<filler>[:()] | \b(?:open|from|hours|local\s+time)\b | \s+
        | \b(?:on|every|each|all)\b(?=\s+(?:every|each|all|mon|tue|wed|thu|fri|sat|sun|week[de])))
    | (?P<only>\bonly\b\)?)
    | (?P<other>[^\s,;&|•·]+)
    """.replace("HALF", r"[ap]m\b\.?|(?-i:[ap]\.\s?m|[AP]\.\s?M)\b\.?|[ap]\b\.?")
    .replace("LEAD_IN", _LEAD_IN)
    .replace("NOON", _twelve("noon|midday", "p"))
    .replace("MIDNIGHT", _twelve("midnight|midnite", "a")),
    re.IGNORECASE | re.VERBOSE,
)
"""A `p` and an `M` apart from it are no half of a day: `8a-5p M W F` has three days. After a last
time, as in `17:00+`, a plus says that the place may close later.
"""
_DAYS = {"day", "span"}
_UNTIL_24 = re.compile(r"24\s*h\w*", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """A word: what kind it is of, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words that say something; `other` are those that are neither days nor times."""
    tokens = [token for token in _tokens(text) if token.kind not in {"lead", "filler"}]
    tokens = list(_without_only(tokens))
    before: tuple[Token | None, ...] = (None, None, *tokens)
    return tuple(map(_at_24_or_always, before, before[1:], tokens))


def _without_only(tokens: Sequence[Token]) -> Iterator[Token]:
    """All but an `only` beside a day or a time; students only says something."""
    kinds = ["", *(token.kind for token in tokens), ""]
    for before, token, after in zip(kinds, tokens, kinds[2:], strict=False):
        if token.kind != "only":
            yield token
        elif not _adds_nothing(before, after):
            yield replace(token, kind="other")


def _adds_nothing(before: str, after: str) -> bool:
    """Whether an `only` between words of these kinds is one of days or times."""
    if before in _DAYS:
        return after not in {*_DAYS, "other"}
    return before == "time" or (before != "other" and after in _DAYS)


def _at_24_or_always(opens: Token | None, dash: Token | None, token: Token) -> Token:
    """A token, which is a time where the dash before it follows one: 9-24h is no 24 hours."""
    is_a_time = token.kind == "always" and _UNTIL_24.fullmatch(token.text)
    if is_a_time and dash and dash.kind == "dash" and opens and opens.kind == "time":
        return replace(token, kind="time", text="24h")
    return token


def without_what_is_not_seen(text: str) -> str:
    """A text without marks of direction, and with letters of full width as others are."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", seen).strip(f" {_AROUND}")


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKENS.finditer(text.translate(_ALIKE)):
        kind = str(match.lastgroup)
        yield Token(kind, match[0].strip(), match.start(), match.start() + len(match[0].rstrip()))
