"""References in the forms of the APA's Publication Manual (7th edition), and their numbers.

The forms: 9.8 (one author, several), 9.11 (a group as the author), 9.19 (a title that ends in a
question mark), 9.29 (a publisher that is the author is left out), 9.35 (no full stop after a URL).
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handbill.check.sources import _INITIALS
from handbill.citations import Citations, apa_reference, numbered_after
from handbill.phrases import Phrase
from handbill.schema import Source
from tests.conftest import Site
from tests.printing import rendered_sheets, workshop_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


def _source(**keys: object) -> Source:
    given: dict[str, object] = {
        "title": "The title",
        "publisher": "The publisher",
        "year": 2020,
        "url": "https://www.example.org/report",
    }
    return Source.model_validate(given | keys)


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        (
            _source(author="Horrigan, J. B.", publisher="Pew Research Center", year=2015),
            "Horrigan, J. B. (2015). The title. Pew Research Center. https://www.example.org/report",
        ),
        (
            _source(author=["Pawel, D. J.", "Puskin, J. S."]),
            "Pawel, D. J., & Puskin, J. S. (2020). The title. The publisher. "
            "https://www.example.org/report",
        ),
        (
            _source(author=["McClain, C.", "Vogels, E. A.", "Rainie, L."]),
            "McClain, C., Vogels, E. A., & Rainie, L. (2020). The title. The publisher. "
            "https://www.example.org/report",
        ),
        (
            _source(author=[f"A{n}, B." for n in range(1, 21)]),
            ", ".join(f"A{n}, B." for n in range(1, 20)) + ", & A20, B. (2020). The title. "
            "The publisher. https://www.example.org/report",
        ),
        (
            _source(author=[f"A{n}, B." for n in range(1, 22)]),
            ", ".join(f"A{n}, B." for n in range(1, 20)) + ", … A21, B. (2020). The title. "
            "The publisher. https://www.example.org/report",
        ),
        (
            _source(author=[f"A{n}, B." for n in range(1, 23)]),
            ", ".join(f"A{n}, B." for n in range(1, 20)) + ", … A22, B. (2020). The title. "
            "The publisher. https://www.example.org/report",
        ),
        (
            _source(author="National Center for Education Statistics"),
            "National Center for Education Statistics. (2020). The title. The publisher. "
            "https://www.example.org/report",
        ),
        (
            _source(publisher="Pew Research Center"),
            "Pew Research Center. (2020). The title. https://www.example.org/report",
        ),
        (
            _source(author="EPA", publisher="EPA"),
            "EPA. (2020). The title. https://www.example.org/report",
        ),
        (
            _source(author="A, B.", title="Who pays?", publisher="Acme Inc."),
            "A, B. (2020). Who pays? Acme Inc. https://www.example.org/report",
        ),
        (
            _source(author="A, B.", title="Pay up!"),
            "A, B. (2020). Pay up! The publisher. https://www.example.org/report",
        ),
        (
            _source(author="A, B.", title="The law of 1996, rev."),
            "A, B. (2020). The law of 1996, rev. The publisher. https://www.example.org/report",
        ),
    ],
)
def test_a_reference_has_the_form_of_the_manual(source: Source, reference: str) -> None:
    assert str(apa_reference(source, ", &", "en", "en")) == reference


def test_in_html_the_title_is_a_title_and_everything_is_escaped() -> None:
    source = _source(author=["A & B, C.", "D, <E>"], title='A "b" <c> & d', publisher="F & G")
    assert apa_reference(source, ", &", "en", "en").__html__() == (
        "A &amp; B, C., &amp; D, &lt;E&gt;. (2020). <cite>A &#34;b&#34; &lt;c&gt; &amp; d</cite>. "
        'F &amp; G. <a class="address" dir="ltr" href="https://www.example.org/report">'
        "https://www.example.org/report</a>"
    )


def test_a_source_in_another_language_says_so() -> None:
    html = apa_reference(_source(), " y", "es", "en").__html__()
    assert html.startswith('<span lang="en" dir="ltr">The publisher. (2020). <cite>')
    assert html.endswith("</span>")
    html = apa_reference(_source(language="es"), " y", "es", "en").__html__()
    assert "lang=" not in html
    html = apa_reference(_source(), " و", "ar", "en").__html__()
    assert html.startswith('<span class="turned" lang="en" dir="ltr">')


def test_sources_are_numbered_by_their_first_use_and_keep_their_number() -> None:
    citations = Citations(Phrase)
    marks = [citations.cite(name, []) for name in ("b", "a", "b", "c", "a")]
    numbers = [re.findall(r">(\d+)<", mark) for mark in marks]
    assert numbers == [["1"], ["2"], ["1"], ["3"], ["2"]]
    assert [str(entry.reference) for entry in citations.entries] == ["b", "a", "c"]
    for mark, entry in zip(marks, (0, 1, 0, 2, 1), strict=True):
        assert f'href="#{citations.entries[entry].anchor}"' in mark


def test_a_note_is_printed_once_however_often_its_fact_is_cited() -> None:
    citations = Citations(Phrase)
    for note in ("One.", "Two.", "One."):
        citations.cite("a", [Phrase(note)])
    (entry,) = citations.entries
    assert [str(note) for note in entry.notes] == ["One.", "Two."]


MARK = '<sup class="citation">\u00a0<a href="#source-1">1</a></sup>'


@pytest.mark.parametrize("stop", [".", ",", ";", ":", "!", "?"])
def test_the_number_stands_after_punctuation_or_before_it_as_the_language_asks(stop: str) -> None:
    assert numbered_after(f"<p>A{MARK}{stop} B</p>", True) == f"<p>A{stop}{MARK} B</p>"
    assert numbered_after(f"<p>A{MARK}{stop} B</p>", False) == f"<p>A{MARK}{stop} B</p>"


def test_english_numbers_follow_the_full_stop_and_spanish_ones_precede_it(
    default_site: Site,
) -> None:
    english, spanish = default_site.page("index.html"), default_site.page("es/index.html")
    assert re.search(r"\.<sup class=\"citation\">", english)
    assert not re.search(r"</sup>\.", english)
    assert re.search(r"</sup>\.", spanish)
    assert not re.search(r"\.<sup class=\"citation\">", spanish)


def test_every_number_on_every_page_leads_to_its_entry_in_order(default_site: Site) -> None:
    for name in ("index.html", "es/index.html", "sources.html", "es/sources.html"):
        page = default_site.page(name)
        anchors = re.findall(r'<a href="#(source-\d+)">\d+</a></sup>', page)
        first_uses = list(dict.fromkeys(anchors))
        assert first_uses == [f"source-{n}" for n in range(1, len(first_uses) + 1)]
        assert (
            re.findall(r'<(?:li|div class="source(?: single)?") id="(source-\d+)">', page)
            == first_uses
        )


def test_the_entries_of_the_default_campaign_name_every_author_in_full(default_site: Site) -> None:
    for name in ("sources.html", "es/sources.html"):
        entries = [
            re.sub(r"^<span[^>]*>", "", entry)
            for entry in re.findall(r"<h3>(.*?)</h3>", default_site.page(name))
        ]
        assert len(entries) >= 4
        for entry in entries:
            assert not re.search(r"(&amp;|\by) [A-Z]\. [(]", entry), entry
            assert re.match(r"[^(]+\. \(\d{4}\)\. ", entry), entry


def test_a_second_sheet_starts_at_number_one_again(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL_CAMPAIGN, tmp_path / "campaign")
    flyer = folder / "content/print/flyer.md"
    shutil.copy(flyer, folder / "content/print/second.md")
    for sheet in rendered_sheets(folder):
        assert re.findall(r'href="#source-(\d)"', sheet.html) == ["1", "2"]
    assert len(workshop_of(folder).plan.artifacts) == 8


@pytest.mark.parametrize("end", [".", "!", "?", "…", "؟", "۔", "。", "！", "？"])  # noqa: RUF001
def test_a_sentence_that_has_its_end_gets_no_second_one(end: str) -> None:
    words = workshop_of(Path(__file__).parent / "golden" / "campaign").words["en"]
    assert words.full_stop(f"Who looked{end}") == ""
    assert words.full_stop("They looked") == "."


@pytest.mark.parametrize("author", ["C.", "J. B.", "J.B.", "J.-P.", "J.-P. M.", "J. R. R."])
def test_initials_alone_are_half_of_a_name(author: str) -> None:
    assert _INITIALS.fullmatch(author)


@pytest.mark.parametrize("author", ["Lee, A.", "UNESCO", "U.S. Census Bureau", "J", "McClain"])
def test_a_whole_name_is_none(author: str) -> None:
    assert not _INITIALS.fullmatch(author)


def test_a_flyer_shows_the_host_of_a_source_and_leads_to_all_of_it(default_site: Site) -> None:
    with pypdfium2.PdfDocument(default_site.folder / "flyer.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert "U.S. Department of Education. nces.ed.gov" in " ".join(text.split())
    assert "https://nces" not in text
    with pikepdf.open(default_site.folder / "flyer.pdf") as pdf:
        links = [str(a.A.URI) for a in pdf.pages[0].Annots if "/A" in a and "/URI" in a.A]
    assert "https://nces.ed.gov/programs/digest/d24/tables/dt24_702.12.asp" in links
