"""What of an original is not in its translation, and which numbers are in that alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from handbill.additions import added, additions, said_otherwise
from handbill.campaign import Content, Translation
from handbill.numerals import stands_in
from handbill.problems import Place
from handbill.said_alike import Said
from handbill.sections import Block, Section, Thing, alike, sections_of, things_of

_FEW = 3
"""Up to so many of a kind are told one by one; more are told as one."""
Pair = tuple[Section, "Section | None"]


@dataclass(frozen=True)
class Lack:
    """Something of an original that its translation lacks.

    `place` is where it belongs in the translation, `original` where it stands; `entry` is what
    `confirmed` names where that is right so, and `mend` what to do where it is not.
    """

    place: Place
    says: str
    original: Place
    entry: str
    mend: str = ""


def lacks(content: Content[Any], translation: Translation) -> tuple[Lack, ...]:
    """What a translation lacks, whatever is confirmed; a text that is empty is not looked into."""
    found = list(_lacks_of_settings(content, translation))
    if translation.body.source.strip() and content.body.source.strip():
        found += _lacks_of_body(content, translation)
    return tuple(found)


def is_whole(content: Content[Any], translation: Translation) -> bool:
    """Whether a translation has what its original has, but for what its reviewer confirms."""
    confirmed = set(translation.record.confirmed)
    entries = {lack.entry for lack in lacks(content, translation)}
    entries |= {addition.written for addition in additions(content, translation)}
    return entries <= confirmed


def to_confirm(translation: Translation, entry: str) -> str:
    """The line that confirms one thing more."""
    entries = (*translation.record.confirmed, entry)
    return f"confirmed: [{', '.join(map(_quoted, entries))}]"


def _quoted(text: str) -> str:
    """A text as YAML has it on one line."""
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _lacks_of_settings(content: Content[Any], translation: Translation) -> Iterator[Lack]:
    for key, text in translation.words.items():
        original = content.original(key) if key in content.word_keys else None
        if original is None or not text:
            continue
        parts = key.split(".")
        here, there = translation.place(*parts), content.place(*parts)
        one = things_of(original, content.language, there.line)
        other = things_of(text, translation.language, here.line)
        languages = (content.language, translation.language)
        for thing in _missing(one, other, (original, text), languages):
            yield _lack_of(thing, here, there)


def _lacks_of_body(content: Content[Any], translation: Translation) -> Iterator[Lack]:
    originals = sections_of(content.body, content.language)
    translated = sections_of(translation.body, translation.language)
    pairs = _pairs(originals, translated)
    gone = list(_gone(pairs))
    if len(gone) > _FEW:
        named = ", ".join(f'"{pairs[index][0].title}"' for index, _ in gone[:_FEW])
        says = f"{len(gone)} sections of the original are not here: {named}, …"
        first = Place(content.path, pairs[gone[0][0]][0].line)
        yield Lack(_place_of_next(pairs, gone[0][0], translation), says, first, "sections")
    else:
        for index, what in gone:
            original = pairs[index][0]
            says = f'the original has a {what} "{original.title}" (line {original.line})'
            here = _place_of_next(pairs, index, translation)
            there = Place(content.path, original.line)
            yield Lack(here, f"{says} that is not here", there, original.title)
    for original, section in pairs:
        if section is not None:
            found = list(_lacks_of_section(content, translation, original, section))
            yield from found if len(found) <= _FEW else _as_one(found, original, section)


def _gone(pairs: Sequence[Pair]) -> Iterator[tuple[int, str]]:
    """Sections and headings that are missing, but none in a section that is missing itself."""
    within: int | None = None
    for index, (original, section) in enumerate(pairs):
        if within is not None and original.level > within:
            continue
        within = None
        if section is None:
            what = _what_is_missing(index, pairs)
            within = original.level if what == "section" else None
            yield index, what


def _place_of_next(pairs: Sequence[Pair], index: int, translation: Translation) -> Place:
    """Where in a translation a section belongs that is missing: at the next one, or at the end."""
    following = next((section for _, section in pairs[index + 1 :] if section), None)
    if following:
        return Place(translation.path, following.line)
    body = translation.body
    return Place(translation.path, body.place.line + body.source.rstrip().count("\n"))


def _as_one(found: Sequence[Lack], original: Section, section: Section) -> Iterator[Lack]:
    """Many things of one section, told as one: what is missing is a piece of the text."""
    path, first = found[0].place.path, found[0].original
    under = f'under "{original.title}"' if original.title else "above its first heading"
    named = ", ".join(lack.entry for lack in found[:_FEW])
    says = f"the original has {len(found)} things {under} that are not here: {named}, …"
    entry = f"{original.title}: text" if original.title else "text"
    yield Lack(Place(path, section.line), says, first, entry)


def _what_is_missing(index: int, pairs: Sequence[Pair]) -> str:
    """A heading alone, where the text under it stands at the end of the section before."""
    original = pairs[index][0]
    if not original.blocks:
        below = takewhile(lambda pair: pair[0].level > original.level, pairs[index + 1 :])
        return "heading" if any(section for _, section in below) else "section"
    before, section = pairs[index - 1]
    if section and len(section.blocks) >= len(before.blocks) + len(original.blocks):
        return "heading"
    return "section"


def _pairs(originals: Sequence[Section], translated: Sequence[Section]) -> list[Pair]:
    """Each section of the original with that of the translation that says the same, if any.

    Of all ways to do it in their order, the one whose pairs are most alike.
    """
    rows, columns = len(originals), len(translated)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, 0, -1):
        for column in range(columns - 1, 0, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                _worth(originals[row], translated[column]) + best[row + 1][column + 1],
            )
    pairs: list[Pair] = [(originals[0], translated[0])]
    row = column = 1
    while row < rows:
        if column < columns:
            both = _worth(originals[row], translated[column]) + best[row + 1][column + 1]
            if best[row][column] == both:
                pairs.append((originals[row], translated[column]))
                row, column = row + 1, column + 1
                continue
            if best[row][column] == best[row][column + 1]:
                column += 1
                continue
        pairs.append((originals[row], None))
        row += 1
    return _with_first_headings(pairs)


def _with_first_headings(pairs: Sequence[Pair]) -> list[Pair]:
    """Where one heading stands over the texts of two, it is the first one's."""
    mended = list(pairs)
    for index in range(1, len(mended) - 1):
        (first, none), (second, section) = mended[index], mended[index + 1]
        if (
            none is None
            and section is not None
            and first.blocks
            and first.level == second.level
            and len(section.blocks) >= len(first.blocks) + len(second.blocks)
        ):
            mended[index], mended[index + 1] = (first, section), (second, None)
    return mended


