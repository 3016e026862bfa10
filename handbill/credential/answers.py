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
        """The items of its lists."""
        return list_items(self.html)

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

    filling = Filling(vocabulary, vocabulary.names(), resolve_links)
    filled = {
        name: _fill(campaign.answers[name], vocabulary, filling)
        for name in _in_order(credential, campaign)
    }
    return Answers(filled, vocabulary.citations.entries)


def _in_order(credential: Credential, campaign: Campaign) -> Iterator[str]:
    asked = [question.answer for question in credential.questions]
    for part in credential.parts:
        for question in part.questions:
            if question.answer in campaign.answers:
                yield question.answer
        if part.artifacts:
            for name, answer in campaign.answers.items():
                if name not in asked and answer.settings.artifact:
                    yield name


def _fill(content: Content[AnswerSettings], vocabulary: Vocabulary, filling: Filling) -> Answer:
    try:
        html = filling.filled(content.body, content.language)
        title, purpose = (vocabulary.words(content, key) for key in ("title", "purpose"))
    except PlaceholderError as wrong:
        return Answer(content, Markup(""), problem=wrong.problem(content.place()))
    return Answer(content, html, title, purpose)
