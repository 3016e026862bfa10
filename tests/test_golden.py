"""The HTML of small campaigns, compared with what a person accepted.

tests/golden/README.md tells how to renew it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handbill.plan import Kind
from tests.conftest import BuildSite
from tests.printing import rendered_sheets

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = {"radon": GOLDEN, "languages": GOLDEN / "languages"}
_STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)


def _made(folder: Path, build_site: BuildSite) -> dict[str, str]:
    """The HTML of every page, print document and card, by the name of its golden file."""
    site = build_site(folder)
    pages = {
        page.relative_to(site.folder).as_posix(): page.read_text("utf-8")
        for page in site.folder.rglob("*.html")
    }
    printed = rendered_sheets(folder, kinds=(Kind.PRINT, Kind.CARD))
    sheets = {f"{sheet.artifact.address}.html": sheet.html for sheet in printed}
    # A stylesheet's changes are read in the stylesheet.
    return {name: _STYLE.sub("…", html) for name, html in (pages | sheets).items()}


@pytest.mark.parametrize("name", FOLDERS)
def test_every_artifact_is_what_was_accepted(
    name: str, tmp_path: Path, build_site: BuildSite, pytestconfig: pytest.Config
) -> None:
    accepted = FOLDERS[name] / "expected"
    made = _made(shutil.copytree(FOLDERS[name] / "campaign", tmp_path / name), build_site)
    if pytestconfig.getoption("renew_golden"):
        _renew(made, accepted)
    expected = {
        file.relative_to(accepted).as_posix(): file.read_text("utf-8")
        for file in accepted.rglob("*.html")
    }
    assert sorted(made) == sorted(expected)
    for address, html in made.items():
        assert html.splitlines() == expected[address].splitlines(), (
            f"{address}: see {GOLDEN}/README.md"
        )


def _renew(made: dict[str, str], accepted: Path) -> None:
    shutil.rmtree(accepted, ignore_errors=True)
    for address, html in made.items():
        (accepted / address).parent.mkdir(parents=True, exist_ok=True)
        (accepted / address).write_text(html, "utf-8")
