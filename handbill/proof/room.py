"""Room on paper: nothing leaves its column or its sheet, and no sheet has more than its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.boxes import Leaving, Overflow
from handbill.problems import Place, Problem, error
from handbill.products import Pressed
from handbill.proof.parts import Part, lines_of, packed, parts_of, plain
from handbill.proof.places import written_at
from handbill.workshop import Workshop

_SHOWN = 60
_NAMED_PARTS = 5


@dataclass(frozen=True)
class _Room:
    """How many lines something takes."""

    name: str
    place: Place
    lines: int
    is_value: bool


def too_wide(pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    """What does not fit into its place on a sheet."""
    for overflow in _to_blame(pdf.overflows):
        place = _place_of(overflow, pdf, workshop)
        yield error(place, *_says(overflow, pdf.artifact.address))


def too_long(pdf: Pressed, workshop: Workshop) -> Iterator[Problem]:
    """Whether a sheet has more pages than its layout allows, and what takes its room."""
    if not pdf.page_limit or pdf.pages <= pdf.page_limit:
        return
    lines = pdf.lines_too_many
    pages = "one page" if pdf.page_limit == 1 else f"{pdf.page_limit} pages"
    smallest = f" even in {pdf.size:g} points, the smallest size" if pdf.size else ""
    much = "1 line is" if lines == 1 else f"{lines} lines are"
    says = f"{pdf.artifact.address} does not fit on {pages}{smallest}: {much} too many"
    largest = _largest(pdf, workshop)
    body, _ = pdf.artifact.document.body_in(pdf.artifact.language)
    if not largest:
        yield error(body.place_of(""), says, "shorten the text")
        return
    named = "; ".join(
        f"{room.name}, {room.lines} lines ({room.place.path}:{room.place.line})"
        for room in largest[:_NAMED_PARTS]
    )
    place = largest[0].place if largest[0].is_value else body.place_of("")
    yield error(place, says, f"shorten one of these: {named}")


def _largest(pdf: Pressed, workshop: Workshop) -> list[_Room]:
    """What takes more than a line: values first, which were meant to take one."""
    taken: dict[Place, _Room] = {}
    sections: dict[Place, dict[Place, int]] = {}
    for part in parts_of(pdf.artifact, workshop):
        lines = lines_of(part, pdf.paragraphs)
        if part.section is not None:
            own = sections.setdefault(part.section, {})
            own[part.place] = max(lines, own.get(part.place, 0))
            lines = sum(own.values())
        place = part.section or part.place
        if place not in taken or taken[place].lines < lines:
            taken[place] = _Room(part.name, place, lines, part.is_value)
    several = [room for room in taken.values() if room.lines > 1]
    return sorted(several, key=lambda room: (not room.is_value, -room.lines))


def _to_blame(overflows: Sequence[Overflow]) -> list[Overflow]:
    """Those that push the others out: what is too wide takes the room of what stands beside it."""
    texts = [overflow for overflow in overflows if overflow.kind is Leaving.TEXT]
    most = max((overflow.inches for overflow in texts), default=0)
    return [o for o in overflows if o.kind is not Leaving.TEXT or o.inches * 2 >= most]


def _place_of(overflow: Overflow, pdf: Pressed, workshop: Workshop) -> Place:
    if overflow.kind is Leaving.PICTURE:
        return written_at(overflow.text, pdf.artifact, workshop)
    text = packed(overflow.text)
    parts: Sequence[Part] = parts_of(pdf.artifact, workshop)
    holding = [part for part in parts if text in packed(part.text)]
    held = [part for part in parts if packed(part.text) in text]
    if holding:
        document = pdf.artifact.document
        own = {document.path, *(t.path for t in document.translations.values())}
        return min(holding, key=lambda part: (part.place.path not in own, len(part.text))).place
    if held:
        return max(held, key=lambda part: len(part.text)).place
    return workshop.layouts.place(pdf.artifact.layout)


def _says(overflow: Overflow, address: str) -> tuple[str, str]:
    much = f"{overflow.inches:g} in"
    if overflow.kind is Leaving.TABLE:
        columns = f"{overflow.columns} columns" if overflow.columns > 1 else "one column"
        says = f"this table is {much} wider than its place in {address}: it has {columns}"
        return says, "make two tables of it, or shorten its longest words"
    if overflow.kind is Leaving.PICTURE:
        says = f"the picture {overflow.text} reaches {much} out of its place in {address}"
        return says, "let the layout's stylesheet give it `max-width: 100%`"
    text = plain(overflow.text)
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
    says = f'"{shown}" reaches {much} out of its place in {address}'
    return says, "shorten it, or write a space where a line may break"
