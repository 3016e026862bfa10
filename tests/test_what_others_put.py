"""What others put into output/ is there after every build, whenever and however they put it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import handbill.write
import handbill.write.others
import handbill.write.swap
from handbill.problems import CampaignError
from handbill.write import write
from tests.killed_writes import NEW, OLD, as_an_overlay_renames

IN_THE_WAY = (
    "output/{}: error: a file that Handbill did not make stands in the way\n"
    "  hint: move it away; what stands in output/ is made by the build"
)
EDITED = (
    "output/site/{}: error: this file was changed after Handbill made it, and a build would undo "
    "that\n"
    "  hint: make the change where the page comes from, in content/, layouts/ or config.yaml; then "
    "remove this file, or move it away if you want to keep it"
)
MOUNTED = (
    "  hint: another disk is mounted in output/, and cannot change places with a new site: unmount "
    "it, or mount it at output/ itself"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """output/site/ of a folder into which OLD was written."""
    write(tmp_path, "site", OLD)
    return tmp_path / "output/site"


@pytest.fixture(params=["at once", "stepwise", "overlay", "without hard links"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way in which file systems let two folders change places."""
    how: str = request.param
    if how in ("stepwise", "overlay"):
        monkeypatch.setattr(handbill.write.swap, "exchange_at_once", lambda *_: False)
    if how == "overlay":
        monkeypatch.setattr(Path, "rename", as_an_overlay_renames)
    if how == "without hard links":
        monkeypatch.setattr(os, "link", _refuse_to_link)
    return how


