"""Git, run as a program, and what it reports."""

from __future__ import annotations

import os
import re
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

_INHERITED = (
    *("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL"),
    *("GIT_CONFIG_SYSTEM", "GIT_SSH", "GIT_ASKPASS", "GIT_SSL_", "GIT_HTTP_", "GIT_PROXY_"),
    *("GIT_TERMINAL_PROMPT", "GIT_ALLOW_PROTOCOL", "GIT_CEILING_DIRECTORIES"),
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
)
"""How git's variables begin that say who she is and how she reaches a remote. All others, such as
those that a hook of git's own sets, would let it work in another repository."""
_WHO = re.compile(r"(?<=://).*@|(?<![^\s'\"(/])(?!git@)[^\s'\"/:@]*:?[^\s'\"@]*@(?=[\w.-]+:)")
_QUERY = re.compile(r"(?<=\?)[^\s'\"]*=[^\s'\"]*")


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
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_INHERITED)
    }
    ran = subprocess.run(  # noqa: S603 - no shell, and the words are Handbill's
        command,
        check=False,
        cwd=folder,
        env={**kept, "LC_ALL": "C", **never, **environment},
        stdin=None if asks else subprocess.DEVNULL,
        capture_output=True,
    )
    told = ran.stderr.decode(errors="replace").splitlines()
    printable = (
        without_credentials("".join(filter(str.isprintable, line))).strip() for line in told
    )
    return Ran(ran.returncode != 0, ran.stdout, tuple(printable))


def without_credentials(text: str) -> str:
    """A line as it may be shown: of the addresses in it, no user, password, token or query."""
    return _QUERY.sub("…", _WHO.sub("", text))
