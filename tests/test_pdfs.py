"""The PDFs, read with other tools than the one that wrote them: pikepdf, PDFium and ZXing."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import tinyhtml5
import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter

from handbill.pipeline import build
from handbill.products import Message
from handbill.progress import Silence
from tests.conftest import ROOT, TODAY, BuildSite, Site
from tests.glyphs import Piece, pieces_of
from tests.printing import pressed_flyers
from tests.tagged import (
    Letter,
    elements_of,
    faults_of,
    kind_of,
    language_of,
    letters_of,
    level_of,
)

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"
INCH = 72
DPI = 200
_XHTML = "{http://www.w3.org/1999/xhtml}"
RIGHT_TO_LEFT = {"ar"}
FONTS = {"IBMPlexSans", "Almarai", "NotoSansSC"}
"""The languages' names stand on each flyer, each in its own typeface."""
_FINE_PRINT = {"footer", "sup", ".caption", ".code"}


@dataclass(frozen=True)
class Expected:
    """What a person says of a PDF."""

    language: str
    title: str
    target: str
    headings: tuple[tuple[int, str], ...]
    figure: str
    paper: tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """A PDF, the HTML that it was made from, and what WeasyPrint said meanwhile."""

    expected: Expected
    html: str
    pdf: bytes
    messages: tuple[Message, ...]

    @cached_property
    def objects(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    @cached_property
    def elements(self) -> tuple[pikepdf.Object, ...]:
        """The structure tree in its reading order."""
        return tuple(elements_of(self.objects.Root.StructTreeRoot.K))

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters of the HTML in document order, white space left out."""
        return tuple(letters_of(tinyhtml5.parse(self.html)))

    @cached_property
    def printed(self) -> tuple[tuple[str, float], ...]:
        """The letters of the PDF, glyph by glyph, each with its size in points."""
        return tuple((letter, piece.size) for piece in self.pieces for letter in piece.text)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of text in the order in which they are painted."""
        turned = self.expected.language in RIGHT_TO_LEFT
        return tuple(pieces_of(self.objects.pages[0], right_to_left=turned))

    def picture(self, dpi: int = DPI) -> Image.Image:
        with pypdfium2.PdfDocument(self.pdf) as document:
            picture: Image.Image = document[0].render(scale=dpi / INCH).to_pil()
            return picture


def _read_by_pdfium(pdf: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(text, index))
            if pdfium.FPDFText_IsHyphen(text, index):
                character = "-"
            if not character.isspace():
                yield character


def _list_markers(html: str) -> str:
    """The bullets and numbers that lists have on paper, which no HTML holds."""
    markers = []
    root = tinyhtml5.parse(html)
    stop = "" if root.get("dir") == "rtl" else "."
    for element in root.iter():
        items = [child for child in element if child.tag == f"{_XHTML}li"]
        numbered = element.tag == f"{_XHTML}ol"
        markers += [f"{n}{stop}" if numbered else "•" for n in range(1, len(items) + 1)]
    return "".join(markers)


LETTER = (8.5 * INCH, 11 * INCH)
A4 = (210 / 25.4 * INCH, 297 / 25.4 * INCH)

DEFAULT = (
    Expected(
        language="en",
        title="No internet at home? Borrow it, free.",
        target="https://example.org/homework-gap/",
        headings=(
            (1, "No internet at home? Borrow it, free."),
            (2, "Three things you can do today"),
            (3, "Call us"),
            (3, "Come by"),
            (3, "Pay less"),
            (2, "Every offer and every place with free Wi-Fi"),
        ),
        figure="2",
        paper=LETTER,
    ),
    Expected(
        language="es",
        title="¿No tiene internet en casa? Se lo prestamos gratis.",
        target="https://example.org/homework-gap/es/",
        headings=(
            (1, "¿No tiene internet en casa? Se lo prestamos gratis."),
            (2, "Tres cosas que puede hacer hoy"),
            (3, "Llámenos"),
            (3, "Venga"),
            (3, "Pague menos"),
            (2, "Toda la ayuda y todos los lugares con wifi gratis"),
        ),
        figure="2",
        paper=LETTER,
    ),
    Expected(
        language="ar",
        title="ليس في بيتكم إنترنت؟ استعيروه منا مجانًا.",
        target="https://example.org/homework-gap/ar/",
        headings=(
            (1, "ليس في بيتكم إنترنت؟ استعيروه منا مجانًا."),
            (2, "ثلاثة أشياء يمكنكم فعلها اليوم"),
            (3, "اتصلوا بنا"),
            (3, "زوروا المكتبة"),
            (3, "ادفعوا أقل"),
            (2, "كل المساعدات وكل الأماكن التي فيها واي فاي مجاني"),
        ),
        figure="2",
        paper=LETTER,
    ),
    Expected(
        language="zh-Hans",
        title="家里没有网络\uff1f免费借给您。",
        target="https://example.org/homework-gap/zh-Hans/",
        headings=(
            (1, "家里没有网络\uff1f免费借给您。"),
            (2, "今天就能做的三件事"),
            (3, "打电话"),
            (3, "去图书馆"),
            (3, "少花钱"),
            (2, "每一项帮助和每一个有免费 Wi-Fi 的地方"),
        ),
        figure="2",
        paper=LETTER,
    ),
    Expected(
        language="vi",
        title="Nhà không có internet? Mượn miễn phí.",
        target="https://example.org/homework-gap/vi/",
        headings=(
            (1, "Nhà không có internet? Mượn miễn phí."),
            (2, "Ba việc quý vị có thể làm hôm nay"),
            (3, "Gọi cho chúng tôi"),
            (3, "Mời ghé qua"),
            (3, "Trả ít tiền hơn"),
            (2, "Tất cả trợ giúp và mọi nơi có Wi-Fi miễn phí"),
        ),
        figure="2",
        paper=LETTER,
    ),
)
SMALL = (
    Expected(
        language="en",
        title="Radon hides. A test finds it.",
        target="https://brantlake.example.org/radon/",
        headings=(
            (1, "Radon hides. A test finds it."),
            (2, "Do this"),
            (3, "Call"),
            (3, "Wait"),
            (3, "Send"),
            (2, "All about it"),
        ),
        figure="1",
        paper=A4,
    ),
    Expected(
        language="es",
        title="El radón se esconde. Una prueba lo encuentra.",
        target="https://brantlake.example.org/radon/es/",
        headings=(
            (1, "El radón se esconde. Una prueba lo encuentra."),
            (2, "Haga esto"),
            (3, "Llame"),
            (3, "Espere"),
            (3, "Envíe"),
            (2, "Todo sobre el radón"),
        ),
        figure="1",
        paper=A4,
    ),
)
CASES = [("default", one) for one in DEFAULT] + [("small", one) for one in SMALL]


@pytest.fixture(scope="module")
def sheets(default_site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """The PDFs of two campaigns, by their campaign and language."""
    small = tmp_path_factory.mktemp("small") / "campaign"
    shutil.copytree(SMALL_CAMPAIGN, small)
    build(small, TODAY, Silence())
    made: dict[str, Sheet] = {}
    for name, folder, expectations in (
        ("default", default_site.campaign, DEFAULT),
        ("small", small, SMALL),
    ):
        by_language = {one.language: one for one in expectations}
        for rendered, pressed in pressed_flyers(folder):
            expected = by_language.pop(rendered.artifact.language)
            written = (folder / "output" / "site" / rendered.artifact.address).read_bytes()
            made[f"{name}-{expected.language}"] = Sheet(
                expected, rendered.html, written, pressed.messages
            )
        assert by_language == {}, "every language has its flyer"
    return made


@pytest.fixture(params=CASES, ids=[f"{name}-{one.language}" for name, one in CASES])
def sheet(request: pytest.FixtureRequest, sheets: dict[str, Sheet]) -> Sheet:
    name, expected = request.param
    return sheets[f"{name}-{expected.language}"]


def test_it_is_one_page_of_the_paper_asked_for(sheet: Sheet) -> None:
    (page,) = sheet.objects.pages
    left, bottom, right, top = (float(side) for side in page.mediabox)
    assert (right - left, top - bottom) == pytest.approx(sheet.expected.paper, abs=0.1)


def test_it_is_at_most_150_kilobytes(sheet: Sheet) -> None:
    assert len(sheet.pdf) <= 150 * 1024


def test_it_was_printed_without_a_word_from_weasyprint(sheet: Sheet) -> None:
    assert sheet.messages == ()


def test_its_title_is_the_headline_and_readers_show_it(sheet: Sheet) -> None:
    assert str(sheet.objects.docinfo["/Title"]) == sheet.expected.title
    with sheet.objects.open_metadata() as metadata:
        assert metadata["dc:title"] == sheet.expected.title
    assert bool(sheet.objects.Root.ViewerPreferences.DisplayDocTitle)


def test_its_language_stands_in_the_catalog(sheet: Sheet) -> None:
    assert str(sheet.objects.Root.Lang) == sheet.expected.language


def test_each_letter_is_tagged_with_its_language(sheet: Sheet) -> None:
    """PDF/UA-1, 7.2: the language of a piece, or of what it is part of, or of the document."""
    elements = sheet.objects.Root.StructTreeRoot.ParentTree.Nums[1]
    read = [
        (letter, language_of(elements[piece.mark], sheet.objects))
        for piece in sheet.pieces
        for letter in piece.text
    ]
    put_in = [(letter.character, letter.language) for letter in sheet.letters]
    assert read[: len(put_in)] == put_in
    assert "".join(letter for letter, _ in read[len(put_in) :]) == _list_markers(sheet.html)
    if sheet.expected.language != "en":
        assert {"en", sheet.expected.language} <= {language for _, language in read}


def test_it_is_tagged_and_says_that_it_is_pdf_ua_1(sheet: Sheet) -> None:
    assert bool(sheet.objects.Root.MarkInfo.Marked)
    with sheet.objects.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert str(sheet.objects.pages[0].Tabs) == "/S"


def test_its_headings_start_at_the_first_level_and_skip_none(sheet: Sheet) -> None:
    levels = [level for element in sheet.elements if (level := level_of(element))]
    assert levels == [level for level, _ in sheet.expected.headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_its_bookmarks_are_its_headings(sheet: Sheet) -> None:
    def bookmarks(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield level, item.title
            yield from bookmarks(list(item.children), level + 1)

    with sheet.objects.open_outline() as outline:
        assert tuple(bookmarks(list(outline.root), 1)) == sheet.expected.headings


def test_every_picture_has_a_text_alternative(sheet: Sheet) -> None:
    figures = [element for element in sheet.elements if kind_of(element) == "Figure"]
    assert len(figures) == 3, "the windows, the QR code and the logo"
    assert all(str(figure.Alt).strip() for figure in figures)


def test_every_link_is_tied_to_its_annotation(sheet: Sheet) -> None:
    annotations = {annotation.objgen for annotation in sheet.objects.pages[0].Annots}
    tied = set()
    for link in (element for element in sheet.elements if kind_of(element) == "Link"):
        parts = link.K if isinstance(link.K, pikepdf.Array) else [link.K]
        own = [
            part.Obj for part in parts if isinstance(part, pikepdf.Dictionary) and "/Obj" in part
        ]
        assert own, "a link without an annotation cannot be followed"
        assert all(str(one.Contents).strip() for one in own), "PDF/UA-1, 7.18.5-2"
        tied |= {one.objgen for one in own}
    assert tied == annotations


def test_lists_and_paragraphs_are_tagged_as_such(sheet: Sheet) -> None:
    html = tinyhtml5.parse(sheet.html)
    kinds = [kind_of(element) for element in sheet.elements]
    for tag, kind in (("p", "P"), ("li", "LI"), ("li", "LBody")):
        assert kinds.count(kind) == len(list(html.iter(f"{_XHTML}{tag}"))), kind
    lists = [*html.iter(f"{_XHTML}ul"), *html.iter(f"{_XHTML}ol")]
    assert kinds.count("L") == len(lists)
    assert lists


def test_every_font_is_embedded_with_its_letters_named(sheet: Sheet) -> None:
    fonts = [font for _, font in sheet.objects.pages[0].Resources.Font.items()]
    assert fonts
    families = set()
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
        assert "/ToUnicode" in font
        name = str(descriptor.FontName).partition("+")[2].replace("-", "")
        families.add(re.sub("Bold|Italic|Medium|Regular", "", name))
    own = {"ar": {"Almarai"}, "zh-Hans": {"NotoSansSC"}}.get(sheet.expected.language, set())
    assert {"IBMPlexSans"} | own <= families <= FONTS


def test_what_is_read_back_is_what_was_put_in_letter_by_letter(sheet: Sheet) -> None:
    put_in = "".join(letter.character for letter in sheet.letters)
    read = "".join(character for character, _ in sheet.printed)
    assert read == put_in + _list_markers(sheet.html)


def test_another_reader_finds_the_sameletters(sheet: Sheet) -> None:
    """PDFium, in the same order where everything is read from left to right."""
    put_in = "".join(letter.character for letter in sheet.letters) + _list_markers(sheet.html)
    read = "".join(_read_by_pdfium(sheet.pdf))
    if sheet.expected.language in RIGHT_TO_LEFT:
        # In whatever order, and with brackets that open or close: PDFium is not sure of either.
        put_in, read = ("".join(sorted(text.replace(")", "("))) for text in (put_in, read))
    assert read == put_in


def test_no_letter_is_smaller_than_8_points_and_none_of_the_body_than_12(sheet: Sheet) -> None:
    sizes = [size for _, size in sheet.printed]
    assert min(sizes) >= 8
    body = [
        size
        for letter, size in zip(sheet.letters, sizes, strict=False)
        if not letter.around & _FINE_PRINT
    ]
    assert len(body) > 300
    assert min(body) >= 12


def test_only_the_headline_is_larger_than_the_leading_figure(sheet: Sheet) -> None:
    sizes = [size for _, size in sheet.printed]
    figure = [n for n, letter in enumerate(sheet.letters) if ".figure" in letter.around]
    assert "".join(sheet.letters[n].character for n in figure) == sheet.expected.figure
    headline = {n for n, letter in enumerate(sheet.letters) if "h1" in letter.around}
    others = [size for n, size in enumerate(sizes) if n not in figure and n not in headline]
    assert max(sizes[n] for n in headline) > min(sizes[n] for n in figure) > 1.5 * max(others)


def test_nothing_is_drawn_within_half_an_inch_of_the_edge(sheet: Sheet) -> None:
    picture = sheet.picture().convert("L")
    drawn = picture.point(lambda shade: 255 if shade < 250 else 0).getbbox()
    assert drawn is not None
    left, top, right, bottom = drawn
    one_pixel = 1
    least = DPI / 2 - one_pixel
    assert min(left, top, picture.width - right, picture.height - bottom) >= least


def _photocopied(picture: Image.Image) -> Image.Image:
    grey = ImageEnhance.Contrast(picture.convert("L")).enhance(1.8)
    return grey.filter(ImageFilter.GaussianBlur(1.2))


@pytest.mark.parametrize("photocopied", [False, True], ids=["printed", "photocopied"])
def test_the_qr_code_opens_the_page_in_the_language_of_the_flyer(
    sheet: Sheet, photocopied: bool
) -> None:
    picture = sheet.picture()
    codes = zxingcpp.read_barcodes(_photocopied(picture) if photocopied else picture)
    assert [code.text for code in codes] == [sheet.expected.target]
    assert codes[0].ec_level == "M", "15% of it may be dirty or folded (ISO/IEC 18004, 7.5.1)"


def test_the_qr_code_is_an_inch_wide_inside_a_quiet_zone_of_four_modules(sheet: Sheet) -> None:
    dpi = 300
    picture = sheet.picture(dpi).convert("1", dither=Image.Dither.NONE)
    (code,) = zxingcpp.read_barcodes(picture)
    corners = [code.position.top_left, code.position.bottom_right]
    (left, top), (right, bottom) = ((corner.x, corner.y) for corner in corners)
    assert min(right - left, bottom - top) >= dpi - 2
    # The top left finder pattern's upper edge is seven modules long (ISO/IEC 18004, 6.3.3).
    dark = [not picture.getpixel((left + n, top + 3)) for n in range(right - left)]
    module = dark[3:].index(False) / 7
    quiet = round(4 * module) - 2
    ring = (left - quiet, top - quiet, right + quiet, bottom + quiet)
    white = picture.crop(ring).point(lambda shade: 255 - shade).getbbox()
    assert white is not None
    assert white == pytest.approx((quiet, quiet, quiet + right - left, quiet + bottom - top), abs=3)


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*.pdf"))
    }


def test_another_process_makes_the_same_bytes(default_site: Site, default_campaign: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "--quiet", "-C", str(default_campaign)]
    subprocess.run(command, check=True, env={"SOURCE_DATE_EPOCH": "1795392000", "TZ": "Asia/Tokyo"})
    assert _digests(default_campaign / "output" / "site") == _digests(default_site.folder)


@pytest.mark.usefixtures("the_press_itself")
def test_a_second_build_makes_the_same_bytes(sheets: dict[str, Sheet]) -> None:
    again = {
        pressed.artifact.language: pressed.pdf for _, pressed in pressed_flyers(SMALL_CAMPAIGN)
    }
    assert again == {code: sheets[f"small-{code}"].pdf for code in ("en", "es")}


def _dark_windows(html: str, picture: str) -> int:
    """How many windows are drawn dark: each is a sub-path, begun by M, of the last path."""
    (drawing,) = [
        svg
        for svg in tinyhtml5.parse(html).iter("{http://www.w3.org/2000/svg}svg")
        if svg.get("class") == picture
    ]
    paths = [path.get("d", "") for path in drawing.iter("{http://www.w3.org/2000/svg}path")]
    lit, dark = (str(path).count("M") for path in (paths[-3], paths[-1]))
    assert lit + dark == 30
    return dark


def test_the_windows_of_page_and_flyer_follow_the_figure(
    default_site: Site, default_campaign: Path
) -> None:
    # 2.3% + 5.4% of 30 is 2.3, drawn as 2; 2.3% + 9.9% of 30 is 3.7, drawn as 4.
    fact = default_campaign / "content/facts/smartphone-only.md"
    text = fact.read_text("utf-8")
    assert text.count("5.4%") == 1
    fact.write_text(text.replace("5.4%", "9.9%"), "utf-8")
    config = default_campaign / "config.yaml"
    five = config.read_text("utf-8")
    config.write_text(five.replace("[en, es, ar, zh-Hans, vi]", "[en, vi]"), "utf-8")
    build(default_campaign, TODAY, Silence())
    for campaign, dark, share, old in (
        (default_site.campaign, 2, "7.7%", "12.2%"),
        (default_campaign, 4, "12.2%", "7.7%"),
    ):
        for rendered, pressed in pressed_flyers(campaign):
            language = rendered.artifact.language
            folder = "" if language == "en" else f"{language}/"
            page = (campaign / "output/site" / folder / "index.html").read_text("utf-8")
            assert _dark_windows(page, "street") == _dark_windows(page, "street tall") == dark
            assert _dark_windows(rendered.html, "wall") == dark
            read = "".join(_read_by_pdfium(pressed.pdf))
            for text in (page, *([] if language in RIGHT_TO_LEFT else [read])):
                assert share.replace(".", "," if language == "vi" else ".") in text
                assert old not in text


EVERYTHING = """---
title: All that a text can hold
pdf: policy
---
Call **555-0150** or [write **boldly** to us](https://example.org/a/long/way).

## Lists

1. One paragraph of an item.

    And another one of the same item. {fact}.

2. A second item, with a list in it:

    - one inside
    - another [*inside*](https://example.org/two)

- a [![A drop of water](assets/drop.svg)](https://example.org/picture) in a link
- plain

### Smaller

[A link of many words that goes over the end of its line and on to the next one, which is where it
ends at last](https://example.org/many) and is read as one.

> Words that somebody said.

`code` and *emphasis*.

## A table

| Who | When | What |
|---|---|---|
| a **bold** word | now | [above](#lists) |
| nobody |  | nothing |

Term
:   What it means.

Another
:   And what that means.
"""


def test_a_policy_of_all_that_a_text_can_hold_is_tagged_as_pdf_ua_asks(
    tmp_path: Path, build_site: BuildSite
) -> None:
    """Every sheet that a test presses is looked at so; here it is one that holds all of it."""
    golden = Path(__file__).parent / "golden" / "languages" / "campaign"
    campaign = shutil.copytree(golden, tmp_path / "campaign")
    text = EVERYTHING.format(fact='{{ fact("decay") }}')
    (campaign / "content/pages/everything.md").write_text(text)
    site = build_site(campaign)
    for folder in (site.folder, site.folder / "ar"):
        pdf = (folder / "everything.pdf").read_bytes()
        assert faults_of(pdf) == []
        with pikepdf.open(io.BytesIO(pdf)) as document:
            said = {str(a.Contents) for p in document.pages for a in p.get("/Annots", [])}
        assert "write boldly to us" in said
        assert "A drop of water" in said
        assert any(words.startswith("1: ") for words in said)


def test_a_mark_is_not_read_as_a_digit_of_the_number_before_it(default_site: Site) -> None:
    for address in ("flyer.pdf", "es/flyer.pdf", "vi/flyer.pdf"):
        with pypdfium2.PdfDocument(default_site.folder / address) as document:
            text = document[0].get_textpage().get_text_range()
        assert not re.search(r"\b301\b", text)
        assert re.search(r"\b30\b", text)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("flyer.pdf", ("No internet", "Borrow it")),
        ("es/flyer.pdf", ("¿No tiene", "Se lo")),
        ("vi/flyer.pdf", ("Nhà không", "Mượn")),
    ],
)
def test_the_ink_of_a_headline_begins_where_the_lines_below_it_do(
    default_site: Site, address: str, lines: tuple[str, ...]
) -> None:
    """Letters have white before them, and that of large type would look indented."""
    half_an_inch = 36
    with pypdfium2.PdfDocument(default_site.folder / address) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        for line in lines:
            left, *_ = page.get_charbox(text.index(line))
            assert left == pytest.approx(half_an_inch, abs=0.3)


def test_the_ink_of_an_arabic_headline_begins_at_the_right(default_site: Site) -> None:
    half_an_inch, high = 36, 20
    with pypdfium2.PdfDocument(default_site.folder / "ar/flyer.pdf") as document:
        page = document[0].get_textpage()
        boxes = [page.get_charbox(n) for n in range(page.count_chars())]
    large = [right for _, bottom, right, top in boxes if top - bottom > high]
    assert max(large) == pytest.approx(612 - half_an_inch, abs=0.3)


def test_hours_of_three_groups_and_a_long_address_fit_on_the_flyer(
    default_campaign: Path,
) -> None:
    """As a real library's are; the pictures give way before the text."""
    config, places = default_campaign / "config.yaml", default_campaign / "content/data/places.csv"
    url = "https://www.maplehollowschools.k12.oh.us/families/homework-gap"
    config.write_text(config.read_text().replace("https://example.org/homework-gap", url))
    hours = "Mon-Thu 9am-8pm; Fri 9am-6pm; Sat 10am-4pm"
    places.write_text(places.read_text().replace("Mon-Sat 9am-8pm", hours))
    flyers = [pressed for _, pressed in pressed_flyers(default_campaign)]
    assert len(flyers) == 5
    assert [(flyer.pages, flyer.overflows) for flyer in flyers] == [(1, ())] * 5
