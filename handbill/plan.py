"""Which artifacts a campaign becomes, and at which address each of them will stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import urlsplit

from handbill.campaign import Campaign, Content
from handbill.schema import DocumentSettings


class Kind(str, Enum):
    """What an artifact is."""

    PAGE = "page"
    PRINT = "print"
    CARD = "card"
    """The picture that stands beside a link to the site in messages and feeds."""
    EMBED = "embed"
    """A block of the landing page, to stand in pages of other sites."""
    NOT_FOUND = "not found"
    """The page that a server shows for an address where nothing is."""


LANDING_PAGE = "index"
_LAYOUT = {
    Kind.PAGE: "page",
    Kind.PRINT: "flyer",
    Kind.CARD: "site/card",
    Kind.EMBED: "site/embed",
    Kind.NOT_FOUND: "site/404",
}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
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
        named = None
        if self.kind in {Kind.PAGE, Kind.PRINT}:
            named = getattr(self.document.settings, self.layout_key)
        return f"{named or _LAYOUT[self.kind]}.html"


@dataclass(frozen=True)
class Plan:
    """Every artifact of a campaign, and the campaign's languages, the default one first.

    `companions` are what comes with the landing page beside itself: cards, blocks to embed, and
    the page for addresses where nothing is.
    """

    artifacts: tuple[Artifact, ...]
    companions: tuple[Artifact, ...]
    languages: tuple[str, ...]

    def of(self, *kinds: Kind) -> tuple[Artifact, ...]:
        """The artifacts of some kinds."""
        every = (*self.artifacts, *self.companions)
        return tuple(artifact for artifact in every if artifact.kind in kinds)

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
        same = self.find(Kind.PAGE, page.document.id, language)
        return same or self.find(Kind.PAGE, LANDING_PAGE, language)

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
    return Plan(tuple(artifacts), tuple(_companions(campaign)), campaign.languages)


def _companions(campaign: Campaign) -> Iterator[Artifact]:
    landing = campaign.pages.get(LANDING_PAGE)
    if landing is None:
        return
    default = campaign.default_language
    yield Artifact(landing, Kind.NOT_FOUND, (default,), "404.html")
    for language in landing.settings.languages or campaign.languages:
        folder = "" if language == default else f"{language}/"
        yield Artifact(landing, Kind.CARD, (language,), f"{folder}card.png")
        yield Artifact(landing, Kind.EMBED, (language,), f"embed/{language}.html")


def _languages_of(
    document: Content[DocumentSettings], campaign: Campaign
) -> tuple[tuple[str, ...], ...]:
    """The languages of each artifact of a document."""
    own = document.settings.languages
    if own and document is campaign.prints.get(document.id):
        return (tuple(own),)
    return tuple((language,) for language in own or campaign.languages)


def relative(start: str, target: str) -> str:
    """The relative link from one address to another."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


def absolute(url: str, address: str) -> str:
    """The full web address of an artifact; an index is shown without its file name."""
    folder, slash, name = address.rpartition("/")
    shown = "" if name == "index.html" else name
    return f"{url.rstrip('/')}/{folder}{slash}{shown}"


def link(artifact: Artifact, address: str, url: str) -> str:
    """The link from an artifact to an address of the site, which stands on the web at `url`.

    A page links to its neighbours. Paper and a page of another site have no place to start from,
    and name the whole address. The page for addresses where nothing is may be shown at any
    depth, and begins at the server's root.
    """
    if artifact.kind is Kind.PAGE:
        return relative(artifact.address, address)
    whole = absolute(url, address)
    return urlsplit(whole).path if artifact.kind is Kind.NOT_FOUND else whole


def own_address(artifact: Artifact, href: str, url: str) -> str | None:
    """The address of the site that a link on an artifact names; None where it leads elsewhere."""
    if artifact.kind is not Kind.PAGE:
        start = absolute(url, "")
        start = urlsplit(start).path if artifact.kind is Kind.NOT_FOUND else start
        if not href.startswith(start):
            return None
        path = href.removeprefix(start).split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
        return path if path and not path.endswith("/") else f"{path}index.html"
    return None if _SCHEME.match(href) else from_root(artifact.address, href)


def from_root(start: str, link: str) -> str:
    """The address that a relative link on an artifact names, without what follows `#` or `?`."""
    path = link.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(start), path)) if path else start
