"""One artifact to HTML: what its layout sees, and what to say when the layout is broken."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from handbill.campaign import Campaign
from handbill.colours import palette
from handbill.fonts import family_list
from handbill.languages import Language
from handbill.layouts import Layouts
from handbill.phrases import Phrase, WebLink, in_language
from handbill.placeholders import PlaceholderError
from handbill.plan import Artifact, Kind, Plan, absolute, relative
from handbill.problems import Place, did_you_mean, error
from handbill.products import Download, Rendered
from handbill.progress import Progress
from handbill.references import resolve, understand
from handbill.render import pictures
from handbill.render.filling import DocumentView, Filling
from handbill.render.sides import join_sides
from handbill.views import FactView
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop

_UNKNOWN = re.compile(r"(?:^|has no attribute )'(\w+)'(?: is undefined)?$")


Say = Callable[..., Phrase]


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
        return Rendered(artifact, "" if failed else sides[0].html, failed)
    joined = join_sides([(side.artifact.language, side.html) for side in sides])
    if joined is None:
        says = "this layout has no <body>, which a sheet with two sides needs"
        return Rendered(artifact, "", error(workshop.layouts.place(artifact.layout), says))
    return Rendered(artifact, joined)


def _render_side(
    artifact: Artifact, sheet: Artifact, workshop: Workshop, downloads: Sequence[Download]
) -> Rendered:
    layouts = workshop.layouts
    document = artifact.document
    if layouts.find(artifact.layout) is None:
        name = artifact.layout.removesuffix(".html")
        says = f"there is no layout called `{name}`"
        hint = "layouts: " + ", ".join(f"`{known}`" for known in layouts.names())
        return Rendered(artifact, "", error(document.place("layout"), says, hint))
    try:
        context = _context(artifact, workshop, downloads)
        context["other_side"] = _other_side(artifact, sheet, workshop)
        return Rendered(artifact, layouts.environment.get_template(artifact.layout).render(context))
    except PlaceholderError as wrong:
        return Rendered(artifact, "", wrong.problem(document.place()))
    except jinja2.TemplateSyntaxError as wrong:
        name = wrong.name or artifact.layout
        problem = error(
            layouts.place(name, wrong.lineno), f"this layout is broken: {wrong.message}"
        )
        return Rendered(artifact, "", problem)
    except Exception as wrong:
        place = _line_in_layouts(wrong, layouts)
        if place is None:
            raise
        return Rendered(artifact, "", error(place, f"this layout is broken: {_says(wrong)}"))


def _context(
    artifact: Artifact, workshop: Workshop, downloads: Sequence[Download]
) -> dict[str, Any]:
    campaign, planned = workshop.campaign, workshop.plan
    vocabulary = Vocabulary(campaign, artifact.language, workshop.words[artifact.language])
    names = vocabulary.names()

    def resolve_links(html: str, path: str) -> str:
        return resolve(html, path, artifact, campaign, planned)

    filling = Filling(vocabulary, names, resolve_links)
    colours = palette(campaign.settings.look.colours.ink, campaign.settings.look.colours.lamp)
    mirrored = vocabulary.language.direction == "rtl"
    landing = planned.find(Kind.PAGE, "index", artifact.language)
    context = {
        **names,
        "say": vocabulary.say,
        "language": vocabulary.language,
        "site_url": campaign.settings.url,
        "url": absolute(campaign.settings.url, artifact.address),
        "notice": vocabulary.words(campaign.config, "notice"),
        "paper": campaign.settings.look.paper,
        "colours": colours,
        "languages": _languages(workshop),
        "families": lambda code: Markup(family_list(workshop.fonts, code)),  # noqa: S704 - names of fonts
        "logo": _logo(campaign, artifact),
        "document": DocumentView(artifact.document, vocabulary, filling),
        "citations": vocabulary.citations,
        "home": relative(artifact.address, landing.address) if landing else None,
        "menu": _menu(artifact, planned, vocabulary),
        "translations": _translations(artifact, workshop),
        "alternates": _alternates(artifact, workshop),
        "canonical": _canonical(artifact, workshop),
        "action": _action(artifact, campaign, planned),
        "target": _target(artifact, campaign, planned),
        "all_facts": [vocabulary.fact(fact) for fact in campaign.facts],
        "all_offers": [vocabulary.offer(offer) for offer in campaign.offers],
        "all_places": [vocabulary.place_view(place) for place in campaign.places],
        "all_sources": [vocabulary.reference(cited) for cited in campaign.sources.values()],
        "all_downloads": _downloads(artifact, downloads, workshop, vocabulary.say),
        "details_of": lambda kind, name: _details(kind, name, campaign, filling, artifact),
        "wall": lambda fact: _picture(pictures.wall, fact, colours, mirrored),
        "street": lambda fact: _picture(pictures.street, fact, colours, mirrored),
        "qr_code": lambda address, inches: pictures.qr_code(
            address, vocabulary.say("qr_code", address=WebLink(address).shown), colours, inches
        ),
        "shown": lambda address: WebLink(address).shown,
    }
    blocks = workshop.layouts.environment.get_template("parts/blocks.html").make_module(context)
    names.update({name: getattr(blocks, name) for name in workshop.layouts.block_names()})
    return context


def _languages(workshop: Workshop) -> list[dict[str, Any]]:
    """What stylesheets ask of each language of the campaign."""
    return [
        {
            "code": code,
            "script": Language(code).script,
            "is_tall": Language(code).is_tall,
            "has_italics": workshop.fonts.has_italics(code),
        }
        for code in workshop.campaign.languages
    ]


def _picture(draw: Any, fact: FactView, colours: Any, mirrored: bool) -> Markup:
    if fact.windows is None:
        says = f"the fact `{fact.id}` is not drawn in windows"
        raise PlaceholderError(says, "add `picture: windows` to it")
    picture: Markup = draw(fact.windows.drawn, fact.windows.alternative, colours, mirrored=mirrored)
    return picture


def _details(
    kind: str, name: str, campaign: Campaign, filling: Filling, artifact: Artifact
) -> Markup:
    contents: Mapping[str, Any] = {"fact": campaign.facts, "offer": campaign.offers}.get(kind, {})
    if name not in contents:
        raise PlaceholderError(f"there is no {kind} called `{name}`", did_you_mean(name, contents))
    return filling.filled(*contents[name].body_in(artifact.language))


def _logo(campaign: Campaign, artifact: Artifact) -> dict[str, str] | None:
    path = campaign.settings.look.logo
    if path is None:
        return None
    return {"source": relative(artifact.address, path), "path": path}


def _menu(artifact: Artifact, planned: Plan, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "words": vocabulary.words(page.document, "menu"),
            "href": relative(artifact.address, page.address),
            "current": page == artifact,
        }
        for page in planned.of(Kind.PAGE)
        if page.language == artifact.language and page.document.settings.menu
    ]


def _translations(artifact: Artifact, workshop: Workshop) -> list[dict[str, Any]]:
    """The page in each language of the campaign, or the nearest that there is."""
    nearest = [(code, workshop.plan.nearest(artifact, code)) for code in workshop.plan.languages]
    return [
        {
            "language": Language(code),
            "href": relative(artifact.address, other.address),
            "current": other == artifact,
        }
        for code, other in nearest
        if other
    ]


def _alternates(artifact: Artifact, workshop: Workshop) -> list[dict[str, str]]:
    """The page in each language that it is translated into, for search engines."""
    url = workshop.campaign.settings.url
    return [
        {"hreflang": code, "url": absolute(url, other.address)}
        for code, other in workshop.plan.alternates(artifact)
        if artifact.is_translated
    ]


def _canonical(artifact: Artifact, workshop: Workshop) -> str:
    """Where the words of a page belong: one that is not translated shows those of another."""
    document, default = artifact.document, workshop.campaign.default_language
    original = workshop.plan.of_document(document.path, default)
    own = artifact if artifact.is_translated or original is None else original
    return absolute(workshop.campaign.settings.url, own.address)


def _other_side(artifact: Artifact, sheet: Artifact, workshop: Workshop) -> Phrase | None:
    """What tells the readers of the other side's language that it is there."""
    for code in sheet.languages:
        if code != artifact.language:
            name = Language(code).name
            words = workshop.words[code]
            return words.say("other_side", artifact.language, {"language": name})
    return None


