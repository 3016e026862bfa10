"""What the steps after the plan hand on: rendered HTML, pressed PDFs, and downloads."""

from __future__ import annotations

from dataclasses import dataclass

from handbill.boxes import Overflow, Paragraph
from handbill.plan import Artifact
from handbill.problems import Problem


@dataclass(frozen=True)
class Rendered:
    """An artifact's HTML, or the problem that kept it from being made."""

    artifact: Artifact
    html: str
    problem: Problem | None = None


@dataclass(frozen=True)
class Message:
    """Something that WeasyPrint said while it worked, and whether it was an error."""

    text: str
    is_error: bool


@dataclass(frozen=True)
class Pressed:
    """A PDF, its number of pages, and what WeasyPrint said.

    `page_limit` is the most that the layout allows (0: any number), `size` the size of the
    text in points where the layout names sizes. `overflows` is what leaves its place;
    `paragraphs` and `lines_too_many` are there when there are too many pages. With a problem there
    is no PDF.
    """

    artifact: Artifact
    pdf: bytes
    pages: int
    page_limit: int
    size: float | None
    messages: tuple[Message, ...]
    problem: Problem | None = None
    overflows: tuple[Overflow, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    lines_too_many: int = 0


@dataclass(frozen=True)
class Thumbnail:
    """A picture of a page, as WebP; its sides are in pixels."""

    picture: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Download:
    """A PDF to download: its pages, its size in bytes, and a picture of its first page."""

    artifact: Artifact
    pages: int
    size: int
    thumbnail: Thumbnail

    @property
    def picture_address(self) -> str:
        """Where the picture stands: beside the PDF."""
        return self.artifact.address.removesuffix(".pdf") + ".webp"
