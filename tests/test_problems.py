"""Broken campaigns: each folder of tests/problems/, and every word that Handbill says about it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbill.pipeline import build
from handbill.problems import CampaignError, Problem
from handbill.progress import Silence
from tests.conftest import TODAY

PROBLEMS = Path(__file__).parent / "problems"
BASE = PROBLEMS / "base"
_ABOUT_THE_CASE = {"expected.txt", "absent.txt"}
CASES = sorted(folder for folder in PROBLEMS.iterdir() if folder.is_dir() and folder != BASE)


def problems_of(campaign: Path) -> tuple[Problem, ...]:
    """What a build of a campaign finds, whether or not it ends there; it never writes."""
    try:
        problems = build(campaign, TODAY, Silence(), dry=True).warnings
    except CampaignError as stopped:
        problems = stopped.problems
    assert not (campaign / "output").exists()
    return problems


def as_text(problems: tuple[Problem, ...]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def copy_base(folder: Path) -> Path:
    return Path(shutil.copytree(BASE, folder, dirs_exist_ok=True))


def lay_over_base(case: Path, folder: Path) -> Path:
    """A copy of the base with the files of a case in place of its own."""
    copy_base(folder)
    absent = case / "absent.txt"
    for name in absent.read_text("utf-8").split() if absent.exists() else ():
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        else:
            (folder / name).unlink()
    for file in sorted(case.rglob("*")):
        path = file.relative_to(case)
        if file.is_file() and str(path) not in _ABOUT_THE_CASE:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / path)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_broken_campaign_is_told_in_these_words(
    case: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    said = as_text(problems_of(lay_over_base(case, tmp_path)))
    expected = case / "expected.txt"
    if pytestconfig.getoption("--renew-golden"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    assert as_text(problems_of(copy_base(tmp_path))) == ""
