"""Lines that stay lines though nothing parts them: signatures, addresses, prices, hours, answers.

Markdown joins the lines of a paragraph, because programs break long ones. Which lines a person
meant shows in how they begin, all alike, and in how short they are.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from handbill.bare_addresses import ADDRESS
from handbill.characters import SPACES
from handbill.placeholders import SLOT

_SPACE = rf"[ \t{SPACES}]"
_BULLETS = "•▪‣◦●○·∙➢✓\uf0a7\uf0b7"
_TIGHT = "•▪‣◦➢\uf0a7\uf0b7"
"""Signs that nothing but a point begins with: a space may be missing after them."""
ITEM = re.compile(
    rf"(?P<indent>{_SPACE}*)(?:(?P<mark>[-*+\uff0a\uff0d{_BULLETS}]|[0-9\uff10-\uff19]{{1,9}}[.)\uff0e])"
    rf"(?P<gap>{_SPACE}+)|(?P<tight>[{_TIGHT}]|[\uff10-\uff19]{{1,2}}\uff0e))(?P<text>\S.*)"
)
_DELIMITERS = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_SIGNED = re.compile(r"[ \t]*(?:[§☐☑☒✅✔→➔★☆✗✘\U0001f449]|[0-9]\ufe0f?\u20e3)")
SHORT_LINE = 45
"""Letters: a paragraph that a program broke into lines has longer ones."""
_SHORT_TITLE = 60
_MARKS = ' \t*_\\("\u201c\u00ab\u00bf\u00a1'
_BEGINNING_OF_A_LINE = re.compile(
    r"\d+[A-Za-z]?,?[ \t]+[A-Z]|\d{3}\)?[ .-]\d{3}"
    r"|(?:https?://|www\.)\S+$|[\w.+-]+@[\w.-]+$|[a-z][A-Z]\w"
    r"|\$?\d[\w:.\u2013-]*(?:[ \u00a0][ap]\.?m\.?|[ \u00a0]\w+)?(?::|[ \t]+[\u2013\u2014-])[ \t]"
)
_TO_WRITE_ON = re.compile(r"(?:\\?_)+")
_WHERE_A_LINK_LEADS = re.compile(r"(?<=\])\([^()\s]*\)")
_LABEL = re.compile(r"(?:\*\*)?[A-Z][\w/ ]{0,24}(?::\*\*|:|\*\*:)[ \t]+\S.{0,60}$")
_GOES_ON = re.compile(
    r"(?<![\w/.@-])(?:an?|the|of|to|at(?: \d+)?|in|on|by|for|from|with|through|and|or|who|that|is"
    r"|are|my|our|your|their)$",
    re.IGNORECASE,
)
"""How no line of an address or a list ends: its sentence goes on in the next one."""
_ASKED, _ANSWERED = re.compile(r"([QP])[:.][ \t]"), re.compile(r"([AR])[:.][ \t]")
"""Q: and A: in English, P: and R: in Spanish."""
_TITLE = re.compile(r"(?P<marks>\*{1,3}|_{1,3})(?=\S)[^*_]*[^*_\s](?P=marks)")
_END = re.compile(r"[.!?][)\"'\u2019\u201d\u00bb*_]*$")
_END_OR_COLON = re.compile(r"[.:!?][)\"'\u2019\u201d\u00bb*_]*$")
_ALONE = "alone"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_ALONE, re.compile(rf"(?:{SLOT}|\[[^\[\]]+\]\([^()\s]+\)|<[^<>\s]+>|{ADDRESS})$")),
    ("bars", re.compile(r"[^|]*\S \| \S")),
    ("tag", re.compile(r"#[^\W\d]")),
    ("time", re.compile(r"\d{1,2}(?::\d\d|[ \u00a0]?[ap]\.?m\b)", re.IGNORECASE)),
    ("price", re.compile(r"\$\d")),
    ("number", re.compile(r"\d(?!\d*[.)])")),
    ("counted", re.compile(r"[a-z]+ \d")),
    ("label", re.compile(r"\w[\w/ ]{0,24}:[*_]* \S")),
)
"""How lines begin that stand one below the other, all alike."""
_CERTAIN = frozenset({_ALONE, "bars"})
_ZIP = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?$|^P\. ?O\. Box \d|^PO Box \d")
_STREET = re.compile(
    r"\d+[A-Za-z]? (?:[A-Z][\w.']* )+(?:Ave|Avenue|Blvd|Boulevard|Court|Ct|Dr|Drive|Highway|Hwy"
    r"|Lane|Ln|Parkway|Pl|Place|Rd|Road|Sq|Square|St|Street|Way)\b[^.!?]*$"
)
_NESTED = 2
"""Columns by which what belongs to a point is further in than its mark."""


def lines_of_their_own(lines: Sequence[str]) -> frozenset[int]:
    """The lines that stand under another one of their paragraph, or of their point in a list."""
    found: set[int] = set()
    for first, texts in _paragraphs(lines):
        alone = _alone(texts)
        found.update(first + n for n in alone if n and not _GOES_ON.search(texts[n - 1]))
    found.update(
        n for n in range(1, len(lines)) if _is_signed(lines[n - 1]) and _is_signed(lines[n])
    )
    return frozenset(found)


def starts_table(lines: Sequence[str], number: int) -> bool:
    """Whether a line is the first row of a table: one of dashes stands below it."""
    is_row = "|" in lines[number] and number + 1 < len(lines)
    following = lines[number + 1] if is_row else ""
    return is_row and "|" in following and bool(_DELIMITERS.fullmatch(following))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The number of the first line of each paragraph, and its lines without marks of lists."""
    first, texts, inside, in_table = 0, list[str](), -1, False
    for number, line in enumerate(lines):
        in_table = starts_table(lines, number) or (in_table and "|" in line)
        item = ITEM.fullmatch(line)
        indent = _indent(line)
        if item is None and not in_table and _is_prose(line) and (not texts or indent >= inside):
            first = first if texts else number
            texts.append(line.strip())
            continue
        if texts:
            yield first, texts
        is_lazy = inside > 0 and bool(line.strip()) and item is None
        first, texts = number, [item["text"].strip()] if item else []
        inside = indent + _NESTED if item else (inside if is_lazy else -1)
    if texts:
        yield first, texts


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _alone(texts: Sequence[str]) -> set[int]:
    """The numbers of the lines of a paragraph that are lines of their own."""
    others = range(1, len(texts))
    runs = list(_runs(texts))
    in_runs = {n for run in runs if _is_anchored(run, texts) or _are_alike(run, texts) for n in run}
    is_unbroken = not any(_GOES_ON.search(text) for text in texts[:-1])
    is_short = all(_length(text) <= SHORT_LINE for text in texts)
    begin = all(n in in_runs or _begins_a_line(texts, n) for n in others)
    are_labels = all(_LABEL.match(texts[n]) for n in others)
    if is_unbroken and ((is_short and begin) or are_labels or (begin and _is_address(texts))):
        return set(others)
    found = {n for n in others if _is_answer(texts, n) or _is_at_a_title(texts, n)}
    for run in runs:
        found.update(_parted(run, texts))
    return found


