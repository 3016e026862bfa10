"""Files that git cannot hold as they are, and what Handbill says about them."""

from __future__ import annotations

import ctypes
import os
import random
import re
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handbill.pipeline import build
from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.read.files import read_text, walk
from tests.conftest import TODAY
from tests.test_problems import as_text, copy_base, problems_of

INDEX = "content/pages/index.md"
CAPABILITY_VERSION_3 = 0x20080522
TEXTS = (
    "config.yaml",
    "config.es.yaml",
    "content/sources.yaml",
    "content/data/places.csv",
    "content/facts/never-tested.md",
    "content/facts/never-tested.es.md",
    "content/help/eye-test.md",
    INDEX,
    "content/pages/index.es.md",
    "content/print/flyer.md",
)
LINKED = "error: this is a link to somewhere else, which Handbill does not follow\n"
COPY = "  hint: copy here what it leads to\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return copy_base(tmp_path / "campaign")


def change(campaign: Path, name: str, old: str, new: str) -> None:
    file = campaign / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def said_of(campaign: Path) -> str:
    return as_text(problems_of(campaign))


@pytest.mark.parametrize("name", [*TEXTS, "assets/logo.svg"])
def test_a_link_to_another_file_is_not_followed(base: Path, name: str) -> None:
    elsewhere = base.parent / "elsewhere"
    shutil.move(base / name, elsewhere)
    (base / name).symlink_to(elsewhere)
    assert said_of(base) == f"{name}: {LINKED}{COPY}"


@pytest.mark.parametrize(
    "name", ["content", "content/facts", "content/data", "content/pages", "assets"]
)
def test_a_link_to_another_folder_is_not_followed(base: Path, name: str) -> None:
    elsewhere = base.parent / "elsewhere"
    shutil.move(base / name, elsewhere)
    (base / name).symlink_to(elsewhere, target_is_directory=True)
    assert said_of(base) == f"{name}: {LINKED}{COPY}"


def test_a_link_that_leads_nowhere_is_told(base: Path) -> None:
    (base / "content/pages/nurse.md").symlink_to("gone.md")
    assert said_of(base) == f"content/pages/nurse.md: {LINKED}{COPY}"


def test_a_folder_that_links_to_itself_is_told(base: Path) -> None:
    (base / "content/pages/round").symlink_to(base / "content/pages", target_is_directory=True)
    assert said_of(base) == f"content/pages/round: {LINKED}{COPY}"


def test_a_layout_that_links_elsewhere_is_not_followed(base: Path) -> None:
    (base / "layouts").mkdir()
    (base / "layouts/page.html").symlink_to("/etc/passwd")
    assert said_of(base) == f"layouts/page.html: {LINKED}{COPY}"


@pytest.mark.parametrize("name", TEXTS)
def test_an_old_encoding_is_told_with_its_line(base: Path, name: str) -> None:
    text = (base / name).read_bytes()
    (base / name).write_bytes(text + "\n# ¿Qué?\n".encode("latin-1"))
    line = text.count(b"\n") + 2
    assert said_of(base) == (
        f"{name}:{line}: error: this line has characters in another encoding\n"
        "  hint: save the file as UTF-8; in a spreadsheet program, as CSV UTF-8\n"
    )


@pytest.mark.parametrize("name", ["layouts/page.html", "layouts/words/es.yaml"])
def test_an_old_encoding_in_a_layout_is_told(base: Path, name: str) -> None:
    (base / name).parent.mkdir(parents=True)
    (base / name).write_bytes("cost: ¿Qué?\n".encode("latin-1"))
    assert said_of(base) == (
        f"{name}:1: error: this line has characters in another encoding\n"
        "  hint: save the file as UTF-8; in a spreadsheet program, as CSV UTF-8\n"
    )


