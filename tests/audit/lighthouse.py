"""Runs Lighthouse, and reads what it says.

The browser is the one that is installed, and it can reach nothing but this machine.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from tests.browsers import whole_browser
from tests.conftest import ROOT

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = ROOT / ".venv" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
_CHROME_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-proxy-server",
    '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"',
)


class _Read(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class Audit(_Read):
    """One thing that Lighthouse looked at; a score of 1 is full marks."""

    id: str
    title: str
    score: float | None
    score_display_mode: str
    display_value: str = ""
    numeric_value: float = 0
    details: dict[str, Any] = {}
    error_message: str = ""

    @property
    def wanting(self) -> bool:
        """It was judged and has less than full marks, or it could not be judged."""
        return self.score_display_mode == "error" or (self.score is not None and self.score < 1)

    @property
    def reasons(self) -> Iterator[str]:
        """Where and why, as far as Lighthouse tells."""
        if self.error_message:
            yield self.error_message
        items = self.details.get("items", [])
        for item in items if isinstance(items, list) else [items]:
            node = item.get("node", {})
            yield str(node.get("explanation") or item)


class _AuditRef(_Read):
    id: str
    weight: float


class _Category(_Read):
    score: float | None
    audit_refs: tuple[_AuditRef, ...]


class Report(_Read):
    """What Lighthouse says of one page."""

    lighthouse_version: str
    run_warnings: tuple[str, ...]
    runtime_error: dict[str, Any] = {}
    categories: dict[str, _Category]
    audits: dict[str, Audit]

    @property
    def scores(self) -> tuple[int, ...]:
        """From 0 to 100, one for each category."""
        return tuple(round((self.categories[name].score or 0) * 100) for name in CATEGORIES)

    @property
    def full_marks(self) -> bool:
        """Whether all four are 100."""
        return set(self.scores) == {100}

    def measured(self, audit: str) -> float:
        """What an audit measured, in its own unit."""
        return self.audits[audit].numeric_value

    @property
    def requests(self) -> int:
        """How many files the page asked the server for."""
        items = self.audits["network-requests"].details["items"]
        return sum(not item["url"].startswith("data:") for item in items)

    def wanting(self, *, counted: bool) -> list[Audit]:
        """The audits below full marks: those that a score is made of, or the others."""
        weights = dict[str, float]()
        for category in self.categories.values():
            for ref in category.audit_refs:
                weights[ref.id] = weights.get(ref.id, 0) + ref.weight
        return [
            self.audits[name]
            for name, weight in weights.items()
            if self.audits[name].wanting and (weight > 0) == counted
        ]


def version(command: str) -> str:
    """What a program says of its version."""
    told = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def look_at(url: str, runs: int) -> Report:
    """The report on a page: of several runs, the one with the median of performance."""
    reports = sorted((_run(url) for _ in range(runs)), key=lambda report: report.scores)
    return reports[len(reports) // 2]


def _run(url: str) -> Report:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        done = subprocess.run(
            [
                LIGHTHOUSE,
                url,
                "--quiet",
                "--no-enable-error-reporting",
                f"--only-categories={','.join(CATEGORIES)}",
                "--output=json",
                f"--output-path={folder}/report.json",
                f"--chrome-flags={' '.join(_CHROME_FLAGS)}",
            ],
            # What Lighthouse and the browser remember is forgotten afterwards.
            env={
                **os.environ,
                "CHROME_PATH": whole_browser(),
                "XDG_CONFIG_HOME": folder,
                "XDG_CACHE_HOME": folder,
            },
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"Lighthouse on {url}:\n{done.stderr}")
        report = Report.model_validate_json(Path(folder, "report.json").read_bytes())
    if report.runtime_error:
        raise RuntimeError(f"Lighthouse on {url}: {report.runtime_error}")
    return report
