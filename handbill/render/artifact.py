"""One artifact to HTML: its document, poured into its layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.phrases import Phrase, in_language
from handbill.placeholders import PlaceholderError
from handbill.plan import LANDING_PAGE, Artifact, Kind, absolute, link
from handbill.problems import did_you_mean, error
from handbill.products import Download, Rendered
from handbill.progress import Progress
from handbill.references import picture_of, resolve
from handbill.render import links
from handbill.render.block import with_style_in_attributes
from handbill.render.context import Later, shared_context
from handbill.render.filling import DocumentView, Filling
from handbill.render.metadata import card, structured_data
from handbill.render.paper import for_paper
from handbill.render.pouring import pour
from handbill.render.security import POLICY_MARK, sealed
from handbill.render.sides import join_sides
from handbill.typography import last_signs_bound
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop


def render_all(
    artifacts: Sequence[Artifact],
    workshop: Workshop,
    downloads: Sequence[Download],
    progress: Progress,
) -> Iterator[Rendered]:
    """Render artifacts one by one."""
    for artifact in progress.each(artifacts, len(artifacts)):
        yield render(artifact, workshop, downloads)


def render(artifact: Artifact, workshop: Workshop, downloads: Sequence[Download]) -> Rendered:
    """Pour an artifact's document into its layout, once for each side of a sheet."""
    sides = [_render_side(side, artifact, workshop, downloads) for side in artifact.sides]
    failed = next((side.problem for side in sides if side.problem), None)
    if failed or len(sides) == 1:
        return Rendered(artifact, "" if failed else _finished(artifact, sides[0].html), failed)
    joined = join_sides([(side.artifact.language, side.html) for side in sides])
    if joined is None:
        says = "this layout has no <body>, which a sheet with two sides needs"
        return Rendered(artifact, "", error(workshop.layouts.place(artifact.layout), says))
    return Rendered(artifact, _finished(artifact, joined))


def _finished(artifact: Artifact, html: str) -> str:
    """An artifact's HTML with what can be known only of the whole of it."""
    if artifact.kind is Kind.PRINT:
        html = for_paper(html)
    elif artifact.kind is Kind.PAGE:
        html = last_signs_bound(html)
    return sealed(with_style_in_attributes(html) if artifact.kind is Kind.EMBED else html)


def _render_side(
    artifact: Artifact, sheet: Artifact, workshop: Workshop, downloads: Sequence[Download]
) -> Rendered:
    layouts = workshop.layouts
    document = artifact.document
    if layouts.find(artifact.layout) is None:
        name = artifact.layout.removesuffix(".html")
        says = f"there is no layout called `{name}`"
        hint = "layouts: " + ", ".join(f"`{known}`" for known in layouts.names())
        return Rendered(artifact, "", error(document.place(artifact.layout_key), says, hint))

    def context() -> Mapping[str, Any]:
        other_side = _other_side(artifact, sheet, workshop)
        return {**_context(artifact, workshop, downloads), "other_side": other_side}

    return Rendered(artifact, *pour(artifact.layout, context, layouts, document.place()))


def _context(
    artifact: Artifact, workshop: Workshop, downloads: Sequence[Download]
) -> dict[str, Any]:
    campaign, planned = workshop.campaign, workshop.plan
    vocabulary = Vocabulary(campaign, artifact.language, workshop.words[artifact.language])
    names = vocabulary.names()

    def resolve_links(html: str, path: str) -> str:
        return resolve(html, path, artifact, campaign, planned)

    filling = Filling(vocabulary, names, resolve_links)
    url = campaign.settings.url
    landing = planned.find(Kind.PAGE, LANDING_PAGE, artifact.language)
    context = {
        **shared_context(vocabulary, workshop),
        "url": absolute(url, artifact.address),
        "logo": _logo(campaign, artifact),
        "document": DocumentView(artifact.document, vocabulary, filling),
        "home": link(artifact, landing.address, url) if landing else None,
        "menu": links.menu(artifact, planned, vocabulary),
        "translations": links.translations(artifact, workshop),
        "alternates": links.alternates(artifact, workshop),
        "canonical": links.canonical(artifact, workshop),
        "buttons": links.buttons(artifact, workshop, vocabulary),
        "action": links.action(artifact, campaign, planned),
        "target": links.target(artifact, campaign, planned),
        "card": lambda: card(artifact, vocabulary, workshop),
        "structured_data": lambda: structured_data(artifact, vocabulary, workshop),
        "security_policy": POLICY_MARK,
        "all_facts": Later(lambda: map(vocabulary.facts.fact, campaign.facts)),
        "facts_by_source": Later(vocabulary.facts.by_source),
        "all_offers": Later(lambda: map(vocabulary.offer, campaign.offers)),
        "all_places": Later(lambda: map(vocabulary.place_view, campaign.places)),
        "place_columns": Later(vocabulary.place_columns),
        "all_sources": Later(lambda: map(vocabulary.facts.reference, campaign.sources)),
        "all_downloads": links.downloads(artifact, downloads, workshop, vocabulary.say),
        "own_pdf": links.own_pdf(artifact, downloads, workshop, vocabulary.say),
        "details_of": lambda kind, name: _details(kind, name, campaign, filling, artifact),
    }
    blocks = workshop.layouts.environment.get_template("parts/blocks.html").make_module(context)
    names.update({name: getattr(blocks, name) for name in workshop.layouts.block_names})
    return context


def _details(
    kind: str, name: str, campaign: Campaign, filling: Filling, artifact: Artifact
) -> Markup:
    contents: Mapping[str, Any] = {"fact": campaign.facts, "offer": campaign.offers}.get(kind, {})
    if name not in contents:
        raise PlaceholderError(f"there is no {kind} called `{name}`", did_you_mean(name, contents))
    return filling.filled(*contents[name].body_in(artifact.language))


def _logo(campaign: Campaign, artifact: Artifact) -> dict[str, Any] | None:
    path = campaign.settings.look.logo
    if path is None:
        return None
    picture = picture_of(campaign, path)
    width, height = (picture and picture.size) or (None, None)
    address = picture.address if picture else path
    source = link(artifact, address, campaign.settings.url)
    return {"source": source, "path": path, "width": width, "height": height}


def _other_side(artifact: Artifact, sheet: Artifact, workshop: Workshop) -> Phrase | None:
    """What tells the readers of the other side's language that it is there."""
    code = next((code for code in sheet.languages if code != artifact.language), None)
    if code is None:
        return None
    said = workshop.words[code].say("other_side", code, {"language": Language(code).name})
    return Phrase(str(said), lambda: in_language(said.__html__(), code, artifact.language))
