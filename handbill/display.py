"""A figure set large: which of its signs are its number, how wide it is, and what draws it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from handbill.figures import Figure, Kind

_NUMBER = re.compile(r"(\d(?:[\d.,٫٬’\u00a0\u202f]*\d)?)")  # noqa: RUF001 - marks between digits
_LEFT_TO_RIGHT = "\u200e"
_DIGIT, _MARK, _SIGN, _LETTER, _WIDE_LETTER = 0.62, 0.32, 0.9, 0.62, 1.0
"""Widths of bold letters, in ems of their own size: no typeface made for reading has wider ones."""


class Role(str, Enum):
    """What a piece of a written figure is."""

    NUMBER = "number"
    SIGN = "sign"
    WORD = "word"


_SIZES = {Role.NUMBER: 1.0, Role.SIGN: 0.62, Role.WORD: 0.38}
"""How large each is set, in ems of the number; layouts' stylesheets say the same."""


class Form(str, Enum):
    """The design that a figure has: each kind of number has its own."""

    WINDOWS = "windows"
    SHARE = "share"
    COUNT = "count"
    AMOUNT = "amount"
    PLAIN = "plain"
    WORDS = "wording"


@dataclass(frozen=True)
class Piece:
    """A part of a written figure that is set in one size."""

    text: str
    role: Role

    @property
    def width(self) -> float:
        """Its width at most, in ems of the number."""
        return _SIZES[self.role] * sum(map(_width, self.text))


@dataclass(frozen=True)
class Display:
    """A written figure for large type: its pieces in their order, and its design."""

    pieces: tuple[Piece, ...]
    form: Form

    @property
    def ems(self) -> float:
        """The width of its one line at most, in ems of the number."""
        return round(sum(piece.width for piece in self.pieces), 2)

    @property
    def runs_left_to_right(self) -> bool:
        """Whether CLDR holds its sign in place with a mark, which has no force between sizes."""
        return any(_LEFT_TO_RIGHT in piece.text for piece in self.pieces)


def display_of(written: str, form: Form) -> Display:
    """Take a written figure apart: `$1.5 million` is a sign, a number and a word.

    A day, and what is words by itself, is one piece.
    """
    if form is Form.WORDS:
        return Display((Piece(written, Role.NUMBER),), form)
    pieces = []
    for text in filter(None, _NUMBER.split(written)):
        is_word = any(map(str.isalpha, text))
        role = Role.WORD if is_word else Role.SIGN
        pieces.append(Piece(text, Role.NUMBER if _NUMBER.fullmatch(text) else role))
    return Display(tuple(pieces), form)


def form_of(figure: Figure, *, is_drawn: bool) -> Form:
    """The design of a figure that is not drawn in windows of the leader's own."""
    if figure.kind is Kind.DAY:
        return Form.WORDS
    if figure.kind is Kind.MONEY:
        return Form.AMOUNT
    if not is_drawn:
        return Form.PLAIN
    return Form.COUNT if figure.share is None else Form.SHARE


def _width(letter: str) -> float:
    if letter.isdigit():
        return _DIGIT
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE_LETTER
    if letter.isalpha():
        return _LETTER
    return _SIGN if letter in "%٪" else _DIGIT if letter == "$" else _MARK
