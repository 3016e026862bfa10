"""Every file of the site stands alone at its address, and on every computer's disk."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from handbill.check.addresses import check_addresses
from handbill.pipeline import build
from handbill.plan import plan
from handbill.problems import CampaignError, Severity
from handbill.progress import Silence
from handbill.read.campaign import read
from tests.conftest import TODAY

LONG = "a" * 251


def _page(campaign: Path, path: str) -> None:
    file = campaign / "content/pages" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("---\ntitle: Radon here\n---\n\nRadon is a gas.\n", "utf-8")


def _told(campaign: Path) -> list[str]:
    with pytest.raises(CampaignError) as wrong:
        build(campaign, TODAY, Silence())
    assert not (campaign / "output").exists()
    return [str(p) for p in wrong.value.problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("flyer.pdf/x.md", "this would stand in a folder flyer.pdf, where "
         "content/print/flyer.md stands\n  hint: rename one of the two files"),
        ("flyer.webp/x.md", "this would stand in a folder flyer.webp, where "
         "content/print/flyer.md stands\n  hint: rename one of the two files"),
        ("embed/en.md", "this would stand at embed/en.html, where a page of Handbill's own stands\n"
         "  hint: give the file another name"),
        ("embed/en.txt/x.md", "this would stand in a folder embed/en.txt, where a page of "
         "Handbill's own stands\n  hint: give the file another name"),
        ("robots.txt/x.md", "this would stand in a folder robots.txt, where a page of "
         "Handbill's own stands\n  hint: give the file another name"),
        ("aux.md", "Windows cannot hold a file or folder called `aux.html`\n"
         "  hint: give it another name"),
        ("lpt1/x.md", "Windows cannot hold a file or folder called `lpt1`\n"
         "  hint: give it another name"),
        (f"{LONG}.md", "its address would be 256 characters long, too long for a disk\n"
         "  hint: give the file, and the folders that it is in, shorter names"),
        ("/".join(["deep" * 40] * 6) + "/x.md", "its address would be 972 characters long, too "
         "long for a disk\n  hint: give the file, and the folders that it is in, shorter names"),
    ],
    ids=lambda value: value[:20],
)  # fmt: skip
def test_a_page_that_cannot_stand_there_is_told(small_campaign: Path, path: str, says: str) -> None:
    _page(small_campaign, path)
    assert _told(small_campaign) == [f"content/pages/{path}:2: error: {says}"]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["a/Drop.png", "a/drop.png"], "this would stand at assets/a/drop.png, where "
         "assets/a/Drop.png stands"),
        (["caf\u00e9.png", "cafe\u0301.png"], "this would stand at assets/cafe\u0301.png, where "
         "assets/caf\u00e9.png stands"),
        (["con.png"], "Windows cannot hold a file or folder called `con.png`"),
        (["NUL.tar.gz"], "Windows cannot hold a file or folder called `NUL.tar.gz`"),
        (["drop."], "Windows cannot hold a file or folder called `drop.`"),
    ],
)  # fmt: skip
def test_assets_that_only_some_disks_keep_apart_are_told(
    small_campaign: Path, names: list[str], says: str
) -> None:
    campaign, _ = read(small_campaign)
    assert campaign is not None
    campaign = dataclasses.replace(campaign, assets={f"assets/{name}": b"" for name in names})
    (problem,) = check_addresses(plan(campaign), campaign)
    assert (problem.place.path, problem.message) == (f"assets/{names[-1]}", says)


def test_names_that_only_begin_like_a_device_are_right(small_campaign: Path) -> None:
    for name in ("console", "auxiliary", "com10", "nullify"):
        _page(small_campaign, f"{name}.md")
    campaign, _ = read(small_campaign)
    assert campaign is not None
    assert list(check_addresses(plan(campaign), campaign)) == []
