"""What somebody should look at before a submission is handed in."""

from __future__ import annotations

from pathlib import Path

from handbill.credential.remarks import Remark, remarks_on
from handbill.ledger import Ledger
from handbill.progress import Silence
from handbill.submission import draft
from tests.conftest import TODAY, copy_default_campaign


def _remarks(folder: Path) -> tuple[Remark, ...]:
    return draft(folder, TODAY, Silence(), Ledger(strict=False)).dossier.remarks


def test_an_example_of_an_address_and_translations_that_nobody_read_are_told(
    tmp_path: Path,
) -> None:
    campaign = copy_default_campaign(tmp_path)
    config = campaign / "config.yaml"
    config.write_text(
        config.read_text("utf-8").replace("[en, es, ar, zh-Hans, vi]", "[en, es]"), "utf-8"
    )
    address, translations = _remarks(campaign)
    assert address == Remark(
        "The address on the web",
        ("https://example.org/homework-gap is an example, which nobody can open",),
        "publish the site, write its address into config.yaml, and make the packet anew",
    )
    assert translations == Remark(
        "The translations",
        ("24 of 24 not reviewed, or not done: Español",),
        "whoever reads one and finds it right says so in it: python3 build.py translations",
    )
    own = "https://homework.alder-schools.us"
    config.write_text(
        config.read_text("utf-8")
        .replace("https://example.org/homework-gap", own)
        .replace("[en, es]", "[en]"),
        "utf-8",
    )
    assert _remarks(campaign) == (
        Remark(
            "The address on the web",
            (own,),
            "open it once before you hand in: Handbill does not look on the web",
        ),
    )


def test_where_nothing_was_made_nothing_is_told_of_its_address(tmp_path: Path) -> None:
    campaign = draft(
        copy_default_campaign(tmp_path), TODAY, Silence(), Ledger(strict=False)
    ).workshop.campaign
    assert [remark.subject for remark in remarks_on(campaign, ())] == ["The translations"]
