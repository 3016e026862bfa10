"""Markdown to HTML, with its placeholders still open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import (  # type: ignore[attr-defined]  # its types are older
    AsteriskProcessor,
    EmStrongItem,
    InlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handbill.as_meant import as_meant
from handbill.asides import Asides
from handbill.bare_addresses import ADDRESS, link_to
from handbill.html_tags import html_tags
from handbill.leftovers import leftovers
from handbill.outline import Outline, outline_of
from handbill.placeholders import Slot, take_out, without_slots
from handbill.problems import Place, Problem, error
from handbill.stars import with_stars_of_notes
from handbill.tables import Tables
from handbill.text_limits import too_much

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
_ALSO_ESCAPED = "$%&@'\"~^=,:;/?<|"
_IN_ANGLE_BRACKETS = r"<((?i:tel|sms):)([^<>?&\n]+)([^<>\n]*)>"
BACK_MARK = "\ue002"
"""Stands for the way back from a footnote until the words of a language are known."""
_TOP_HEADING = re.compile(r'<(h[2-6]) data-top="" id="([^"]*)">(.*?)</\1>', re.DOTALL)


@dataclass(frozen=True)
class Body:
    """A Markdown text as HTML with open placeholders, and what is in it."""

    source: str
    place: Place
    html: str
    slots: tuple[Slot, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def outline(self) -> Outline:
        """Its links, images, headings and sentences; the marks of placeholders are in them."""
        return outline_of(self.html)

    def place_of(self, text: str, occurrence: int = 0) -> Place:
        """Where a piece of its source stands, counting its occurrences from 0."""
        start = -1
        for _ in range(occurrence + 1):
            found = self.source.find(text, start + 1)
            if found < 0:
                break
            start = found
        return self.place_at(max(start, 0))

    def place_at(self, position: int) -> Place:
        """Where a position of its source stands."""
        return Place(self.place.path, self.place.line + self.source.count("\n", 0, position))


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, its smaller headings with theirs.

    `intro` is what stands before the smaller headings, and `parts` are their sections.
    """

    id: str
    title: str
    body: str
    intro: str
    parts: tuple[Section, ...]


@lru_cache(maxsize=1024)
def convert(source: str, place: Place) -> Body:
    """Convert a Markdown text that starts at a place.

    Of a text that would take minutes nothing is converted: what is too much in it is told.
    Comments (`<!-- -->`) leave nothing behind. HTML tags are problems: what a text needs beyond
    Markdown belongs in a layout.
    """
    if beyond := too_much(source, place):
        return Body("", place, "", (), tuple(beyond))
    visible = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
    slotted = take_out(visible, place.path, place.line)
    text = with_stars_of_notes(slotted.text)
    html = _converter().convert(as_meant(text))
    notes = place.path.startswith("content/pages/")
    left = leftovers(text, place, may_have_notes=notes)
    problems = (*slotted.problems, *_tags(visible, place), *left)
    return Body(visible, place, html, slotted.slots, problems)


