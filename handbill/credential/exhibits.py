"""The artifacts of a submission as its packet shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from handbill.campaign import Campaign, Content
from handbill.credential.answers import Answer, Answers
from handbill.pdf_reader import printed_pictures_of
from handbill.phrases import Phrase, WebLink, language_names
from handbill.plan import Artifact, Kind, absolute
from handbill.press import Press
from handbill.references import Target, understand
from handbill.schema import DocumentSettings
from handbill.site import Site
from handbill.vocabulary import Vocabulary

_SCREENS = 3
_NOBODYS_HOST = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|test|localhost)$")
"""Names that RFC 2606 keeps for examples."""
FOLDER = "artifacts"
"""Where the artifacts stand in the submission's zip."""


@dataclass(frozen=True)
class Exhibit:
    """An artifact that was made: where it is, in which languages, and what it looks like.

    `pages` is how many a PDF has, and 0 for a page of the web. `pictures` are JPEG: of each page of
    a PDF, or of the first screens of a page on a phone; none of one that cannot be portrayed.
    """

    answer: Answer
    document: Content[DocumentSettings]
    artifacts: tuple[Artifact, ...]
    pages: int
    pictures: tuple[bytes, ...]
    url: str
    title: Phrase

    @property
    def names(self) -> Phrase:
        """The names of its languages, each in itself, inside English text."""
        return language_names(self.languages, "en")

    @property
    def shown(self) -> Artifact:
        """The artifact that its picture shows: the PDF, where there is one."""
        return next((a for a in self.artifacts if a.kind is Kind.PRINT), self.artifacts[0])

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that it comes in."""
        return tuple(dict.fromkeys(code for a in self.artifacts for code in a.languages))

    @property
    def link(self) -> WebLink:
        """Where it can be seen on the web."""
        return WebLink(absolute(self.url, self.artifacts[0].address))

    @property
    def file(self) -> str:
        """Where it stands in the submission's zip."""
        return f"{FOLDER}/{self.shown.address}"

    @property
    def is_published(self) -> bool:
        """Whether somebody else can open it: an address that is an example is nobody's."""
        host = urlsplit(self.url).hostname or ""
        return not _NOBODYS_HOST.search(host)

    @property
    def names_of_pictures(self) -> tuple[str, ...]:
        """The names of its pictures for the packet's layout."""
        count = len(self.pictures)
        return tuple(f"{FOLDER}/{self.answer.content.id}-{n + 1}.jpg" for n in range(count))


def document_of(answer: Answer, campaign: Campaign) -> Content[DocumentSettings] | None:
    """The page or print document that an artifact's background names."""
    named = answer.content.settings.artifact or ""
    reference = understand(named, answer.content.path, campaign)
    if reference.target is not Target.DOCUMENT:
        return None
    return next(d for d in campaign.documents if d.path == reference.path)


def exhibits_of(answers: Answers, site: Site, vocabulary: Vocabulary) -> tuple[Exhibit, ...]:
    """The artifacts that the answers name, as the site has them."""
    workshop = site.workshop
    press = Press(site.files, workshop.fonts)
    style = workshop.layouts.environment.get_template("credential/portrait.css").render()
    return tuple(_exhibits(answers, site, press, style, vocabulary))


def _exhibits(
    answers: Answers, site: Site, press: Press, style: str, vocabulary: Vocabulary
) -> Iterator[Exhibit]:
    campaign, planned = site.workshop.campaign, site.workshop.plan
    pages: Mapping[str, bytes] = {sheet.artifact.address: sheet.pdf for sheet in site.pressed}
    for answer in answers.of_artifacts:
        document = document_of(answer, campaign)
        if document is None:
            continue
        made = [artifact for artifact in planned.artifacts if artifact.document is document]
        made.sort(key=lambda artifact: campaign.default_language not in artifact.languages)
        shown = next((a for a in made if a.kind is Kind.PRINT), made[0])
        pdf = pages.get(shown.address)
        if pdf is None:
            page = next(page for page in site.pages if page.artifact == shown)
            pdf = press.portray(page, style, _SCREENS)
        yield Exhibit(
            answer,
            document,
            tuple(_with_words(made) or made),
            next((s.pages for s in site.pressed if s.artifact == shown), 0),
            printed_pictures_of(pdf) if pdf else (),
            campaign.settings.url,
            answer.title or vocabulary.words(document, "title") or Phrase(document.id),
        )


def _with_words(made: Iterable[Artifact]) -> list[Artifact]:
    """Those that have words of their own language, on one of their sides at least."""
    return [artifact for artifact in made if any(side.is_translated for side in artifact.sides)]
