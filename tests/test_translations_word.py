"""The command `translations`: its table, the files of a new language, and marks renewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Ran, run
from tests.test_problems import copy_base


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return copy_base(tmp_path)


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def test_the_table_has_a_line_for_each_file_and_a_column_for_each_language(
    campaign: Path,
) -> None:
    assert run("translations", "--accept", "content/help/eye-test.es.md", "-C", campaign).err == ""
    _change(campaign / "config.yaml", "[en, es]", "[en, es, ar]")
    _change(campaign / "content/facts/needs-glasses.es.md", "of: niños de 6 a 18 años\n", "")
    _change(
        campaign / "content/pages/index.es.md",
        "reviewed_by: Family office\n",
        "original: 00000000\n",
    )
    _change(campaign / "content/pages/index.es.md", "reviewed_on: 2026-11-20\n", "")
    _change(campaign / "content/print/flyer.es.md", "reviewed_by: Family office\n", "")
    _change(campaign / "content/print/flyer.es.md", "reviewed_on: 2026-11-20\n", "")

    assert run("translations", "-C", campaign) == Ran(
        0,
        "                                es            ar\n"
        "config.yaml                     not marked    missing\n"
        "content/facts/needs-glasses.md  partly        missing\n"
        "content/facts/never-tested.md   not marked    missing\n"
        "content/help/eye-test.md        done          missing\n"
        "content/pages/index.md          behind        missing\n"
        "content/print/flyer.md          not reviewed  missing\n"
        "done                            1 of 6        0 of 6\n",
        "",
    )


def test_with_one_language_there_is_nothing_to_list(campaign: Path) -> None:
    _change(campaign / "config.yaml", "[en, es]", "[en]")
    for file in [*campaign.glob("content/*/*.es.md"), campaign / "config.es.yaml"]:
        file.unlink()
    says = "There is one language, and nothing to translate.\n"
    assert run("translations", "-C", campaign) == Ran(0, says, "")


def _done(table: str) -> str:
    return table.splitlines()[-1]


def test_a_translation_is_behind_when_the_words_of_its_original_change_and_not_its_figures(
    campaign: Path,
) -> None:
    translation, original = "content/help/eye-test.es.md", campaign / "content/help/eye-test.md"
    accepted = run("translations", "--accept", translation, "-C", campaign)
    assert _done(accepted.out) == "done                            1 of 6"
    text = original.read_text("utf-8")
    original.write_text(text.replace("2026-10-05", "2026-11-01").replace("\n\n", "\n \n"), "utf-8")
    assert "eye-test.md        done" in run("translations", "-C", campaign).out

    _change(original, "It does not hurt.", "It does not hurt at all.")
    assert "eye-test.md        behind" in run("translations", "-C", campaign).out
    before = (campaign / translation).read_text("utf-8")
    accepted = run("translations", "--accept", translation, "-C", campaign)
    assert "eye-test.md        done" in accepted.out
    after = (campaign / translation).read_text("utf-8")
    changed = [
        pair
        for pair in zip(before.split("\n"), after.split("\n"), strict=True)
        if pair[0] != pair[1]
    ]
    assert len(changed) == 1
    assert all(line.startswith("original: ") for line in changed[0])


def test_the_words_of_config_yaml_are_marked_too(campaign: Path) -> None:
    before = (campaign / "config.es.yaml").read_text("utf-8")
    assert run("translations", "--accept", "config.es.yaml", "-C", campaign).status == 0
    after = (campaign / "config.es.yaml").read_text("utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).startswith("original: ")


def test_a_file_may_be_named_from_where_the_command_is_given(campaign: Path) -> None:
    file = campaign / "content/print/flyer.es.md"
    assert run("translations", "--accept", file, "-C", campaign).err == ""
    assert "flyer.md          done" in run("translations", "-C", campaign).out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("--new", "klingon"),
            "--new: error: `klingon` is not the code of a language\n"
            "  hint: use a code such as en, es, ar, vi or zh-Hans\n",
        ),
        (
            ("--new", "HT"),
            "--new: error: `HT` is not the code of a language\n  hint: write `ht`\n",
        ),
        (
            ("--new", "en"),
            "--new: error: `en` is the language of the originals\n",
        ),
        (
            ("--accept", "content/pages/index.md"),
            "content/pages/index.md: error: this is not a translation of this campaign\n"
            "  hint: did you mean `content/pages/index.es.md`?\n",
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    campaign: Path, arguments: tuple[str, ...], says: str
) -> None:
    before = {file: file.read_bytes() for file in campaign.rglob("*") if file.is_file()}
    assert run("translations", *arguments, "-C", campaign) == Ran(1, "", says)
    assert {file: file.read_bytes() for file in campaign.rglob("*") if file.is_file()} == before


def test_languages_on_lines_of_their_own_are_the_leaders_to_change(campaign: Path) -> None:
    _change(campaign / "config.yaml", "languages: [en, es]", "languages:\n  - en\n  - es")
    assert run("translations", "--new", "ht", "-C", campaign) == Ran(
        1,
        "",
        "config.yaml: error: `languages` does not stand on one line here, "
        "so ht cannot be added to it\n"
        "  hint: write ht into it yourself, and repeat this command\n",
    )
    assert list(campaign.rglob("*.ht.*")) == []


def test_several_translations_are_accepted_at_once_or_none(campaign: Path) -> None:
    paths = [f"content/{name}.es.md" for name in ("help/eye-test", "pages/index", "print/flyer")]
    stranger = run("translations", "--accept", *paths, "content/pages/index.md", "-C", campaign)
    assert stranger.status == 1
    assert not any("original:" in (campaign / path).read_text("utf-8") for path in paths)

    ran = run("translations", "--accept", *paths, "-C", campaign)

    assert (ran.status, ran.err) == (0, "")
    assert all("\noriginal: " in (campaign / path).read_text("utf-8") for path in paths)
    both = run("translations", "--accept", paths[0], "--keep", "en", "-C", campaign)
    assert both.status == 2
    assert "--keep and --accept are two commands" in both.err


def test_a_translation_without_words_is_told_to_be_there(campaign: Path) -> None:
    (campaign / "content/pages/index.es.md").write_text('---\ntitle: ""\n---\n', "utf-8")
    assert (
        "content/pages/index.md:2: warning: this is not translated into Español (es); it will be "
        "shown in English\n"
        "  hint: content/pages/index.es.md is there, without words: write them\n"
    ) in run("check", "-C", campaign).err


def test_a_second_time_nothing_that_is_there_is_touched(campaign: Path) -> None:
    run("translations", "--new", "ht", "-C", campaign)
    flyer = campaign / "content/print/flyer.ht.md"
    _change(flyer, 'audience: ""', "audience: Pou fanmi yo")
    words = flyer.read_text("utf-8")
    (campaign / "content/help/eye-test.ht.md").unlink()
    ran = run("translations", "--new", "ht", "-C", campaign)
    assert [line for line in ran.out.splitlines() if line.startswith("wrote")] == [
        "wrote   content/help/eye-test.ht.md"
    ]
    assert flyer.read_text("utf-8") == words


def test_a_campaign_that_cannot_be_read_is_told_as_ever(campaign: Path) -> None:
    (campaign / "content/pages/index.md").write_text("no settings\n", "utf-8")
    ran = run("translations", "-C", campaign)
    assert (ran.status, ran.out) == (1, "")
    assert "content/pages/index.md:1: error: the first line is not `---`" in ran.err


def test_the_notes_of_places_are_a_table_beside_theirs(campaign: Path) -> None:
    places = campaign / "content/data/places.csv"
    places.write_text(
        "name,address,hours,phone,note\n"
        'Birch Library,3 Main Street,Mon-Fri 9am-5pm,555-0161,"Closed in July, as ever"\n'
        "Elm Hall,5 Elm Street,Sat 9am-5pm,,\n"
        "Oak Café,7 Oak Street,,555-0162,By appointment\n",
        "utf-8",
    )
    ran = run("translations", "--new", "ar", "-C", campaign)
    assert "wrote   content/data/places.ar.csv\n" in ran.out
    made = campaign / "content/data/places.ar.csv"
    assert made.read_text("utf-8") == "name,note\nBirch Library,\nOak Café,\n"

    made.write_text("name,note\nBirch Library,مغلق في يوليو\nOak Café,\n", "utf-8")
    (campaign / "content/data/places.es.csv").write_text(
        "name,note\nBirch Library,Cerrado en julio\nOak Café,Con cita\n", "utf-8"
    )
    assert (
        "content/data/places.csv         done        partly\n"
        in run("translations", "-C", campaign).out
    )


def test_what_is_not_whole_is_not_done(campaign: Path) -> None:
    path = "content/print/flyer.es.md"
    assert run("translations", "--accept", path, "-C", campaign).err == ""
    assert "flyer.md          done" in run("translations", "-C", campaign).out

    _change(campaign / path, "### Llámenos\n\n**{{ district.contact.phone }}**\n\n", "")

    assert "flyer.md          partly" in run("translations", "-C", campaign).out

    _change(campaign / path, "reviewed_by:", 'confirmed: ["Call us"]\nreviewed_by:')

    assert "flyer.md          done" in run("translations", "-C", campaign).out


def test_an_arrow_in_the_original_does_not_end_the_note_that_shows_it(campaign: Path) -> None:
    _change(campaign / "content/pages/index.md", "We test eyes", "Write `-->` here. We test eyes")

    assert run("translations", "--new", "ar", "-C", campaign).status == 0

    made = (campaign / "content/pages/index.ar.md").read_text("utf-8")
    assert made.count("-->") == 1
    assert "Write `-- >` here. We test eyes" in made
    assert run("check", "-C", campaign).status == 0
