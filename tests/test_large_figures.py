"""A leading figure of every form: on its own line, as large as its place allows, and drawn."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handbill.display import Form, Piece, Role, display_of
from handbill.figures import parse_figure
from handbill.interface import interface_of
from handbill.read.campaign import read
from handbill.render.pictures import block
from handbill.vocabulary import Vocabulary
from handbill.windows import windows_of, windows_of_itself
from tests.commons import Commons
from tests.conftest import ROOT, BuildSite, Site, layouts_in
from tests.glyphs import pieces_of

FORMS = {
    "share": "17.37%",
    "count": "1,840",
    "amount": "$34.25",
    "ratio": "1 in 4",
    "million": "1.5 million",
    "billion": "1.5 billion",
    "whole": "100%",
    "long": "123,456,789,012,345",
    "exact": "99.999999%",
    "rare": "1 in 999999999",
    "speed": "0.75",
    "wealth": "$1.5 billion",
}
_PRINTED = {
    "en": {**FORMS, "rare": "1 in 999,999,999"},
    "es": {
        **FORMS,
        "ratio": "1 de cada 4",
        "million": "1.5 millones",
        "billion": "1.5 mil millones",
        "rare": "1 de cada 999,999,999",
        "wealth": "$1.5 mil millones",
    },
}


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("17.37%", [("17.37", Role.NUMBER), ("%", Role.SIGN)]),
        ("1,840", [("1,840", Role.NUMBER)]),
        ("$34.25", [("$", Role.SIGN), ("34.25", Role.NUMBER)]),
        ("34,25 $", [("34,25", Role.NUMBER), (" $", Role.SIGN)]),
        ("1 in 4", [("1", Role.NUMBER), (" in ", Role.WORD), ("4", Role.NUMBER)]),
        ("1\u00a0500 millones", [("1\u00a0500", Role.NUMBER), (" millones", Role.WORD)]),
        ("150万", [("150", Role.NUMBER), ("万", Role.WORD)]),
        ("१७.३७٪", [("१७.३७", Role.NUMBER), ("٪", Role.SIGN)]),
        (
            "$1.5 million",
            [("$", Role.SIGN), ("1.5", Role.NUMBER), (" million", Role.WORD)],
        ),
    ],
)
def test_a_figure_comes_apart_into_its_number_its_sign_and_its_words(
    written: str, pieces: list[tuple[str, Role]]
) -> None:
    assert [(p.text, p.role) for p in display_of(written, Form.PLAIN).pieces] == pieces


@pytest.mark.parametrize(
    ("figure", "total", "dark", "each"),
    [
        ("17.37%", 100, 17, 1),
        ("1 in 4", 4, 1, 1),
        ("2 in 100", 100, 2, 1),
        ("1 in 101", 100, 1, 1),
        ("150", 150, 150, 1),
        ("151", 76, 76, 2),
        ("1,840", 92, 92, 20),
        ("1.5 million", 150, 150, 10_000),
        ("16,900,000", 85, 85, 200_000),
        ("100%", 100, 100, 1),
    ],
)
def test_how_many_windows_draw_a_figure_by_itself(
    figure: str, total: int, dark: int, each: int
) -> None:
    parsed = parse_figure(figure)
    assert parsed is not None
    drawn = windows_of_itself(parsed)
    assert drawn is not None
    assert (drawn.total, drawn.dark, drawn.each) == (total, dark, each)


@pytest.mark.parametrize("figure", ["0%", "0.4%", "120%", "1 in 999999999", "$9.25", "0.75", "0"])
def test_what_no_window_can_show_is_not_drawn(figure: str) -> None:
    parsed = parse_figure(figure)
    assert parsed is not None
    assert windows_of_itself(parsed) is None


@pytest.mark.parametrize(("total", "crosses"), [(30, 27), (31, 0)])
def test_panes_that_are_too_small_for_it_have_no_cross(total: int, crosses: int) -> None:
    drawing = block(windows_of(Decimal(3) / total, total), "Windows", "#000")
    (drawn,) = re.findall(r'stroke-width="2" d="([^"]*)"', drawing)
    assert drawn.count("v") == crosses


@pytest.mark.parametrize("layout", ["flyer.css", "page.css"])
def test_layouts_set_signs_and_words_in_the_sizes_that_are_reckoned_with(layout: str) -> None:
    style = (ROOT / "layouts" / layout).read_text("utf-8")
    for role, size in {Role.SIGN: 0.62, Role.WORD: 0.38}.items():
        (set_size,) = re.findall(rf"\.{role.value} {{ font-size: ([.\d]+)em; }}", style)
        assert float(set_size) == size
        assert Piece("0" * 100, role).width == pytest.approx(62 * size)


@pytest.fixture(scope="session")
def site(commons: Commons, build_site: BuildSite) -> Site:
    """A campaign in three languages with a page and a flyer for each form."""

    def make(folder: Path) -> None:
        folder.mkdir()
        _campaign(folder)
        build_site(folder)

    folder = commons.once("large-figures", make)
    return Site(folder, None)  # type: ignore[arg-type]  # nobody asks what was built


def _campaign(folder: Path) -> None:
    (folder / "config.yaml").write_text(
        "title: Figures\nurl: https://example.org/figures\nlanguages: [en, es, ar]\n"
        "notice: All of this is made up.\ndistrict:\n  name: Brant Lake\n  contact:\n"
        "    phone: 555-0160\n"
    )
    for name in ("facts", "pages", "print"):
        (folder / "content" / name).mkdir(parents=True)
    (folder / "content/sources.yaml").write_text(
        "report:\n  title: Report\n  publisher: Press\n  year: 2024\n  url: https://example.org/r\n"
    )
    (folder / "content/pages/index.md").write_text("---\ntitle: Home\n---\nCall us.\n")
    for name, figure in FORMS.items():
        counted = "" if name == "speed" else "of: children\n"
        (folder / f"content/facts/{name}.md").write_text(
            f'---\nclaim: "{{{{ figure }}}} of them"\nfigure: {figure}\n{counted}as_of: 2024\n'
            "checked: 2026-11-02\nsource: report\n---\n"
        )
        led = f"---\ntitle: Page {name}\nleading_fact: {name}\nleading_words: of us have none\n"
        (folder / f"content/pages/{name}.md").write_text(f"{led}---\nCall us.\n")
        (folder / f"content/print/sheet-{name}.md").write_text(
            f"{led}---\nCall {{{{ district.contact.phone }}}}.\n\n## To do\n\n### Call\n\nUs.\n"
        )


_SMALLEST = {"long": 24, "exact": 24, "rare": 15}
"""The height of the digits (points): what is long has to be smaller."""


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_figure_is_printed_whole_and_is_larger_than_any_text_around_it(
    site: Site, name: str, language: str
) -> None:
    folder = site.folder if language == "en" else site.folder / language
    with pypdfium2.PdfDocument(folder / f"sheet-{name}.pdf") as document:
        assert len(document) == 1
        text = document[0].get_textpage()
        if language in _PRINTED:
            printed = text.get_text_range().replace("\u00a0", " ")
            # PDFium moves words that are set smaller to a line of their own.
            together = _PRINTED[language][name] if name != "ratio" else "4"
            assert together in printed
        assert _size_of_digits(text) > _SMALLEST.get(name, 30)


def _size_of_digits(text: pypdfium2.PdfTextPage) -> float:
    """The height of the tallest digit on the sheet, in points."""
    tallest = 0.0
    for number in range(text.count_chars()):
        if text.get_text_range(number, 1).isdigit():
            _, bottom, _, top = text.get_charbox(number)
            tallest = max(tallest, top - bottom)
    return tallest


@pytest.mark.parametrize(
    ("name", "kind", "panes", "solid", "alternative", "legend"),
    [
        ("share", "block", 83, 17, "100 windows, 17 of them solid.", "17.37% of 100 is 17.4"),
        ("ratio", "block", 3, 1, "4 windows, 1 of them solid.", ""),
        ("count", "skyline", 0, 92, "92 windows, each for 20.", "92 windows, each for 20."),
        ("million", "skyline", 0, 150, "150 windows, each for 10,000.", "each for 10,000."),
        ("whole", "block", 0, 100, "100 windows, 100 of them solid.", ""),
    ],
)
def test_the_drawing_counts_as_many_windows_as_the_figure_says(
    site: Site, name: str, kind: str, panes: int, solid: int, alternative: str, legend: str
) -> None:
    page = site.page(f"{name}.html")
    drawing = re.search(rf'<svg[^>]*class="{kind}".*?</svg>', page, re.DOTALL)
    assert drawing is not None
    assert alternative in drawing[0]
    paths = re.findall(r'<path [^>]*\bd="([^"]*)"', drawing[0])
    side = 30 if kind == "block" else 14
    counted = [len(re.findall(rf"h{side}v{side}h-{side}z", path)) for path in paths]
    assert counted[-1] == solid
    assert counted[0] == panes
    assert ('class="legend"' in page) == bool(legend)
    assert legend in re.sub(r"<[^>]*>", "", page)


@pytest.mark.parametrize("name", ["amount", "wealth"])
def test_an_amount_stands_on_a_bill(site: Site, name: str) -> None:
    assert '<div class="bill">' in site.page(f"{name}.html")


@pytest.mark.parametrize("name", ["speed", "rare", "amount"])
def test_what_cannot_be_counted_in_windows_is_not_drawn(site: Site, name: str) -> None:
    assert 'class="drawing"' not in site.page(f"{name}.html")


def test_a_figure_that_asks_for_no_picture_is_not_drawn(small_campaign: Path) -> None:
    fact = small_campaign / "content/facts/deaths.md"
    campaign, _ = read(small_campaign)
    assert campaign is not None
    words, _ = interface_of(layouts_in(small_campaign), campaign)
    assert words is not None
    assert Vocabulary(campaign, "en", words["en"]).facts.fact("deaths").drawing is not None
    fact.write_text(fact.read_text().replace("as_of:", "picture: none\nas_of:"))
    campaign, _ = read(small_campaign)
    assert campaign is not None
    assert Vocabulary(campaign, "en", words["en"]).facts.fact("deaths").drawing is None


def test_what_must_be_read_with_a_drawing_is_smaller_than_the_text(site: Site) -> None:
    with pikepdf.open(site.folder / "sheet-count.pdf") as pdf:
        sizes = {piece.text: piece.size for piece in pieces_of(pdf.pages[0])}
    assert sizes["92windows,eachfor20."] == 10.5 < min(12, sizes["Us."])
