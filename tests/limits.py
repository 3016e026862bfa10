"""The command in a process of its own, with the time and the memory that it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.command_line import NOON, SCRIPT


@dataclass(frozen=True)
class Measured:
    """How a run ended, what it told, its seconds of processor time and its largest size in MB."""

    status: int
    told: str
    seconds: float
    megabytes: float


def measured(campaign: Path, *words: str) -> Measured:
    """Run `build.py` for a campaign."""
    command = [*SCRIPT, *words, "--quiet", "-C", str(campaign)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON}
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        words_told = told.read().decode()
    per_megabyte = 1_000_000 if sys.platform == "darwin" else 1_000  # bytes there, kilobytes here
    seconds = usage.ru_utime + usage.ru_stime
    return Measured(process.returncode, words_told, seconds, usage.ru_maxrss / per_megabyte)
