"""The packet and the readiness page: what their layouts see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from handbill.campaign import Content
from handbill.credential.dossier import Dossier
from handbill.credential.requirements import Credential, path_of
from handbill.markup import convert
from handbill.phrases import language_marks
from handbill.plan import Artifact, Kind
from handbill.problems import Place, Problem
from handbill.products import Rendered
from handbill.render.context import shared_context
from handbill.render.paper import for_paper
from handbill.render.pouring import pour
from handbill.schema import DocumentSettings
from handbill.vocabulary import Vocabulary
from handbill.workshop import Material, Workshop
from handbill.yaml_lines import Lines

PACKET = "packet.pdf"
_LAYOUT = "credential/packet"
_LANGUAGE = "en"
"""The language of both layouts' own words, as of the issuers' forms."""


def packet_of(credential: Credential, material: Material) -> Artifact:
    """The packet as an artifact: it has no content file, and is named after the credential."""
    campaign = material.campaign
    path, language = path_of(campaign), campaign.default_language
    # A layout in a folder is none that a document can name, and so not in its schema.
    settings = DocumentSettings(title=credential.title).model_copy(update={"layout": _LAYOUT})
    document = Content("packet", path, language, settings, convert("", Place(path)), Lines())
    return Artifact(document, Kind.PRINT, (language,), PACKET)


def render_packet(
    packet: Artifact, dossier: Dossier, vocabulary: Vocabulary, workshop: Workshop
) -> Rendered:
    """The packet's HTML, in the order of the credential's parts.

    `vocabulary` is the one that the answers were filled with: it has numbered their sources.
    """

    def context() -> Mapping[str, Any]:
        own = vocabulary.code
        return {
            **shared_context(vocabulary, workshop),
            "dossier": dossier,
            "own_language": Markup("") if own == _LANGUAGE else language_marks(own),
        }

    place = packet.document.place()
    html, problem = pour(packet.layout, context, workshop.layouts, place)
    return Rendered(packet, for_paper(html), problem)


def render_readiness(
    dossier: Dossier, files: Iterable[str], vocabulary: Vocabulary, workshop: Workshop
) -> tuple[str, Problem | None]:
    """The readiness page's HTML; `files` are those that stand beside it."""

    def context() -> Mapping[str, Any]:
        shared = shared_context(vocabulary, workshop)
        return {**shared, "dossier": dossier, "files": sorted(files)}

    place = Place(path_of(workshop.campaign))
    return pour("credential/readiness.html", context, workshop.layouts, place)
