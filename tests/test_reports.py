"""PDFs of several pages, read as a screen reader would: the policy and the packet.

What is read comes from the structure tree and the fonts' own maps; what is expected comes from
the HTML, to which the test adds by itself what the style sheet makes: the numbers of paragraphs
and list items, and in the contents the page on which each heading is painted.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import tinyhtml5

from handbill.press import Press
from handbill.progress import Silence
from handbill.submission import submit
from tests.conftest import ROOT, TODAY, Site, copy_default_campaign
from tests.glyphs import Piece, pieces_of
from tests.printing import packet_html, rendered_sheets, workshop_of
from tests.tagged import XHTML, elements_of, kind_of, language_of, level_of

LANGUAGES = ("en", "es", "ar", "zh-Hans", "vi")
RIGHT_TO_LEFT = {"ar"}
_SMALLEST_HEADING = 14.0
"""Points; but for the title of the contents, which is none of the document's."""
REPORTS = (*(f"policy-{code}" for code in LANGUAGES), "packet")
POLICY_IN_ENGLISH = [
    "Homework and the internet",
    "1. Purpose",
    "2. What the words mean",
    "3. What we provide",
    "4. Homework that needs no internet at home",
    "5. Equipment loans",
    "6. Privacy",
    "7. Who does what",
    "8. Review",
    "Sources",
]
PACKET = [
    "Foundations of Digital Equity: Understanding the Homework Gap",
    "Part 1. Overview questions",
    "Why it matters",
    "How it has harmed students",
    "Part 2. Artifacts",
    "The landing page",
    "Background",
    "Purpose",
    "The flyer for families",
    "Background",
    "Purpose",
    "The policy",
    "Background",
    "Purpose",
    "Part 3. Reflection",
    "The district",
    "Sources",
    "The artifacts at full size",
    "The landing page, its beginning on a phone",
    "The flyer for families, as it is",
    "The policy, as it is",
]


