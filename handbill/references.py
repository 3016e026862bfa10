"""Links and images in content: what they mean, and whether what they name is there."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum

from handbill.campaign import Campaign
from handbill.plan import Artifact, Kind, Plan, absolute, relative

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ATTRIBUTE = re.compile(r'(?<= )(href|src)="([^"]*)"')
_PUBLIC_SCHEMES = ("https:", "http:", "mailto:", "tel:", "sms:")
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


class Target(str, Enum):
    """What a link in content can lead to."""

    OUTSIDE = "outside"
    DOCUMENT = "document"
    ASSET = "asset"
    ANCHOR = "anchor"
    FORBIDDEN = "forbidden"
    MISSING = "missing"


@dataclass(frozen=True)
class Reference:
    """A link or an image source, understood: the file it names and the anchor after `#`."""

    target: Target
    path: str = ""
    anchor: str = ""


def understand(href: str, from_path: str, campaign: Campaign) -> Reference:
    """What a link in a content file leads to.

    A path counts from the file that it stands in or from the campaign's folder.
    """
    if _SCHEME.match(href) or href.startswith("//"):
        public = href.lower().startswith(_PUBLIC_SCHEMES)
        return Reference(Target.OUTSIDE if public else Target.FORBIDDEN)
    path, _, anchor = href.partition("#")
    if not path:
        return Reference(Target.ANCHOR, from_path, anchor)
    documents = {document.path for document in campaign.documents}
    for start in (posixpath.dirname(from_path), "", "content/pages", "content/print"):
        candidate = posixpath.normpath(posixpath.join(start, path))
        if candidate in documents:
            return Reference(Target.DOCUMENT, candidate, anchor)
        if candidate in campaign.assets:
            return Reference(Target.ASSET, candidate, anchor)
    return Reference(Target.MISSING, path, anchor)


def resolve(html: str, from_path: str, artifact: Artifact, campaign: Campaign, plan: Plan) -> str:
    """The HTML with links to content files and assets turned into links between artifacts."""

    def replace(match: re.Match[str]) -> str:
        reference = understand(match[2], from_path, campaign)
        address = _address(reference, artifact.language, plan)
        if address is None:
            return match[0]
        anchor = f"#{reference.anchor}" if reference.anchor else ""
        return f'{match[1]}="{_link(artifact, address, reference, campaign)}{anchor}"'

    return _ATTRIBUTE.sub(replace, html)


def _link(artifact: Artifact, address: str, reference: Reference, campaign: Campaign) -> str:
    """A link from a page is relative; paper has no place to start from, and names the web's."""
    if artifact.kind is Kind.PAGE:
        return relative(artifact.address, address)
    if reference.target is Target.ASSET:
        return address
    return absolute(campaign.settings.url, address)


def _address(reference: Reference, language: str, plan: Plan) -> str | None:
    if reference.target is Target.ASSET:
        return reference.path
    if reference.target is Target.DOCUMENT:
        artifact = plan.of_document(reference.path, language)
        return artifact.address if artifact else None
    return None