@contextmanager
def without_roots_right_to_read_everything() -> Iterator[None]:
    """Lay CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH aside (capset(2)) where root runs the tests."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    rights = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, rights) == 0
    effective = rights[0]
    rights[0] = effective & ~0b110
    assert libc.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] = effective
        assert libc.capset(header, rights) == 0


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_that_may_not_be_read_is_told(base: Path, name: str) -> None:
    (base / name).chmod(0)
    with without_roots_right_to_read_everything():
        said = said_of(base)
    assert said == f"{name}: error: this file cannot be read: Permission denied\n"


@pytest.mark.parametrize("name", ["content/sources.yaml", "content/data/places.csv"])
def test_a_folder_in_the_place_of_a_file_is_told(base: Path, name: str) -> None:
    (base / name).unlink()
    (base / name).mkdir()
    assert said_of(base).endswith(f"{name}: error: this file cannot be read: Is a directory\n")


def test_a_pipe_is_not_waited_for(base: Path) -> None:
    os.mkfifo(base / "content/pages/nurse.md")
    assert said_of(base) == (
        "content/pages/nurse.md: error: this is not a file that can be read\n  hint: remove it\n"
    )


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b"])
def test_a_control_character_among_the_settings_is_told(base: Path, character: str) -> None:
    change(base, INDEX, "read the board", f"read{character} the board")
    assert said_of(base) == (
        f"{INDEX}:2: error: there is an invisible control character here\n"
        "  hint: delete the line and type it again\n"
    )


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x85", "\ue000", "\ue0000\ue001", "\u0002"])
def test_a_control_character_in_the_text_is_told(base: Path, character: str) -> None:
    change(base, INDEX, "We test", f"We {character}test")
    assert said_of(base) == (
        f"{INDEX}:10: error: there is an invisible control character here\n"
        "  hint: delete the line and type it again\n"
    )


def test_a_control_character_in_a_quoted_setting_is_told(base: Path) -> None:
    change(base, INDEX, "title: Can your", 'title: "Can \\u0007 \\ue0009\\ue001 your')
    change(base, INDEX, "read the board?", 'read the board?"')
    assert said_of(base) == (
        f"{INDEX}:2: error: there is an invisible control character here\n"
        "  hint: delete the line and type it again\n"
    )


def test_a_control_character_in_a_table_is_told(base: Path) -> None:
    change(base, "content/data/places.csv", "Birch", "Birch\x00")
    assert said_of(base) == (
        "content/data/places.csv:2: error: there is an invisible control character here\n"
        "  hint: delete the line and type it again\n"
    )


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_no_problem(base: Path, line_end: str) -> None:
    shutil.rmtree(base / "content/print")
    for name in TEXTS:
        if (base / name).exists():
            text = (base / name).read_text("utf-8")
            (base / name).write_bytes(text.replace("\n", line_end).encode())
    assert said_of(base) == ""


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_lines_are_counted_with_line_ends_of_other_systems(base: Path, line_end: str) -> None:
    change(base, INDEX, "We test", "{{ nurse }} tests")
    text = (base / INDEX).read_text("utf-8")
    (base / INDEX).write_bytes(text.replace("\n", line_end).encode())
    assert said_of(base).startswith(f"{INDEX}:10: error: nothing here is called `nurse`\n")


def test_a_byte_order_mark_is_no_problem(base: Path) -> None:
    shutil.rmtree(base / "content/print")
    for name in TEXTS:
        if (base / name).exists():
            (base / name).write_bytes(b"\xef\xbb\xbf" + (base / name).read_bytes())
    assert said_of(base) == ""


NO_FILE = "error: this file cannot be read: it is a pipe or a device\n"
NOT_FOR_YOU = (
    "error: this folder cannot be read: Permission denied\n  hint: whoever made it must let you "
    "read it; or move it out of the campaign's folder\n"
)


@pytest.mark.parametrize("name", ["content/sources.yaml", "content/data/places.csv"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(base: Path, name: str) -> None:
    (base / name).unlink()
    os.mkfifo(base / name)
    assert f"{name}: {NO_FILE}" in said_of(base)


def test_of_a_file_that_is_larger_than_the_memory_a_little_is_read(base: Path) -> None:
    with (base / "config.yaml").open("r+b") as file:
        file.truncate(2**43)
    assert said_of(base) == (
        "config.yaml: error: this file is larger than 2 MB\n  hint: is it a text?\n"
    )


@pytest.mark.parametrize("name", ["content/help", "content/pages", "content/facts", "assets"])
def test_a_folder_that_may_not_be_read_is_told(base: Path, name: str) -> None:
    (base / name).chmod(0)
    with without_roots_right_to_read_everything():
        said = said_of(base)
    (base / name).chmod(0o755)
    assert f"{name}: {NOT_FOR_YOU}" in said


def test_assets_that_are_too_heavy_together_are_told(base: Path) -> None:
    for number in range(11):
        with (base / f"assets/film-{number}.bin").open("wb") as file:
            file.truncate(19_000_000)
    assert (
        "assets: error: the files in it are heavier than 200 MB together\n"
        "  hint: keep here what the campaign shows alone\n"
    ) in said_of(base)


def test_a_text_of_more_than_2_mb_is_told(base: Path) -> None:
    with (base / INDEX).open("a") as file:
        file.write("word " * 400_001)
    assert said_of(base) == (
        f"{INDEX}: error: this file is larger than 2 MB\n  hint: is it a text?\n"
    )


def test_an_asset_of_more_than_20_mb_is_told(base: Path) -> None:
    with (base / "assets/logo.svg").open("a") as file:
        file.truncate(20_000_001)
    assert said_of(base) == (
        "assets/logo.svg: error: this file is larger than 20 MB\n  hint: make it smaller\n"
    )


def test_a_name_in_no_encoding_is_told_in_letters_that_can_be_printed(base: Path) -> None:
    (base / os.fsdecode(b"content/pages/n\xffrse.md")).write_text("---\n---\n")
    assert said_of(base) == (
        "content/pages/n?rse.md: error: this name cannot become a web address\n"
        "  hint: use small letters, digits and hyphens, e.g. my-flyer.md\n"
    )


def test_a_name_with_a_line_end_cannot_forge_a_message(base: Path) -> None:
    (base / "content/pages/a\nconfig.yaml:1: error: b.md").write_text("---\n---\n")
    assert said_of(base) == (
        "content/pages/a config.yaml:1: error: b.md: error: this name cannot become a web address\n"
        "  hint: use small letters, digits and hyphens, e.g. my-flyer.md\n"
    )


def test_hidden_files_are_passed_over(base: Path) -> None:
    shutil.rmtree(base / "content/print")
    for name in (".DS_Store", "content/.DS_Store", "content/pages/.index.md.swp", "assets/.x"):
        (base / name).write_bytes(b"\xff\x00")
    assert said_of(base) == ""


def noise(width: int, height: int) -> bytes:
    """A PNG that does not get smaller: random greys."""
    lines = random.Random(0)
    rows = b"".join(b"\x00" + lines.randbytes(width) for _ in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x00\x00\x00\x00")
    return start + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_a_pdf_of_more_than_150_kb_is_told(base: Path) -> None:
    (base / "assets/child.png").write_bytes(noise(300, 300))
    (base / "assets/eyes.png").write_bytes(noise(290, 290))
    pictures = "![{}](assets/child.png)\n\n![{}](assets/eyes.png)\n\n{}"
    for file, words in (
        ("flyer.md", ("The page lists", "A child", "Its eyes", "It has")),
        ("flyer.es.md", ("La página tiene", "Un niño", "Sus ojos", "Tiene")),
    ):
        change(base, f"content/print/{file}", words[0], pictures.format(*words[1:]))
    (base / "layouts").mkdir()
    (base / "layouts/flyer.html").write_text(
        "<html lang=en><title>Flyer</title><h1>Flyer</h1>{{ document.body }}"
    )
    warnings = [re.sub(r"1\d\d KB", "1__ KB", str(problem)) for problem in problems_of(base)]
    assert set(warnings) == {
        "content/print/flyer.md:2: warning: the PDF weighs 1__ KB; 150 is what a phone can spare\n"
        "  hint: use smaller pictures"
    }


def test_strict_stops_at_a_warning(base: Path) -> None:
    shutil.rmtree(base / "content/print")
    change(base, "content/help/eye-test.md", "2026-10-05", "2025-10-05")
    (warned,) = problems_of(base)
    with pytest.raises(CampaignError) as stopped:
        build(base, TODAY, Silence(), strict=True, dry=True)
    assert stopped.value.problems == (warned,)
    assert not (base / "output").exists()


def test_strict_lets_a_campaign_without_a_problem_pass(base: Path) -> None:
    shutil.rmtree(base / "content/print")
    build(base, TODAY, Silence(), strict=True, dry=True)


@pytest.mark.parametrize(("weight", "is_told"), [(100_000, False), (100_001, True)])
def test_a_logo_may_weigh_100_kilobytes(base: Path, weight: int, is_told: bool) -> None:
    shutil.rmtree(base / "content" / "print")
    logo = base / "assets" / "logo.svg"
    logo.write_bytes(logo.read_bytes().ljust(weight))
    says = (
        "config.yaml:21: warning: `logo`: assets/logo.svg weighs 100 KB, on every page and flyer\n"
        "  hint: make it smaller: 100 KB at most\n"
    )
    assert said_of(base) == (says if is_told else "")


def test_a_text_of_2_mb_and_an_asset_of_20_mb_are_read(base: Path) -> None:
    index, film = base / INDEX, base / "assets/film.mp4"
    for more, told in ((0, False), (1, True)):
        index.write_bytes(b"x" * (2_000_000 + more))
        with film.open("wb") as file:
            file.truncate(20_000_000 + more)
        assert (read_text(base, INDEX)[1] is not None) is told
        assert (dict(walk(base, "assets"))["assets/film.mp4"] is not None) is told
