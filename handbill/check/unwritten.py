"""What `new` wrote to be rewritten, and stands there still when its notice is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.problems import Place, Problem
from handbill.sample import passages_of

UNWRITTEN = (
    "A sample campaign",
    "Your organization",
    "Something you offer",
    "Say here what people should know about it.",
    "A question to your readers? Your offer.",
    "A sample page, made with Handbill.",
    "A sample flyer, made with Handbill.",
    '{{ fact("sample-fact") }}. Say what that means for {{ district.name }}.',
    "{{ figure }} blocks in this sample is dark",
    "Each block is one of those counted. Say here what the dark ones lack.",
    "Say here what the figure means for the people you write to.",
    "Two or three sentences about what the figure means, and that you can help.",
    "Sample place",
    "1 First Street",
    "**1 First Street**",
    "The title of a report",
    "Who published it",
)
"""Its texts that nobody could mean; what may well be true ("Anyone who asks") is not among them."""


def unwritten(campaign: Campaign, tell: Callable[..., Problem]) -> Iterator[Problem]:
    """Each text of a new campaign that nobody has rewritten."""
    found = [
        *((cited.source.title, cited.place) for cited in campaign.sources.values()),
        *((cited.source.publisher, cited.place) for cited in campaign.sources.values()),
        *((text, row.place) for row in campaign.places for text in (row.name, row.address)),
    ]
    for content in (campaign.config, *campaign.unsettled(campaign.texts)):
        found += _texts(content)
    for text, place in found:
        if text in UNWRITTEN:
            says = f'this is still what `new` wrote here: "{text}"'
            yield tell(place, says, "write your own, or remove it")


def _texts(content: Content[Any]) -> Iterator[tuple[str, Place]]:
    for key in content.word_keys:
        if text := content.original(key):
            yield text, content.place(*key.split("."))
    for passage in passages_of(content.body):
        yield passage.plain, Place(content.path, passage.line)