def _action(artifact: Artifact, campaign: Campaign, planned: Plan) -> str | None:
    """Where the second button leads."""
    href = artifact.document.settings.action
    if href is None:
        return None
    reference = understand(href, artifact.document.path, campaign)
    page = planned.of_document(reference.path, artifact.language)
    if page is None:
        return href
    anchor = f"#{reference.anchor}" if reference.anchor else ""
    return relative(artifact.address, page.address) + anchor


def _target(artifact: Artifact, campaign: Campaign, planned: Plan) -> str:
    """The web address that a print document sends people to."""
    reference = understand(artifact.document.settings.page, "content/pages/index.md", campaign)
    page = planned.of_document(reference.path, artifact.language)
    url = campaign.settings.url
    return absolute(url, page.address) if page else url


def _downloads(
    artifact: Artifact, downloads: Sequence[Download], workshop: Workshop, say: Say
) -> list[dict[str, Any]]:
    """The PDFs that have words of their language, the artifact's own language first."""
    translated = [d for d in downloads if any(side.is_translated for side in d.artifact.sides)]
    own_first = sorted(translated, key=lambda d: artifact.language not in d.artifact.languages)
    return [
        {
            "title": _title_in_its_language(download.artifact, artifact.language, workshop),
            "languages": [Language(code) for code in download.artifact.languages],
            "names": _names(download.artifact.languages, artifact.language),
            "href": relative(artifact.address, download.artifact.address),
            "thumbnail": relative(artifact.address, download.picture_address),
            "width": download.thumbnail.width,
            "height": download.thumbnail.height,
            "pages": say("pages", count=download.pages),
            "size": say("kilobytes", count=max(1, round(download.size / 1000))),
        }
        for download in own_first
    ]


def _names(codes: Sequence[str], around: str) -> Phrase:
    """Languages in their own names, each marked as such."""
    names = {code: Language(code).name for code in codes}
    marked = (in_language(escape(name), code, around) for code, name in names.items())
    html = Markup(" · ").join(marked)
    return Phrase(" · ".join(names.values()), lambda: html)


def _title_in_its_language(artifact: Artifact, around: str, workshop: Workshop) -> Phrase | None:
    """The title of a PDF in the reader's language, or else in the PDF's own."""
    code = around if around in artifact.languages else artifact.language
    vocabulary = Vocabulary(workshop.campaign, code, workshop.words[code])
    title = vocabulary.words(artifact.document, "title")
    return title and Phrase(str(title), lambda: in_language(title.__html__(), code, around))


def _says(wrong: Exception) -> str:
    if isinstance(wrong, jinja2.TemplateNotFound):
        return f"there is no file layouts/{wrong.name}"
    unknown = isinstance(wrong, jinja2.UndefinedError) and _UNKNOWN.search(str(wrong))
    return f"nothing here is called `{unknown[1]}`" if unknown else str(wrong)


def _line_in_layouts(wrong: BaseException, layouts: Layouts) -> Place | None:
    for frame in reversed(traceback.extract_tb(wrong.__traceback__)):
        for folder in layouts.folders:
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(folder).as_posix()
                return layouts.place(name, frame.lineno or 0)
    return None
