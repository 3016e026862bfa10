"""Words that hold on a condition: `{{ given(district.enrollment) }}`, `{{ until("2026-12-01") }}`.

A mark holds for what follows it: to the next mark, or to the end of its paragraph, its point, its
row or its cell. At the end of a heading it holds for the whole section. `{{ otherwise }}` begins
what stands there instead, and `{{ always }}` what stands there whatever holds.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from handbill.closing_up import (
    RULE,
    closed_up,
    indent_of,
    numbered_on,
    without_empty_sections,
    without_empty_tables,
)
from handbill.placeholders import CONDITION, is_conditional
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.schema import District, Policy, Schema, Settings
from handbill.sections import blocks_of, heading_at, in_a_table

_AT_THE_END = re.compile(rf"[ \t]*(?:{CONDITION.pattern})[ \t]*(?P<closing>#*)[ \t]*$")
_DAY = re.compile(r"""["'](\d{4}-\d\d-\d\d)["']""")
_CELL = re.compile(r"(?<!\\)(\|)")
_STAR = re.compile(r"(?<!\*)\*(?!\*)(?=\S)|(?<=\S)(?<!\*)\*(?!\*)")
_POINT = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)])[ \t]+")
_QUOTED_GAP = re.compile(r"[ ]{0,3}>[ \t]*")
_NOTHING = re.compile(r"[\s>|*_#-]*(?:\d+[.)]|\[\^[^\]]+\]:)?[\s|]*")
"""What is left of a point or a row of which nothing holds: its marks alone."""


@dataclass(frozen=True)
class Ending:
    """The last day of some words, and where it is written."""

    day: datetime.date
    place: Place


@dataclass(frozen=True)
class Standing:
    """What stands of a text on a day; each line that stays is on its own line or just above it."""

    text: str
    problems: tuple[Problem, ...] = ()
    endings: tuple[Ending, ...] = ()


def standing(text: str, place: Place, settings: Settings, today: datetime.date) -> Standing:
    """What stands of a Markdown text that begins at a place, in a district and on a day."""
    if not is_conditional(text):
        return Standing(text)
    reading = _Reading(place, settings, today)
    lines = text.split("\n")
    kept = reading.sections(lines)
    return Standing(
        "\n".join(closed_up(lines, kept)), tuple(reading.problems), tuple(reading.endings)
    )


def standing_words(text: str, place: Place, settings: Settings, today: datetime.date) -> Standing:
    """What stands of a text among settings, which is one paragraph."""
    reading = _Reading(place, settings, today)
    said = reading.said(text, place)
    return Standing(said.strip(), tuple(reading.problems), tuple(reading.endings))


