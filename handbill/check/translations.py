"""Translations: what is not translated falls back, and that is reported; so is what is doubtful."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from handbill.campaign import Campaign, Content, Translation
from handbill.check.numbers import check_numbers
from handbill.languages import Language
from handbill.problems import Place, Problem, error, warning
from handbill.translations import BODY, Standing, State, standings

_FEW, _MOST_NAMED = 3, 10
"""Up to so many of a kind are told one by one; more are told as one, and listed on request."""
_COMMAND = "python3 build.py translations"
_LIST = f"`{_COMMAND}` lists them"


def check_translations(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    """What is missing, behind or not reviewed in each language, and what a translation changes."""
    for number, language in enumerate(campaign.languages[1:], 1):
        place = campaign.config.place("languages", number)
        known = [s for s in standings(campaign, language) if s.path not in campaign.unread]
        yield from _untranslated(known, language, place)
        yield from _behind([s for s in known if s.state is State.BEHIND], language, place)
        yield from _not_reviewed(known, language, place)
        for content in (campaign.config, *campaign.unsettled(campaign.contents)):
            if translation := content.translations.get(language):
                tell = warning if content is campaign.config else error
                yield from _without_original(content, translation, tell)
                yield from _record(translation, today)
                yield from check_numbers(content, translation)


def _untranslated(known: Sequence[Standing], language: str, place: Place) -> Iterator[Problem]:
    problems = [problem for standing in known for problem in _gaps(standing)]
    if len(problems) <= _FEW:
        yield from problems
        return
    files = sum(bool(standing.open_keys) for standing in known)
    original = Language(known[0].content.language).name
    says = (
        f"{files} of {len(known)} files are not translated into {_named(language)}, "
        f"or not wholly; what is missing will be shown in {original}"
    )
    hint = f"{_LIST}; `{_COMMAND} --new {language}` makes the files that are not there"
    yield warning(place, says, hint)


def _gaps(standing: Standing) -> Iterator[Problem]:
    content, language = standing.content, standing.language
    if standing.state is State.MISSING:
        original = Language(content.language).name
        says = f"this is not translated into {_named(language)}; it will be shown in {original}"
        is_there = language in content.translations
        hint = f"{standing.path} is there, without words: write them" if is_there else ""
        yield warning(content.place(), says, hint or f"write {standing.path} beside it")
        return
    for key in standing.open_keys:
        place = Place(standing.path, content.translations[language].lines.first)
        if key == BODY:
            hint = f"translate the text of {content.path}"
            yield warning(place, "the text below the settings is missing", hint)
        else:
            hint = f"in the original: {content.original(key)}"
            yield warning(place, f"`{key}` is not translated", hint)


def _behind(behind: Sequence[Standing], language: str, place: Place) -> Iterator[Problem]:
    if len(behind) > _FEW:
        named = ", ".join(standing.path for standing in behind[:_MOST_NAMED])
        more = ", …" if len(behind) > _MOST_NAMED else ""
        says = f"{len(behind)} translations into {_named(language)} are behind their originals"
        yield warning(place, f"{says}: {named}{more}", _LIST)
        return
    for standing in behind:
        translation = standing.content.translations[language]
        says = f"{standing.content.path} has changed since this was translated"
        hint = f"bring it up to date, and then: {_COMMAND} --accept {standing.path}"
        yield warning(translation.place("original"), says, hint)


def _not_reviewed(known: Sequence[Standing], language: str, place: Place) -> Iterator[Problem]:
    translations = [
        translation
        for standing in known
        if (translation := standing.content.translations.get(language)) and not translation.is_empty
    ]
    open_ones = [translation for translation in translations if not translation.record.is_reviewed]
    if not open_ones:
        return
    says = (
        f"nobody has reviewed {len(open_ones)} of {len(translations)} translations "
        f"into {_named(language)}"
    )
    hint = "who reads one and finds it right writes `reviewed_by` and `reviewed_on` into it"
    yield warning(place, says, f"{hint}; {_LIST}")


def _record(translation: Translation, today: datetime.date) -> Iterator[Problem]:
    record = translation.record
    if record.reviewed_by and record.reviewed_on is None:
        says = "`reviewed_by` needs `reviewed_on`: the day on which it was read"
        yield error(translation.place("reviewed_by"), says, f"reviewed_on: {today}")
    if record.reviewed_on and record.reviewed_by is None:
        says = "`reviewed_on` needs `reviewed_by`: who read it"
        yield error(translation.place("reviewed_on"), says, "a role or an office is enough")
    if record.reviewed_on and record.reviewed_on > today:
        says = f"`reviewed_on`: {record.reviewed_on} is still to come"
        yield error(translation.place("reviewed_on"), says, "write the day on which it was read")


def _without_original(
    content: Content[Any], translation: Translation, tell: Callable[..., Problem]
) -> Iterator[Problem]:
    """Words of which the original has none.

    What was taken out of config.yaml alone is a warning: another district adopts the campaign by
    changing that file.
    """
    for key in translation.words:
        if key in content.word_keys and content.original(key) is None:
            place = translation.place(*key.split("."))
            says = f"`{key}` is not in {content.path}: nothing prints it"
            yield tell(place, says, "remove this line")


def _named(language: str) -> str:
    return f"{Language(language).name} ({language})"