def _runs(texts: Sequence[str]) -> Iterator[range]:
    """Two lines or more, one below the other, that begin in the same way."""
    kinds = [_kind(text) for text in texts]
    for kind, numbered in itertools.groupby(range(len(texts)), lambda n: kinds[n]):
        numbers = list(numbered)
        if kind and len(numbers) > 1:
            yield range(numbers[0], numbers[-1] + 1)


def _parted(run: range, texts: Sequence[str]) -> Iterator[int]:
    """Which lines of a run are certain, and the one after it, in a paragraph of longer lines.

    A sentence that a program broke has its only end in its last line.
    """
    if not _is_anchored(run, texts) or not _are_alike(run, texts):
        return
    yield from run
    after = run.stop
    if (
        after < len(texts)
        and _length(texts[after - 1]) <= SHORT_LINE
        and _begins_a_line(texts, after)
    ):
        yield after


def _is_anchored(run: range, texts: Sequence[str]) -> bool:
    """Whether nothing or the end of a sentence stands before a run."""
    return run.start == 0 or _END_OR_COLON.search(texts[run.start - 1]) is not None


def _are_alike(run: range, texts: Sequence[str]) -> bool:
    """Whether all lines of a run end a sentence, or none; links alone need not."""
    ends = {bool(_END.search(texts[n])) for n in run}
    return len(ends) == 1 or _kind(texts[run.start]) in _CERTAIN


def _kind(text: str) -> str:
    start = text.lstrip(_MARKS)
    return next((kind for kind, pattern in _KINDS if pattern.match(start)), "")


def _length(text: str) -> int:
    return len(_WHERE_A_LINK_LEADS.sub("", _TO_WRITE_ON.sub("_", text)))


def _is_answer(texts: Sequence[str], number: int) -> bool:
    asked, answered = _ASKED.match(texts[number - 1]), _ANSWERED.match(texts[number])
    return bool(asked and answered and (asked[1] == "Q") == (answered[1] == "A"))


def _is_at_a_title(texts: Sequence[str], number: int) -> bool:
    """Whether bold words fill the line before, or this one and a sentence ends before it."""
    before, line = texts[number - 1], texts[number]
    if _TITLE.fullmatch(line) and _END.search(before):
        return True
    is_first = number == 1 or _END.search(texts[number - 2]) is not None
    if not _TITLE.fullmatch(before) or not is_first:
        return False
    longest = max(map(len, texts))
    has_room = SHORT_LINE < longest >= len(f"{before} {line.split()[0]}")
    is_title = len(before) <= _SHORT_TITLE and (line.lstrip(_MARKS)[:1].isupper() or has_room)
    return is_title or _END_OR_COLON.search(before) is not None


def _is_address(texts: Sequence[str]) -> bool:
    """Whether lines are those of a postal address, of which one may be long."""
    if any(
        _END.search(text) or (text.endswith(",") and _length(text) > SHORT_LINE) for text in texts
    ):
        return False
    return any(_ZIP.search(text) or _STREET.match(text) for text in texts)


def _begins_a_line(texts: Sequence[str], number: int) -> bool:
    """With a capital letter, the number of a house or of a telephone, an address, a time.

    A link or a placeholder does when it is alone and no sentence leads to it.
    """
    if _kind(texts[number]) == _ALONE:
        before = texts[number - 1]
        last_word = before.split()[-1].lstrip(_MARKS)[:1]
        return not last_word.islower() or _END_OR_COLON.search(before) is not None
    start = texts[number].lstrip(_MARKS)
    return start[:1].isupper() or _BEGINNING_OF_A_LINE.match(start) is not None


def _is_prose(line: str) -> bool:
    start = line.lstrip()
    is_definition = re.match(r"\[[^\]]*\]:", start) is not None
    return bool(start) and start[0] not in ">#|" and start[:2] != ": " and not is_definition


def _is_signed(line: str) -> bool:
    """Whether a line begins with a box to tick, a picture or another sign."""
    start = line.lstrip()[:1]
    return bool(_SIGNED.match(line)) or (start != "" and unicodedata.category(start) == "So")
