"""What is wrong, where, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

_MOST_NAMED = 16


class Severity(str, Enum):
    """An error stops the build; a warning does not, unless --strict is given; a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Place:
    """A file, as a path relative to the campaign with forward slashes, and a line from 1.

    Line 0 means the file as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in the words of the person who can mend it."""

    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity.value}: {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class CampaignError(Exception):
    """The one exception that leaves the engine: the campaign's problems, all of one run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def error(place: Place, message: str, hint: str = "") -> Problem:
    """A problem that stops the build."""
    return Problem(place, message, hint)


def warning(place: Place, message: str, hint: str = "") -> Problem:
    """A problem that the build reports and survives."""
    return Problem(place, message, hint, Severity.WARNING)


def note(place: Place, message: str) -> Problem:
    """What was done on somebody's behalf, which she may want to know; nothing is wrong."""
    return Problem(place, message, severity=Severity.NOTE)


def is_wrong(problem: Problem) -> bool:
    """Whether a problem is one: a note is none."""
    return problem.severity is not Severity.NOTE


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetitions, by file and line."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.place))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or all of them when none is near."""
    words: Sequence[str] = sorted(set(known))
    near = difflib.get_close_matches(wrong, words, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if not words:
        return ""
    more = ", …" if len(words) > _MOST_NAMED else ""
    return "known here: " + ", ".join(f"`{word}`" for word in words[:_MOST_NAMED]) + more