def _worth(original: Section, section: Section) -> float:
    return (1.0 if original.level == section.level else 0.2) + alike(original, section)


def _lacks_of_section(
    content: Content[Any], translation: Translation, original: Section, section: Section
) -> Iterator[Lack]:
    here = Place(translation.path, section.line)
    titled = f"{original.title}: " if original.title else ""

    def lack(says: str, line: int, entry: str) -> Lack:
        return Lack(here, says, Place(content.path, line), entry)

    if original.level != section.level:
        says = (
            f'this heading is of level {section.level}; the original\'s, "{original.title}" '
            f"(line {original.line}), is of level {original.level}"
        )
        mend = f"write it with {'#' * original.level}"
        yield replace(lack(says, original.line, original.title), mend=mend)
    if original.blocks and not section.blocks:
        line = original.blocks[0].line
        under = f'under "{original.title}"' if original.title else "above its first heading"
        yield lack(
            f"the original has a text {under} (line {line}) that is not here", line, f"{titled}text"
        )
        return
    if len(original.points) > len(section.points):
        line = original.points[0]
        points = f"{len(original.points)} point{'s' if len(original.points) > 1 else ''}"
        says = f"the original has a list of {points} (line {line})"
        yield lack(f"{says}; {_so_many(len(section.points))}", line, f"{titled}list")
    elif len(original.rows) > len(section.rows):
        line = original.rows[0]
        says = f"the original has a table of {len(original.rows)} rows (line {line})"
        yield lack(f"{says}; {_so_many(len(section.rows))}", line, f"{titled}table")
    else:
        if original.columns > section.columns:
            line = original.rows[0]
            says = f"the original has a table of {original.columns} columns (line {line})"
            yield lack(f"{says}; {_so_many(section.columns)}", line, f"{titled}columns")
        found = list(_lacks_of_blocks(content, translation, original, section))
        yield from found
        if len(original.paragraphs) > len(section.paragraphs) and not found:
            line = original.paragraphs[0]
            says = f"the original has {_paragraphs(len(original.paragraphs))} here (line {line})"
            missing = _so_many(len(section.paragraphs))
            yield lack(f"{says}; {missing}", line, f"{titled}paragraphs")


def _paragraphs(count: int) -> str:
    return f"{count} paragraphs" if count > 1 else "a paragraph"


def _so_many(count: int) -> str:
    return f"here it has {count}" if count else "it is not here"


def _lacks_of_blocks(
    content: Content[Any], translation: Translation, original: Section, section: Section
) -> Iterator[Lack]:
    """Block by block where both have as many, and else the section as a whole."""
    pairs: list[tuple[Block, Block]] = list(zip(original.blocks, section.blocks, strict=False))
    if len(original.blocks) != len(section.blocks):
        pairs = [(Block(original.line, original.things), Block(section.line, section.things))]
    texts = (content.body.source, translation.body.source)
    languages = (content.language, translation.language)
    for one, other in pairs:
        here = Place(translation.path, other.line)
        for thing in _missing(one.things, other.things, texts, languages):
            if _count(thing, original.things) > _count(thing, section.things):
                yield _lack_of(thing, here, Place(content.path, thing.line))


def _lack_of(thing: Thing, here: Place, there: Place) -> Lack:
    says = f"the original has {thing.shown} (line {there.line}), which is not here"
    return Lack(here, says, there, thing.name)


def _missing(
    originals: Sequence[Thing],
    translated: Sequence[Thing],
    texts: tuple[str, str],
    languages: tuple[str, str],
) -> Iterator[Thing]:
    """Things of which the translation has none, nor words for them.

    A number that another one stands in for is told as that one.
    """
    original, translation = map(Said, texts, languages)
    others = any(added(originals, translated, original, translation))
    for thing in originals:
        number = thing.number
        if _count(thing, translated) or (number and others):
            continue
        if not number or not said_otherwise(number, original, translation):
            yield thing


def _count(thing: Thing, things: Sequence[Thing]) -> int:
    same: Callable[[Thing], bool]
    if number := thing.number:
        same = lambda other: bool(other.number and stands_in(number, [other.number]))  # noqa: E731
        if len(number.parts) > 1:
            numbers = [other.number for other in things if other.number]
            return max(sum(map(same, things)), stands_in(number, numbers))
    else:
        same = lambda other: (other.kind, other.key) == (thing.kind, thing.key)  # noqa: E731
    return sum(map(same, things))
