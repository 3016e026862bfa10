"""Which artifacts a campaign becomes, and at which address each of them will stand."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from handbill.campaign import Campaign, Content
from handbill.problems import Problem, error
from handbill.schema import DocumentSettings


class Kind(str, Enum):
    """What an artifact is."""

    PAGE = "page"
    PRINT = "print"


_DEFAULT_LAYOUT = {Kind.PAGE: "page", Kind.PRINT: "flyer"}
_SUFFIX = {Kind.PAGE: "html", Kind.PRINT: "pdf"}


@dataclass(frozen=True)
class Artifact:
    """One page or one PDF; its address is a path below the site's root.

    It is in one language, or a PDF in one for each side of its sheet, the front first.
    """

    document: Content[DocumentSettings]
    kind: Kind
    languages: tuple[str, ...]
    address: str

    @property
    def language(self) -> str:
        """Its language; that of the front where there are two sides."""
        return self.languages[0]

    @property
    def is_translated(self) -> bool:
        """Whether its document has words of its own in its language."""
        return self.document.is_translated(self.language)

    @property
    def sides(self) -> tuple[Artifact, ...]:
        """The same in one language each."""
        return tuple(replace(self, languages=(language,)) for language in self.languages)

    @property
    def layout_key(self) -> str:
        """The key of its document that names its layout."""
        return "pdf" if self.kind is Kind.PRINT and self.document.settings.pdf else "layout"

    @property
    def layout(self) -> str:
        """The name of its layout's HTML file."""
        named = getattr(self.document.settings, self.layout_key)
        return f"{named or _DEFAULT_LAYOUT[self.kind]}.html"


@dataclass(frozen=True)
class Plan:
    """Every artifact of a campaign, and the campaign's languages, the default one first."""

    artifacts: tuple[Artifact, ...]
    languages: tuple[str, ...]

    def of(self, kind: Kind) -> tuple[Artifact, ...]:
        """The artifacts of one kind."""
        return tuple(artifact for artifact in self.artifacts if artifact.kind is kind)

    def find(self, kind: Kind, identifier: str, language: str) -> Artifact | None:
        """A document's artifact in a language."""
        return next(
            (
                artifact
                for artifact in self.of(kind)
                if artifact.document.id == identifier and language in artifact.languages
            ),
            None,
        )

    def in_language(self, artifact: Artifact, language: str) -> Artifact | None:
        """The same document in a language."""
        return self.find(artifact.kind, artifact.document.id, language)

    def nearest(self, page: Artifact, language: str) -> Artifact | None:
        """The same page in a language, or else the language's landing page."""
        return self.in_language(page, language) or self.find(Kind.PAGE, "index", language)

    def of_document(self, path: str, language: str) -> Artifact | None:
        """What a content file becomes in a language, or in the first one that it comes in."""
        made = [artifact for artifact in self.artifacts if artifact.document.path == path]
        own = (artifact for artifact in made if language in artifact.languages)
        return next(own, made[0] if made else None)

    def alternates(self, page: Artifact) -> tuple[tuple[str, Artifact], ...]:
        """A page in each language that it is translated into, by the value of its hreflang.

        `x-default` is for readers of any other language. Nothing where there is one language.
        """
        same = (self.in_language(page, language) for language in self.languages)
        translated = [other for other in same if other and other.is_translated]
        if len(translated) < 2:
            return ()
        return (*((other.language, other) for other in translated), ("x-default", translated[0]))


def plan(campaign: Campaign) -> Plan:
    """Give every document its address in every language of the campaign."""
    artifacts = []
    for kind, documents in (
        (Kind.PAGE, campaign.pages.values()),
        (Kind.PRINT, campaign.prints.values()),
        (Kind.PRINT, [page for page in campaign.pages.values() if page.settings.pdf]),
    ):
        for document in documents:
            for languages in _languages_of(document, campaign):
                first = languages[0]
                folder = "" if first == campaign.default_language else f"{first}/"
                address = f"{folder}{document.id}.{_SUFFIX[kind]}"
                artifacts.append(Artifact(document, kind, languages, address))
    return Plan(tuple(artifacts), campaign.languages)


def _languages_of(
    document: Content[DocumentSettings], campaign: Campaign
) -> tuple[tuple[str, ...], ...]:
    """The languages of each artifact of a document."""
    own = document.settings.languages
    if own and document is campaign.prints.get(document.id):
        return (tuple(own),)
    return tuple((language,) for language in own or campaign.languages)


def check_addresses(planned: Plan) -> Iterator[Problem]:
    """Two artifacts at one address are a problem; so are two that differ in capitals alone."""
    first: dict[str, Artifact] = {}
    for artifact in planned.artifacts:
        other = first.setdefault(artifact.address.lower(), artifact)
        if other is not artifact:
            yield error(
                artifact.document.place(),
                f"this would stand at {artifact.address}, where {other.document.path} stands",
                "rename one of the two files",
            )


def relative(start: str, target: str) -> str:
    """The relative link from one address to another."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


def absolute(url: str, address: str) -> str:
    """The full web address of an artifact; an index is shown without its file name."""
    folder, slash, name = address.rpartition("/")
    shown = "" if name == "index.html" else name
    return f"{url.rstrip('/')}/{folder}{slash}{shown}"


def from_root(start: str, link: str) -> str:
    """The address that a relative link on an artifact names, without what follows `#` or `?`."""
    path = link.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(start), path)) if path else start
