"""The texts of one language: their placeholders filled, typeset, and marked with their language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from handbill.campaign import Campaign, Content, Written
from handbill.interface import InterfaceWords
from handbill.languages import Language
from handbill.phrases import Phrase, in_language
from handbill.placeholders import PlaceholderError, Slot, UnreadError, evaluate, put_in, take_out
from handbill.problems import did_you_mean
from handbill.typography import typeset, unbroken

STRESSED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
"""The one mark of Markdown that a text among settings can have."""


class Wording:
    """What a campaign's texts say in one language."""

    def __init__(self, campaign: Campaign, language: str, interface: InterfaceWords) -> None:
        self.campaign = campaign
        self.code = language
        self.language = Language(language)
        self.interface = interface

    def say(self, key: str, **values: Any) -> Phrase:
        """A word of the interface."""
        return self.interface.say(key, self.code, values)

    def of_config(self, key: str, names: Mapping[str, Any] = MappingProxyType({})) -> Phrase | None:
        """A text of config.yaml."""
        return self.text(self.campaign.config, key, names)

    def text(self, content: Content[Any], key: str, names: Mapping[str, Any]) -> Phrase | None:
        """A text of a content file's settings; None where there is none."""
        written = content.words(key, self.code)
        return self.phrase(written, names) if written else None

    def required(self, content: Content[Any], key: str, names: Mapping[str, Any]) -> Phrase:
        """A text that the schema requires."""
        said = self.text(content, key, names)
        assert said is not None, f"the schema requires {key}"  # noqa: S101
        return said

    def phrase(self, written: Written, names: Mapping[str, Any]) -> Phrase:
        """A text with its placeholders filled, marked with its language.

        Raises PlaceholderError, with its place, where one cannot be.
        """
        slotted = take_out(written.text, written.place.path, written.place.line)
        values = {n: _filled(slot, names) for n, slot in enumerate(slotted.slots)}
        marks = self.interface.marks
        said = put_in(STRESSED.sub(r"\1", slotted.text), {n: str(v) for n, v in values.items()})
        plain = typeset(said, marks)

        def html() -> Markup:
            own = {
                n: str(in_language(escape(value), self.code, written.language))
                for n, value in values.items()
            }
            stressed = STRESSED.sub(r"<strong>\1</strong>", str(escape(slotted.text)))
            filled = put_in(stressed, own)
            set_text = Markup(unbroken(typeset(filled, marks)))  # noqa: S704 - escaped
            return in_language(set_text, written.language, self.code)

        return Phrase(plain, html, "" if written.language == self.code else written.language)

    def own(self, text: Any) -> Any:
        """A name or an address, which is not translated, in its own language; None stays None."""
        if text is None:
            return None
        written = typeset(str(text), self.interface.marks)
        default = self.campaign.default_language
        return Phrase(written, lambda: in_language(escape(written), default, self.code))

    def find(self, identifier: str, among: Mapping[str, Content[Any]], what: str) -> Content[Any]:
        """A content file by its name. Raises PlaceholderError where there is none."""
        if identifier not in among:
            if identifier in self.campaign.unread:
                raise UnreadError(identifier)
            says = f"there is no {what} called `{identifier}`"
            raise PlaceholderError(says, did_you_mean(str(identifier), among))
        return among[identifier]


def _filled(slot: Slot, names: Mapping[str, Any]) -> Any:
    try:
        return evaluate(slot, names)
    except PlaceholderError as wrong:
        raise wrong.at(slot.place) from wrong
