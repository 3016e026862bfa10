"""Words that a language lacks are borrowed, and those that it has are its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbill.interface import InterfaceWords, interface_of
from handbill.problems import Problem
from handbill.read.campaign import read
from tests.conftest import ROOT, layouts_in

_ENGLISH = "layouts/words/en.yaml"


def _interface(
    folder: Path, languages: str, **own: str
) -> tuple[Mapping[str, InterfaceWords], list[Problem]]:
    """The words of a campaign with files of its own in layouts/words/."""
    (folder / "content").mkdir()
    (folder / "layouts" / "words").mkdir(parents=True)
    for code, text in own.items():
        (folder / "layouts" / "words" / f"{code}.yaml").write_text(text, "utf-8")
    (folder / "config.yaml").write_text(
        f"title: A\nurl: https://example.org\nlanguages: {languages}\ndistrict:\n  name: B\n",
        "utf-8",
    )
    campaign, problems = read(folder)
    assert campaign is not None, problems
    words, told = interface_of(layouts_in(folder), campaign)
    assert words is not None, told
    return words, told


def test_a_word_is_borrowed_from_the_default_language_before_english(tmp_path: Path) -> None:
    words, _ = _interface(tmp_path, "[es, so]", so="phone: Telefoon\n")
    assert str(words["so"].say("phone", "so", {})) == "Telefoon"
    borrowed = words["so"].say("cost", "so", {})
    assert (str(borrowed), borrowed.marks) == ("Costo", ' lang="es" dir="ltr"')
    assert borrowed.__html__() == '<span lang="es" dir="ltr">Costo</span>'


def test_what_is_filled_into_a_borrowed_word_is_not_borrowed(tmp_path: Path) -> None:
    words, _ = _interface(tmp_path, "[en, so]", so="phone: Telefoon\n")
    assert words["so"].say("checked", "so", {"date": "2026"}).__html__() == (
        '<span lang="en" dir="ltr">Checked <span lang="so" dir="ltr">2026</span></span>'
    )


@pytest.mark.parametrize(
    ("left_out", "listed"),
    [
        (5, "`quotes`, `units`, `citation`, `ampersand`, `full_stop`;"),
        (6, "`quotes`, `units`, `citation`, `ampersand`, `full_stop` and more;"),
    ],
)
def test_five_words_that_are_missing_are_named(tmp_path: Path, left_out: int, listed: str) -> None:
    english = (ROOT / _ENGLISH).read_text("utf-8")
    keys = [line for line in english.splitlines() if line[:1].isalpha()]
    first_kept = keys[left_out]
    kept = english[english.index(f"\n{first_kept}") :]
    _, (told,) = _interface(tmp_path, "[en, so]", so=kept)
    assert listed in told.message
    assert told.hint == f"translate them from Handbill's {_ENGLISH}"


@pytest.mark.parametrize(
    ("sentence", "stop"), [("So it is", "."), ("So it is.", ""), ("So?", ""), ('"So."', ".")]
)
def test_a_sentence_gets_the_full_stop_that_it_lacks(
    tmp_path: Path, sentence: str, stop: str
) -> None:
    words, _ = _interface(tmp_path, "[en]")
    assert words["en"].full_stop(sentence) == stop


@pytest.mark.parametrize(("count", "said"), [(1, "1 page"), (2, "2 pages"), (0, "0 pages")])
def test_a_count_chooses_its_form(tmp_path: Path, count: int, said: str) -> None:
    words, _ = _interface(tmp_path, "[en]")
    assert str(words["en"].say("pages", "en", {"count": count})) == said


def test_an_unknown_word_is_an_error(tmp_path: Path) -> None:
    words, _ = _interface(tmp_path, "[en]")
    with pytest.raises(LookupError, match="there is no word `nothing`"):
        words["en"].say("nothing", "en", {})
