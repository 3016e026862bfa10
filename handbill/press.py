"""HTML to PDF: the only module that imports WeasyPrint."""

from __future__ import annotations

import bisect
import logging
import os
import re
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbill.boxes import filled, lines_too_many, overflows, paragraphs
from handbill.fonts import FontCase, FontFace, family_list
from handbill.languages import Language
from handbill.problems import Place, error
from handbill.products import Message, Pressed, Rendered
from handbill.progress import Progress
from handbill.read_aloud import Aloud
from handbill.wishes import WISH, is_wish

if TYPE_CHECKING:
    from weasyprint import Document

_HERE = "handbill:///"
_FONT = f"{_HERE}fonts/"
_START = re.compile(r'<ol start="(\d+)"')

_LETTERS_APART = "html { font-variant-ligatures: no-common-ligatures }"
"""In a PDF the one glyph of an f and an i is one character: no search finds a word with it."""


class Press:
    """A press that is warm: fonts and their rules are loaded once for many PDFs.

    `assets` are the campaign's files by path. Nothing else can be reached: not the network, and
    no other file.
    """

    def __init__(self, assets: Mapping[str, bytes], case: FontCase) -> None:
        with _listening([]), _without_the_machines_fonts(), warnings.catch_warnings():
            # fonts.conf names no font on purpose; WeasyPrint warns that the result may be ugly.
            warnings.filterwarnings("ignore", "No fonts configured")
            import weasyprint  # noqa: PLC0415 - half a second: only where something is printed
            from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

            self._weasyprint = weasyprint
            fonts = {f"{_FONT}{n}": face for n, face in enumerate(case.faces())}
            self._fetcher = _fetcher(assets, {at: face.content for at, face in fonts.items()})
            self._fonts = FontConfiguration()
            self._faces = self._stylesheet(_font_faces(fonts) + _families(case) + _LETTERS_APART)
            self._aloud = Aloud(case)

    def press(self, sheet: Rendered) -> Pressed:
        """Print HTML as PDF/UA-1 with the largest of its layout's sizes in which all has its place.

        The sizes (points) and the limit stand in the page's `handbill-sizes` and
        `handbill-pages`; `handbill-last-page` is how much of the last page is to be filled, in
        percent, where a size does that. When no size fits, the smallest is printed and `pages`
        says how many.
        Where WeasyPrint fails at the layout, there is a problem in place of the PDF.
        """
        try:
            return self._press(sheet)
        except Exception as wrong:
            frames = traceback.extract_tb(wrong.__traceback__)
            if "weasyprint" not in Path(frames[-1].filename).parts:
                raise
            says = f"this layout cannot be printed: {wrong or type(wrong).__name__}"
            hint = "WeasyPrint fails at something in it or in its stylesheet: try it another way"
            problem = error(Place(f"layouts/{sheet.artifact.layout}"), says, hint)
            return Pressed(sheet.artifact, b"", 0, 0, None, (), problem)

    def _press(self, sheet: Rendered) -> Pressed:
        wishes = {name: value for name, value in WISH.findall(sheet.html) if is_wish(name, value)}
        limit = int(wishes.get("pages", "0") or 0)
        wanted = sorted(map(float, wishes.get("sizes", "").split()), reverse=True)
        sizes: list[float | None] = [*wanted] or [None]
        tried: dict[float | None, tuple[Document, list[Message]]] = {}

        def fits(size: float | None) -> bool:
            if size not in tried:
                said: list[Message] = []
                with _listening(said):
                    tried[size] = self._lay_out(sheet.html, size), said
            document = tried[size][0]
            return (not limit or len(document.pages) <= limit) and not overflows(document)

        least = int(wishes.get("last-page", "0")) / 100
        if least:
            fitting = (size for size in sizes if fits(size))
            size = next((s for s in fitting if _is_full(tried[s][0], least)), sizes[0])
        else:  # from large to small, the first that fits; if none does, the smallest
            size = sizes[bisect.bisect_left(sizes, True, hi=len(sizes) - 1, key=fits)]
        fits(size)
        document, said = tried[size]
        with _listening(said):
            pdf = self._aloud.watched(document).write_pdf(
                finisher=self._aloud.finish, pdf_variant="pdf/ua-1", pdf_tags=True
            )
        pages = len(document.pages)
        return Pressed(
            sheet.artifact,
            pdf or b"",
            pages,
            limit,
            size,
            tuple(dict.fromkeys(said)),
            overflows=overflows(document),
            paragraphs=paragraphs(document) if 0 < limit < pages else (),
            lines_too_many=lines_too_many(document, limit) if 0 < limit < pages else 0,
        )

    def portray(self, page: Rendered, style: str, screens: int) -> bytes | None:
        """The first screens of a web page, each a page of a PDF; `style` adds to the page's own.

        None where WeasyPrint cannot lay the page out: its grids fail on some.
        """
        with _listening([]), suppress(AssertionError, ValueError, TypeError, IndexError, KeyError):
            document = self._weasyprint.HTML(
                string=page.html.replace("</head>", f"<style>{style}</style></head>", 1),
                base_url=f"{_HERE}{page.artifact.address}",
                url_fetcher=self._fetcher,
                media_type="screen",
            ).render(stylesheets=[self._faces], font_config=self._fonts)
            return document.copy(document.pages[:screens]).write_pdf() or None
        return None

    def _lay_out(self, html: str, size: float | None) -> Document:
        sheets = [self._faces, *self._beginnings(html)]
        if size is not None:
            sheets.append(self._stylesheet(f"html {{ font-size: {size:g}pt !important }}"))
        page = self._weasyprint.HTML(string=html, base_url=_HERE, url_fetcher=self._fetcher)
        return page.render(stylesheets=sheets, font_config=self._fonts)

    def _beginnings(self, html: str) -> list[Any]:
        """Where lists begin to count, if not at 1: WeasyPrint passes their `start` over."""
        starts = sorted({int(start) for start in _START.findall(html)})
        rules = [f'ol[start="{n}"] {{ counter-reset: list-item {n - 1} }}' for n in starts]
        return [self._stylesheet(" ".join(rules))] if rules else []

    def _stylesheet(self, css: str) -> Any:
        return self._weasyprint.CSS(
            string=css, base_url=_HERE, url_fetcher=self._fetcher, font_config=self._fonts
        )


