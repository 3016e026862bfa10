"""A git repository for a few seconds, that reaches the same remotes as the leader's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.git import Ran, git, run

_ITS_OWN = ("core.bare", "core.worktree", "core.repositoryformatversion", "core.hookspath")
"""Settings that say what a repository is, and not how it reaches another one."""


@dataclass(frozen=True)
class Scratch:
    """An empty repository of no branch, and the settings of another one.

    Git runs in that one's top folder, where its relative addresses start, but neither reads nor
    writes it.
    """

    folder: Path
    environment: Mapping[str, str]

    def git(self, *words: str) -> Ran:
        """Run git in it."""
        return run(["git", *words], self.folder, self.environment)

    def name(self, revision: str) -> str:
        """The name that git gives to a commit or a tree."""
        return self.git("rev-parse", "--verify", revision).text


def scratch_beside(folder: Path, place: Path) -> Scratch:
    """Make one at a place, with the settings of the repository that holds a folder."""
    settings = _settings_in(folder)
    environment = {
        "GIT_DIR": str(place),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": str(len(settings)),
    }
    for number, (key, value) in enumerate(settings):
        environment[f"GIT_CONFIG_KEY_{number}"] = key
        environment[f"GIT_CONFIG_VALUE_{number}"] = value
    top = git(folder, "rev-parse", "--show-toplevel")
    kind = git(folder, "rev-parse", "--show-object-format").text
    scratch = Scratch(folder if top.failed else Path(top.text), environment)
    scratch.git("init", "--quiet", "--bare", f"--object-format={kind}", "--", str(place))
    return scratch


def _settings_in(folder: Path) -> list[tuple[str, str]]:
    """What git knows there from all its files: a key may have several values."""
    listed = git(folder, "config", "--list", "-z", "--includes").given.decode(
        errors="surrogateescape"
    )
    found = []
    for entry in filter(None, listed.split("\0")):
        key, has_value, value = entry.partition("\n")
        if key.lower() not in _ITS_OWN and not key.lower().startswith("extensions."):
            found.append((key, value if has_value else "true"))
    return found
