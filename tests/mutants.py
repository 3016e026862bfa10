"""Changes small pure modules in every small way that mutmut knows, and counts what tests notice.

Run by `make mutants`, which takes minutes; the figures are written to docs/quality.md.
"""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import sys
from collections import Counter
from importlib.metadata import version

from tests.conftest import ROOT
from tests.sections import replace_section

QUALITY = ROOT / "docs" / "quality.md"
HEADING = "\n## Changes that the tests notice\n"
_RESULT = re.compile(r"\s*(?P<module>handbill(?:\.\w+)*)\.x\S*: (?P<status>[\w ]+)")
_UNNOTICED = "survived"


def section_of(results: str, tool: str) -> str:
    """The section that tells of mutmut's results, in which a line is a change and its end."""
    made, noticed = Counter[str](), Counter[str]()
    for match in _RESULT.finditer(results):
        path = match["module"].replace(".", "/") + ".py"
        made[path] += 1
        noticed[path] += match["status"] != _UNNOTICED
    rows = [(path, noticed[path], made[path]) for path in sorted(made)]
    rows.append(("all", noticed.total(), made.total()))
    return f"""{HEADING}
Made by `make mutants` on {datetime.date.today()}, with {tool}: each small
change that it knows (another operator, number, text, argument), one at a time, in small pure
modules, tried with the tests that reach it. A change that nobody can see is counted as not noticed.

| module | noticed | of | |
|---|---|---|---|
""" + "".join(
        f"| {path} | {seen} | {total} | {100 * seen / total:.0f}% |\n" for path, seen, total in rows
    )


def _mutmut(*words: str) -> str:
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    _mutmut("run")
    replace_section(
        QUALITY,
        HEADING,
        section_of(_mutmut("results", "--all", "true"), f"mutmut {version('mutmut')}"),
    )
    print(f"docs/{QUALITY.name} is written. What was not noticed: python -m mutmut results")
