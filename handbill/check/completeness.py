"""Translations that lack something of their originals, and what their reviewers confirm."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from handbill.additions import additions
from handbill.campaign import Campaign, Content, Translation
from handbill.characters import printable
from handbill.completeness import lacks, to_confirm
from handbill.problems import Problem, error, warning
from handbill.translations import is_behind


def check_completeness(campaign: Campaign, broken: Set[str]) -> Iterator[Problem]:
    """What translations lack.

    Not of the originals whose paths are `broken`, which will change, nor in translations that are
    behind theirs, of which that is told.
    """
    for language in campaign.languages[1:]:
        for content in (campaign.config, *campaign.unsettled(campaign.contents)):
            if translation := content.translations.get(language):
                yield from _confirmed(content, translation)
                if content.path not in broken and not is_behind(content, translation):
                    yield from _lacking(content, translation)


def _lacking(content: Content[Any], translation: Translation) -> Iterator[Problem]:
    for lack in lacks(content, translation):
        if lack.entry not in translation.record.confirmed:
            hint = (
                f"{lack.mend or f'bring it here from {content.path}'}; or, if this is right as it "
                f"is, its reviewer writes here: {to_confirm(translation, lack.entry)}"
            )
            yield warning(lack.place, printable(lack.says), printable(hint))


def _confirmed(content: Content[Any], translation: Translation) -> Iterator[Problem]:
    """Confirmations that nobody signs, and those of nothing: they would hide what comes later."""
    record = translation.record
    if not record.confirmed:
        return
    place = translation.place("confirmed")
    if not record.is_reviewed:
        says = "`confirmed` needs `reviewed_by` and `reviewed_on`: who confirms it"
        yield error(place, says, "a role or an office is enough")
    entries = {lack.entry for lack in lacks(content, translation)}
    entries |= {added.written for added in additions(content, translation)}
    for entry in record.confirmed:
        if entry not in entries:
            yield warning(place, f'`confirmed`: "{entry}" confirms nothing', "remove it")
