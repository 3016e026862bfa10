"""Translations: what is not translated yet falls back, and is reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.languages import Language
from handbill.problems import Place, Problem, error, warning
from handbill.schema import words_of


def check_translations(campaign: Campaign) -> Iterator[Problem]:
    """A warning for each file, and each text of a file, that a language lacks."""
    for language in campaign.languages[1:]:
        for content in campaign.contents:
            path = f"{content.path.removesuffix('.md')}.{language}.md"
            if content.is_translated(language):
                yield from _without_original(content, language)
                yield from _partly(content, language)
            elif path not in campaign.unread:
                yield _missing(content, language, f"write {path} beside it")
        path = f"config.{language}.yaml"
        if not campaign.config.is_translated(language) and path not in campaign.unread:
            yield _missing(campaign.config, language, f"write its words into {path}")
        elif campaign.config.is_translated(language):
            yield from _without_original(campaign.config, language)
            yield from _notice(campaign, language)


def _missing(content: Content[Any], language: str, hint: str) -> Problem:
    name = Language(language).name
    original = Language(content.language).name
    says = f"this is not translated into {name} ({language}); it will be shown in {original}"
    return warning(content.place(), says, hint)


def _without_original(content: Content[Any], language: str) -> Iterator[Problem]:
    translation = content.translations[language]
    for key in translation.words:
        if key in words_of(type(content.settings)) and content.original(key) is None:
            place = Place(translation.path, translation.lines.of(*key.split(".")))
            yield error(place, f"`{key}` is not in {content.path}", "remove this line")


def _partly(content: Content[Any], language: str) -> Iterator[Problem]:
    translation = content.translations[language]
    for key in words_of(type(content.settings)):
        written = content.words(key, language)
        if written is not None and written.language != language:
            place = Place(translation.path, translation.lines.first)
            yield warning(place, f"`{key}` is not translated", f"in the original: {written.text}")
    if content.body.html.strip() and not translation.body.html.strip():
        hint = f"translate the text of {content.path}"
        yield warning(Place(translation.path), "the text below the settings is missing", hint)


def _notice(campaign: Campaign, language: str) -> Iterator[Problem]:
    translation = campaign.config.translations[language]
    for key in ("title", "notice"):
        written = campaign.config.words(key, language)
        if written is not None and written.language != language:
            place = Place(translation.path)
            yield warning(place, f"`{key}` is not translated", f"in the original: {written.text}")
