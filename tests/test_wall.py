"""What nobody foresaw is told as a problem of the file in hand, in every step and the preview."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import handbill.check.prose
import handbill.proof.pages
import handbill.read.collection
import handbill.render.artifact
from handbill.pipeline import build
from handbill.press import Press
from handbill.preview.rebuild import Rebuilder
from handbill.preview.showcase import Showcase
from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.render import security
from tests.conftest import TODAY

TOLD = re.compile(
    r"{}: error: Handbill has a defect: ZeroDivisionError: nobody foresaw it "
    r"\(test_wall\.py, line \d+\)\n"
    r"  hint: please report it, with this line and the file; until it is mended, see whether what "
    r"you changed last can be written otherwise".replace("{}", "(?P<file>[^:]+)(?::[0-9]+)?")
)


def _failing_at(mark: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """Does the work, but breaks at one file, by its path, its address, or words in its HTML."""

    def do(*given: Any, **named: Any) -> Any:
        known = [getattr(value, "path", "") for value in given]
        known += [getattr(getattr(value, "artifact", None), "address", "") for value in given]
        known += [value for value in given if isinstance(value, str)]
        if any(mark in value for value in known if isinstance(value, str)):
            raise ZeroDivisionError("nobody foresaw it")
        return work(*given, **named)

    return do


def _file_of(problem: str) -> str:
    told = TOLD.fullmatch(problem)
    assert told, problem
    return told["file"]


@pytest.mark.usefixtures("the_press_itself")
@pytest.mark.parametrize(
    ("where", "name", "mark", "file"),
    [
        (handbill.read.collection, "_read_original", "about.md", "content/pages/about.md"),
        (handbill.check.prose, "_printed_quotes", "about.md", "content/pages/about.md"),
        (handbill.render.artifact, "sealed", "<title>What radon is", "content/pages/about.md"),
        (Press, "_press", "flyer.pdf", "content/print/flyer.md"),
        (handbill.proof.pages, "proof_structure", "about.html", "content/pages/about.md"),
    ],
)
def test_a_defect_names_the_file_in_hand(
    small_campaign: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: Any,
    name: str,
    mark: str,
    file: str,
) -> None:
    monkeypatch.setattr(where, name, _failing_at(mark, getattr(where, name)))
    with pytest.raises(CampaignError) as wrong:
        build(small_campaign, TODAY, Silence())
    assert [_file_of(str(problem)) for problem in wrong.value.problems] == [file]
    assert not (small_campaign / "output").exists()


def test_the_preview_goes_on_living(small_campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    showcase = Showcase()
    rebuilder = Rebuilder(small_campaign, showcase, lambda: False, strict=False)
    assert not any("defect" in problem.message for problem in rebuilder.build(TODAY, Silence()))
    page = small_campaign / "content/pages/about.md"
    saved = frozenset(["content/pages/about.md"])
    with monkeypatch.context() as patch:
        sealed = _failing_at("Unheard-of", security.sealed)
        patch.setattr(handbill.render.artifact, "sealed", sealed)
        page.write_text(page.read_text("utf-8") + "\nUnheard-of.\n", "utf-8")
        (problem,) = rebuilder.rebuild(saved, TODAY)
        assert _file_of(str(problem)) == "content/pages/about.md"
        assert showcase.shown.problems == (problem,)
    rebuilder.rebuild(saved, TODAY)
    assert not showcase.shown.problems
    assert b"Unheard-of" in showcase.shown.files["about.html"]
