"""Citations: the numbers beside an artifact's figures, and its list of sources in APA form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from handbill.languages import Language
from handbill.phrases import Phrase, language_marks
from handbill.schema import Source

_MARK = re.compile(r'(<sup class="citation">\u00a0<a href="#[^"]*">\d+</a></sup>)([.,;:!?])')

_SPACE_BEFORE_LINK = re.compile(r'(?<=<sup class="citation">)\u00a0(<a href="#[^"]*">)(?=\d)')
_SHOWN_ADDRESS = re.compile(
    r'(<a class="address"[^>]*>)https?://(?:www\.)?([^/<]+)[^<]*</a>', re.IGNORECASE
)
_MOST_AUTHORS = 20
"""Of more authors than this the first 19 and the last one are named."""


@dataclass
class Entry:
    """A line of an artifact's list of sources."""

    number: int
    reference: Phrase
    notes: list[Phrase] = field(default_factory=list)
    is_shown: bool = False
    """Whether it stands beside its facts, and need not stand in the list at the end."""

    @property
    def anchor(self) -> str:
        """The id that a citation's number leads to."""
        return f"source-{self.number}"


class Citations:
    """The sources of one artifact, by name, numbered in the order of their first use."""

    def __init__(self, reference: Callable[[str], Phrase]) -> None:
        self._reference = reference
        self._entries: dict[str, Entry] = {}

    def cite(self, source: str, notes: Sequence[Phrase]) -> Markup:
        """The mark that stands beside a cited figure; its source joins the list."""
        entry = self._entries.get(source)
        if entry is None:
            entry = Entry(len(self._entries) + 1, self._reference(source))
            self._entries[source] = entry
        known = {str(note) for note in entry.notes}
        entry.notes += [note for note in notes if str(note) not in known]
        # The space keeps it from a number: "30" with mark 1 would be read aloud, or copied, as 301.
        return Markup('<sup class="citation">\u00a0<a href="#{}">{}</a></sup>').format(
            entry.anchor, entry.number
        )

    def shown(self, source: str) -> Entry:
        """The entry of a source that stands beside its facts, and not in the list at the end."""
        self.cite(source, ())
        self._entries[source].is_shown = True
        return self._entries[source]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The list of sources as far as they are cited; ask when all of the text is there."""
        return tuple(entry for entry in self._entries.values() if not entry.is_shown)


def apa_reference(source: Source, ampersand: str, around: str, own_language: str) -> Phrase:
    """A reference in the form of the APA's Publication Manual (7th edition, chapter 9).

    Author. (Year). Title. Publisher. Address. A publisher that is the author is named once.
    `ampersand`, with its comma, joins the last two of several authors. It is marked with the
    language of its title where the text around it is in another one.
    """
    names = [source.author] if isinstance(source.author, str) else source.author
    authors = _authors(names or [source.publisher], ampersand)
    publisher = "" if authors == source.publisher else f" {_sentence(source.publisher)}"
    head = f"{_sentence(authors)} ({source.year}). "
    language = source.language or own_language
    link = Markup('<a class="address" dir="ltr" href="{0}">{0}</a>').format(source.url)
    stop = "" if source.title[-1] in ".?!" else "."
    html = Markup("{}<cite>{}</cite>{}{} {}").format(head, source.title, stop, publisher, link)
    if language != around:
        turned = Language(language).direction != Language(around).direction
        html = Markup("<span{}{}>{}</span>").format(
            Markup(' class="turned"') if turned else "", language_marks(language), html
        )
    return Phrase(f"{head}{source.title}{stop}{publisher} {source.url}", lambda: html)


def host_alone(reference: Markup) -> Markup:
    """A reference whose address is shown by its host, and still leads to all of it: for flyers."""
    return Markup(_SHOWN_ADDRESS.sub(r"\1\2</a>", str(reference)))  # noqa: S704 - a reference's own HTML


def _authors(names: list[str], ampersand: str) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[: _MOST_AUTHORS - 1])}, … {names[-1]}"
    return f"{', '.join(names[:-1])}{ampersand} {names[-1]}"


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def numbered_after(html: str, after: bool) -> str:
    """The text with each citation's number after the full stop or comma that follows it.

    English sets it after, Spanish before (`after` false: nothing moves).
    """
    if not after:
        return html
    return _MARK.sub(lambda match: match[2] + match[1], html)


def close_to_text(html: str) -> str:
    """HTML for paper, with the space before each citation's number inside its link.

    In a piece of text of its own the space is lost to PDFium where the gap is narrow: 301 again.
    """
    return _SPACE_BEFORE_LINK.sub("\\1\u00a0", html)
