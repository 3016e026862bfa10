"""What the documents show works as they show it."""

from __future__ import annotations

import io
import re
import textwrap
from datetime import time
from pathlib import Path

import pytest
from PIL import Image

from handbill.hours import parse_hours
from handbill.markup import convert
from handbill.photos import HEAVIEST_PICTURE
from handbill.photos import photo as made_of
from handbill.problems import Place, note
from handbill.read.places import read_places
from handbill.starter import start_campaign
from tests.conftest import ROOT, TODAY, BuildSite

DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def _listing(document: Path, first_line: str) -> str:
    """An indented block of a document, from a line on."""
    lines = document.read_text("utf-8").splitlines()
    start = lines.index(f"    {first_line}")
    end = next(n for n, line in enumerate(lines[start:], start) if not line.startswith("    "))
    return "\n".join(line[4:] for line in lines[start:end]) + "\n"


def test_the_print_layout_of_the_docs_prints(tmp_path: Path, build_site: BuildSite) -> None:
    start_campaign(tmp_path, TODAY)
    source = '{% from "parts/sources.html" import list %}'
    layout = _listing(ROOT / "docs" / "changing-a-layout.md", source)
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "poster.html").write_text(layout, "utf-8")
    (tmp_path / "layouts" / "poster.css").write_text("h1 { font-size: 3rem }\n", "utf-8")
    (tmp_path / "content" / "print" / "poster.md").write_text(
        "---\ntitle: A poster\nlayout: poster\nleading_fact: sample-fact\n---\n\nCall us.\n",
        "utf-8",
    )

    site = build_site(tmp_path)

    assert site.built.warnings == ()
    assert (site.folder / "poster.pdf").is_file()


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_every_link_of_the_docs_leads_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"", text)

    missing = [
        link
        for link in (first or second for first, second in links)
        if not link.startswith(("https:", "assets/", "help.md"))
        and not (document.parent / link).exists()
    ]

    assert missing == []


def test_the_docs_say_what_happens_to_a_photo() -> None:
    text = " ".join((ROOT / "docs" / "writing-a-campaign.md").read_text("utf-8").split())
    photo = Image.effect_noise((3000, 2000), 30).convert("RGB")
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=95)

    shown = made_of("assets/photo.jpg", file.getvalue(), ())

    assert f"more than {HEAVIEST_PICTURE // 1000} KB is made smaller" in text
    assert shown.size is not None
    assert max(shown.size) <= 1280
    assert "1,280 pixels at its longest side" in text
    example = re.search(r"assets/photo\.jpg: note: (.*? paper) ", text)
    assert example is not None
    figures = re.compile(r"[\d.]+")
    assert figures.sub("0", str(note(Place("a"), shown.done))) == (
        f"a: note: {figures.sub('0', example[1])}"
    )


def test_the_first_example_of_a_fact_is_a_fact_of_the_campaign() -> None:
    listing = _listing(
        ROOT / "docs" / "writing-a-campaign.md",
        'claim: "{{ figure }} of children aged 3 to 18 had no internet at home"',
    )
    fact = (ROOT / "content" / "facts" / "no-home-internet.md").read_text("utf-8")

    for line in listing.splitlines()[:6]:
        assert line in fact


def test_the_places_of_the_docs_are_read_as_the_docs_say(tmp_path: Path) -> None:
    document = ROOT / "docs" / "writing-a-campaign.md"
    (tmp_path / "content/data").mkdir(parents=True)
    table = _listing(document, "name,address,hours,phone,note,Network")
    (tmp_path / "content/data/places.csv").write_text(table, "utf-8")
    notes = _listing(document, "name,note,Red")
    (tmp_path / "content/data/places.es.csv").write_text(notes, "utf-8")

    places, problems = read_places(tmp_path, ("en", "es"))

    assert problems == []
    library, center, lot, hall = places.places
    assert [(o.first_day, o.last_day, o.closes) for o in library.openings] == [
        (0, 3, time(20)),
        (4, 4, time(17)),
    ]
    assert [(o.first_day, o.opens, o.closes) for o in center.openings] == [
        (0, time(15, 30), time(18)),
        (2, time(15, 30), time(18)),
        (5, time(10), time(14)),
    ]
    assert center.notes["es"].text == "Solo en días de clase"
    assert [(o.first_day, o.last_day, o.opens) for o in lot.openings] == [(0, 6, None)]
    assert hall.openings == ()


def test_a_note_that_is_not_translated_yet_is_that_of_the_original(tmp_path: Path) -> None:
    (tmp_path / "content/data").mkdir(parents=True)
    table = "name,address,note\nLibrary,1 Main Street,School days only\n"
    (tmp_path / "content/data/places.csv").write_text(table, "utf-8")
    (tmp_path / "content/data/places.es.csv").write_text("name,note\nLibrary,\n", "utf-8")

    found, problems = read_places(tmp_path, ("en", "es"))
    (library,) = found.places

    assert problems == []
    assert set(library.notes) == {"en"}


@pytest.mark.parametrize(
    "hours",
    [
        *("Mon-Fri 9am-5pm; Sat noon-4pm", "M-F 9-17", "weekdays 8:30 a.m. to 5 p.m."),
        *("Daily 24 hours", "Sun 1 - 5 p.m.", "MWF 10am-noon; TR 3-6pm"),
    ],
)
def test_the_hours_that_the_docs_name_are_read(hours: str) -> None:
    text = " ".join((ROOT / "docs" / "writing-a-campaign.md").read_text("utf-8").split())
    assert f"`{hours}`" in text
    assert isinstance(parse_hours(hours), tuple)


def test_the_text_of_the_docs_is_read_as_the_docs_say() -> None:
    document = (ROOT / "docs" / "writing-a-campaign.md").read_text("utf-8")
    part = document.partition("## What a text can hold\n")[2].partition("\nLists and tables")[0]
    body = convert(textwrap.dedent(part), Place("content/pages/x.md", 1))

    assert body.problems == ()
    html = body.html
    assert html.count("<li") == 4  # three points, and a footnote
    assert "your address<ul>" in html
    assert '<td data-label="From" role="cell">8 a.m.</td>' in html
    assert "<dt>Hotspot</dt>" in html
    assert "<del>June 1</del>" in html
    assert 'href="mailto:help@example.org"' in html
    assert 'class="footnote"' in html
