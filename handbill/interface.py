"""The interface words of every language of a campaign."""

from __future__ import annotations

from collections.abc import Mapping

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.layouts import REFERENCE_LANGUAGE, InterfaceWords, Layouts, read_words
from handbill.problems import Problem, warning


def interface_of(
    layouts: Layouts, campaign: Campaign
) -> tuple[Mapping[str, InterfaceWords] | None, list[Problem]]:
    """The words for each language; one that has none of its own uses the default language's.

    Where that has none either, English serves.
    """
    words: dict[str, InterfaceWords] = {}
    problems: list[Problem] = []
    broken = False
    for language in campaign.languages:
        own, found = read_words(layouts, language)
        problems += found
        broken = broken or bool(found)
        if own is not None:
            words[language] = own
    if broken:
        return None, problems
    reference = words.get(campaign.default_language)
    if reference is None:
        reference, _ = read_words(layouts, REFERENCE_LANGUAGE)
        assert reference is not None, "Handbill brings the English words"  # noqa: S101
    for number, language in enumerate(campaign.languages):
        if language not in words:
            words[language] = reference
            name = Language(language).name
            problems.append(
                warning(
                    campaign.config.place("languages", number),
                    f"Handbill's own words, such as Phone and Cost, are not in {name} ({language})",
                    f"translate its layouts/words/{REFERENCE_LANGUAGE}.yaml "
                    f"into layouts/words/{language}.yaml",
                )
            )
    return words, problems
