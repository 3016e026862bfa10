"""Content poured out: a Markdown body with its placeholders filled and its links resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from handbill.campaign import Content
from handbill.citations import numbered_after
from handbill.languages import Language
from handbill.left_to_right import kept_in_order
from handbill.markup import BACK_MARK, Body, Section, split_sections, without_section_marks
from handbill.phrases import in_language, language_marks
from handbill.placeholders import SLOT, PlaceholderError, evaluate
from handbill.problems import Place
from handbill.schema import DocumentSettings
from handbill.typography import typeset, unbroken
from handbill.views import FactView
from handbill.vocabulary import Vocabulary

_BLOCK = re.compile(r"\s*<(?:section|div|ul|ol|dl|table|p|figure|h[2-6]|article|address)\b")
_PIECE = re.compile(f"<p>\\s*{SLOT}\\s*</p>|(<[^>]*>)|{SLOT}")

_WAY_BACK = re.compile(f'<a class="footnote-backref" href="([^"]*)" title="[^"]*">{BACK_MARK}</a>')
_SENTENCE_END = re.compile(r"(?<=\w{4}[.!?…؟۔]\s)(?=\S)|(?<=[。！？])(?=\S)")  # noqa: RUF001 - their marks
"""Where a headline may be broken: not after short words, which may be abbreviations."""

_CLAUSE_END = re.compile(r"(?<=[，、；：])")  # noqa: RUF001 - Chinese marks

Resolve = Callable[[str, str], str]
"""Turns the links of HTML that came from a content file into links of the artifact."""


class Filling:
    """Fills the bodies of one artifact's content."""

    def __init__(self, vocabulary: Vocabulary, names: Mapping[str, Any], resolve: Resolve) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._resolve = resolve

    def fill(self, body: Body, language: str) -> str:
        """A body in a language as HTML; what fills its placeholders is in the artifact's.

        Raises PlaceholderError, with its place, for a placeholder that cannot be filled.
        """
        html = _PIECE.sub(lambda match: self._piece(match, body, language), body.html)
        interface = self._vocabulary.interface
        html = unbroken(typeset(html, interface.marks))
        html = numbered_after(html, interface.numbers_after_punctuation)
        html = _WAY_BACK.sub(self._way_back, html)
        html = kept_in_order(html) if Language(language).direction == "rtl" else html
        return self._resolve(html, body.place.path)

    def _way_back(self, match: re.Match[str]) -> str:
        """The link from a footnote to its mark, in words for who hears it."""
        said = escape(str(self._vocabulary.say("back")))
        return f'<a class="footnote-backref" href="{match[1]}" aria-label="{said}">↑</a>'

    def filled(self, body: Body, language: str) -> Markup:
        """A body as HTML, marked with its language where that is not the artifact's."""
        return self.marked(self.fill(body, language), language)

    def marked(self, html: str, language: str) -> Markup:
        """HTML for a layout, in an element of its language where that is not the artifact's."""
        html = without_section_marks(html)
        if html.strip() and language != self._vocabulary.code:
            html = f"<div{language_marks(language)}>{html}</div>"
        return Markup(html)  # noqa: S704 - made from Markdown, which holds no HTML

    def _piece(self, match: re.Match[str], body: Body, language: str) -> str:
        alone, tag, inline = match.groups()
        if tag:
            return re.sub(SLOT, lambda inner: str(escape(str(self._value(body, inner[1])))), tag)
        own, value = self._vocabulary.code, escape(self._value(body, alone or inline))
        said = str(value)
        if _BLOCK.match(said):
            if inline:
                slot = body.slots[int(inline)]
                says = f"`{{{{ {slot.shown} }}}}` must stand on a line of its own"
                raise PlaceholderError(says, "leave an empty line before and after it", slot.place)
            return said if language == own else f"<div{language_marks(own)}>{said}</div>"
        said = str(in_language(value, own, language))
        return said if inline else f"<p>{said}</p>"

    def _value(self, body: Body, number: str) -> Any:
        slot = body.slots[int(number)]
        try:
            return evaluate(slot, self._names)
        except PlaceholderError as wrong:
            raise wrong.at(slot.place) from wrong


