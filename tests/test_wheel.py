"""Handbill as a package: what `pip install` leaves can start a campaign and build it."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from handbill.starter import start_campaign
from tests.conftest import ROOT

_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # A copy, so that the build leaves nothing in the sources.
    source = tmp_path_factory.mktemp("source")
    for name in ("handbill", "layouts", "credentials", "requirements", "setup"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "build.py"):
        shutil.copy(ROOT / name, source)
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("wheel", "--no-index", "--no-deps", "--no-build-isolation", ".", "-w", str(folder))
    subprocess.run([*_PIP, *offline], cwd=source, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, and nothing else, was installed."""
    folder = tmp_path_factory.mktemp("installed")
    offline = ("install", "--no-index", "--no-deps", "--target", str(folder), str(wheel))
    subprocess.run([*_PIP, *offline], check=True)
    return folder


def _started_here(folder: Path) -> Path:
    start_campaign(folder, datetime.date.today())
    return folder


def _files_in(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }


def test_the_wheel_holds_the_engine_the_layouts_and_the_starter_alone(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "handbill/command.py",
        "handbill/fonts.conf",
        "handbill/sample.json",
        "handbill/layouts/flyer.html",
        "handbill/layouts/page.css",
        "handbill/layouts/parts/blocks.html",
        "handbill/layouts/words/es.yaml",
        "handbill/credentials/understanding-the-homework-gap.yaml",
        "handbill/starter/campaign/config.yaml",
        "handbill/starter/campaign/content/pages/index.md",
        "handbill/starter/campaign/assets/.gitkeep",
        "handbill/starter/campaign/.gitignore",
        "handbill/starter/campaign/.github/workflows/publish.yml",
        "handbill/starter/tools/build.py",
    ):
        assert name in names
    foreign = [n for n in names if not n.startswith(("handbill/", "handbill-"))]
    assert foreign == []
    layouts = {p.relative_to(ROOT).as_posix() for p in (ROOT / "layouts").rglob("*") if p.is_file()}
    assert {f"handbill/{name}" for name in layouts} <= set(names)


def test_what_was_installed_starts_a_campaign_and_builds_it(
    installed: Path, tmp_path: Path
) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed)}

    def handbill(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "handbill", *arguments],
            cwd=tmp_path,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )

    started = handbill("new", "clean water")
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout.endswith("To build it: handbill -C 'clean water'\n")
    assert _files_in(tmp_path / "clean water") == _files_in(_started_here(tmp_path / "here"))
    built = handbill("-C", "clean water", "--strict", "--quiet")
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    site = tmp_path / "clean water/output/site"
    assert {"index.html", "flyer.pdf", "flyer.webp"} <= {file.name for file in site.iterdir()}
    where = [sys.executable, "-c", "import handbill; print(handbill.__file__)"]
    asked = subprocess.run(
        where, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert asked.stdout.startswith(str(installed)), "it was not the one in this repository"
