"""Which artifacts a campaign becomes, and at which address each of them will stand."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
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
    """One page or one PDF in one language; its address is a path below the site's root."""

    document: Content[DocumentSettings]
    kind: Kind
    language: str
    address: str

    @property
    def layout(self) -> str:
        """The name of its layout's HTML file."""
        return f"{self.document.settings.layout or _DEFAULT_LAYOUT[self.kind]}.html"


@dataclass(frozen=True)
class Plan:
    """Every artifact of a campaign."""

    artifacts: tuple[Artifact, ...]

    def of(self, kind: Kind) -> tuple[Artifact, ...]:
        """The artifacts of one kind."""
        return tuple(artifact for artifact in self.artifacts if artifact.kind is kind)

    def find(self, kind: Kind, identifier: str, language: str) -> Artifact | None:
        """A document's artifact in a language."""
        return next(
            (
                artifact
                for artifact in self.of(kind)
                if (artifact.document.id, artifact.language) == (identifier, language)
            ),
            None,
        )

    def translations_of(self, artifact: Artifact) -> tuple[Artifact, ...]:
        """The same document in every language, its own included, in the campaign's order."""
        same = (artifact.kind, artifact.document.id)
        return tuple(a for a in self.artifacts if (a.kind, a.document.id) == same)


def plan(campaign: Campaign) -> Plan:
    """Give every document its address in every language of the campaign."""
    artifacts = []
    for kind, documents in ((Kind.PAGE, campaign.pages), (Kind.PRINT, campaign.prints)):
        for document in documents.values():
            for language in campaign.languages:
                folder = "" if language == campaign.default_language else f"{language}/"
                address = f"{folder}{document.id}.{_SUFFIX[kind]}"
                artifacts.append(Artifact(document, kind, language, address))
    return Plan(tuple(artifacts))


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
