"""Days that are written as letters, MWF or T R, and which of them the others settle."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbill.hour_words import Token

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_WEEKDAYS = re.compile(r"(m)?(tu?(?!h))?(w)?(th|r)?(f)?", re.IGNORECASE)
"""Letters in the order of the week, of which each tells what a T before it means."""
_WHOLE_RUNS = {
    "mtwt": range(4),
    "mtwtf": range(5),
    "mtwtfss": range(7),
    "smtwtfs": range(7),
    "sasu": (5, 6),
}
_BOTH_OF = {"t": ("tu", "th"), "s": ("sa", "su")}
_IN_A_LIST = {"day", "span", "both", "dash"}


_TWO_WAYS = {
    "mf": ("Monday and Friday, or Monday to Friday", "Mon, Fri or Mon-Fri"),
    "mth": ("Monday and Thursday, or Monday to Thursday", "Mon, Thu or Mon-Thu"),
    "tf": ("Tuesday and Friday, or Thursday and Friday", "Tue, Fri or Thu, Fri"),
    "r": ("Thursday", "Thu"),
    "s": ("Saturday or Sunday", "Sat or Sun"),
    "t": ("Tuesday or Thursday", "Tue or Thu"),
}
"""Letters of which nobody is sure: what they may be, and how that is written."""


def doubt_of(name: str) -> tuple[str, str] | None:
    """What letters may be and how to write it, where they may be more than one thing."""
    return _TWO_WAYS.get(name.lower().rstrip("."))


def days_of(name: str) -> tuple[int, ...]:
    """The days (Monday is 0) of a name or of letters."""
    lowered = name.lower().rstrip(".")
    if lowered in _WHOLE_RUNS:
        return tuple(_WHOLE_RUNS[lowered])
    if run := _WEEKDAYS.fullmatch(lowered):
        return tuple(day for day, letters in enumerate(run.groups()) if letters)
    return (_DAYS.index(lowered[:2]),)


def with_settled_letters(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words, with a name for each letter of which the others beside it leave one meaning."""
    settled: list[Token] = []
    for is_list, run in itertools.groupby(tokens, lambda token: token.kind in _IN_A_LIST):
        words = list(run)
        settled += _of_one_list(words) if is_list else words
    return tuple(_by_the_whole(settled))


def _of_one_list(words: Sequence[Token]) -> list[Token]:
    """A list of days: two T in it are Tuesday and Thursday; before a W or a dash one is Tuesday."""
    named = list(words)
    for letter, both in _BOTH_OF.items():
        alone = [at for at in range(len(words)) if _is_alone(words, at, letter)]
        if len(alone) == len(both):
            for at, name in zip(alone, both, strict=True):
                named[at] = replace(named[at], text=name)
    for at, word in enumerate(named):
        following = [token for token in words[at + 1 : at + 3] if token.kind != "both"]
        before_a_w = following and _letter(following[0]).startswith("w")
        is_first = [token.kind for token in words[at + 1 : at + 3]] == ["dash", "day"]
        is_last = at > 0 and words[at - 1].kind == "dash"
        is_settled = (before_a_w and _is_alone(words, at, "t")) or (is_first and not is_last)
        if is_settled and _letter(word) == "t":
            named[at] = replace(word, text="tu")
    return named


def _by_the_whole(words: Sequence[Token]) -> Iterator[Token]:
    """An R is Thursday beside other letters, and a T is Tuesday beside a Thursday."""
    has_letters = any(word and set(word) <= set("mtwf") for word in map(_letter, words))
    named = [
        replace(word, text="th") if has_letters and _is_alone(words, at, "r") else word
        for at, word in enumerate(words)
    ]
    has_thursday = any(_letter(word).startswith("th") for word in named)
    for word in named:
        yield replace(word, text="tu") if has_thursday and _letter(word) == "t" else word


def _is_alone(words: Sequence[Token], at: int, letter: str) -> bool:
    """Whether a letter stands at a place, and is not the first or the last of a range."""
    beside = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    return _letter(words[at]) == letter and all(token.kind != "dash" for token in beside)


def _letter(word: Token) -> str:
    return word.text.lower().rstrip(".") if word.kind == "day" else ""
