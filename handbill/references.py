"""Links and images in content: what they mean, and whether what they name is there."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from html import unescape

from markupsafe import escape

from handbill.campaign import Campaign
from handbill.image_files import Picture
from handbill.outside import opened
from handbill.plan import Artifact, Kind, Plan, link

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ATTRIBUTE = re.compile(r'(?<= )(href|src)="([^"]*)"')
_PUBLIC_SCHEMES = ("https:", "http:", "mailto:", "tel:", "sms:")
_PRINTED = {Kind.PRINT, Kind.CARD}
"""What finds its pictures by their paths in the campaign."""


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
        if reference.target is Target.OUTSIDE and match[1] == "href":
            return f'href="{escape(opened(unescape(match[2])))}"'
        address = _address(reference, artifact.language, plan)
        if address is None:
            return match[0]
        picture = picture_of(campaign, address) if match[1] == "src" else None
        anchor = f"#{reference.anchor}" if reference.anchor else ""
        printed = reference.target is Target.ASSET and artifact.kind in _PRINTED
        shown = picture.address if picture and not printed else address
        to = shown if printed else link(artifact, shown, campaign.settings.url)
        size = _size(picture) if match[1] == "src" and not printed else ""
        return f'{match[1]}="{to}{anchor}"{size}'

    return _ATTRIBUTE.sub(replace, html)


def picture_of(campaign: Campaign, path: str) -> Picture | None:
    """What is shown of an asset; None where it is no picture, or a broken one."""
    picture = campaign.pictures.get(path)
    return picture if isinstance(picture, Picture) else None


def for_paper(campaign: Campaign) -> dict[str, bytes]:
    """The assets by their paths, pictures as paper shows them."""
    shown = {path: picture_of(campaign, path) for path in campaign.pictures}
    return {**campaign.assets, **{path: p.paper for path, p in shown.items() if p}}


def _size(picture: Picture | None) -> str:
    """The attributes of an image on a page: it comes late, and nothing moves when it comes."""
    size = picture and picture.size
    return f' width="{size[0]}" height="{size[1]}" loading="lazy"' if size else ' loading="lazy"'


def _address(reference: Reference, language: str, plan: Plan) -> str | None:
    if reference.target is Target.ASSET:
        return reference.path
    if reference.target is Target.DOCUMENT:
        artifact = plan.of_document(reference.path, language)
        return artifact.address if artifact else None
    return None
