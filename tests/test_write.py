"""output/: whole or as it was, whatever happens, and never more than what Handbill made."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

import handbill.write.swap
from handbill.pipeline import build
from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.write import write
from tests.conftest import ROOT, TODAY
from tests.killed_writes import NEW, NEXT, OLD, OWN

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The small campaign without its flyers: it builds in no time."""
    campaign = shutil.copytree(SMALL_CAMPAIGN, tmp_path / "campaign")
    shutil.rmtree(campaign / "content/print")
    return campaign


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A folder into which OLD was written."""
    write(tmp_path, "site", OLD)
    return tmp_path


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _state(folder: Path) -> dict[str, tuple[bool, int, bytes]]:
    """Everything below a folder: whether it is a link, its time, and what is in it."""
    return {
        entry.relative_to(folder).as_posix(): (
            entry.is_symlink(),
            entry.lstat().st_mtime_ns,
            entry.read_bytes() if entry.is_file() else b"",
        )
        for entry in folder.rglob("*")
    }


def _problems(campaign: Path, files: Mapping[str, bytes] = NEW) -> list[str]:
    with pytest.raises(CampaignError) as wrong:
        write(campaign, "site", files)
    return [str(problem) for problem in wrong.value.problems]


def _in_the_way(path: str) -> str:
    return (
        f"output/{path}: error: a file that Handbill did not make stands in the way\n"
        "  hint: move it away; what stands in output/ is made by the build"
    )


def test_a_second_write_leaves_exactly_the_new_files(campaign: Path) -> None:
    write(campaign, "site", NEW)
    assert _bytes(campaign / "output/site") == NEW
    assert not (campaign / "output/site/flyer.pdf").exists()


def test_a_folder_that_we_no_longer_fill_disappears(campaign: Path) -> None:
    write(campaign, "site", {"index.html": b"alone"})
    assert [entry.name for entry in (campaign / "output/site").iterdir()] == ["index.html"]


def test_another_part_of_output_is_left_alone(campaign: Path) -> None:
    write(campaign, "print", {"poster.pdf": b"poster"})
    write(campaign, "site", NEW)
    write(campaign, "print", {"poster.pdf": b"poster 2"})
    assert _bytes(campaign / "output/site") == NEW
    assert _bytes(campaign / "output/print") == {"poster.pdf": b"poster 2"}


def test_errors_leave_output_exactly_as_it_was(pages: Path) -> None:
    build(pages, TODAY, Silence())
    before = _state(pages / "output")
    fact = pages / "content/facts/deaths.md"
    fact.write_text(fact.read_text("utf-8").replace("source: epa-2003", "source: nobody"), "utf-8")
    with pytest.raises(CampaignError):
        build(pages, TODAY, Silence())
    assert _state(pages / "output") == before


def test_a_users_own_files_survive_with_their_times(campaign: Path) -> None:
    site = campaign / "output/site"
    for path, content in OWN.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(content)
    (site / "empty").mkdir()
    (site / "link").symlink_to("/etc")
    os.utime(site / "mine.txt", (1, 1))
    write(campaign, "site", NEW)
    assert _bytes(site) == NEW | OWN
    assert (site / "mine.txt").stat().st_mtime == 1
    assert (site / "empty").is_dir()
    assert (site / "link").readlink() == Path("/etc")
    write(campaign, "site", OLD)
    assert _bytes(site) == OLD | OWN


def test_every_file_of_a_user_in_the_way_is_named_and_nothing_changes(campaign: Path) -> None:
    site = campaign / "output/site"
    (site / "vi").write_bytes(b"a file, where a folder will be")
    (site / "new.html").write_bytes(b"mine")
    (site / "b.html").mkdir()
    (site / "b.html/c").write_bytes(b"a folder, where a file will be")
    (site / "ar").symlink_to("/etc")
    before = _state(campaign)
    wanted = {"vi/index.html": b"", "new.html": b"ours", "b.html": b"", "ar/index.html": b""}
    expected = [_in_the_way(f"site/{path}") for path in ("ar", "b.html/c", "new.html", "vi")]
    assert _problems(campaign, wanted) == expected
    assert _state(campaign) == before


def test_a_users_file_that_is_what_we_would_write_is_in_nobodys_way(campaign: Path) -> None:
    (campaign / "output/site/vi").mkdir()
    (campaign / "output/site/vi/index.html").write_bytes(NEW["vi/index.html"])
    write(campaign, "site", NEW)
    assert _bytes(campaign / "output/site") == NEW


def test_a_users_link_to_what_we_would_write_is_in_the_way(campaign: Path) -> None:
    (campaign / "output/site/vi").mkdir()
    (campaign / "mine.html").write_bytes(NEW["vi/index.html"])
    (campaign / "output/site/vi/index.html").symlink_to(campaign / "mine.html")
    assert _problems(campaign) == [_in_the_way("site/vi/index.html")]
    assert (campaign / "output/site/vi/index.html").is_symlink()


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_site_that_is_no_folder_is_in_the_way(tmp_path: Path, kind: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "output").mkdir()
    site = tmp_path / "output/site"
    site.symlink_to(elsewhere) if kind == "link" else site.write_text("mine")
    assert _problems(tmp_path) == [_in_the_way("site")]
    assert list(elsewhere.iterdir()) == []
    assert site.is_symlink() if kind == "link" else site.read_text() == "mine"


def test_without_the_list_of_what_we_made_nothing_is_deleted(campaign: Path) -> None:
    (campaign / "output/.made-by-handbill.json").write_text("spoiled")
    assert _problems(campaign) == [
        _in_the_way("site/es/index.html"),
        _in_the_way("site/index.html"),
    ]
    assert _bytes(campaign / "output/site") == OLD


@pytest.mark.parametrize("name", [".staging", ".lock", ".made-by-handbill.json.new"])
def test_a_link_planted_in_output_leads_nothing_out_of_it(campaign: Path, name: str) -> None:
    outside = campaign / "outside"
    outside.mkdir()
    (outside / "target").write_text("precious")
    entry = campaign / "output" / name
    entry.unlink(missing_ok=True)
    target = {".staging": ".", ".lock": "not-yet-there"}.get(name, "target")
    entry.symlink_to(outside / target)
    before = _state(outside)
    try:
        write(campaign, "site", NEW)
    except CampaignError:
        assert _bytes(campaign / "output/site") == OLD
    assert _state(outside) == before


@pytest.mark.parametrize(
    "how", [[], ["stepwise"], ["overlay"]], ids=["at once", "stepwise", "overlay"]
)
def test_killed_at_any_instant_it_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, how: list[str]
) -> None:
    command = [sys.executable, "-m", "tests.killed_writes", str(tmp_path / "campaign"), *how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    old, new, following, own = (
        {path: content.decode() for path, content in files.items()}
        for files in (OLD, NEW, NEXT, OWN)
    )
    for start, event, after_the_kill, after_the_next, left in told:
        own_now = own if start == "old" else {}
        whole = [new | own_now, old | own_now if start == "old" else {}]
        if how == ["overlay"] and start == "old":
            # Between two files that go, a part of the old site stands, or none; the next is whole.
            pieces = {*old.items(), *new.items(), *own.items()}
            assert set(after_the_kill.items()) <= pieces, event
        elif how and not after_the_kill:
            # For one instant there is neither; the next build puts the old one back first.
            assert start == "nothing" or "os.rename" in event, event
        else:
            assert after_the_kill in whole, event
        assert after_the_next == following | own_now, event
        assert left == [".lock", ".made-by-handbill.json", "site"], event
    assert sum(event is not None for _, event, *_ in told) >= 40


def test_of_two_writes_at_once_the_second_says_so_and_changes_nothing(campaign: Path) -> None:
    before = _bytes(campaign / "output")
    with (campaign / "output/.lock").open("r") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert _problems(campaign) == [
            "output: error: another build is writing here\n  hint: wait until it is done"
        ]
    assert _bytes(campaign / "output") == before
    write(campaign, "site", NEW)


def test_many_writes_at_once_never_mix(tmp_path: Path) -> None:
    sites = [{f"{n}/{m}.html": f"{n}".encode() for m in range(20)} for n in range(4)]
    busy: list[str] = []

    def again(files: Mapping[str, bytes]) -> None:
        for _ in range(10):
            try:
                write(tmp_path, "site", files)
            except CampaignError as wrong:
                busy.extend(problem.message for problem in wrong.problems)

    threads = [threading.Thread(target=again, args=(files,)) for files in sites]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _bytes(tmp_path / "output/site") in sites
    assert set(busy) <= {"another build is writing here"}


def test_two_real_builds_at_once_do_not_spoil_each_other(pages: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "--quiet", "-C", str(pages)]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[1] for process in processes]
    for process, text in zip(processes, said, strict=True):
        assert process.returncode == 0 or text.startswith(
            "output: error: another build is writing here\n"
        )
    built = _bytes(pages / "output/site")
    build(pages, TODAY, Silence())
    assert _bytes(pages / "output/site") == built


def test_output_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    assert _problems(tmp_path) == [
        "output/site: error: the result cannot be written: File exists\n"
        "  hint: move away what stands there, and build again"
    ]
    assert (tmp_path / "output").read_text() == "mine"


def test_a_disk_that_is_full_is_a_problem_and_leaves_what_was_there(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _bytes(campaign / "output")

    def write_bytes(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", write_bytes)
        assert _problems(campaign) == [
            "output/site: error: the result cannot be written: No space left on device\n"
            "  hint: the disk is full: make room on it, and build again"
        ]
    assert _bytes(campaign / "output") == before


def test_where_two_folders_cannot_be_exchanged_a_failure_puts_the_old_one_back(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(self: Path, target: Path) -> Path:
        if self.parent.name == ".staging":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        os.rename(self, target)  # noqa: PTH104 - Path.rename is what is replaced
        return target

    monkeypatch.setattr(handbill.write.swap, "exchange_at_once", lambda *_: False)
    monkeypatch.setattr(Path, "rename", rename)
    says = [
        "output/site: error: the result cannot be written: Input/output error\n"
        "  hint: see whether the disk is there and in order, and build again"
    ]
    assert _problems(campaign) == says
    assert _bytes(campaign / "output/site") == OLD


@pytest.fixture
def surroundings(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """Folders that a build might be tempted to use, and the environment that names them."""
    around = tmp_path / "around"
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    for name, variable in (("home", "HOME"), ("tmp", "TMPDIR"), ("cache", "XDG_CACHE_HOME")):
        (around / name).mkdir(parents=True)
        environment[variable] = str(around / name)
    return around, environment


def test_a_build_writes_nothing_outside_output(
    tmp_path: Path, surroundings: tuple[Path, dict[str, str]]
) -> None:
    around, environment = surroundings
    campaign = shutil.copytree(SMALL_CAMPAIGN, tmp_path / "campaign")
    before = _state(campaign)
    command = [sys.executable, str(ROOT / "build.py"), "--quiet", "-C", str(campaign)]
    subprocess.run(command, check=True, cwd=around, env=environment)
    after = {
        path: state
        for path, state in _state(campaign).items()
        if path != "output" and not path.startswith("output/")
    }
    assert after == before
    assert _bytes(around) == {}, "what the fonts need meanwhile is removed again"
    assert (campaign / "output/site/flyer.pdf").is_file()
