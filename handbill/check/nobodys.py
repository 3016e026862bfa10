"""Numbers and addresses that are kept for examples, and so lead a family nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from handbill.campaign import Campaign, Content
from handbill.markup import Body
from handbill.problems import Place, Problem
from handbill.telephones import Telephone, read_telephone
from handbill.web_addresses import is_local

Tell = Callable[..., Problem]

_NUMBER = re.compile(
    r"(?<![\d-])(?:[\d(+][\d\s().+-]*[\s().-])?555[\s.\u2010-\u2013-]01\d\d(?![\d-])"
)
_DIGITS = re.compile(r"(?:1?\d{3})?55501\d\d")
"""555-0100 to 555-0199, which are kept for fiction in every area (NANPA): in a text, and alone."""
_ADDRESS = re.compile(
    r"(?<![\w.@-])(?:https?://|[\w.+-]+@)?(?:[\w-]+\.)*example\.(?:com|edu|net|org)"
    r"(?![\w-]|\.\w)[^\s<>\")]*",
    re.IGNORECASE,
)
"""Domains that are kept for examples (RFC 2606, section 3), and the one like them for schools."""
_KEPT = "numbers from 555-0100 to 555-0199 are kept for examples: write one that is answered"
_URL_HINT = "write the address where the page will stand"


def nobodys(campaign: Campaign, tell: Tell) -> Iterator[Problem]:
    """Every phone number, web address and e-mail address of a campaign that is nobody's."""
    yield from _config(campaign, tell)
    for row in campaign.places:
        if row.phone and _is_nobodys(row.phone):
            yield _number(tell, row.place, "`phone`", row.phone)
    for cited in campaign.sources.values():
        if _ADDRESS.match(cited.source.url):
            yield _address(tell, cited.place, "`url`", cited.source.url)
    for content in campaign.unsettled(campaign.texts):
        for key in ("phone", "url"):
            yield from _of_key(content, key, getattr(content.settings, key, None), tell)
        yield from _in_texts(content, tell)


def _config(campaign: Campaign, tell: Tell) -> Iterator[Problem]:
    settings, config = campaign.settings, campaign.config
    if _ADDRESS.match(settings.url):
        says = f"`url`: {settings.url} is nobody's address, and the QR codes would lead there"
        yield tell(config.place("url"), says, _URL_HINT)
    elif is_local(settings.url):
        says = f"`url`: {settings.url} is found on your own computer or network alone"
        yield tell(config.place("url"), says, _URL_HINT)
    contact = settings.district.contact
    yield from _of_key(config, "district.contact.phone", contact.phone, tell)
    yield from _of_key(config, "district.contact.email", contact.email, tell)
    yield from _in_texts(config, tell)


def _of_key(content: Content[Any], key: str, value: str | None, tell: Tell) -> Iterator[Problem]:
    name = key.rpartition(".")[2]
    if value and name == "phone" and _is_nobodys(value):
        yield _number(tell, content.place(*key.split(".")), f"`{name}`", value)
    elif value and name != "phone" and _ADDRESS.match(value):
        yield _address(tell, content.place(*key.split(".")), f"`{name}`", value)


def _in_texts(content: Content[Any], tell: Tell) -> Iterator[Problem]:
    """What stands in a file's texts, and in a translation's where its original has none."""
    words = [
        (text, content.place(*key.split(".")))
        for key in content.word_keys
        if (text := content.original(key))
    ]
    here = list(_in(words, content.body, tell))
    yield from here
    for translation in content.translations.values() if not here else ():
        words = [
            (text, translation.place(*key.split("."))) for key, text in translation.words.items()
        ]
        yield from _in(words, translation.body, tell)


def _in(words: list[tuple[str, Place]], body: Body, tell: Tell) -> Iterator[Problem]:
    lines = [
        (line, Place(body.place.path, body.place.line + number))
        for number, line in enumerate(body.source.split("\n"))
    ]
    for text, place in (*words, *lines):
        for match in _NUMBER.finditer(text):
            yield _number(tell, place, "this text", match[0].strip())
        for match in _ADDRESS.finditer(text):
            yield _address(tell, place, "this text", match[0].rstrip(".,;:!?"))


def _is_nobodys(number: str) -> bool:
    found = read_telephone(number)
    dialled = found.address.partition(";")[0] if isinstance(found, Telephone) else number
    return _DIGITS.fullmatch(re.sub(r"\D", "", dialled)) is not None


def _number(tell: Tell, place: Place, what: str, number: str) -> Problem:
    return tell(place, f"{what}: {number} is nobody's number", _KEPT)


def _address(tell: Tell, place: Place, what: str, address: str) -> Problem:
    says = f"{what}: {address} is nobody's address"
    return tell(place, says, "example.org and its like are kept for examples: write a real one")
