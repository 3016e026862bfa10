"""Long names, addresses and tables keep their places, on narrow screens and on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from handbill.boxes import Paragraph
from handbill.problems import Place
from handbill.proof.parts import Part, lines_of
from tests.conftest import BuildSite

_NAME = "Independent School District No. 0622 of Northern Maple Hollow-Alderwood Lakes Township"
_EMAIL = "multilingualfamilyengagement@northernmaplehollowalderwoodlakes.k12.example.us"
_ADDRESS = (
    "Administration Building B, 12345 Northeast Martin Luther King Junior Boulevard, Suite 600"
)
_MARGIN = 36
"""Points: half an inch."""


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("one two three", "four"), 1),
        (("zero one two three", "four"), 1),
        (("zero", "one two three"), 1),
        (("one two", "three four"), 2),
        (("zero one", "two", "three"), 3),
        (("one-", "two three"), 2),
        (("one two", "four"), 0),
    ],
)
def test_a_part_takes_the_lines_that_hold_some_of_it(lines: tuple[str, ...], count: int) -> None:
    part = Part("its name", "one two three", Place("config.yaml", 1))
    assert lines_of(part, [Paragraph(("other",)), Paragraph(lines)]) == count


@pytest.fixture
def long_campaign(small_campaign: Path) -> Path:
    """A campaign whose every name is long."""
    config = small_campaign / "config.yaml"
    text = config.read_text()
    for old, new in (
        ("name: Brant Lake Health Office", f"name: {_NAME}"),
        ("name: Dee O'Shea & Team", f"name: {_NAME}"),
        ("phone: 555-0160", f"phone: +1 (800) 555-0160\n    address: {_ADDRESS}"),
        ("email: radon@example.org", f"email: {_EMAIL}"),
    ):
        assert old in text
        text = text.replace(old, new)
    config.write_text(text)
    (small_campaign / "content/data/places.csv").write_text(
        "name,address,hours,phone\n"
        f'"{_NAME}, main library","{_ADDRESS}",Mon-Tue 9am-5pm; Wed 10am-8pm,555-0161\n'
    )
    for page in ("index", "about"):
        file = small_campaign / f"content/pages/{page}.md"
        file.write_text(
            f"{file.read_text()}\n\n## Internetzugangsberechtigungsnachweise\n\n"
            f"| School | {' | '.join(f'Weekday {n}' for n in range(8))} |\n{'|---' * 9}|\n"
            f"| Northernmaplehollow | {_EMAIL} {' | 7:30 a.m. to 4:30 p.m.' * 7} |\n"
        )
    return small_campaign


def test_whatever_is_long_keeps_its_place(long_campaign: Path, build_site: BuildSite) -> None:
    """Each page is measured at four widths as it is built, each sheet by the proof."""
    (long_campaign / "content/print/flyer.md").unlink()
    (long_campaign / "content/print/flyer.es.md").unlink()
    (long_campaign / "content/pages/about.md").write_text(
        (long_campaign / "content/pages/about.md")
        .read_text()
        .replace("---\n", "---\npdf: policy\n", 1)
    )
    site = build_site(long_campaign)
    with pypdfium2.PdfDocument(site.folder / "about.pdf") as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_charbox(n) for n in range(text.count_chars())]
            assert min(left for left, _, _, _ in boxes) > _MARGIN
            assert max(right for _, _, right, _ in boxes) < page.get_width() - _MARGIN