@dataclass(frozen=True)
class Report:
    """A PDF, and the HTML that it was made from."""

    language: str
    html: str
    pdf: bytes

    @property
    def is_packet(self) -> bool:
        return '<p class="kind">Submission' in self.html

    @cached_property
    def root(self) -> Any:
        return tinyhtml5.parse(self.html)

    @cached_property
    def objects(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces of text of each page."""
        turned = self.language in RIGHT_TO_LEFT
        return tuple(tuple(pieces_of(p, right_to_left=turned)) for p in self.objects.pages)

    @cached_property
    def elements(self) -> tuple[pikepdf.Object, ...]:
        return tuple(elements_of(self.objects.Root.StructTreeRoot.K))

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """The headings of the HTML but that of the contents: level and words."""
        contents = list(self.root.iter(f"{XHTML}nav"))
        hidden = {id(e) for nav in contents for e in nav.iter()}
        return tuple(
            (int(e.tag[-1]), " ".join("".join(e.itertext()).split()))
            for e in self.root.iter()
            if re.fullmatch(rf"{re.escape(XHTML)}h[1-6]", str(e.tag)) and id(e) not in hidden
        )

    def read(self) -> str:
        """The letters in the order of the structure tree."""
        return "".join(text for text, _ in self._read(self.objects.Root.StructTreeRoot.K, None))

    def read_with_languages(self) -> list[tuple[str, str]]:
        """Each letter with its language, in the order of the structure tree."""
        found = self._read(self.objects.Root.StructTreeRoot.K, None)
        return [(letter, language) for text, language in found for letter in text]

    def _read(self, node: Any, page: Any, around: Any = None) -> Iterator[tuple[str, str]]:
        if isinstance(node, pikepdf.Array):
            for part in node:
                yield from self._read(part, page, around)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Pg", page)
            if "/MCID" in node:
                yield self._said(page, int(node.MCID), around)
            elif "/S" in node:
                yield from self._read(node.get("/K"), page, node)
        elif node is not None:
            yield self._said(page, int(node), around)

    def _said(self, page: Any, mark: int, element: Any) -> tuple[str, str]:
        number = [p.objgen for p in self.objects.pages].index(page.objgen)
        text = "".join(piece.text for piece in self.pieces[number] if piece.mark == mark)
        return text, language_of(element, self.objects)


def _expected(report: Report, element: Any, language: str = "") -> Iterator[tuple[str, str]]:
    """The letters of an element with what the style sheet adds, each with its language."""
    tag = str(element.tag).removeprefix(XHTML)
    if tag in {"head", "svg"} or tag.endswith("}svg") or not isinstance(element.tag, str):
        return
    own = element.get("lang", language)
    yield from _letters(element.text, own)
    for number, child in enumerate(element, 1):
        if tag in {"ol", "ul"} and "contents" not in _classes(report, element):
            yield from _letters(_marker(report, element, tag, number), own)
        yield from _expected(report, child, own)
        yield from _letters(child.tail, own)
    if target := element.get("data-page-of"):
        yield from _letters(str(_painted_on(report, target[1:])), own)


def _letters(text: str | None, language: str) -> Iterator[tuple[str, str]]:
    yield from ((letter, language) for letter in "".join((text or "").split()))


def _ancestors(report: Report, element: Any) -> Iterator[Any]:
    parents = {child: parent for parent in report.root.iter() for child in parent}
    while element in parents:
        element = parents[element]
        yield element


def _classes(report: Report, element: Any) -> set[str]:
    around = (element, *_ancestors(report, element))
    return {name for one in around for name in one.get("class", "").split()}


def _marker(report: Report, element: Any, tag: str, number: int) -> str:
    if tag == "ul":
        return "•"
    classes = _classes(report, element)
    article = next((c.removeprefix("article-") for c in classes if c.startswith("article-")), None)
    if article:
        return f"{article}.{number}"
    return f"{number}" if report.root.get("dir") == "rtl" else f"{number}."


def _painted_on(report: Report, anchor: str) -> int:
    """The page (from 1) on which a heading stands in letters of its size."""
    (heading,) = [e for e in report.root.iter() if e.get("id") == anchor]
    words = "".join("".join(heading.itertext()).split())
    for number, pieces in enumerate(report.pieces, 1):
        large = "".join(p.text for p in pieces if p.mark >= 0 and p.size > _SMALLEST_HEADING)
        if words in large:
            return number
    raise AssertionError(f"{words} is on no page")


@pytest.fixture(scope="module")
def reports(default_site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    made = {}
    for sheet in rendered_sheets(default_site.campaign, "policy"):
        pdf = (default_site.folder / sheet.artifact.address).read_bytes()
        made[f"policy-{sheet.artifact.language}"] = Report(sheet.artifact.language, sheet.html, pdf)
    folder = tmp_path_factory.mktemp("packet") / "campaign"
    shutil.copytree(default_site.campaign, folder, ignore=shutil.ignore_patterns("output"))
    submit(folder, TODAY, Silence())
    packet = (folder / "output/credential/packet.pdf").read_bytes()
    return {**made, "packet": Report("en", packet_html(folder), packet)}


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest, reports: dict[str, Report]) -> Report:
    return reports[request.param]


def test_it_has_several_pages_and_is_light(report: Report) -> None:
    assert len(report.objects.pages) >= 3
    light = 2000 if report.is_packet else 500  # the packet shows its artifacts at full size
    assert len(report.pdf) < light * 1024


def test_what_is_read_aloud_is_what_was_put_in_letter_by_letter(report: Report) -> None:
    assert report.read() == "".join(letter for letter, _ in _expected(report, report.root))


def test_each_letter_is_tagged_with_its_language(report: Report) -> None:
    assert report.read_with_languages() == list(_expected(report, report.root))


@pytest.fixture(scope="module")
def long_policies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The default campaign's policy three times over, in two languages."""
    folder = copy_default_campaign(tmp_path_factory.mktemp("long"))
    config = folder / "config.yaml"
    config.write_text(re.sub("languages: .*", "languages: [en, ar, zh-Hans]", config.read_text()))
    for file in (folder / "content/pages").glob("policy*.md"):
        front, text = re.split(r"(?<=\n)---\n", file.read_text("utf-8"), maxsplit=1)
        file.write_text(f"{front}---\n" + "\n".join([text] * 3), "utf-8")
    workshop = workshop_of(folder)
    press = Press(workshop.campaign.assets, workshop.fonts)
    return {
        sheet.artifact.language: Report(sheet.artifact.language, sheet.html, press.press(sheet).pdf)
        for sheet in rendered_sheets(folder, "policy")
    }


@pytest.mark.parametrize("name", ["packet", "en", "ar", "zh-Hans"])
def test_the_contents_name_the_pages_that_the_headings_are_painted_on(
    name: str, reports: dict[str, Report], long_policies: dict[str, Report]
) -> None:
    report = (reports | long_policies)[name]
    rows = [e for e in report.root.iter(f"{XHTML}li") if e.get("data-page-of")]
    assert len(rows) >= 5
    headings = {e.get("id"): _says(e) for e in report.root.iter() if e.get("id")}
    for row in rows:
        words = " ".join("".join(row.itertext()).split())
        assert words == headings[row.get("data-page-of")[1:]]
    pages = [_painted_on(report, row.get("data-page-of")[1:]) for row in rows]
    assert pages == sorted(pages)
    assert len(set(pages)) > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_of_a_few_pages_has_no_contents_and_no_page_with_a_few_lines(
    language: str, reports: dict[str, Report]
) -> None:
    report = reports[f"policy-{language}"]
    assert [e for e in report.root.iter() if e.get("data-page-of")] == []
    with pypdfium2.PdfDocument(report.pdf) as document:
        last = document[len(document) - 1].render(scale=1).to_pil().convert("L")
    text = last.crop((0, 60, last.width, round(last.height * 0.9)))  # without its head and foot
    dark = text.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert dark is not None
    assert dark[3] > 0.5 * text.height


def test_its_bookmarks_are_its_headings_and_lead_to_their_pages(report: Report) -> None:
    def bookmarks(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            target: Any = item.destination
            page = [p.objgen for p in report.objects.pages].index(target[0].objgen)
            yield level, item.title, page + 1
            yield from bookmarks(list(item.children), level + 1)

    with report.objects.open_outline() as outline:
        found = list(bookmarks(list(outline.root), 1))
    assert [(level, title) for level, title, _ in found] == list(report.headings)
    for level, title, page in found:
        if level == 2 and title not in {"Sources", "Fuentes", "المصادر", "资料来源", "Nguồn"}:
            anchor = next(e.get("id") for e in report.root.iter() if _says(e) == title)
            assert page == _painted_on(report, anchor)


def _says(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if element.get("id") else ""


@pytest.mark.parametrize(
    ("name", "expected"), [("policy-en", POLICY_IN_ENGLISH), ("packet", PACKET)]
)
def test_its_headings_are_these(name: str, expected: list[str], reports: dict[str, Report]) -> None:
    assert [words for _, words in reports[name].headings] == expected


def test_its_headings_start_at_the_first_level_and_skip_none(report: Report) -> None:
    levels = [level for element in report.elements if (level := level_of(element))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_is_tagged_titled_and_says_that_it_is_pdf_ua_1(report: Report) -> None:
    root = report.objects.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == report.language
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with report.objects.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == report.headings[0][1]
    assert all(str(page.Tabs) == "/S" for page in report.objects.pages)


def test_paragraph_numbers_are_labels_of_list_items(reports: dict[str, Report]) -> None:
    report = reports["policy-en"]
    kinds = [kind_of(element) for element in report.elements]
    articles = report.html.count("<ol>\n<li>") - report.html.count("<ol>\n  <li data-page-of")
    assert articles == 8
    assert kinds.count("Lbl") == 35 + len(["the source"])


def test_its_pictures_have_a_text_alternative(report: Report) -> None:
    figures = [element for element in report.elements if kind_of(element) == "Figure"]
    assert len(figures) == report.html.count("<img ")
    assert all(str(figure.Alt).strip() for figure in figures)


def test_its_tables_have_headers(report: Report) -> None:
    kinds = [kind_of(element) for element in report.elements]
    assert kinds.count("Table") == (4 if report.is_packet else 1)
    adoption = ["by whom", "when", "revised", "next review"]
    assert kinds.count("TH") >= 5 if report.is_packet else kinds.count("TH") == len(adoption)


@pytest.mark.parametrize("name", REPORTS)
def test_heads_of_tables_say_what_they_head(name: str, reports: dict[str, Report]) -> None:
    """The district's table in the packet names its rows, a policy's adoption its columns."""
    heads = [element for element in reports[name].elements if kind_of(element) == "TH"]
    assert {str(head.A.Scope) for head in heads} == {"/Row" if name == "packet" else "/Column"}


def test_the_packet_tells_all_that_config_yaml_says_of_the_district(
    reports: dict[str, Report],
) -> None:
    packet = reports["packet"].root
    rows = {
        tuple(" ".join("".join(cell.itertext()).split()) for cell in row)
        for row in next(e for e in packet.iter() if e.get("class") == "part facts").iter(
            f"{XHTML}tr"
        )
    }
    assert rows == {
        ("Name", "Maple Hollow School District"),
        ("City or town", "Maple Hollow"),
        ("County", "Alder County"),
        ("State", "Ohio"),
        ("NCES district number", "0000000"),
        ("Locale (NCES)", "Rural, fringe"),
        ("Students", "1,840"),
        ("Schools", "4"),
        ("Grades", "K-12"),
        (
            "Students by group",
            "58% White, 27% Hispanic, 8% Black, 3% Asian, and 4% Two or more races",
        ),
        ("Eligible for free or reduced-price lunch", "54%"),
        ("Learning English", "12%"),
    }


def test_answers_in_another_language_than_the_forms_are_marked_as_such(tmp_path: Path) -> None:
    folder = copy_default_campaign(tmp_path)
    config = folder / "config.yaml"
    config.write_text(
        re.sub("languages: .*", "languages: [es]", config.read_text("utf-8")), "utf-8"
    )
    html = packet_html(folder)
    assert html.count('<div class="answer" lang="es" dir="ltr">') == 3
    assert '<div class="answer">' not in html


def test_running_heads_are_no_part_of_what_is_read_aloud(report: Report) -> None:
    shown = _painted_on(report, "shown") if report.is_packet else len(report.pieces) + 1
    for number, pieces in enumerate(report.pieces, 1):
        head, foot = (
            "".join(piece.text for piece in pieces if piece.mark < 0 and piece.part == part)
            for part in ("Header", "Footer")
        )
        assert str(number) in foot
        assert str(len(report.pieces)) in foot
        has_none = number == 1 or number >= shown
        assert (head == "") == has_none, "the first page has its title, an artifact its own head"
        assert all(piece.part for piece in pieces if piece.mark < 0)


def test_the_running_head_names_the_article_that_the_page_begins_in(
    reports: dict[str, Report],
) -> None:
    report = reports["policy-en"]
    heads = ["".join(p.text for p in pieces if p.mark < 0) for pieces in report.pieces]
    current = ""
    for pieces, head in zip(report.pieces, heads, strict=True):
        content = [p for p in pieces if p.mark >= 0]
        titles = [p for p in content if 18 < p.size < 30]
        if current:
            first = _joined(titles[:2]) if titles and content[0] is titles[0] else current
            assert f"MapleHollowSchoolDistrict{first}" in head
        current = _last_article(titles) or current


def _joined(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _last_article(titles: list[Piece]) -> str:
    """The last article of a page: its number and its words are pieces of their own."""
    starts = [n for n, piece in enumerate(titles) if re.fullmatch(r"\d+\.", piece.text)]
    return _joined(titles[starts[-1] :]) if starts else ""


def test_the_policy_can_be_adopted_by_changing_config_yaml_alone(tmp_path: Path) -> None:
    from handbill.pipeline import build  # noqa: PLC0415 - this test alone builds

    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "config.yaml").write_text(
        """\
title: The homework gap in Brant Lake
url: https://example.org/brant
languages: [en]
notice: Brant Lake is fictional.
district:
  name: Brant Lake Central Schools
  short_name: Brant Lake
  enrollment: 900
  city: Brant Lake
  demographics:
    White: 100%
  schools: 2
  state: New York
  county: Warren County
  grades: K-12
  locale: Town, remote
  free_or_reduced_lunch: 30%
  english_learners: 2%
  contact:
    phone: 555-0199
policy:
  number: "77"
  board: The School Committee
  adopted: 2026-03-02
  next_review: 2028-03-02
""",
        "utf-8",
    )
    build(tmp_path, TODAY, Silence())
    site = tmp_path / "output" / "site"
    page = (site / "policy.html").read_text("utf-8")
    objects = pikepdf.open(site / "policy.pdf")
    printed = "".join(piece.text for p in objects.pages for piece in pieces_of(p))
    for said in (re.sub(r"\s", "", re.sub("<[^>]*>", "", page)), printed):
        assert "Maple" not in said
        assert "6173" not in said
        for own in ("BrantLakeCentralSchools", "TheSchoolCommittee", "March2,2028", "555-0199"):
            assert own in said
        assert "Revised" not in said
