"""The answers in content/credential/, their placeholders filled: as HTML, and as text to paste."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbill.campaign import Campaign, Content
from handbill.citations import Entry
from handbill.credential.plain_text import list_items, plain_text
from handbill.credential.requirements import Credential
from handbill.phrases import Phrase
from handbill.placeholders import PlaceholderError
from handbill.plan import Artifact
from handbill.problems import Place, Problem
from handbill.references import resolve
from handbill.render.filling import Filling
from handbill.schema import AnswerSettings
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop


@dataclass(frozen=True)
class Answer:
    """An answer, or an artifact's background and purpose; and what kept it from being filled."""

    content: Content[AnswerSettings]
    html: Markup
    own_text: str = ""
    """Its text without what facts print, whose figures may be about anybody."""
    title: Phrase | None = None
    purpose: Phrase | None = None
    problem: Problem | None = None

    @property
    def text(self) -> str:
        """The answer as plain text."""
        return plain_text(self.html)

    @property
    def words(self) -> int:
        """How many words a form's box counts: whatever stands between white space.

        The number of a list's item is one, too, and a no-break space parts two.
        """
        return len(self.text.split())

    @property
    def items(self) -> tuple[str, ...]:
        """The items of its lists that say something."""
        return tuple(filter(None, list_items(self.html)))

    @property
    def start(self) -> Place:
        """Where its text starts."""
        first = self.content.body.source.lstrip()[:1]
        return self.content.body.place_of(first) if first else self.content.place()


@dataclass(frozen=True)
class Answers:
    """Every answer by the name of its file, and the sources that they cite, in one numbering."""

    by_name: Mapping[str, Answer]
    sources: tuple[Entry, ...]
    numbers: Mapping[str, int]
    """The place of each in the form, whether or not those before it are written."""

    @property
    def of_artifacts(self) -> tuple[Answer, ...]:
        """The backgrounds of artifacts, in their order."""
        return tuple(a for a in self.by_name.values() if a.content.settings.artifact)


def answer_all(
    credential: Credential, packet: Artifact, vocabulary: Vocabulary, workshop: Workshop
) -> Answers:
    """Fill the answers in the order in which the packet prints them."""
    campaign = workshop.campaign

    def resolve_links(html: str, path: str) -> str:
        return resolve(html, path, packet, campaign, workshop.plan)

    names = vocabulary.names()
    filling = Filling(vocabulary, names, resolve_links)
    silent = Filling(vocabulary, {**names, "fact": _nothing, "figure": _nothing}, resolve_links)
    numbers = {name: number for number, name in enumerate(_in_order(credential, campaign), 1)}
    filled = {
        name: _fill(campaign.answers[name], vocabulary, filling, silent)
        for name in numbers
        if name in campaign.answers
    }
    return Answers(filled, vocabulary.citations.entries, numbers)


def _in_order(credential: Credential, campaign: Campaign) -> Iterator[str]:
    """The names of the answers as the form has them, also of those that are not written."""
    asked = [question.answer for question in credential.questions]
    for part in credential.parts:
        yield from (question.answer for question in part.questions)
        if part.artifacts:
            for name, answer in campaign.answers.items():
                if name not in asked and answer.settings.artifact:
                    yield name


class _Nothing:
    """Stands for a fact, and prints nothing, whatever of it is asked for."""

    def __getattr__(self, name: str) -> _Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __html__(self) -> str:
        return ""

    def __str__(self) -> str:
        return ""


def _nothing(*_: object) -> _Nothing:
    return _Nothing()


def _fill(
    content: Content[AnswerSettings], vocabulary: Vocabulary, filling: Filling, silent: Filling
) -> Answer:
    try:
        html = filling.filled(content.body, content.language)
        own_text = plain_text(silent.filled(content.body, content.language))
        title, purpose = (vocabulary.words(content, key) for key in ("title", "purpose"))
    except PlaceholderError as wrong:
        return Answer(content, Markup(""), problem=wrong.problem(content.place()))
    return Answer(content, html, own_text, title, purpose)