def _refuse_to_link(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def _while_they_change_places(
    monkeypatch: pytest.MonkeyPatch, before: Callable[[], object]
) -> None:
    """Let something happen when the new site is ready, just before it takes the old one's place."""
    exchange = handbill.write.swap.exchange

    def exchange_later(*paths: Path) -> None:
        before()
        exchange(*paths)

    monkeypatch.setattr(handbill.write, "exchange", exchange_later)


def _text(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text() for file in files}


def _problems(campaign: Path) -> list[str]:
    with pytest.raises(CampaignError) as wrong:
        write(campaign, "site", NEW)
    return [str(problem) for problem in wrong.value.problems]


def test_what_is_put_there_during_a_build_is_there_after_it(
    tmp_path: Path, site: Path, file_system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("edited", "replaced", "gone/inside"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("first")

    def meanwhile() -> None:
        (site / "late").write_text("late")
        (site / "deep/er").mkdir(parents=True)
        (site / "deep/er/late").write_text("deep")
        (site / "es/beside-ours").write_text("beside")
        (site / "nothing-in-it").mkdir()
        (site / "late-link").symlink_to("late")
        (site / "edited").write_text("second")
        (site / "new").write_text("second")
        (site / "new").replace(site / "replaced")

    _while_they_change_places(monkeypatch, meanwhile)
    write(tmp_path, "site", NEW)
    expected = {
        **{path: content.decode() for path, content in NEW.items()},
        **{"late": "late", "deep/er/late": "deep", "es/beside-ours": "beside"},
        **{"edited": "second", "replaced": "second", "gone/inside": "first", "late-link": "late"},
    }
    assert _text(site) == expected, file_system
    assert (site / "late-link").is_symlink()
    assert (site / "nothing-in-it").is_dir()
    left = sorted(entry.name for entry in (tmp_path / "output").iterdir())
    assert left == [".lock", ".made-by-handbill.json", "site"]


def test_of_all_that_somebody_writes_during_many_builds_nothing_is_lost(
    tmp_path: Path, site: Path
) -> None:
    done = threading.Event()
    written: list[int] = []

    def go_on() -> None:
        while not done.is_set():
            (site / f"{len(written)}.txt").write_text("mine")
            written.append(len(written))

    writer = threading.Thread(target=go_on)
    writer.start()
    for files in (NEW, OLD, NEW, OLD):
        write(tmp_path, "site", files)
    done.set()
    writer.join()
    there = {path.name for path in site.glob("*.txt")}
    assert there == {f"{number}.txt" for number in written}


def test_a_file_of_ours_that_she_changed_stops_the_build(tmp_path: Path, site: Path) -> None:
    (site / "index.html").write_text("old, and better")
    (site / "flyer.pdf").write_text("it would go away")
    assert _problems(tmp_path) == [EDITED.format("flyer.pdf"), EDITED.format("index.html")]
    assert (site / "index.html").read_text() == "old, and better"
    (site / "flyer.pdf").unlink()
    (site / "index.html").write_bytes(NEW["index.html"])  # what we would write is no loss
    write(tmp_path, "site", NEW)
    assert _text(site) == {path: content.decode() for path, content in NEW.items()}


def test_a_file_of_ours_that_she_changes_meanwhile_is_kept_and_told(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _while_they_change_places(monkeypatch, lambda: (site / "index.html").write_text("better"))
    write(tmp_path, "site", NEW)
    assert (site / "index.html").read_bytes() == NEW["index.html"]
    assert (tmp_path / "output/.staging/site/index.html").read_text() == "better"
    monkeypatch.undo()
    assert _problems(tmp_path) == [IN_THE_WAY.format(".staging/site/index.html")]


def test_rights_and_times_of_her_folders_stay(tmp_path: Path, site: Path, file_system: str) -> None:
    (site / "private/inner").mkdir(parents=True)
    (site / "private/inner/list.csv").write_text("names")
    (site / "private/inner/list.csv").chmod(0o640)
    (site / "private/inner").chmod(0o2750)
    (site / "private").chmod(0o711)
    os.utime(site / "private/inner", (1, 1))
    (site / "es").chmod(0o700)
    write(tmp_path, "site", NEW)
    modes = {
        path: stat.S_IMODE((site / path).stat().st_mode)
        for path in ("private", "private/inner", "private/inner/list.csv", "es")
    }
    assert modes == {
        "private": 0o711,
        "private/inner": 0o2750,
        "private/inner/list.csv": 0o640,
        "es": 0o700,
    }, file_system
    assert (site / "private/inner").stat().st_mtime == 1


def test_a_pipe_stays_a_pipe_and_a_socket_a_socket(
    tmp_path: Path, site: Path, file_system: str
) -> None:
    os.mkfifo(site / "pipe", 0o640)
    os.mknod(site / "socket", stat.S_IFSOCK | 0o600)
    write(tmp_path, "site", NEW)
    assert stat.S_ISFIFO((site / "pipe").lstat().st_mode), file_system
    assert stat.S_ISSOCK((site / "socket").lstat().st_mode), file_system


def test_what_was_put_beside_the_site_in_outputs_own_folders_is_named(
    tmp_path: Path, site: Path
) -> None:
    output = site.parent
    (output / ".staging").mkdir()
    (output / ".staging/notes.txt").write_text("mine")
    (output / ".aside-site").write_text("mine, too")
    assert _problems(tmp_path) == [
        IN_THE_WAY.format(".aside-site"),
        IN_THE_WAY.format(".staging/notes.txt"),
    ]
    assert _text(site) == {path: content.decode() for path, content in OLD.items()}
    assert (output / ".staging/notes.txt").read_text() == "mine"


@pytest.mark.parametrize("left", [".staging/site", ".aside-site"])
def test_what_was_put_into_an_old_site_that_a_killed_build_left_is_carried_over(
    tmp_path: Path, site: Path, left: str
) -> None:
    folder = site.parent / left
    folder.mkdir(parents=True)
    (folder / "index.html").write_bytes(OLD["index.html"])
    (folder / "mine.txt").write_text("mine")
    write(tmp_path, "site", NEW)
    assert _text(site)["mine.txt"] == "mine"
    assert _text(site)["index.html"] == "new"
    assert not folder.exists()


def test_a_list_that_cannot_be_read_loses_nothing(tmp_path: Path, site: Path) -> None:
    listed = site.parent / ".made-by-handbill.json"
    for spoiled in ("[" * 100_000, "{}", '{"site/index.html": 5}', "\ud800", None):
        listed.unlink()
        os.mkfifo(listed) if spoiled is None else listed.write_text(spoiled, errors="surrogatepass")
        assert IN_THE_WAY.format("site/index.html") in _problems(tmp_path)
    assert _text(site) == {path: content.decode() for path, content in OLD.items()}


def test_a_list_of_an_older_handbill_still_says_what_it_made(tmp_path: Path, site: Path) -> None:
    listed = site.parent / ".made-by-handbill.json"
    listed.write_text(json.dumps(sorted(f"site/{path}" for path in OLD)))
    write(tmp_path, "site", NEW)
    assert _text(site) == {path: content.decode() for path, content in NEW.items()}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_disk_that_is_mounted_in_output_is_told(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    (site / "mine.txt").write_text("mine")
    monkeypatch.setattr(handbill.write, "take_over", refuse)
    says = f"output/site: error: the result cannot be written: {os.strerror(number)}\n"
    assert _problems(tmp_path) == [says + MOUNTED]
    assert _text(site) == {path: content.decode() for path, content in OLD.items()} | {
        "mine.txt": "mine"
    }


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (
            errno.EACCES,
            "you lack the right to write there: ask whoever set up this computer, or "
            "copy the campaign into a folder of your own",
        ),
        (errno.EROFS, "this disk can only be read: copy the campaign to another one"),
        (errno.ENAMETOOLONG, "give the campaign's folder, or its longest page, a shorter name"),
        (errno.EDQUOT, "the disk is full: make room on it, and build again"),
        (errno.ENOTDIR, "move away what stands there, and build again"),
    ],
)
def test_every_failure_to_write_has_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    says = f"output/site: error: the result cannot be written: {os.strerror(number)}"
    assert _problems(tmp_path) == [f"{says}\n  hint: {hint}"]


def test_what_is_removed_during_a_build_is_no_failure(
    tmp_path: Path, site: Path, file_system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "mine/deep").mkdir(parents=True)
    for name in ("mine.txt", "mine/deep/too.txt"):
        (site / name).write_text("mine")
    stage = handbill.write._stage

    def stage_later(*given: Any) -> Any:
        (site / "mine.txt").unlink()
        shutil.rmtree(site / "mine")
        return stage(*given)

    monkeypatch.setattr(handbill.write, "_stage", stage_later)
    write(tmp_path, "site", NEW)
    assert _text(site) == {path: content.decode() for path, content in NEW.items()}, file_system


def test_a_site_that_was_set_aside_is_put_back_by_the_next_build(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old one is moved away, the new one does not come, and the way back is closed, too."""
    moved: list[Path] = []

    def rename(entry: Path, target: Path) -> Path:
        if moved and entry.name != ".partial":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if entry == site:
            moved.append(entry)
        os.rename(entry, target)  # noqa: PTH104 - Path.rename is what is replaced
        return target

    with monkeypatch.context() as patch:
        patch.setattr(handbill.write.swap, "exchange_at_once", lambda *_: False)
        patch.setattr(Path, "rename", rename)
        _problems(tmp_path)
    assert _text(site.parent / ".aside-site") == {p: c.decode() for p, c in OLD.items()}
    (tmp_path / "output/mine.txt").write_text("mine")
    write(tmp_path, "other", {"a": b"a"})
    assert _text(site) == {path: content.decode() for path, content in OLD.items()}
