"""The command as people run it: its words, its options, what it prints and how it exits."""

from __future__ import annotations

import datetime
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import tinyhtml5

import handbill.command
from handbill.console import _annotation
from handbill.problems import Place, warning
from tests.command_line import (
    MODULE,
    NOON,
    SCRIPT,
    Ran,
    environment_of_a_command,
    run,
    run_process,
)
from tests.conftest import ROOT

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"
ESCAPE = "\x1b"
FACT = "content/facts/deaths.md"


def _timed(text: str) -> str:
    return re.sub(r"\(\d+\.\d s\)", "(0.0 s)", text)


def _change(campaign: Path, path: str, old: str, new: str) -> None:
    text = (campaign / path).read_text("utf-8")
    assert old in text
    (campaign / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small campaign, flyers and all."""
    return shutil.copytree(SMALL_CAMPAIGN, tmp_path / "campaign")


@pytest.fixture
def pages(small: Path) -> Path:
    """The small campaign without its flyers: it builds in no time."""
    shutil.rmtree(small / "content/print")
    for page in (small / "content/pages").glob("index*.md"):
        page.write_text(page.read_text("utf-8").replace("{{ downloads() }}", ""), "utf-8")
    return small


@pytest.fixture
def wrong(pages: Path) -> Path:
    """A campaign with two errors and a warning."""
    _change(pages, FACT, 'figure: "21,100"', "figure: many")
    _change(pages, "content/help/kit.md", "ends: 2027-06-30", "ends: 2026-01-31")
    (pages / "content/pages/about.es.md").unlink()
    return pages


@pytest.fixture
def doubtful(pages: Path) -> Path:
    """A campaign with a warning alone."""
    (pages / "content/facts/deaths.es.md").unlink()
    return pages


@pytest.mark.parametrize("command", [SCRIPT, MODULE], ids=["build.py", "python -m handbill"])
def test_a_build_tells_its_steps_and_where_to_look(small: Path, command: tuple[str, ...]) -> None:
    ran = run_process(command=command, folder=small)
    assert (ran.status, ran.err) == (0, "")
    assert _timed(ran.out).splitlines() == [
        "read    config.yaml and content/",
        "check   facts: 2, documents: 3",
        "plan    artifacts: 11",
        "render  sheets: 4",
        "press   sheets: 4",
        "render  pages: 7",
        "proof   files: 18",
        "write   output/site/",
        "Built 4 pages and 2 PDFs in English and Español (0.0 s).",
        "Open output/site/index.html",
    ]
    assert (small / "output/site/index.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [("-C", "DIR"), ("-C", "DIR", "build"), ("build", "-C", "DIR")],
    ids=" ".join,
)
def test_the_folder_may_stand_before_the_word_or_after_it(
    pages: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    given = [str(pages) if argument == "DIR" else argument for argument in arguments]
    ran = run(*given, folder=elsewhere)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith(f"Open {pages}/output/site/index.html\n")
    assert (pages / "output/site/index.html").is_file()
    assert list(elsewhere.iterdir()) == []


def test_check_finds_the_same_and_writes_nothing(pages: Path) -> None:
    ran = run("check", folder=pages)
    assert (ran.status, ran.err) == (0, "")
    last = _timed(ran.out).splitlines()[-1]
    assert last == "Checked 4 pages and 0 PDFs in English and Español (0.0 s)."
    assert "write" not in ran.out
    assert not (pages / "output").exists()


@pytest.mark.parametrize(
    "arguments", [("--quiet",), ("--quiet", "build"), ("build", "--quiet"), ("check", "--quiet")]
)
def test_quiet_prints_nothing_when_all_is_well(pages: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, folder=pages) == Ran(0, "", "")


def test_problems_and_their_summary_go_to_standard_error(wrong: Path) -> None:
    ran = run("--quiet", folder=wrong)
    assert (ran.status, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert f"{FACT}:3: error:" in ran.err
    assert "content/help/kit.md:9: " in ran.err
    assert ran.err.index(FACT) < ran.err.index("content/help/kit.md")
    assert lines[-1] == "2 errors and 1 warning. Nothing was written; output/ is as it was."
    assert not (wrong / "output").exists()


def test_one_error_is_told_exactly(pages: Path) -> None:
    _change(pages, "content/pages/about.md", "menu: About", "mneu: About")
    ran = run(folder=pages)
    assert ran.status == 1
    assert ran.err == (
        "content/pages/about.md:4: error: `mneu` is not a key that Handbill knows\n"
        "  hint: did you mean `menu`?\n"
        "1 error. Nothing was written; output/ is as it was.\n"
    )


def test_a_warning_is_printed_and_survived(doubtful: Path) -> None:
    ran = run(folder=doubtful)
    assert ran.status == 0
    assert ran.err == (
        "content/facts/deaths.md:2: warning: this is not translated into Español (es); "
        "it will be shown in English\n"
        "  hint: write content/facts/deaths.es.md beside it\n"
    )
    made = "Built 4 pages and 0 PDFs in English and Español, 1 warning (0.0 s)."
    assert made in _timed(ran.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--strict",),
        ("--strict", "build"),
        ("build", "--strict"),
        ("--quiet", "build", "--strict"),
        ("--strict", "check", "--quiet"),
    ],
    ids=" ".join,
)
def test_strict_makes_a_warning_an_error_before_the_word_and_after_it(
    doubtful: Path, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments, folder=doubtful)
    assert ran.status == 1
    assert ran.err.endswith(
        "\n1 warning, which is an error here. Nothing was written; output/ is as it was.\n"
    )
    assert not (doubtful / "output").exists()
    assert (ran.out == "") == ("--quiet" in arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("bulid",), "No such command 'bulid'"),
        (("--fast",), "No such option '--fast'"),
        (("build", "--fast"), "No such option '--fast'"),
        (("-C",), "Option '-C' requires an argument"),
        (("-C", "nowhere"), "Invalid value for '-C': Directory 'nowhere' does not exist"),
        (("build", "-C", "nowhere"), "Invalid value for '-C': Directory 'nowhere' does not exist"),
        (("-C", "config.yaml"), "Invalid value for '-C': Directory 'config.yaml' is a file"),
        (("build", "extra"), "Got unexpected extra argument (extra)"),
        (("new",), "Missing argument 'DIRECTORY'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_explained_and_exits_with_2(
    pages: Path, arguments: tuple[str, ...], says: str
) -> None:
    ran = run(*arguments, folder=pages)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert not (pages / "output").exists()


def test_a_folder_without_a_campaign_says_how_to_start_one(tmp_path: Path) -> None:
    ran = run(folder=tmp_path)
    assert ran.status == 1
    assert "config.yaml: error: there is no campaign in this folder\n  hint: " in ran.err
    assert list(tmp_path.iterdir()) == []


def test_where_the_output_is_no_terminal_there_are_no_escape_codes(wrong: Path) -> None:
    ran = run_process(folder=wrong, TERM="xterm-256color")
    assert ESCAPE not in ran.out + ran.err


def _on_a_terminal(folder: Path) -> str:
    main, secondary = pty.openpty()
    process = subprocess.Popen(
        SCRIPT,
        cwd=folder,
        env=environment_of_a_command() | {"TERM": "xterm-256color", "COLUMNS": "80"},
        stdout=secondary,
        stderr=secondary,
    )
    os.close(secondary)
    shown = b""
    while select.select([main], [], [], 60)[0]:
        try:
            piece = os.read(main, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(main)
    process.wait()
    return shown.decode()


def test_a_terminal_shows_a_bar_and_the_kinds_of_problems_in_colour(doubtful: Path) -> None:
    shown = _on_a_terminal(doubtful)
    assert "7/7" in shown
    assert re.search(f"{ESCAPE}\\[1;33mwarning:{ESCAPE}\\[0m", shown)
    plain = re.sub(f"{ESCAPE}\\[[0-9;?]*[A-Za-z]", "", shown)
    assert "content/facts/deaths.md:2: warning: this is not translated" in plain
    assert (
        _timed(plain)
        .replace("\r\n", "\n")
        .endswith(
            "Built 4 pages and 0 PDFs in English and Español, 1 warning (0.0 s).\n"
            "Open output/site/index.html\n"
        )
    )


def test_a_terminal_that_knows_ascii_alone_is_no_defect(pages: Path) -> None:
    ran = run_process(folder=pages, PYTHONIOENCODING="ascii")
    assert (ran.status, ran.err) == (0, "")
    assert "in English and Espa?ol" in ran.out


def test_on_github_actions_every_problem_is_an_annotation_too(doubtful: Path) -> None:
    _change(doubtful, "content/pages/about.md", "menu: About", "mneu: 100%")
    ran = run("--quiet", folder=doubtful, GITHUB_ACTIONS="true")
    assert ran.out.splitlines() == [
        "::warning file=content/facts/deaths.md,line=2::this is not translated into Español (es); "
        "it will be shown in English%0Awrite content/facts/deaths.es.md beside it",
        "::error file=content/pages/about.md,line=4::`mneu` is not a key that Handbill knows"
        "%0Adid you mean `menu`?",
    ]
    assert "\ncontent/pages/about.md:4: error: " in ran.err
    assert "::" not in run("--quiet", folder=doubtful).out
    assert "::" not in run("--quiet", folder=doubtful, GITHUB_ACTIONS="false").out


def test_what_annotations_reserve_is_escaped() -> None:
    problem = warning(Place("assets/a,b:c.png", 3), "100%\nof it", "hint: x")
    annotation = _annotation(problem, Path("campaigns/water"))
    assert (
        annotation
        == "::warning file=campaigns/water/assets/a%2Cb%3Ac.png,line=3::100%25%0Aof it%0Ahint: x"
    )


def test_words_of_the_leader_are_printed_as_they_are(pages: Path) -> None:
    _change(pages, "config.yaml", "notice: Brant", "notice: ':smile: [bold]x'  # Brant")
    _change(pages, "config.es.yaml", "notice: Brant", "# Brant")
    ran = run("--quiet", folder=pages)
    assert "  hint: in the original: :smile: [bold]x\n" in ran.err


def test_a_defect_of_our_own_says_so_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(handbill.command, "build", build)
    monkeypatch.setattr(sys, "argv", ["build.py"])
    with pytest.raises(SystemExit) as exit_of:
        handbill.command.main()
    assert exit_of.value.code == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(
        r"Handbill has a defect: ZeroDivisionError: division by zero\n"
        r"  at test_command\.py, line \d+\n"
        r"  hint: please report it, with these lines and what you changed last\n",
        err,
    )


def test_source_date_epoch_fixes_the_day(pages: Path) -> None:
    _change(pages, "content/help/kit.md", "ends: 2027-06-30", "ends: 2026-11-23")
    on_the_last_day = run("--strict", folder=pages)
    assert on_the_last_day.status == 0, on_the_last_day.err
    a_day_later = run("--strict", folder=pages, SOURCE_DATE_EPOCH=str(int(NOON) + 24 * 3600))
    assert a_day_later.status == 1
    assert "content/help/kit.md:9: " in a_day_later.err


def test_without_it_the_day_is_the_leaders_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert handbill.command._today() == datetime.date.today()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert handbill.command._today() == datetime.date(1970, 1, 1)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "99999999999999999999"])
def test_a_source_date_epoch_that_is_no_time_is_wrong_usage(pages: Path, epoch: str) -> None:
    ran = run(folder=pages, SOURCE_DATE_EPOCH=epoch)
    assert ran.status == 2
    assert f"SOURCE_DATE_EPOCH is '{epoch}', which is not a time in seconds." in ran.err


def test_without_the_libraries_build_py_says_to_type_make(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copytree(ROOT / "handbill", tmp_path / "handbill")
    bare = (sys.executable, "-S", "-I", str(tmp_path / "build.py"))
    ran = run_process(command=bare, folder=tmp_path)
    assert ran == Ran(
        1,
        "",
        "build.py: error: Handbill is not set up yet (click is missing)\n"
        f"  hint: type `make` in {tmp_path}\n",
    )


def test_without_them_build_py_finds_those_that_make_installed(pages: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(ROOT / "build.py", home)
    shutil.copytree(ROOT / "handbill", home / "handbill")
    shutil.copytree(ROOT / "layouts", home / "layouts")
    (home / ".venv/bin").mkdir(parents=True)
    python = home / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    bare = (sys.executable, "-S", "-I", str(home / "build.py"))
    ran = run_process("--quiet", "-C", pages, command=bare, PYTHONPATH="")
    assert ran == Ran(0, "", "")
    assert (pages / "output/site/index.html").is_file()


def _help_of(*words: str) -> str:
    return run(*words, "--help").out


def test_every_word_and_option_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    overview = _help_of()
    words = re.findall(r"^  ([a-z]+)  ", overview.partition("Commands:")[2], re.MULTILINE)
    assert {"build", "check", "new"} <= set(words)
    options = {
        option
        for text in (overview, *map(_help_of, words))
        for option in re.findall(r"^  (?:-\w, )?(-C|--[a-z-]+)", text, re.MULTILINE)
    }
    assert {"-C", "--strict", "--quiet", "--help", "--version"} <= options
    for name in (*words, *sorted(options)):
        written = rf"`(?:translations )?{re.escape(name)}(?: [A-Z]+)?`"
        assert re.search(written, readme), f"README lacks {name}"


def test_the_readmes_table_names_no_word_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("## The command")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `([a-z-]+)", table, re.MULTILINE)
    named += re.findall(r"`(--[a-z]+)`", table)
    everything = "".join(
        _help_of(*words)
        for words in ((), ("build",), ("new",), ("publish",), ("serve",), ("translations",))
    )
    assert named
    for name in named:
        assert name in everything, name


_OF_THE_HOMEWORK_GAP = (
    *("homework", "internet", "wi-fi", "wifi", "hotspot", "laptop", "broadband", "smartphone"),
    *("student", "school", "teacher", "classroom", "lifeline", "digital", "device", "child"),
    *("tarea", "escuela", "estudiante", "celular", "computadora", "Maple Hollow"),
)


def _body_of(page: str) -> Any:
    (body,) = tinyhtml5.parse(page).iter("{http://www.w3.org/1999/xhtml}body")
    return body


def test_a_new_campaign_builds_at_once_in_a_folder_with_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "clean water" / "for all"
    ran = run("new", folder, folder=tmp_path)
    assert ran == Ran(
        0,
        f"A new campaign stands in {folder}. Open its config.yaml first.\n"
        f"To build it: python3 build.py -C '{folder}'\n",
        "",
    )
    assert run("--strict", "--quiet", "-C", folder) == Ran(0, "", "")
    pages = [page.read_text("utf-8") for page in (folder / "output/site").glob("[!4]*.html")]
    texts = ["".join(_body_of(page).itertext()) for page in pages]
    with pypdfium2.PdfDocument(folder / "output/site/flyer.pdf") as flyer:
        texts.append(flyer[0].get_textpage().get_text_range())
    for text in texts:
        assert len(text) > 300
        assert [word for word in _OF_THE_HOMEWORK_GAP if word.lower() in text.lower()] == []


def test_a_new_campaign_is_checked_today(tmp_path: Path) -> None:
    run("new", tmp_path / "x")
    dates = {
        date
        for file in (tmp_path / "x/content").rglob("*.md")
        for date in re.findall(r"^checked: (.*)$", file.read_text("utf-8"), re.MULTILINE)
    }
    assert dates == {"2026-11-23"}
    own = [tmp_path / "x/config.yaml", *(tmp_path / "x/content").rglob("*.*")]
    texts = [file.read_text("utf-8") for file in own]
    assert [text for text in texts if "2000" in text] == []
    assert any("year: 2026" in text for text in texts), "so are the years of its examples"


def test_new_never_overwrites_a_file(tmp_path: Path) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    own = tmp_path / "content/pages/index.md"
    own.write_text("mine")
    ran = run("new", ".", folder=tmp_path)
    assert ran.status == 1
    assert ran.err == (
        "content/pages/index.md: error: this file stands here already, "
        "and will not be overwritten\n"
        "  hint: choose a folder that is new or empty\n"
    )
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [own]
    assert own.read_text() == "mine"


def test_new_says_of_two_files_that_one_more_is_in_its_way(tmp_path: Path) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    for name in ("content/pages/index.md", "config.yaml"):
        (tmp_path / name).write_text("mine")
    told = run("new", ".", folder=tmp_path).err
    assert "error: this file and 1 more stand here already, and will not be overwritten" in told


def test_new_names_one_of_the_files_in_its_way(tmp_path: Path) -> None:
    run("new", ".", folder=tmp_path)
    more = sum(file.is_file() for file in tmp_path.rglob("*")) - 1
    assert run("new", ".", folder=tmp_path).err == (
        f".devcontainer/devcontainer.json: error: this file and {more} more stand here already, "
        "and will not be overwritten\n"
        "  hint: choose a folder that is new or empty\n"
    )


def test_new_stands_beside_files_that_are_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert run("new", "--quiet", tmp_path) == Ran(0, "", "")
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "config.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("file", "this is a file, not a folder"),
        ("file/below", "the campaign cannot be started here: Not a directory"),
    ],
)
def test_new_in_the_place_of_a_file_is_a_problem(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "file").write_text("mine")
    ran = run("new", name, folder=tmp_path)
    assert ran.status == 1
    assert ran.err.startswith(f"{name}: error: {says}\n")
    assert (tmp_path / "file").read_text() == "mine"