class DocumentView:
    """A document as layouts see it. Its text is filled when it is first asked for."""

    def __init__(
        self, content: Content[DocumentSettings], vocabulary: Vocabulary, filling: Filling
    ) -> None:
        self._content = content
        self._vocabulary = vocabulary
        self._filling = filling
        self.id = content.id
        self.extra = content.settings.extra
        self.icons = content.settings.icons
        edition = content.settings.date
        self.month = vocabulary.language.month(edition) if edition else None
        self.title = vocabulary.words(content, "title")
        self.description = vocabulary.words(content, "description")
        self.summary = vocabulary.words(content, "summary")
        self.leading_words = vocabulary.words(content, "leading_words")
        self.audience = vocabulary.words(content, "audience")
        self.action_words = vocabulary.words(content, "action_words")

    @cached_property
    def leading(self) -> FactView | None:
        """The fact whose figure, or the words that, are the largest thing there is.

        Raises PlaceholderError, with its place, when there is no such fact.
        """
        if words := self._vocabulary.words(self._content, "leading_figure"):
            return self._vocabulary.facts.in_words(words)
        name = self._content.settings.leading_fact
        try:
            return self._vocabulary.facts.fact(name) if name else None
        except PlaceholderError as wrong:
            place: Place = self._content.place("leading_fact")
            raise wrong.at(place) from wrong

    @property
    def headline(self) -> tuple[Markup, ...]:
        """The title's sentences, each with the space after it: each can have its own line."""
        html = self.title.__html__() if self.title else Markup("")
        return (html,) if "<" in html else tuple(map(Markup, _SENTENCE_END.split(html)))

    @property
    def leading_clauses(self) -> tuple[Markup, ...]:
        """The words beside the leading figure.

        Chinese and Japanese, which have no spaces to break a line at, come in clauses that each
        stay on a line where they can.
        """
        html = self.leading_words.__html__() if self.leading_words else Markup("")
        clauses = _CLAUSE_END.split(html)
        if len(clauses) == 1:
            return (html,)
        return tuple(Markup('<span class="clause">{}</span>').format(Markup(c)) for c in clauses)  # noqa: S704 - escaped

    @property
    def body(self) -> Markup:
        """The whole text."""
        return self._filling.marked(self._html, self._language)

    @property
    def has_tables(self) -> bool:
        """Whether there is a table in the text."""
        return "<table" in self._content.body_in(self._vocabulary.code)[0].html

    @property
    def has_notes(self) -> bool:
        """Whether there is a footnote in the text."""
        return 'class="footnote"' in self._content.body_in(self._vocabulary.code)[0].html

    @property
    def has_asides(self) -> bool:
        """Whether there is a quotation, a boxed note, a definition or steps with pictures."""
        html = self._content.body_in(self._vocabulary.code)[0].html
        return re.search(r'class="(?:quotation|boxed|pictured)"|<dl>', html) is not None

    @property
    def intro(self) -> Markup:
        """The text before the first heading."""
        return self._filling.marked(self._split[0], self._language)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections under the headings of the highest level used."""
        return tuple(self._section(section) for section in self._split[1])

    @property
    def _language(self) -> str:
        return self._content.body_in(self._vocabulary.code)[1]

    @cached_property
    def _html(self) -> str:
        return self._filling.fill(*self._content.body_in(self._vocabulary.code))

    @cached_property
    def _split(self) -> tuple[str, tuple[Section, ...]]:
        return split_sections(self._html)

    def _section(self, section: Section) -> Section:
        title = in_language(Markup(section.title), self._language, self._vocabulary.code)  # noqa: S704 - made from Markdown
        body, intro = (
            self._filling.marked(html, self._language) for html in (section.body, section.intro)
        )
        return Section(section.id, title, body, intro, tuple(map(self._section, section.parts)))
