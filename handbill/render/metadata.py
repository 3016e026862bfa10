"""What a page says of itself to browsers, search engines, and whoever shows a link to it."""

from __future__ import annotations

from typing import Any

from handbill.plan import LANDING_PAGE, Artifact, Kind, absolute
from handbill.render.links import canonical
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Pixels of the picture beside a link: the size that the Open Graph's readers ask for."""


def card(artifact: Artifact, vocabulary: Vocabulary, workshop: Workshop) -> dict[str, Any] | None:
    """The picture beside a link to an artifact, in its language or else in the default one.

    Its text alternative says what is written on it, and how many windows are dark.
    """
    languages = (artifact.language, workshop.campaign.default_language)
    cards = (workshop.plan.find(Kind.CARD, LANDING_PAGE, language) for language in languages)
    found = next(filter(None, cards), None)
    if found is None:
        return None
    url = absolute(workshop.campaign.settings.url, found.address)
    leading = found.document.settings.leading_fact
    windows = vocabulary.facts.fact(leading).windows if leading else None
    headline = str(vocabulary.words(found.document, "title"))
    said = [headline + vocabulary.interface.full_stop(headline), windows and windows.alternative]
    alternative = " ".join(str(words) for words in said if words)
    return {"url": url, "width": CARD_WIDTH, "height": CARD_HEIGHT, "alternative": alternative}


def structured_data(
    artifact: Artifact, vocabulary: Vocabulary, workshop: Workshop
) -> dict[str, Any]:
    """A page and who publishes it, in the terms of schema.org (JSON-LD)."""
    names = vocabulary.names()
    contact = names["district"].contact
    publisher = {
        "@type": "Organization",
        "name": str(names["district"].name),
        "telephone": contact.phone and str(contact.phone),
        "email": contact.email and contact.email.shown,
    }
    picture = card(artifact, vocabulary, workshop)
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": _words(vocabulary, artifact, "title"),
        "description": _words(vocabulary, artifact, "description")
        or _words(vocabulary, artifact, "summary"),
        "inLanguage": artifact.language,
        "url": canonical(artifact, workshop),
        "image": picture and picture["url"],
        "isPartOf": {
            "@type": "WebSite",
            "name": str(names["title"]),
            "url": absolute(workshop.campaign.settings.url, "index.html"),
        },
        "publisher": _without_gaps(publisher),
    }
    return _without_gaps(page)


def _words(vocabulary: Vocabulary, artifact: Artifact, key: str) -> str | None:
    words = vocabulary.words(artifact.document, key)
    return str(words) if words else None


def _without_gaps(entries: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}
