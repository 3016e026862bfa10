"""The command as people type it: in this process, or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import handbill.command
from tests.conftest import ROOT

NOON = "1795435200"
"""12:00 UTC on 23 November 2026, in seconds."""
SCRIPT = (sys.executable, str(ROOT / "build.py"))
MODULE = (sys.executable, "-m", "handbill")


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, folder: Path | None = None, **environment: str) -> Ran:
    """Run the command in this process, which spares the start of another one."""
    given = ["build.py", *map(str, arguments)]
    status = 0
    with (
        patch.dict(os.environ, environment_of_a_command() | environment, clear=True),
        patch.object(sys, "argv", given),
        _in(folder),
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out,
        contextlib.redirect_stderr(io.TextIOWrapper(io.BytesIO(), "utf-8")) as err,
    ):
        try:
            handbill.command.main()
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Ran(status, _printed(out), _printed(err))


def run_process(
    *arguments: str | Path,
    command: tuple[str, ...] = SCRIPT,
    folder: Path | None = None,
    **environment: str,
) -> Ran:
    """Run the command in a process of its own, as a shell does."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        check=False,
        cwd=folder,
        env=environment_of_a_command() | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def environment_of_a_command() -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "SOURCE_DATE_EPOCH": NOON,
    }


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


@contextlib.contextmanager
def _in(folder: Path | None) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder or before)
    try:
        yield
    finally:
        os.chdir(before)