def _is_full(document: Document, least: float) -> bool:
    """Whether a document of several pages fills the given part of its last one."""
    return len(document.pages) == 1 or filled(document) >= least


def _font_faces(fonts: Mapping[str, FontFace]) -> str:
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f"font-style: {'italic' if face.italic else 'normal'}; src: url({address}) }}"
        for address, face in fonts.items()
    )


def _families(case: FontCase) -> str:
    """Each language in its typeface, where a layout does not say otherwise.

    A few words in another Latin language stay in the typeface around them.
    """
    rules = [f'code, pre {{ font-family: "{case.monospaced.family}", {family_list(case, "")} }}']
    rules += [
        f'[lang="{code}"] {{ font-family: {family_list(case, code)} }}' for code in case.by_language
    ]
    latin = [code for code in case.by_language if Language(code).script == "Latn"]
    rules += [
        f'[lang="{code}"] span[lang="{other}"] {{ font-family: inherit }}'
        for code in latin
        for other in latin
    ]
    return "\n".join(rules)


def _fetcher(assets: Mapping[str, bytes], fonts: Mapping[str, bytes]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class OnlyTheCampaign(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url in fonts:
                return URLFetcherResponse(url, fonts[url])
            path = url.removeprefix(_HERE)
            if path not in assets:
                raise ValueError("only the files in assets/ can be used")
            return URLFetcherResponse(url, assets[path])

    return OnlyTheCampaign(allowed_protocols={"data"})


class _Ear(logging.Handler):
    def __init__(self, heard: list[Message]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(Message(record.getMessage(), record.levelno >= logging.ERROR))


@contextmanager
def _without_the_machines_fonts() -> Iterator[None]:
    """Fontconfig reads fonts.conf, which names none; programs started later read their own."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _listening(heard: list[Message]) -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    ear = _Ear(heard)
    logger.addHandler(ear)
    try:
        yield
    finally:
        logger.removeHandler(ear)


PressSheets = Callable[
    [Sequence[Rendered], Mapping[str, bytes], FontCase, Progress], tuple[Pressed, ...]
]
"""Prints rendered sheets with a campaign's assets and typefaces, and tells of its progress."""


def press_all(
    sheets: Sequence[Rendered], assets: Mapping[str, bytes], case: FontCase, progress: Progress
) -> tuple[Pressed, ...]:
    """Print every rendered print document."""
    if not sheets:
        return ()
    press = Press(assets, case)
    return tuple(press.press(sheet) for sheet in progress.each(sheets, len(sheets)))
