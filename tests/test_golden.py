"""The HTML of a small campaign, compared with what a person accepted.

tests/golden/README.md tells how to renew it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import BuildSite
from tests.printing import rendered_sheets

GOLDEN = Path(__file__).parent / "golden"
CAMPAIGN = GOLDEN / "campaign"
EXPECTED = GOLDEN / "expected"
_STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> dict[str, str]:
    """Every page and every print document's HTML, by the name of its golden file."""
    folder = tmp_path_factory.mktemp("golden") / "campaign"
    site = build_site(shutil.copytree(CAMPAIGN, folder))
    pages = {
        page.relative_to(site.folder).as_posix(): page.read_text("utf-8")
        for page in site.folder.rglob("*.html")
    }
    sheets = {f"{s.artifact.address}.html": s.html for s in rendered_sheets(folder)}
    # A stylesheet's changes are read in the stylesheet.
    return {name: _STYLE.sub("…", html) for name, html in (pages | sheets).items()}


def test_every_artifact_is_what_was_accepted(
    made: dict[str, str], pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("renew_golden"):
        _renew(made)
    expected = {
        file.relative_to(EXPECTED).as_posix(): file.read_text("utf-8")
        for file in EXPECTED.rglob("*.html")
    }
    assert sorted(made) == sorted(expected)
    for name, html in made.items():
        assert html.splitlines() == expected[name].splitlines(), f"{name}: see {GOLDEN}/README.md"


def _renew(made: dict[str, str]) -> None:
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, html in made.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(html, "utf-8")
