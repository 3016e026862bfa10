"""What `new` brings, so that GitHub builds and shows the campaign without a program installed."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from tests.command_line import run
from tests.conftest import ROOT, BuildSite
from tests.test_workflow import fits_the_schema

WORKFLOW = ".github/workflows/publish.yml"


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "clean water"
    assert run("new", folder).err == ""
    return folder


@pytest.fixture(scope="module")
def cloned(campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What GitHub checks out: the campaign as git keeps it."""
    name = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*name, "commit", "--quiet", "-m", "First")):
        subprocess.run(["git", *words], cwd=campaign, check=True)
    folder = tmp_path_factory.mktemp("cloned") / "work"
    subprocess.run(["git", "clone", "--quiet", str(campaign), str(folder)], check=True)
    return folder


def _commands() -> list[str]:
    workflow: Any = yaml.safe_load((ROOT / WORKFLOW).read_text("utf-8"))
    steps = (step for job in workflow["jobs"].values() for step in job["steps"])
    return [step["run"] for step in steps if "run" in step]


def test_its_table_of_places_shows_what_each_column_is_for(campaign: Path) -> None:
    with (campaign / "content/data/places.csv").open(newline="") as file:
        (place,) = csv.DictReader(file)
    assert list(place) == ["name", "address", "hours", "phone"]
    assert all(place.values())


def test_its_workflow_fits_the_schema_and_is_handbills_own(campaign: Path) -> None:
    assert fits_the_schema(campaign / WORKFLOW)
    ours, its = (
        (folder / WORKFLOW).read_text("utf-8").partition("\n")[2] for folder in (ROOT, campaign)
    )
    assert its == ours


def test_a_codespace_of_it_is_handbills_own(campaign: Path) -> None:
    container = ".devcontainer/devcontainer.json"
    assert (campaign / container).read_bytes() == (ROOT / container).read_bytes()


@pytest.mark.parametrize("name", ["setup/install.sh", "requirements/handbill.txt", "build.py"])
def test_what_installs_handbill_is_handbills_own(cloned: Path, name: str) -> None:
    assert (cloned / name).read_bytes() == (ROOT / name).read_bytes()
    assert (cloned / "handbill/LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def _install_offline(folder: Path) -> None:
    """What `make install` would leave, of the libraries that are here: so it has nothing to do."""
    venv.create(folder / ".venv", with_pip=False)
    libraries = sysconfig.get_paths()["purelib"]
    (place,) = (folder / ".venv/lib").glob("python*/site-packages")
    (place / "here.pth").write_text(f"{libraries}\n")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    (folder / ".venv/made-for").write_text(f"Python {version} in {folder.resolve()}")
    key = "cat requirements/handbill.txt setup/*.sh /etc/os-release 2>/dev/null | cksum"
    stamp = subprocess.run(["sh", "-c", key], cwd=folder, check=True, capture_output=True)
    (folder / ".venv/handbill.stamp").write_bytes(stamp.stdout)


def test_the_commands_of_its_workflow_build_it_from_what_git_keeps(cloned: Path) -> None:
    _install_offline(cloned)
    nothing_of_ours = {"PATH": os.environ["PATH"], "HOME": str(cloned.parent), "PYTHONSAFEPATH": ""}
    for number, command in enumerate(_commands()):
        done = subprocess.run(
            command.split(), cwd=cloned, env=nothing_of_ours, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b""), command
        assert number or done.stdout == b"", "it was to find everything installed"
    names = {file.name for file in (cloned / "output/site").iterdir()}
    assert {"index.html", "flyer.pdf"} <= names
    status = subprocess.run(
        ["git", "status", "--short"], cwd=cloned, capture_output=True, check=True
    )
    assert status.stdout == b"", "what was installed and built is no change to commit"


def test_it_starts_the_next_one_just_like_it(campaign: Path, cloned: Path, tmp_path: Path) -> None:
    words = [sys.executable, "build.py", "new", str(tmp_path / "next")]
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(words, cwd=cloned, env=environment, check=True, capture_output=True)
    first, following = (
        {
            file.relative_to(folder).as_posix()
            for file in folder.rglob("*")
            if file.is_file() and ".git" not in file.relative_to(folder).parts
        }
        for folder in (campaign, tmp_path / "next")
    )
    assert following == first


def test_a_flyer_with_little_text_fills_its_sheet(tmp_path: Path, build_site: BuildSite) -> None:
    folder = tmp_path / "radon"
    assert run("new", folder).status == 0
    site = build_site(folder)
    with pypdfium2.PdfDocument(site.folder / "flyer.pdf") as document:
        assert len(document) == 1
        sheet = document[0].render(scale=1).to_pil().convert("L")
    ink = sheet.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert ink is not None
    assert 0.88 * sheet.height < ink[3] < sheet.height - 36  # points: half an inch is free


def test_its_picture_is_none_of_homes(tmp_path: Path, build_site: BuildSite) -> None:
    folder = tmp_path / "radon"
    assert run("new", folder).status == 0
    page = build_site(folder).page("index.html")
    assert 'class="street"' not in page
    assert 'class="block"' in page
