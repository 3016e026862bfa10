"""The campaign as it stands on a day: what has ended, and what its district lacks, is left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from handbill.campaign import Campaign, Content, Translation
from handbill.conditions import Ending, Standing, standing, standing_words
from handbill.markup import Body, convert
from handbill.placeholders import is_conditional
from handbill.problems import Place, Problem, error, note, warning
from handbill.references import Target, understand
from handbill.schema import DocumentSettings, Schema

S = TypeVar("S", bound=Schema)

_SOON = datetime.timedelta(days=14)
_ADDRESSES = ("action", "page")


def current(campaign: Campaign, today: datetime.date) -> tuple[Campaign, tuple[Problem, ...]]:
    """What stands of a campaign today, and what ends soon or has ended.

    The campaign remembers how it was written. One in which nothing is conditional is given back
    as it is.
    """
    conditional = [content for content in _all(campaign) if _is_conditional(content)]
    if not conditional:
        return campaign, ()
    stood = _AsOf(campaign, today)
    problems = [
        *(problem for content in conditional for problem in stood.problems_of(content)),
        *_ending_documents(campaign, today),
        *_links_to_what_will_end(campaign, today),
    ]
    return stood.campaign(), tuple(problems)


class _AsOf:
    """A campaign on a day."""

    def __init__(self, campaign: Campaign, today: datetime.date) -> None:
        self._campaign = campaign
        self._settings = campaign.settings
        self._today = today

    def campaign(self) -> Campaign:
        """The campaign without what does not stand."""
        written, ended = self._campaign, ended_on(self._campaign, self._today)
        return replace(
            written,
            config=self._content(written.config),
            facts=self._contents(written.facts),
            offers=self._contents(written.offers),
            pages=self._contents(_without(written.pages, ended)),
            prints=self._contents(_without(written.prints, ended)),
            answers=self._contents(written.answers),
            ended=ended,
            written=written,
        )

    def problems_of(self, content: Content[Any]) -> Iterator[Problem]:
        """What is wrong with the conditions in a content file, and what of it ends."""
        for place, stands in self._standings(content):
            yield from stands.problems
            if place.path == content.path:
                yield from (p for ending in stands.endings for p in self._told(ending))
        for key in content.word_keys:
            if (
                content.original(key)
                and _is_required(content.settings, key)
                and not self._words(content, key).text
            ):
                says = f"nothing is left of `{key}`, which is needed"
                hint = "write what stands there instead after {{ otherwise }}"
                yield error(content.place(*key.split(".")), says, hint)

    def _standings(self, content: Content[Any]) -> Iterator[tuple[Place, Standing]]:
        bodies = (content.body, *(t.body for t in content.translations.values()))
        for body in bodies:
            yield body.place, self._text(body)
        for key in content.word_keys:
            if content.original(key):
                yield content.place(), self._words(content, key)
        for translation in content.translations.values():
            for key, text in translation.words.items():
                place = translation.place(*key.split("."))
                yield place, standing_words(text, place, self._settings, self._today)

    def _told(self, ending: Ending) -> Iterator[Problem]:
        if ending.day < self._today:
            yield note(ending.place, f"this ended on {ending.day}, and is left out")
        elif ending.day - self._today <= _SOON:
            says = f"this ends on {ending.day}: it is left out from the day after"
            yield warning(ending.place, says, "write a later day here, if it goes on")

    def _contents(self, contents: Mapping[str, Content[S]]) -> dict[str, Content[S]]:
        return {identifier: self._content(content) for identifier, content in contents.items()}

    def _content(self, content: Content[S]) -> Content[S]:
        if not _is_conditional(content):
            return content
        return replace(
            content,
            settings=_with(content.settings, dict(self._changed(content))),
            body=self._body(content.body),
            translations={
                language: self._translation(translation)
                for language, translation in content.translations.items()
            },
        )

    def _changed(self, content: Content[Any]) -> Iterator[tuple[str, str | None]]:
        """The words of a file's settings that hold on a condition, as they stand."""
        for key in content.word_keys:
            written = content.original(key)
            if written and is_conditional(written):
                kept = self._words(content, key).text
                yield key, kept or ("…" if _is_required(content.settings, key) else None)

    def _translation(self, translation: Translation) -> Translation:
        words = {
            key: standing_words(text, translation.place(), self._settings, self._today).text
            if is_conditional(text)
            else text
            for key, text in translation.words.items()
        }
        body = self._body(translation.body)
        return replace(
            translation, words={key: text for key, text in words.items() if text}, body=body
        )

    def _body(self, body: Body) -> Body:
        return convert(self._text(body).text, body.place) if is_conditional(body.source) else body

    def _text(self, body: Body) -> Standing:
        return standing(body.source, body.place, self._settings, self._today)

    def _words(self, content: Content[Any], key: str) -> Standing:
        place = content.place(*key.split("."))
        return standing_words(content.original(key) or "", place, self._settings, self._today)


