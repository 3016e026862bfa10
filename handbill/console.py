"""What a person sees while a campaign is built: steps, a bar, problems, a summary."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import rich.console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.leaving_out import LeavingOut
from handbill.pipeline import Built
from handbill.problems import Problem, Severity, has_errors, is_wrong
from handbill.publish import BRANCH, Published
from handbill.submission import READINESS, Submission
from handbill.translations import State, standing_of_places, standings

T = TypeVar("T")

_LONG = 3
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold"}


class Console:
    """Prints progress to standard output and problems to standard error.

    Where the output is not a terminal it is plain text. On GitHub Actions every problem is an
    annotation, too, whose path begins at the folder of the campaign as it was given.
    """

    def __init__(self, *, quiet: bool, campaign: Path = Path()) -> None:
        self._quiet = quiet
        self._campaign = campaign
        self._out, self._err = (
            # What is printed quotes the leader's own words: nothing in them is a code for rich.
            rich.console.Console(
                stderr=to_stderr, highlight=False, markup=False, emoji=False, soft_wrap=True
            )
            for to_stderr in (False, True)
        )
        self._started = time.monotonic()
        self._told: tuple[Problem, ...] = ()

    def step(self, name: str, about: str) -> None:
        """Print a line for a step that begins."""
        if not self._quiet:
            self._out.print(f"{name:<8}{about}")

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass through the items of a step, with a bar where there are many."""
        if self._quiet or not self._out.is_terminal or total < _LONG:
            yield from items
            return
        columns = (TextColumn("        "), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=self._out, transient=True) as bar:
            yield from bar.track(items, total=total)

    def problems(self, problems: Sequence[Problem], *, unbuilt: bool = False) -> None:
        """Print problems in compiler form; those that kept a build from its end are counted."""
        for problem in problems:
            if self._quiet and not is_wrong(problem):
                continue
            line = Text(f"{problem.place}: ")
            line.append(f"{problem.severity.value}:", _COLOURS[problem.severity])
            line.append(f" {problem.message}")
            self._err.print(line)
            if problem.hint:
                self._err.print(f"  hint: {problem.hint}")
            if os.environ.get("GITHUB_ACTIONS") == "true":
                self._out.print(_annotation(problem, self._campaign))
        if unbuilt:
            counted = _count(problems)
            if not has_errors(problems):
                are = "is an error" if len(problems) == 1 else "are errors"
                counted = f"{counted}, which {are} here"
            self._err.print(f"{counted}. Nothing was written; output/ is as it was.")

    def previewed(self, address: str) -> None:
        """Print where the preview can be opened."""
        self._out.print(f"Preview: {address}")
        self._out.print("It follows what you save. To end it, press Ctrl and C.")

    def rebuilt(
        self, saved: Collection[str], problems: tuple[Problem, ...], seconds: float
    ) -> None:
        """Print what was saved and built, and what is wrong that was not told the last time."""
        self.problems([problem for problem in problems if problem not in self._told])
        was_wrong, self._told = has_errors(self._told), problems
        if self._quiet or not saved:
            return
        names = Language("en").list(sorted(saved)[:_LONG])
        if has_errors(problems):
            self._out.print(f"saved   {names}: {_count(problems)}; the last good page stays")
        else:
            mended = "; no error is left" if was_wrong else ""
            self._out.print(f"saved   {names}: built in {seconds:.1f} s{mended}")

    def written(self, paths: Sequence[str]) -> None:
        """Print which files were made or changed."""
        for path in paths:
            self._out.print(f"wrote   {path}")

    def leaving_out(self, leaving_out: LeavingOut) -> None:
        """Print what leaving languages out will do."""
        for path in leaving_out.changed:
            self._out.print(f"change  {path}: `languages`")
        for path in leaving_out.removed:
            self._out.print(f"remove  {path}")

    def left_out(self, leaving_out: LeavingOut) -> None:
        """Print how much was done to leave languages out."""
        self._out.print(leaving_out.done)

    def standings(self, campaign: Campaign) -> None:
        """Print a table of the campaign's translations, and what is left to do."""
        languages = campaign.languages[1:]
        if not languages:
            self._out.print("There is one language, and nothing to translate.")
            return
        columns = [
            {standing.content.path: standing.state.value for standing in standings(campaign, code)}
            for code in languages
        ]
        for code, column in zip(languages, columns, strict=True):
            if state := standing_of_places(campaign, code):
                column[campaign.places[0].place.path] = state.value
        files = dict.fromkeys(path for column in columns for path in column)
        rows = [[path, *(column.get(path, "-") for column in columns)] for path in files]
        done = [f"{list(c.values()).count(State.DONE.value)} of {len(c)}" for c in columns]
        for line in _table([["", *languages], *rows, ["done", *done]]):
            self._out.print(line)

    def readiness(self, submission: Submission, folder: Path) -> None:
        """Print what a credential asks for, what there is of it, and what is missing."""
        dossier = submission.dossier
        for finding in dossier.missing:
            self.problems([p for p in finding.missing if p not in submission.problems])
        if self._quiet:
            return
        rows = [(f.requirement, f.evidence, "Yes" if f.is_met else "No") for f in dossier.findings]
        self._out.print(f"\n{dossier.credential.title}, {dossier.credential.issuer}\n")
        head, *lines = _table([("It asks for", "There is", "Ready"), *rows])
        self._out.print(head)
        for line, finding in zip(lines, dossier.findings, strict=True):
            self._out.print(line)
            for problem in finding.missing:
                self._out.print(f"  missing: {problem.message}")
        if dossier.remarks:
            self._out.print("\nTo look at before you hand it in")
        for remark in dossier.remarks:
            for line in remark.stands:
                self._out.print(f"{remark.subject}: {line}")
            self._out.print(f"  hint: {remark.hint}")
        count, total = len(dossier.missing), len(rows)
        needs = "needs" if count == 1 else "need"
        verdict = f"{count} of {total} {needs} something still" if count else "Ready to submit"
        seconds = time.monotonic() - self._started
        self._out.print(f"\n{verdict} ({seconds:.1f} s).")
        self._out.print(f"Open {folder / READINESS}")

    def summary(self, built: Built, start: Path | None) -> None:
        """Print what was made, in how many seconds, and where to look."""
        if self._quiet:
            return
        seconds = time.monotonic() - self._started
        names = Language("en").list(Language(code).name for code in built.languages)
        made = f"{_plural(built.pages, 'page')} and {_plural(built.pdfs, 'PDF')} in {names}"
        verb = "Built" if start else "Checked"
        told = f", {count}" if (count := _count(built.warnings)) else ""
        self._out.print(f"{verb} {made}{told} ({seconds:.1f} s).")
        if start:
            self._out.print(f"Open {start}")

    def published(self, published: Published, url: str) -> None:
        """Print where the site was published, and its address."""
        if self._quiet:
            return
        where = f"{BRANCH} of {published.remote}"
        if published.is_new:
            self._out.print(f"Published {_plural(published.files, 'file')} to the branch {where}.")
        else:
            self._out.print(f"Nothing has changed since the last time: {where} is as it was.")
        self._out.print(f"Open {url}")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of cells as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _count(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    parts = [_plural(errors, "error")] if errors else []
    parts += [_plural(warnings, "warning")] if warnings else []
    return " and ".join(parts)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _annotation(problem: Problem, campaign: Path) -> str:
    """A workflow command of GitHub Actions: an annotation on a file and a line."""
    file = (
        _escaped((campaign / problem.place.path).as_posix()).replace(":", "%3A").replace(",", "%2C")
    )
    line = f",line={problem.place.line}" if problem.place.line else ""
    message = _escaped(f"{problem.message}\n{problem.hint}".strip())
    command = "notice" if problem.severity is Severity.NOTE else problem.severity.value
    return f"::{command} file={file}{line}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