@dataclass
class _Reading:
    """Reads one text, and keeps what is wrong with its marks, and what ends."""

    place: Place
    settings: Settings
    today: datetime.date
    problems: list[Problem] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)

    def sections(self, lines: Sequence[str]) -> list[str | None]:
        """The lines that stay, each as it stays; None for one that is left out."""
        kept: list[str | None] = []
        until_level, start = 0, 0
        for index in range(len(lines) + 1):
            heading = heading_at(lines, index) if index < len(lines) else None
            if heading is None and index < len(lines):
                continue
            above = lines[start:index]
            kept += [None] * len(above) if until_level else self._blocks(above, start)
            if heading is None:
                break
            start = index + heading.lines
            until_level = 0 if until_level and heading.level <= until_level else until_level
            title, *underline = lines[index:start]
            if not until_level:
                stays, title = self._heading(title, index)
                until_level = 0 if stays else heading.level
            kept += [None] * heading.lines if until_level else [title, *underline]
        return without_empty_sections(lines, kept)

    def _heading(self, title: str, index: int) -> tuple[bool, str]:
        """Whether a heading's section stays, and the heading without its marks."""
        place = self._place(index)
        if (mark := _AT_THE_END.search(title)) and mark["name"] in {"given", "until"}:
            stays = self._holds(mark, place)
            closing = f" {mark['closing']}" if mark["closing"] else ""
            return stays, self.said(title[: mark.start()], place) + closing
        return True, self.said(title, place)

    def _blocks(self, lines: Sequence[str], first: int) -> list[str | None]:
        kept: list[str | None] = list(lines)
        for begin, end in _paragraphs(lines):
            block = "\n".join(lines[begin:end])
            if kept[begin] is None or not is_conditional(block):
                continue
            place = self._place(first + begin)
            is_row = end == begin + 1 and in_a_table(lines, begin)
            if is_row and RULE.fullmatch(lines[end : end + 1][0] if end < len(lines) else ""):
                says = "a condition stands in the first row of a table, which names its columns"
                self.problems.append(error(place, says, "write it into the rows below"))
            said = self._row(block, place) if is_row else self.said(block, place)
            if _NOTHING.fullmatch(said):
                last = _end_of_point(lines, begin, end) if _POINT.match(block) else end
                kept[begin:last] = [None] * (last - begin)
                continue
            stays: list[str | None] = [line.rstrip() or None for line in said.split("\n")]
            kept[begin:end] = [*stays, *[None] * (end - begin - len(stays))]
        return without_empty_tables(lines, numbered_on(lines, kept))

    def _row(self, row: str, place: Place) -> str:
        mark = CONDITION.search(row)
        if mark and not row[: mark.start()].strip("| \t"):
            return self.said(row, place)
        return "".join(self.said(cell, place) for cell in _CELL.split(row))

    def said(self, text: str, place: Place) -> str:
        """What stands of one paragraph."""
        said, holds, position = "", True, 0
        before: bool | None = None
        marks = list(CONDITION.finditer(text))
        for number, mark in enumerate(marks):
            following = marks[number + 1].start() if number + 1 < len(marks) else len(text)
            self._look_at(mark, text[mark.end() : following], text, place)
            said += _joined(said, text[position : mark.start()]) if holds else ""
            here = Place(place.path, place.line + text.count("\n", 0, mark.start()))
            if mark["name"] == "always":
                holds, before = True, None
            elif mark["name"] != "otherwise":
                holds = before = self._holds(mark, here)
            elif before is None:
                says = "`{{ otherwise }}` has no `{{ given(...) }}` before it in its paragraph"
                self.problems.append(error(here, says, "write one there, or remove it"))
            else:
                holds, before = not before, None
            position = mark.end()
        return said + (_joined(said, text[position:]) if holds else "")

    def _look_at(self, mark: re.Match[str], words: str, text: str, place: Place) -> None:
        """Whether the words that a mark holds for are there, and whole."""
        if mark["name"] == "always":
            return
        here = Place(place.path, place.line + text.count("\n", 0, mark.start()))
        if not re.search(r"\w", words):
            says = f"no words follow `{mark[0]}` that it could hold for"
            hint = "write it before its words, or, for a section, at the very end of its heading"
            self.problems.append(error(here, says, hint))
        elif not _is_whole(words):
            says = f"`{mark[0]}` would cut bold words, code or a link in two"
            hint = "begin and end what it holds for outside of them: {{ always }} ends it"
            self.problems.append(error(here, says, hint))

    def _place(self, index: int) -> Place:
        return Place(self.place.path, self.place.line + index)

    def _holds(self, mark: re.Match[str], place: Place) -> bool:
        arguments = (mark["arguments"] or "").strip()
        if mark["name"] == "given":
            return self._given(arguments, place)
        day = _DAY.fullmatch(arguments)
        try:
            last = datetime.date.fromisoformat(day[1]) if day else None
        except ValueError:
            last = None
        if last is None:
            says = f"`{{{{ until({arguments}) }}}}` names no day"
            self.problems.append(error(place, says, 'write it like {{ until("2026-12-01") }}'))
            return True
        self.endings.append(Ending(last, place))
        return self.today <= last

    def _given(self, arguments: str, place: Place) -> bool:
        names = [name.strip() for name in arguments.split(",")]
        known = dict(_values(self.settings))
        unknown = [name for name in names if name not in known]
        for name in unknown:
            says = f"`given` knows no value `{name}`" if name else "`given` needs a value"
            hint = did_you_mean(name, known) if name else "write {{ given(district.enrollment) }}"
            self.problems.append(error(place, says, hint))
        return all(known[name] for name in names if name in known)


def _values(settings: Settings) -> Iterator[tuple[str, bool]]:
    """Every value that a district may leave out, by its name, and whether it is there."""
    yield from _values_in(settings.district, District, "district")
    yield from _values_in(settings.policy, Policy, "policy")


def _values_in(group: BaseModel, schema: type[Schema], name: str) -> Iterator[tuple[str, bool]]:
    for key in schema.model_fields:
        value = getattr(group, key)
        if isinstance(value, Schema):
            yield from _values_in(value, type(value), f"{name}.{key}")
        else:
            yield f"{name}.{key}", bool(value) or value == 0


def _is_whole(words: str) -> bool:
    """Whether what opens in some words closes there: `**`, `*`, a backtick, a bracket."""
    return (
        words.count("**") % 2 == 0
        and len(_STAR.findall(words)) % 2 == 0
        and words.count("`") % 2 == 0
        and words.count("[") == words.count("]")
    )


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each paragraph, point and row begins, and where it ends."""
    for start, block in blocks_of(lines):
        begin = start
        for index in range(start, start + len(block)):
            if _QUOTED_GAP.fullmatch(lines[index]):
                if begin < index:
                    yield begin, index
                begin = index + 1
        if begin < start + len(block):
            yield begin, start + len(block)


def _end_of_point(lines: Sequence[str], begin: int, end: int) -> int:
    """Where a point ends with all that stands in it, points and paragraphs."""
    indent = len(indent_of(lines[begin]))
    while end < len(lines) and (not lines[end].strip() or len(indent_of(lines[end])) > indent):
        end += 1
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return end


def _joined(before: str, after: str) -> str:
    """A piece as it follows what stands before it: with one space between them."""
    return after.lstrip(" ") if not before or before[-1:].isspace() else after
