"""Git, run as a program, and what it reports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ADVICE = (
    "fatal: Could not read from remote repository.",
    "Please make sure you have the correct access rights",
    "and the repository exists.",
)


@dataclass(frozen=True)
class Ran:
    """A program that ended: whether it failed, what it gave, and what it told."""

    failed: bool
    given: bytes
    told: tuple[str, ...]

    @property
    def text(self) -> str:
        """What it gave, as a text."""
        return self.given.decode(errors="replace").strip()

    @property
    def reason(self) -> str:
        """The line that says why it failed, without the general advice that git gives after it."""
        telling = [line for line in self.told if line and line not in _ADVICE]
        fatal = [line for line in telling if line.startswith("fatal: ")]
        return (fatal or telling or ["git does not say why"])[-1].removeprefix("fatal: ")


def git(folder: Path, *words: str) -> Ran:
    """Run git in a folder."""
    return run(["git", *words], folder, {})


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ran:
    """Run a program that is git, or that runs it.

    Where there is a terminal, git may ask for a password there. Where there is none it fails.
    """
    asks = sys.stdin is not None and sys.stdin.isatty()
    never = {} if asks else {"GIT_TERMINAL_PROMPT": "0"}
    ran = subprocess.run(  # noqa: S603 - no shell, and the words are Handbill's
        command,
        check=False,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", **never, **environment},
        stdin=None if asks else subprocess.DEVNULL,
        capture_output=True,
    )
    told = ran.stderr.decode(errors="replace").splitlines()
    printable = ("".join(filter(str.isprintable, line)).strip() for line in told)
    return Ran(ran.returncode != 0, ran.stdout, tuple(printable))
