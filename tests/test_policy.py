"""A policy of any length: its paragraphs' numbers, its smaller headings, and a draft's block."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handbill.numbering import numbered_through
from tests.conftest import ROOT, BuildSite, Site
from tests.glyphs import pieces_of


@pytest.mark.parametrize(
    ("written", "numbered"),
    [
        (
            "<ol><li>a</li></ol><p>b</p><ol><li>c</li></ol>",
            '<ol><li>a</li></ol><p>b</p><ol start="2"><li>c</li></ol>',
        ),
        (
            '<ol start="5"><li>a</li><li>b</li></ol><p>c</p><ol><li>d</li></ol>',
            '<ol start="5"><li>a</li><li>b</li></ol><p>c</p><ol start="7"><li>d</li></ol>',
        ),
        (
            "<ol><li>a<ol><li>b</li><li>c</li></ol></li></ol><ol><li>d</li></ol>",
            '<ol><li>a<ol><li>b</li><li>c</li></ol></li></ol><ol start="2"><li>d</li></ol>',
        ),
        (
            "<ul><li>a</li></ul><blockquote><ol><li>b</li></ol></blockquote><ol><li>c</li></ol>",
            "<ul><li>a</li></ul><blockquote><ol><li>b</li></ol></blockquote><ol><li>c</li></ol>",
        ),
        (
            '<ol><li>a</li></ol><div class="footnote"><ol><li id="n">b</li></ol></div>',
            '<ol><li>a</li></ol><div class="footnote"><ol><li id="n">b</li></ol></div>',
        ),
    ],
)
def test_each_paragraph_has_a_number_of_its_own(written: str, numbered: str) -> None:
    assert numbered_through(written) == numbered


_RULES = "\n".join(f"{n}. Rule {n} of this article." for n in range(1, 13))
_POLICY = f"""\
---
title: A policy of many rules
description: Rules.
layout: policy-page
pdf: policy
order: 9
---

## First

1. One.

Between.

2. Two.

### Smaller

1. Three.
    1. Nested.

#### Deep

Ask at the desk for `form-12`, an official one.

{"".join(f"## Article{chr(10)}{chr(10)}{_RULES}{chr(10)}{chr(10)}" for _ in range(19))}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> Site:
    folder = tmp_path_factory.mktemp("policy") / "campaign"
    shutil.copytree(ROOT / "tests/golden/campaign", folder)
    shutil.rmtree(folder / "content/print")
    (folder / "content/pages/policy.md").write_text(_POLICY)
    config = folder / "config.yaml"
    text = config.read_text().replace("languages: [en, es]", "languages: [en]")
    config.write_text(f"{text}\npolicy:\n  board: The School Committee\n")
    return build_site(folder)


def test_a_long_policy_has_all_of_its_text_and_unlike_numbers(site: Site) -> None:
    with pypdfium2.PdfDocument(site.folder / "policy.pdf") as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    said = " ".join(text.split())
    assert "Ask at the desk for form-12, an official one." in said  # in letters, not in an ﬃ
    # PDFium moves what hangs beside a text.
    numbers = re.findall(r"\b\d+\.\d+\b", said)
    expected = [f"1.{n}" for n in range(1, 4)]
    expected += [f"{article}.{n}" for article in range(2, 21) for n in range(1, 13)]
    assert sorted(numbers) == sorted(expected)


def test_what_is_typed_is_set_in_a_monospaced_typeface(site: Site) -> None:
    with pikepdf.open(site.folder / "policy.pdf") as pdf:
        fonts = {piece.text: piece.font for page in pdf.pages for piece in pieces_of(page)}
    assert fonts["form-12"].replace("-", "") == "IBMPlexMono"


def test_the_longest_dates_have_room(small_campaign: Path, build_site: BuildSite) -> None:
    (small_campaign / "content/pages/policy.md").write_text(_POLICY.partition("## Article")[0])
    with (small_campaign / "config.yaml").open("a") as config:
        config.write(
            '\npolicy:\n  number: "5141.33"\n  board: The Board of Education\n'
            "  adopted: 2025-09-16\n  revised: 2026-09-22\n  next_review: 2027-09-28\n"
        )
    site = build_site(small_campaign)  # what leaves its place would end the build
    with pypdfium2.PdfDocument(site.folder / "es/policy.pdf") as document:
        assert "septiembre" in document[0].get_textpage().get_text_range()


def test_a_draft_has_no_board_that_adopted_it(site: Site) -> None:
    page = site.page("policy.html")
    assert "Draft: not adopted yet" in page
    assert "The School Committee" not in page
