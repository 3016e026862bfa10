"""The problems of one run, gathered step by step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from handbill.problems import CampaignError, Problem, has_errors, in_order, is_wrong

T = TypeVar("T")


class _MayFail(Protocol):
    @property
    def problem(self) -> Problem | None: ...


F = TypeVar("F", bound=_MayFail)


class Ledger:
    """Takes problems as they are found, and ends the run when there is no going on.

    With `strict` a warning ends it too.
    """

    def __init__(self, strict: bool) -> None:
        self._strict = strict
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found so far, by file and line."""
        return in_order(self._problems)

    def take(self, problems: Iterable[Problem]) -> None:
        """Enter problems."""
        self._problems += problems

    def need(self, result: T | None, problems: Iterable[Problem]) -> T:
        """Enter problems and hand on the result. Raises CampaignError when there is none."""
        self.take(problems)
        if result is None:
            raise CampaignError(self.problems)
        return result

    def sift(self, results: Iterable[F]) -> tuple[F, ...]:
        """Enter the problems of results and hand the results on.

        Raises CampaignError when one of them failed.
        """
        kept = tuple(results)
        failed = [result.problem for result in kept if result.problem]
        self.take(failed)
        if failed:
            raise CampaignError(self.problems)
        return kept

    def stop_at_errors(self) -> None:
        """Raise CampaignError with every problem when one of them ends the run."""
        if has_errors(self._problems) or (self._strict and any(map(is_wrong, self._problems))):
            raise CampaignError(self.problems)
