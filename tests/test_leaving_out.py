"""The command `translations --keep`: languages left out, with their files, after a question."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from handbill.leaving_out import leave_out_all_but
from handbill.read.campaign import read
from tests.command_line import Ran, run
from tests.conftest import ROOT
from tests.test_problems import copy_base


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """The small campaign in English, Spanish and Arabic, with a sheet of two sides."""
    folder = copy_base(tmp_path)
    _change(folder / "config.yaml", "languages: [en, es]", "languages: [en, es, ar]  # ours")
    for name in ("content/help/eye-test", "content/pages/index"):
        shutil.copy(folder / f"{name}.es.md", folder / f"{name}.ar.md")
    sheet = (folder / "content/print/flyer.md").read_text("utf-8")
    sheet = sheet.replace("---\n", '---\nlanguages: [ "en" , ar ] # two sides\n', 1)
    (folder / "content/print/sheet.md").write_text(sheet, "utf-8")
    return folder


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


WITH_HANDBILL = {"ar", "en", "es", "vi", "zh-Hans"}
TOLD = (
    "change  config.yaml: `languages`\n"
    "change  content/print/sheet.md: `languages`\n"
    "remove  content/help/eye-test.ar.md\n"
    "remove  content/pages/index.ar.md\n"
)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    typed = io.StringIO()
    monkeypatch.setattr(sys, "stdin", typed)
    return typed


def _typed(answer: io.StringIO, text: str) -> None:
    answer.write(text)
    answer.seek(0)


def test_what_is_left_out_is_shown_and_done_when_she_agrees(
    campaign: Path, answer: io.StringIO
) -> None:
    before = _files(campaign)
    _typed(answer, "y\n")
    ran = run("translations", "--keep", "en", "es", "-C", campaign)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{TOLD}Remove 2 files and change `languages` in 2 files? [y/N]: ")
    after = _files(campaign)
    assert set(before) - set(after) == {"content/help/eye-test.ar.md", "content/pages/index.ar.md"}
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"config.yaml", "content/print/sheet.md"}
    assert b"languages: [en, es]  # ours\n" in after["config.yaml"]
    assert b'languages: ["en"] # two sides\n' in after["content/print/sheet.md"]
    unchanged = after["config.yaml"].replace(b"[en, es]", b"[en, es, ar]")
    assert unchanged == before["config.yaml"]


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_whoever_does_not_agree_keeps_everything(
    campaign: Path, answer: io.StringIO, typed: str
) -> None:
    before = _files(campaign)
    _typed(answer, typed)
    ran = run("translations", "--keep", "en,es", "-C", campaign)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(f"{TOLD}Remove 2 files and change `languages` in 2 files? [y/N]: ")
    assert ran.out.endswith("Nothing was changed.\n")
    assert _files(campaign) == before


def test_a_script_is_not_asked_and_all_but_one_may_go(campaign: Path) -> None:
    ran = run("translations", "--keep", "en", "--yes", "-C", campaign)
    assert ran == Ran(
        0,
        "change  config.yaml: `languages`\n"
        "change  content/print/sheet.md: `languages`\n"
        "remove  content/facts/needs-glasses.es.md\n"
        "remove  content/facts/never-tested.es.md\n"
        "remove  content/help/eye-test.ar.md\n"
        "remove  content/help/eye-test.es.md\n"
        "remove  content/pages/index.ar.md\n"
        "remove  content/pages/index.es.md\n"
        "remove  content/print/flyer.es.md\n"
        "remove  config.es.yaml\n"
        "Removed 8 files and changed `languages` in 2 files.\n"
        "There is one language, and nothing to translate.\n",
        "",
    )
    assert run("check", "--strict", "--quiet", "-C", campaign) == Ran(0, "", "")
    again = run("translations", "--keep", "en", "-C", campaign)
    assert again == Ran(0, "There is one language, and nothing to translate.\n", "")


def test_the_default_campaign_is_left_with_two_languages(tmp_path: Path) -> None:
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for file in ROOT.glob("config*.yaml"):
        shutil.copy(file, tmp_path)
    kept = {name for name in _files(tmp_path) if not name.endswith((".ar.md", ".vi.md"))}
    kept = {name for name in kept if not name.endswith((".zh-Hans.md", ".zh-Hans.yaml"))}
    kept -= {"config.ar.yaml", "config.vi.yaml"}
    assert run("translations", "--keep", "en,es", "--yes", "-C", tmp_path).status == 0
    assert set(_files(tmp_path)) == kept
    assert "\nlanguages: [en, es]\n" in (tmp_path / "config.yaml").read_text("utf-8")
    ran = run("check", "--quiet", "-C", tmp_path)
    assert ran.err.startswith("config.yaml:12: warning: nobody has reviewed 24 of 24 translations")


def test_the_words_of_handbills_own_layouts_stay() -> None:
    campaign, _ = read(ROOT)
    assert campaign is not None
    assert {file.stem for file in ROOT.glob("layouts/words/*.yaml")} == WITH_HANDBILL
    leaving_out = leave_out_all_but(campaign, ["en"])
    assert len(leaving_out.removed) == 96
    assert [path for path in leaving_out.removed if path.startswith("layouts/")] == []
    assert leaving_out.question == "Remove 96 files and change `languages` in 1 file?"


def test_the_words_of_a_new_language_go_from_handbills_own_folder_with_it(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "layouts", campaign / "layouts")
    monkeypatch.setattr("handbill.layouts._PACKAGE", campaign / "handbill")
    before = set(_files(campaign))
    assert run("translations", "--new", "fr", "-C", campaign).status == 0
    assert "layouts/words/fr.yaml" in _files(campaign)

    assert run("translations", "--keep", "en,es,ar", "--yes", "-C", campaign).status == 0

    assert set(_files(campaign)) == before


def test_files_of_a_language_that_is_out_already_go_and_what_is_no_campaigns_stays(
    campaign: Path,
) -> None:
    stays = (
        "notes.ar.md",
        "content/notes.ar.md.txt",
        "content/help/.hidden.ar.md",
        "assets/map.ar.svg",
        "docs/guide.ar.md",
        "output/site/x.ar.md",
        "config.draft.yaml",
        "content/data/places.old.csv",
        "content/pages/index.old.md",
        "layouts/words/draft.yaml",
    )
    goes = (
        "content/data/places.ar.csv",
        "content/facts/needs-glasses.fr.md",
        "config.fr.yaml",
        "layouts/words/fr.yaml",
    )
    for name in (*stays, *goes, "layouts/words/es.yaml"):
        (campaign / name).parent.mkdir(parents=True, exist_ok=True)
        (campaign / name).write_text("mine", "utf-8")
    (campaign / "layouts/words/es.yaml").unlink()
    (campaign / "content/notes.ar.md.txt").unlink()  # it would be told to be nothing
    elsewhere = campaign.parent / f"{campaign.name}-elsewhere.md"
    elsewhere.write_text("mine", "utf-8")
    (campaign / "content/help/linked.ar.md").symlink_to(elsewhere)
    before = _files(campaign)
    (campaign / "content/help/linked.ar.md").unlink()
    assert run("translations", "--keep", "en,es", "--yes", "-C", campaign).err == ""
    gone = set(before) - set(_files(campaign)) - {"content/help/linked.ar.md"}
    assert gone == {*goes, "content/help/eye-test.ar.md", "content/pages/index.ar.md"}
    assert elsewhere.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        (
            ("es",),
            "--keep: error: `en` is the language of the originals, and cannot be left out\n"
            "  hint: --keep en es\n",
        ),
        (
            ("en", "sp"),
            "--keep: error: `sp` is not one of the campaign's languages\n"
            "  hint: known here: `ar`, `en`, `es`\n",
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    campaign: Path, kept: tuple[str, ...], says: str
) -> None:
    before = _files(campaign)
    assert run("translations", "--yes", "-C", campaign, "--keep", *kept) == Ran(1, "", says)
    assert _files(campaign) == before


def test_a_document_that_would_come_in_no_language_is_the_leaders_to_remove(
    campaign: Path,
) -> None:
    sheet = campaign / "content/print/sheet.md"
    _change(sheet, '[ "en" , ar ]', "[es, ar]")
    before = _files(campaign)
    assert run("translations", "--keep", "en", "--yes", "-C", campaign) == Ran(
        1,
        "",
        "content/print/sheet.md:2: error: this document comes in none of the languages that you "
        "keep\n  hint: remove it, or change its `languages`, and repeat the command\n",
    )
    assert _files(campaign) == before


def test_languages_on_lines_of_their_own_are_the_leaders_to_change(campaign: Path) -> None:
    config = campaign / "config.yaml"
    _change(config, "languages: [en, es, ar]  # ours", "languages:\n  - en\n  - es\n  - ar")
    before = _files(campaign)
    assert run("translations", "--keep", "en", "--yes", "-C", campaign) == Ran(
        1,
        "",
        "config.yaml:3: error: `languages` does not stand on one line here, so none can be taken "
        "out of it\n  hint: write it on one line, such as `languages: [en, es]`, and repeat the "
        "command\n",
    )
    assert _files(campaign) == before


def test_line_ends_and_a_mark_at_the_start_stay_as_they_are(campaign: Path) -> None:
    config = campaign / "config.yaml"
    text = config.read_bytes().replace(b"\n", b"\r\n")
    config.write_bytes(b"\xef\xbb\xbf" + text)
    assert run("translations", "--keep", "en,es", "--yes", "-C", campaign).err == ""
    assert config.read_bytes() == b"\xef\xbb\xbf" + text.replace(b"[en, es, ar]", b"[en, es]")


def test_what_is_wrong_in_a_file_that_goes_is_no_reason_to_keep_it(campaign: Path) -> None:
    (campaign / "content/pages/index.ar.md").write_bytes(b"---\ntitle: \xff\n---\n")
    assert run("translations", "--keep", "en,ar", "-C", campaign).status == 1
    assert run("translations", "--keep", "en,es", "--yes", "-C", campaign).err == ""
    assert not (campaign / "content/pages/index.ar.md").exists()
    (campaign / "content/pages/index.es.md").write_bytes(b"---\ntitle: \xff\n---\n")
    before = _files(campaign)
    ran = run("translations", "--keep", "en", "es", "--yes", "-C", campaign)
    assert ran == Ran(
        1,
        "",
        "content/pages/index.es.md:2: error: this line has characters in another encoding\n"
        "  hint: save the file as UTF-8; in a spreadsheet program, as CSV UTF-8\n",
    )
    assert _files(campaign) == before


def test_a_word_too_many_is_a_wrong_command(campaign: Path) -> None:
    ran = run("translations", "es", "-C", campaign)
    assert ran.status == 2
    assert "Error: Got unexpected extra argument (es)\n" in ran.err
