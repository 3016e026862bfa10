"""Stars of notes, which are no emphasis: a fee for a charger*, and below it *Waived."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbill.bare_addresses import without_their_stars

_CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_RUN = re.compile(r"(?:(?<![\\*])|(?<=\\\*))\*{1,3}(?!\*)")
"""Stars that are written as letters are none: \\*; those right after them are."""
_RULE = re.compile(r"(?m)^[ ]{0,3}\*{3,}[ \t]*$")
_POINT = re.compile(r"(?m)^[ \t]*\*(?=[ \t]+\S)")
_WRITTEN_OUT = re.compile(r"(?<!\S)(?P<stars>(?:\\\*)+)")
_AFTER_A_WORD = re.compile(r"[\w)\]\u2019\u201d\"'.%\ue001]")
_END_OF_A_CELL = re.compile(r"[ \t]*(?:\||\n|\Z)")
_BOTH = 3
"""Stars of bold and slanted words."""


@dataclass(frozen=True)
class Stars:
    """Stars in a row: where they begin, how many, and what stands before and after them."""

    start: int
    length: int
    before: str
    after: str

    @property
    def begins_a_line(self) -> bool:
        """Whether nothing stands before them on their line."""
        return self.before == ""

    @property
    def may_open(self) -> bool:
        """As CommonMark 0.31 has it (left-flanking), and not between the digits of 5*3."""
        beside_a_word = self.before.isalnum() and not self.after.isalnum()
        return bool(self.after.strip()) and not beside_a_word and not self._is_between_digits

    @property
    def may_close(self) -> bool:
        """Whether they may end emphasis: something other than a space stands before them."""
        return bool(self.before.strip()) and not self._is_between_digits

    @property
    def _is_between_digits(self) -> bool:
        return self.before.isdigit() and self.after.isdigit()


def stars_alone(text: str) -> Iterator[tuple[str, list[Stars]]]:
    """The paragraphs of a text, and in each the stars that neither begin nor end emphasis."""
    for match in _PARAGRAPH.finditer(text):
        plain = _RULE.sub(lambda rule: "-" * len(rule[0]), without_their_stars(match[0]))
        alone = _alone(plain, match.start())
        yield match[0], sorted(alone, key=lambda stars: stars.start)


def with_stars_of_notes(text: str) -> str:
    """The same text, in which the stars of notes are written so that Markdown leaves them alone.

    They are those without another end, at a word and at the beginning of a line, as many at both;
    on a line that begins with a note, others may begin after a space, and so may those that end
    a cell or a line: Columbus Day *.
    """
    visible = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    points = [match.end() - 1 for match in _POINT.finditer(visible)]
    alone = [
        run
        for _, stars in stars_alone(visible)
        for run in stars
        if run.start not in points or len(points) == 1
    ]
    marks = [run for run in alone if _AFTER_A_WORD.match(run.before) or _ends_a_cell(run, visible)]
    notes = [run for run in alone if run.begins_a_line or _is_in_a_line_of_notes(run, visible)]
    written_out = {len(match["stars"]) // 2 for match in _WRITTEN_OUT.finditer(visible)}
    marked = {run.length for run in marks}
    noted = {run.length for run in notes} | written_out | {1}
    found = [
        *(run for run in marks if run.length in noted),
        *(run for run in notes if run.length in marked),
    ]
    for run in sorted(found, key=lambda run: -run.start):
        text = text[: run.start] + r"\*" * run.length + text[run.start + run.length :]
    return text


def _ends_a_cell(run: Stars, text: str) -> bool:
    """Whether stars stand behind a word and a space, and nothing else in their cell or line."""
    before = text[: run.start].rstrip(" ")[-1:]
    is_last = _END_OF_A_CELL.match(text, run.start + run.length)
    return run.before == " " and bool(_AFTER_A_WORD.match(before)) and is_last is not None


def _is_in_a_line_of_notes(run: Stars, text: str) -> bool:
    line = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    return run.before == " " and bool(run.after.strip()) and line.lstrip(" \t\\")[:1] == "*"


def _alone(paragraph: str, start: int) -> Iterator[Stars]:
    """The stars of a paragraph that neither begin nor end emphasis."""
    open_runs: list[Stars] = []
    for match in _RUN.finditer(paragraph):
        line = paragraph.rfind("\n", 0, match.start()) + 1
        before = paragraph[line : match.start()]
        is_first = not before.strip(" \t>")
        after = paragraph[match.end() : match.end() + 1]
        run = Stars(start + match.start(), len(match[0]), "" if is_first else before[-1], after)
        if run.may_close and (rest := _closed(run, open_runs)) is not None:
            if rest:
                yield Stars(run.start + run.length - rest, rest, "*", after)
        elif run.may_open:
            open_runs.append(run)
        else:
            yield run
    yield from open_runs


def _closed(run: Stars, open_runs: list[Stars]) -> int | None:
    """How many stars remain of a run that ends emphasis; None where it ends none."""
    lengths = [one.length for one in open_runs]
    if run.length in lengths:
        del open_runs[len(lengths) - 1 - lengths[::-1].index(run.length) :]
        return 0
    if run.length == _BOTH and sum(lengths[-2:]) == _BOTH:
        del open_runs[-2:]
        return 0
    if run.length == _BOTH and lengths and lengths[-1] < _BOTH:
        return _BOTH - open_runs.pop().length
    if lengths and lengths[-1] == _BOTH:
        opening = open_runs.pop()
        left = _BOTH - run.length
        open_runs.append(Stars(opening.start, left, opening.before, opening.after))
        return 0
    return None
