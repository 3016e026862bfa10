"""Where something in an artifact was written: in its content, or in its layout."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from handbill.campaign import Content
from handbill.plan import Artifact
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.workshop import Workshop

_OF_A_SOURCE = re.compile(r"source-\d+")


def written_at(text: str, artifact: Artifact, workshop: Workshop) -> Place:
    """The file and line where a piece of text stands; the document as a whole if nowhere."""
    document, campaign = artifact.document, workshop.campaign
    if document.settings.action and text in document.settings.action:
        return document.place("action")
    others: tuple[Content[Any], ...] = (
        *campaign.facts.values(),
        *campaign.offers.values(),
        *campaign.answers.values(),
        campaign.config,
    )
    for place in (
        *_in_content(text, (document,), artifact.languages),
        *_in_layouts(text, artifact, workshop),
        *_in_content(text, others, artifact.languages),
        *(p.place for p in campaign.places if text in p.name or text in p.address),
        *(c.place for c in campaign.sources.values() if text in str(c.source)),
    ):
        return place
    return document.place()


def _in_content(
    text: str, contents: Sequence[Content[Any]], languages: Sequence[str]
) -> Iterator[Place]:
    for language, content in itertools.product(languages, contents):
        for key in content.word_keys:
            written = content.words(key, language)
            if written is not None and text in written.text:
                yield written.place
        body, _ = content.body_in(language)
        if text in body.source:
            yield body.place_of(text)


def _in_layouts(text: str, artifact: Artifact, workshop: Workshop) -> Iterator[Place]:
    style = f"{artifact.layout.removesuffix('.html')}.css"
    for name in (artifact.layout, style, "parts/blocks.html", "parts/sources.html"):
        source = workshop.layouts.find(name)
        if source is not None and text in source:
            yield workshop.layouts.place(name, source.count("\n", 0, source.index(text)) + 1)


def missing_anchor(
    anchor: str, where: str, artifact: Artifact, known: Sequence[str], workshop: Workshop
) -> Problem:
    """An anchor that is not there: the content's mistake, or a layout without its sources."""
    if _OF_A_SOURCE.fullmatch(anchor) and not any(map(_OF_A_SOURCE.fullmatch, known)):
        says = "this layout prints citations, and no list of sources for them to lead to"
        hint = "print `citations.entries` with `list` from parts/sources.html"
        return error(workshop.layouts.place(artifact.layout), says, hint)
    place = written_at(f"#{anchor}", artifact, workshop)
    return error(place, f"there is no anchor `{anchor}` on {where}", did_you_mean(anchor, known))