def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(
        extensions=[
            *("tables", "sane_lists", "def_list", "footnotes", "toc"),
            *(_Headings(), Tables(), Asides(), _Plain()),
        ],
        extension_configs={
            "toc": {"slugify": _anchor, "marker": ""},
            "footnotes": {"BACKLINK_TEXT": BACK_MARK, "BACKLINK_TITLE": "{}", "SEPARATOR": "-"},
        },
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.parser.blockprocessors.deregister("code")
    return converter


def split_sections(html: str) -> tuple[str, tuple[Section, ...]]:
    """The text before the first heading, and the sections after it."""
    matches = list(_TOP_HEADING.finditer(html))
    if not matches:
        return html, ()
    top = min(match[1] for match in matches)
    starts = [match for match in matches if match[1] == top]
    ends = [match.start() for match in starts[1:]] + [len(html)]
    sections = []
    for match, end in zip(starts, ends, strict=True):
        body = html[match.end() : end]
        sections.append(Section(match[2], match[3], body, *split_sections(body)))
    return html[: starts[0].start()], tuple(sections)


def without_section_marks(html: str) -> str:
    """The HTML as it is published."""
    return html.replace(' data-top=""', "")


def _anchor(title: str, separator: str) -> str:
    return slugify_unicode(without_slots(title), separator) or "section"


def _tags(source: str, place: Place) -> Iterator[Problem]:
    text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)
    if (opened := text.find("<!--")) >= 0:
        yield error(
            Place(place.path, place.line + text.count("\n", 0, opened)),
            "the comment that starts here is never closed",
            "write `-->` at its end",
        )
    if (closed := text.find("-->")) >= 0:
        yield error(
            Place(place.path, place.line + text.count("\n", 0, closed)),
            "`-->` stands here without the `<!--` that begins a note",
            "remove it, or write `<!--` where the note begins",
        )
    for tag in html_tags(text):
        says = f"`{tag.shown}` is HTML, which content cannot hold"
        line = place.line + text.count("\n", 0, tag.start)
        hint = "write Markdown here; HTML belongs in a layout"
        yield error(Place(place.path, line), says, hint)


class _MarkTopHeadings(Treeprocessor):
    """Marks the headings that stand in no list, quotation or table: they begin sections."""

    def run(self, root: Element) -> None:
        for child in root:
            if re.fullmatch("h[2-6]", child.tag):
                anchor = child.attrib.pop("id")
                child.attrib["data-top"] = ""
                child.attrib["id"] = anchor


class _Notes(Treeprocessor):
    """Footnotes have letters: numbers are those of sources."""

    def run(self, root: Element) -> None:
        for mark in root.iter("sup"):
            link = mark.find("a[@class='footnote-ref']")
            if link is not None and (link.text or "").isdigit():
                mark.set("class", "note-mark")
                mark.text = "\u00a0"  # keeps it apart from a number before it
                link.text = _letters(int(link.text or "1"))
        for notes in root.iter("div"):
            if notes.get("class") == "footnote":
                for rule in notes.findall("hr"):
                    notes.remove(rule)


def _letters(number: int) -> str:
    """The number of a footnote in letters: a, b, …, z, aa."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


class _Bare(InlineProcessor):
    """An address that stands in a text as it is, which a reader expects to open."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - as the library calls it; its types are of an older class
        link = Element("a")
        link.set("href", link_to(m[0]))
        link.set("class", "address")
        link.text = AtomicString(m[0])
        return link, m.start(0), m.end(0)


class _Called(InlineProcessor):
    """A number in angle brackets, as Markdown has it for pages: <tel:+14195550142>."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - as the library calls it; its types are of an older class
        link = Element("a")
        link.set("href", f"{m[1]}{m[2]}{m[3]}")
        link.text = AtomicString(m[2].strip())
        return link, m.start(0), m.end(0)


class _Stars(AsteriskProcessor):  # type: ignore[misc]  # it has no types
    """Emphasis as CommonMark has it: a star beside a space neither opens nor closes any."""

    PATTERNS: ClassVar = [
        *AsteriskProcessor.PATTERNS[:-1],
        EmStrongItem(re.compile(r"(\*)(?![\s*])([^*]+)(?<!\s)\1"), "single", "em"),
    ]


class _Plain(Extension):
    """What people write that Markdown's first author did not: struck words, addresses, escapes."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *_ALSO_ESCAPED]
        md.inlinePatterns.register(
            SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "del", 70
        )
        md.inlinePatterns.register(_Called(_IN_ANGLE_BRACKETS, md), "called", 119)
        md.inlinePatterns.register(_Bare(ADDRESS, md), "bare", 65)
        md.inlinePatterns.register(_Stars(r"\*", md), "em_strong", 60)
        md.treeprocessors.register(_Notes(md), "notes-in-letters", 0.4)


class _Headings(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(_MarkTopHeadings(md), "top-headings", 1)
