"""What a text sets apart: quotations with their speaker, boxed notes, steps with their pictures.

All of them are plain Markdown. A quotation (`>`) that ends in a line with a dash has a speaker; one
without is a note in a box, and bold words that stand first in it by themselves are its title. A
numbered list with one picture in each point is a row of steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

BEGINNING = "\ue004"
"""Stands, as a paragraph, where a quotation begins: Markdown takes two in a row for one."""
_SPEAKER = re.compile(r"(?:^|\n)[ \t]*(?:\u2014{1,2}|\u2015|\u2013|-{2,3})[ \t]*(?=\S)")
_QUOTES = tuple("\"'\u00ab\u2018\u201c\u201e\u300c\u300e")
"""Words that have their own marks get no others."""
_AFTER_THE_TEXT = 0.45


class Asides(Extension):
    """Gives quotations, boxed notes and steps with pictures their elements."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Add it to a converter."""
        md.treeprocessors.register(_Asides(md), "asides", _AFTER_THE_TEXT)


class _Asides(Treeprocessor):
    def run(self, root: Element) -> None:
        # The innermost first: what is set apart takes the elements within it along.
        for parent in reversed(list(root.iter())):
            for child in list(parent):
                if child.tag == "blockquote":
                    _replace(parent, child, [_set_apart(part) for part in _parts(child)])
                elif child.tag == "ol" and not child.get("start"):
                    _picture_steps(child)


def _replace(parent: Element, child: Element, others: Sequence[Element]) -> None:
    place = list(parent).index(child)
    parent.remove(child)
    for number, other in enumerate(others):
        other.tail = "\n"
        parent.insert(place + number, other)


def _parts(quotation: Element) -> Iterator[list[Element]]:
    """The contents of each of the quotations that follow one another."""
    part: list[Element] = []
    for child in quotation:
        if child.tag == "p" and (child.text or "").strip() == BEGINNING:
            if part:
                yield part
            part = []
        else:
            part.append(child)
    if part:
        yield part


def _set_apart(contents: list[Element]) -> Element:
    """A quotation with its speaker, or a note in a box."""
    speaker = _taken_from(contents)
    if speaker is None:
        if _is_bold_alone(contents[0]):
            contents[0].set("class", "box-title")
        box = Element("div", {"class": "boxed", "role": "note"})
        box.extend(contents)
        return box
    words = Element("blockquote")
    words.extend(contents)
    is_quoted = "".join(words.itertext()).lstrip()[:1] in _QUOTES
    quotation = Element("div", {"class": "quotation quoted" if is_quoted else "quotation"})
    quotation.extend([words, speaker])
    return quotation


def _is_bold_alone(paragraph: Element) -> bool:
    return (
        [child.tag for child in paragraph] == ["strong"]
        and not (paragraph.text or "").strip()
        and not (paragraph[0].tail or "").strip()
    )


def _taken_from(contents: list[Element]) -> Element | None:
    """The speaker, who is taken out of the end of a quotation; None where it has none."""
    last = contents[-1]
    pieces = [last.text or "", *(child.tail or "" for child in last)]
    for number in range(len(pieces) - 1, -1, -1):
        begins = [
            match
            for match in _SPEAKER.finditer(pieces[number])
            if not number or match[0].startswith("\n")
        ]
        if not begins:
            continue
        speaker = Element("p", {"class": "speaker"})
        speaker.text = pieces[number][begins[-1].end() :]
        moved = list(last)[number:]
        before = pieces[number][: begins[-1].start()]
        if not number and not before.strip() and len(contents) == 1:
            return None  # a dash before all of it: words that somebody says
        for child in moved:
            last.remove(child)
        speaker.extend(moved)
        if number:
            last[number - 1].tail = before
        else:
            last.text = before
        if not len(last) and not before.strip():
            contents.remove(last)
        return speaker
    return None


def _picture_steps(steps: Element) -> None:
    """Put each step's picture before its words, where every step has one."""
    pictures = [list(step.iter("img")) for step in steps]
    if not pictures or any(len(found) != 1 for found in pictures):
        return
    steps.set("class", "pictured")
    for step, (picture,) in zip(list(steps), pictures, strict=True):
        _take_out(step, picture)
        words = Element("div", {"class": "step-words"})
        shown = Element("div", {"class": "step-picture"})
        words.text, step.text = (step.text or "").lstrip(), None
        words.extend(list(step))
        for child in list(step):
            step.remove(child)
        picture.tail = None
        shown.append(picture)
        step.extend([shown, words])


def _take_out(step: Element, picture: Element) -> None:
    """Take a picture out of its step, and the paragraph that held it alone."""
    parents = {child: parent for parent in step.iter() for child in parent}
    parent = parents[picture]
    before = list(parent).index(picture)
    tail = picture.tail or ""
    if before:
        parent[before - 1].tail = (parent[before - 1].tail or "").rstrip() + tail
    else:
        parent.text = (parent.text or "").rstrip() + tail
    parent.remove(picture)
    if parent is not step and not len(parent) and not (parent.text or "").strip():
        parents[parent].remove(parent)
