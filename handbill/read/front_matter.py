"""A content file taken apart: the settings between its two `---` lines, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handbill.markup import Body, convert
from handbill.problems import Place, Problem, error
from handbill.read.files import TextFile
from handbill.yaml_lines import Lines, Parsed, parse_mapping

_MARK = re.compile(r"---[ \t]*")


@dataclass(frozen=True)
class Split:
    """Front matter and body of one file."""

    front_matter: Parsed
    body: Body


@lru_cache(maxsize=4096)  # a preview reads the same files again and again
def split(file: TextFile) -> Split:
    """Read a content file; what is wrong with its front matter is in the result."""
    lines = file.text.split("\n")
    empty = convert("", Place(file.path, 1))
    if not file.text.strip():
        return Split(_wrong(file, "this file is empty"), empty)
    if not _MARK.fullmatch(lines[0]):
        return Split(_wrong(file, "the first line is not `---`"), empty)
    end = next((n for n, line in enumerate(lines[1:], 1) if _MARK.fullmatch(line)), None)
    if end is None:
        return Split(_wrong(file, "the settings at the top are never closed"), empty)
    front_matter = parse_mapping("\n".join(lines[1:end]), file.path, first_line=2)
    body = convert("\n".join(lines[end + 1 :]), Place(file.path, end + 2))
    return Split(front_matter, body)


def _wrong(file: TextFile, says: str) -> Parsed:
    problem: Problem = error(
        Place(file.path, 1), says, "put `---` on a line before the settings and on one after them"
    )
    return Parsed({}, Lines(), (problem,))