def ended_on(campaign: Campaign, day: datetime.date) -> dict[str, datetime.date]:
    """The documents whose last day is before a day: each one's path, and its last day."""
    return {
        document.path: document.settings.until
        for document in campaign.documents
        if document is not campaign.pages.get("index")
        and document.settings.until is not None
        and document.settings.until < day
    }


def _ending_documents(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    for document in campaign.documents:
        last, place = document.settings.until, document.place("until")
        if last is None:
            continue
        if document is campaign.pages.get("index"):
            yield error(place, "the landing page cannot end", "remove `until`")
        elif last < today:
            yield note(place, f"this document ended on {last}, and is left out")
        elif last - today <= _SOON:
            says = f"this document ends on {last}: it is left out from the day after"
            yield warning(place, says, "write a later day here, if it goes on")


def _links_to_what_will_end(campaign: Campaign, today: datetime.date) -> Iterator[Problem]:
    """Links that will lead nowhere on the day after a document's last one, told from the start."""
    for path, last in ended_on(campaign, datetime.date.max).items():
        if last < today:
            continue  # it is an error already, where one is left
        then = _AsOf(campaign, last + datetime.timedelta(days=1)).campaign()
        says = f"this leads to {path.rpartition('/')[2]}, which is left out after {last}"
        hint = f'let it end on that day, too: write {{{{ until("{last}") }}}} before it'
        for content in then.texts:
            for body in (content.body, *(t.body for t in content.translations.values())):
                for link in body.outline.links:
                    reference = understand(link.href, body.place.path, then)
                    if reference.target is Target.MISSING and then.ends_at(reference.path) == last:
                        yield warning(body.place_of(link.href), says, hint)
        for document in then.documents:
            for key in _ADDRESSES:
                if then.ends_at(getattr(document.settings, key) or "") == last:
                    yield warning(document.place(key), says, "name another page here by then")


def _all(campaign: Campaign) -> Iterable[Content[Any]]:
    return (campaign.config, *campaign.texts)


def _is_conditional(content: Content[Any]) -> bool:
    """Whether anything of a content file holds on a condition alone."""
    settings = content.settings
    if isinstance(settings, DocumentSettings) and settings.until is not None:
        return True
    words = [content.original(key) or "" for key in content.word_keys]
    words += [text for t in content.translations.values() for text in t.words.values()]
    bodies = [content.body, *(t.body for t in content.translations.values())]
    return any(map(is_conditional, (*words, *(body.source for body in bodies))))


def _without(
    contents: Mapping[str, Content[DocumentSettings]], ended: Mapping[str, datetime.date]
) -> dict[str, Content[DocumentSettings]]:
    return {name: content for name, content in contents.items() if content.path not in ended}


def _with(settings: S, changed: Mapping[str, str | None]) -> S:
    """The settings with some of their words changed; a nested key has dots."""
    update: dict[str, Any] = {}
    for key, text in changed.items():
        first, _, rest = key.partition(".")
        inner = update.get(first, getattr(settings, first))
        update[first] = _with(inner, {rest: text}) if rest else text
    return settings.model_copy(update=update)


def _is_required(settings: Schema, key: str) -> bool:
    first, _, rest = key.partition(".")
    if rest:
        return _is_required(getattr(settings, first), rest)
    return type(settings).model_fields[first].is_required()
