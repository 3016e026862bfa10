"""What a placeholder or a layout prints: a text, and the same text as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from handbill.languages import Language
from handbill.telephones import Telephone, read_telephone


class Phrase:
    """A text for people, plain (in attributes) or as HTML (between tags).

    The HTML is made when it is asked for, so that citations are numbered in the order in which
    a layout prints them. `borrowed_from` is the language of a text that falls back: its HTML is
    marked with it, and where the plain text goes into an element, `marks` are its attributes.
    """

    def __init__(
        self, text: str, html: Callable[[], Markup] | None = None, borrowed_from: str = ""
    ) -> None:
        self._text = text
        self._html = html or (lambda: escape(text))
        self._borrowed_from = borrowed_from

    @property
    def marks(self) -> Markup:
        """The `lang` and `dir` of an element that holds the plain text; often none."""
        return language_marks(self._borrowed_from) if self._borrowed_from else Markup("")

    def __str__(self) -> str:
        return self._text

    def __html__(self) -> Markup:
        return self._html()


@dataclass(frozen=True)
class Quantity:
    """A number, and how the language writes it."""

    value: Decimal
    text: str

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        return escape(self.text)


@dataclass(frozen=True)
class PhoneNumber:
    """A telephone number, as people write it; as HTML it can be tapped and never turns around."""

    text: str

    @property
    def href(self) -> str:
        """The number as a `tel:` address (RFC 3966), with its extension."""
        found = read_telephone(self.text)
        assert isinstance(found, Telephone), "it was read when the campaign was"  # noqa: S101
        return found.address

    @property
    def digits(self) -> Phrase:
        """The number inside other words, where it is no link and never turns around."""
        return Phrase(self.text, lambda: Markup('<bdi dir="ltr">{}</bdi>').format(self.text))

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        return Markup('<a class="phone" dir="ltr" href="{}">{}</a>').format(self.href, self.text)


@dataclass(frozen=True)
class WebLink:
    """A web or e-mail address, shown without its scheme."""

    href: str

    @property
    def shown(self) -> str:
        """The address as people say it: example.org/help."""
        return re.sub(r"^(https?://|mailto:)", "", self.href).rstrip("/")

    def __str__(self) -> str:
        return self.shown

    def __html__(self) -> Markup:
        return Markup('<a class="address" dir="ltr" href="{}">{}</a>').format(self.href, self.shown)


def in_language(html: Markup, language: str, around: str) -> Markup:
    """A piece of HTML, marked with its language where that differs from the one around it."""
    if language == around:
        return html
    return Markup("<span{}>{}</span>").format(language_marks(language), html)


def language_names(codes: Iterable[str], around: str) -> Phrase:
    """Languages in their own names, each marked as such."""
    names = {code: Language(code).name for code in codes}
    marked = (in_language(escape(name), code, around) for code, name in names.items())
    html = Markup(" · ").join(marked)
    return Phrase(" · ".join(names.values()), lambda: html)


def language_marks(language: str) -> Markup:
    """The attributes of an element in a language."""
    direction = Language(language).direction
    return Markup(' lang="{}" dir="{}"').format(language, direction)
