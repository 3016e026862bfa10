"""Where an artifact leads: to the other pages, to itself in other languages, to the PDFs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.outside import opened
from handbill.phrases import Phrase, in_language, language_names
from handbill.plan import Artifact, Kind, Plan, absolute, link
from handbill.products import Download
from handbill.references import Target, understand
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop

Say = Callable[..., Phrase]


def menu(artifact: Artifact, planned: Plan, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The pages of the menu, in the artifact's language."""
    return [
        {
            "words": vocabulary.words(page.document, "menu"),
            "href": link(artifact, page.address, vocabulary.campaign.settings.url),
            "current": page == artifact,
        }
        for page in planned.of(Kind.PAGE)
        if page.language == artifact.language and page.document.settings.menu
    ]


def translations(artifact: Artifact, workshop: Workshop) -> list[dict[str, Any]]:
    """The page in each language of the campaign, or the nearest that there is."""
    url = workshop.campaign.settings.url
    nearest = [(code, workshop.plan.nearest(artifact, code)) for code in workshop.plan.languages]
    return [
        {
            "language": Language(code),
            "href": link(artifact, other.address, url),
            "current": other == artifact,
        }
        for code, other in nearest
        if other
    ]


def alternates(artifact: Artifact, workshop: Workshop) -> list[dict[str, str]]:
    """The page in each language that it is translated into, for search engines."""
    url = workshop.campaign.settings.url
    return [
        {"hreflang": code, "url": absolute(url, other.address)}
        for code, other in workshop.plan.alternates(artifact)
        if artifact.is_translated
    ]


def canonical(artifact: Artifact, workshop: Workshop) -> str:
    """Where the words of a page belong: one that is not translated shows those of another."""
    default = workshop.campaign.default_language
    language = artifact.language if artifact.is_translated else default
    page = workshop.plan.of_document(artifact.document.path, language) or artifact
    return absolute(workshop.campaign.settings.url, page.address)


def buttons(artifact: Artifact, workshop: Workshop, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The buttons below a headline, the one that comes first before the others."""
    contact = vocabulary.names()["district"].contact
    first = artifact.document.settings.first_button
    leads = action(artifact, workshop.campaign, workshop.plan)
    found: dict[str, dict[str, Any]] = {}
    if contact.phone and first != "none":
        calls = vocabulary.say("call", phone=contact.phone.digits)
        found["call"] = {"words": calls, "href": contact.phone.href}
    if contact.email and first == "write":
        found["write"] = {"words": vocabulary.say("write"), "href": contact.email.href}
    if leads:
        words = vocabulary.words(artifact.document, "action_words")
        found["action"] = {"words": words, "href": leads}
    return [
        {**found[name], "is_call": name == "call"}
        for name in sorted(found, key=lambda name: name != first)
    ]


def action(artifact: Artifact, campaign: Campaign, planned: Plan) -> str | None:
    """Where the button of a document's own leads."""
    href = artifact.document.settings.action
    if href is None:
        return None
    reference = understand(href, artifact.document.path, campaign)
    page = planned.of_document(reference.path, artifact.language)
    if page is None:
        return opened(href) if reference.target is Target.OUTSIDE else href
    anchor = f"#{reference.anchor}" if reference.anchor else ""
    return link(artifact, page.address, campaign.settings.url) + anchor


def target(artifact: Artifact, campaign: Campaign, planned: Plan) -> str:
    """The web address that a print document sends people to."""
    opens = artifact.document.settings.page
    reference = understand(opens, "content/pages/index.md", campaign)
    if reference.target is Target.OUTSIDE:
        return opens
    page = planned.of_document(reference.path, artifact.language)
    url = campaign.settings.url
    return absolute(url, page.address) if page else url


def downloads(
    artifact: Artifact, made: Sequence[Download], workshop: Workshop, say: Say
) -> list[dict[str, Any]]:
    """The print documents that have words of their language, the artifact's own first."""
    prints = {document.path for document in workshop.campaign.prints.values()}
    offered = [
        download
        for download in made
        if download.artifact.document.path in prints
        and download.artifact.document.settings.listed
        and any(side.is_translated for side in download.artifact.sides)
    ]
    own_first = sorted(offered, key=lambda d: artifact.language not in d.artifact.languages)
    return [_download(download, artifact, workshop, say) for download in own_first]


def own_pdf(
    artifact: Artifact, made: Sequence[Download], workshop: Workshop, say: Say
) -> dict[str, Any] | None:
    """The PDF of a page's own text, in the language in which the page shows it."""
    document = artifact.document
    language = artifact.language if artifact.is_translated else document.language
    printed = workshop.plan.find(Kind.PRINT, document.id, language)
    own = (d for d in made if d.artifact == printed and d.artifact.document is document)
    return next((_download(download, artifact, workshop, say) for download in own), None)


def _download(
    download: Download, artifact: Artifact, workshop: Workshop, say: Say
) -> dict[str, Any]:
    """What a link to a PDF says of it."""
    url = workshop.campaign.settings.url
    return {
        "title": _title_in_its_language(download.artifact, artifact.language, workshop),
        "languages": [Language(code) for code in download.artifact.languages],
        "names": language_names(download.artifact.languages, artifact.language),
        "href": link(artifact, download.artifact.address, url),
        "thumbnail": link(artifact, download.picture_address, url),
        "width": download.thumbnail.width,
        "height": download.thumbnail.height,
        "pages": say("pages", count=download.pages),
        "size": say("kilobytes", count=max(1, round(download.size / 1000))),
    }


def _title_in_its_language(artifact: Artifact, around: str, workshop: Workshop) -> Phrase | None:
    """The title of a PDF in the reader's language, or else in the PDF's own."""
    code = around if around in artifact.languages else artifact.language
    vocabulary = Vocabulary(workshop.campaign, code, workshop.words[code])
    title = vocabulary.words(artifact.document, "title")
    return title and Phrase(str(title), lambda: in_language(title.__html__(), code, around))
