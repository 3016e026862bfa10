"""The list of what Handbill made in output/, so that nothing else is ever removed.

It stands in output/.made-by-handbill.json: an object with, for each file's path relative to
output/, the SHA-256 digests (hexadecimal) of what Handbill wrote there. There are two while a
site takes the place of another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.regular_files import is_regular, read_regular

_NAME = ".made-by-handbill.json"
_LARGEST = 100_000_000
"""Bytes; a hundred thousand files are some ten millions."""


@dataclass(frozen=True)
class Manifest:
    """The paths of what was made, each with the digests of what it may hold.

    No digests means anything: the first lists of Handbill's had only paths.
    """

    digests: Mapping[str, frozenset[str]]

    def is_as_made(self, path: str, entry: Path) -> bool:
        """Whether an entry is a file that Handbill made, and holds what it wrote."""
        known = self.digests.get(path)
        if known is None or not is_regular(entry):
            return False
        return not known or digest_of(entry.read_bytes()) in known

    def of_part(self, part: str) -> Manifest:
        """What was made in one folder of output/."""
        mine = {path: known for path, known in self.digests.items() if _is_in(path, part)}
        return Manifest(mine)

    def without(self, part: str) -> Manifest:
        """What was made in all other folders of output/."""
        others = {path: known for path, known in self.digests.items() if not _is_in(path, part)}
        return Manifest(others)

    def and_also(self, other: Manifest) -> Manifest:
        """What either of two lists allows."""
        both = dict(self.digests)
        for path, digests in other.digests.items():
            known = both.get(path)
            both[path] = digests if known is None else known and (known | digests)
        return Manifest(both)


def manifest_of(part: str, files: Mapping[str, bytes]) -> Manifest:
    """The list of files that are about to stand in a folder of output/."""
    return Manifest(
        {f"{part}/{path}": frozenset((digest_of(content),)) for path, content in files.items()}
    )


def digest_of(content: bytes) -> str:
    """The SHA-256 digest of what a file holds, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(output: Path) -> Manifest:
    """The list in output/; an empty one where there is none that can be read."""
    try:
        listed = json.loads(read_regular(output / _NAME, _LARGEST))
        if isinstance(listed, list):
            return Manifest({str(path): frozenset() for path in listed})
        return Manifest({path: frozenset(map(str, known)) for path, known in listed.items()})
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Manifest({})


def write_manifest(output: Path, made: Manifest) -> None:
    """Let the list in output/ be this one. Raises OSError, and leaves the old one, if it cannot."""
    listed = {path: sorted(known) for path, known in sorted(made.digests.items())}
    new = output / f"{_NAME}.new"
    new.unlink(missing_ok=True)
    new.write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
    new.replace(output / _NAME)


def _is_in(path: str, part: str) -> bool:
    return path.startswith(f"{part}/")
