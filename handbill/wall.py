"""The wall: an exception that nobody foresaw becomes a problem that names the file in hand."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handbill.problems import CampaignError, Place, Problem, error

_HINT = (
    "please report it, with this line and the file; until it is mended, see whether what you "
    "changed last can be written otherwise"
)


class LetThroughError(Exception):
    """An exception that is no defect: it ends a piece of work for whoever began it."""


@contextmanager
def wall() -> Iterator[None]:
    """Let nothing out but CampaignError, and what lets itself through.

    A defect is told as a problem at the file that was in hand when it happened.
    """
    try:
        yield
    except (CampaignError, LetThroughError):
        raise
    except Exception as defect:
        raise CampaignError([told_as_a_problem(defect)]) from defect


def told_as_a_problem(defect: Exception) -> Problem:
    """What a leader is told of a defect: where it happened, in her files and in Handbill's."""
    frame = traceback.extract_tb(defect.__traceback__)[-1]
    at = f"{Path(frame.filename).name}, line {frame.lineno}"
    says = " ".join(f"{type(defect).__name__}: {defect}".split())[:200]
    return error(_file_in_hand(defect), f"Handbill has a defect: {says} ({at})", _HINT)


def _file_in_hand(defect: Exception) -> Place:
    """The place that the innermost function knew of; config.yaml where none knew any."""
    frames = [frame for frame, _ in traceback.walk_tb(defect.__traceback__)]
    for frame in reversed(frames):
        for value in reversed(list(frame.f_locals.values())):
            place = _place_of(value)
            if place is not None:
                return place
    return Place("config.yaml")


def _place_of(value: object) -> Place | None:
    """The place that a value is, has or stands for."""
    if isinstance(value, Place):
        return value
    if not type(value).__module__.startswith("handbill."):
        return None
    artifact = getattr(value, "artifact", value)
    for owner in (value, artifact, getattr(artifact, "document", None)):
        path = getattr(owner, "path", None)
        if isinstance(path, str) and path:
            return Place(path)
    return None
