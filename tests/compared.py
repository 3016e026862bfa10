"""What is told of one text and its translation."""

from __future__ import annotations

from dataclasses import replace

from handbill.additions import additions
from handbill.campaign import Campaign
from handbill.completeness import lacks
from handbill.markup import convert


def missed(campaign: Campaign, text: str, translated: str, language: str) -> list[str]:
    """What a translation of a text lacks, and with a plus what it adds."""
    page = campaign.pages["index"]
    original = replace(page, body=convert(text, page.body.place))
    spanish = page.translations["es"]
    body = convert(translated, spanish.body.place)
    other = replace(spanish, language=language, words={}, body=body)
    return [
        *(lack.entry for lack in lacks(original, other)),
        *(f"+{addition.written}" for addition in additions(original, other)),
    ]
