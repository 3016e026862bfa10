"""Texts that went wrong on their way: codes of HTML, and letters read in another encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.characters import as_it_was, printable
from handbill.problems import Place, Problem, error
from handbill.wording import STRESSED

_CODE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_DOUBLED = re.compile(r"&amp;(?:[A-Za-z]{2,8}|#\d{2,5});")
_MARKUP = re.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|su[bp]|u|ul)\b[^<>\n]*>"
    r"|\*\*\S[^*\n]*\*\*|__\w[^_\n]*__|\[[^\]\n]+\]\([^)\n]+\)|`[^`\n]+`"
)
_MAY_BE_BOLD = {"summary"}
"""Settings in which a leader can stress words as in Markdown."""
_LOST = "\ufffd"
_SHOWN = 60


def check_characters(campaign: Campaign) -> Iterator[Problem]:
    """What in the campaign's texts would be printed as nobody wrote it."""
    for key, text, place in _values(campaign):
        yield from _codes(text, place)
        yield from _garbled(text, place)
        plain = STRESSED.sub(r"\1", text) if key in _MAY_BE_BOLD else text
        if (markup := _MARKUP.search(plain)) is not None:
            says = f"`{_short(markup[0])}` would be printed as it stands: this is a plain text"
            yield error(place, says, "write the words alone")
    for content in campaign.unsettled(campaign.texts):
        for body in (content.body, *(t.body for t in content.translations.values())):
            for number, line in enumerate(body.source.split("\n")):
                place = Place(body.place.path, body.place.line + number)
                yield from _garbled(line, place)
                if (doubled := _DOUBLED.search(line)) is not None:
                    yield _code(doubled[0], html.unescape(html.unescape(doubled[0])), place)


def _values(campaign: Campaign) -> Iterator[tuple[str, str, Place]]:
    """Every text that is no Markdown, with its key: settings, translations, sources, places."""
    contents: tuple[Content[Any], ...] = (campaign.config, *campaign.unsettled(campaign.texts))
    for content in contents:
        for key in content.word_keys:
            if (value := content.original(key)) is not None:
                yield key, value, content.place(*key.split("."))
        for translation in content.translations.values():
            for key, value in translation.words.items():
                yield key, value, translation.place(*key.split("."))
    yield from (("", value, place) for value, place in _names(campaign))
    for cited in campaign.sources.values():
        authors = cited.source.author or ""
        names = authors if isinstance(authors, str) else " ".join(authors)
        for value in (cited.source.title, cited.source.publisher, names):
            yield "", value, cited.place
    for row in campaign.places:
        yield from (("", value, row.place) for value in (row.name, row.address))
        for words in (row.notes, *row.details):
            yield from (("", said.text, said.place) for said in words.values())


def _names(campaign: Campaign) -> Iterator[tuple[str, Place]]:
    """What config.yaml says of the district that is not translated."""
    district = campaign.settings.district
    for key, value in (("city", district.city), ("county", district.county)):
        if value:
            yield value, campaign.config.place("district", key)
    if district.contact.address:
        place = campaign.config.place("district", "contact", "address")
        yield district.contact.address, place


def _codes(text: str, place: Place) -> Iterator[Problem]:
    known = [code[0] for code in _CODE.finditer(text) if html.unescape(code[0]) != code[0]]
    if known:
        yield _code(known[0], _short(html.unescape(text)), place)


def _code(code: str, meant: str, place: Place) -> Problem:
    says = f"`{code}` is a code of HTML, and would be printed as it stands"
    return error(place, says, f"write the letters themselves: {meant}")


def _garbled(text: str, place: Place) -> Iterator[Problem]:
    if _LOST in text:
        hint = "type the word again; saved as UTF-8 (in a spreadsheet, CSV UTF-8) none is lost"
        yield error(place, f'a letter was lost in "{_short(text.strip())}"', hint)
    elif (meant := as_it_was(text)) is not None:
        says = f'"{_short(text.strip())}" was read in another encoding when it was copied'
        yield error(place, says, f"write {_short(meant.strip())}")


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1].rstrip()}…"
