"""What every layout sees, whatever it is poured with: the look, the words, the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from typing import Any, overload

from markupsafe import Markup, escape

from handbill.colours import Palette, palette
from handbill.fonts import family_list
from handbill.languages import Language
from handbill.line_widths import ems_of, white_before
from handbill.phrases import Phrase, WebLink
from handbill.placeholders import PlaceholderError
from handbill.render import pictures
from handbill.render.town import town
from handbill.views import FactView
from handbill.vocabulary import Vocabulary
from handbill.workshop import Workshop


class Later(Sequence[Any]):
    """A list that is made when a layout first asks for it: most pages ask for few."""

    def __init__(self, make: Callable[[], Iterable[Any]]) -> None:
        self._make = make

    @cached_property
    def _items(self) -> tuple[Any, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)


def shared_context(vocabulary: Vocabulary, workshop: Workshop) -> dict[str, Any]:
    """The names that every layout sees, in a vocabulary's language."""
    settings = workshop.campaign.settings
    colours = palette(settings.look.colours.ink, settings.look.colours.lamp)
    mirrored = vocabulary.language.direction == "rtl"
    return {
        **vocabulary.names(),
        "say": vocabulary.say,
        "say_in": lambda code, key: _say_in(code, key, workshop),
        "language": vocabulary.language,
        "languages": _languages(workshop),
        "families": lambda code: Markup(family_list(workshop.fonts, code)),  # noqa: S704 - names of fonts
        "citations": vocabulary.citations,
        "site_url": settings.url,
        "notice": vocabulary.words(workshop.campaign.config, "notice"),
        "paper": settings.look.paper,
        "colours": colours,
        "wall": lambda fact: _picture(pictures.wall, fact, colours, mirrored),
        "panes": lambda fact: _picture(pictures.panes, fact, colours, mirrored),
        "street_address": lambda fact: pictures.as_address(
            _picture(pictures.street, fact, colours, mirrored)
        ),
        "street": lambda fact: _picture(pictures.street, fact, colours, mirrored),
        "tall_street": lambda fact: _picture(
            partial(pictures.street, is_tall=True), fact, colours, mirrored
        ),
        "block": lambda fact, ink: _block(fact, ink, colours),
        "hundred": lambda fact: pictures.block(
            fact.hundred.drawn, fact.hundred.alternative, colours.ink, colours.lamp, columns=10
        ),
        "skyline": lambda fact, ink: pictures.skyline(
            fact.drawing.drawn, fact.drawing.alternative, ink, mirrored=mirrored
        ),
        "skyline_of": vocabulary.facts.skyline_of,
        "town": lambda skyline: town(
            skyline.drawn, skyline.alternative, colours, mirrored=mirrored
        ),
        "qr_code": lambda address, inches: pictures.qr_code(
            address, vocabulary.say("qr_code", address=WebLink(address).shown), inches
        ),
        "icon": pictures.icon(colours),
        "as_address": pictures.as_address,
        "ems": lambda text: ems_of(
            escape(text).striptags(), workshop.fonts, vocabulary.language.code
        ),
        "white_before": lambda text: white_before(
            escape(text).striptags(), workshop.fonts, vocabulary.language.code
        ),
        "shown": lambda address: WebLink(address).shown,
    }


def _say_in(code: str, key: str, workshop: Workshop) -> Phrase:
    if code not in workshop.words:
        raise LookupError(f"`{code}` is not one of the campaign's languages")
    return workshop.words[code].say(key, code, {})


def _languages(workshop: Workshop) -> list[dict[str, Any]]:
    """What stylesheets ask of each language of the campaign."""
    return [
        {
            "code": code,
            "script": Language(code).script,
            "is_tall": Language(code).is_tall,
            "has_italics": workshop.fonts.has_italics(code),
        }
        for code in workshop.campaign.languages
    ]


def _block(fact: FactView, ink: str, colours: Palette) -> Markup:
    """A figure's windows in rows; in a leader's own picture those that are not dark are lit."""
    if fact.windows is not None:
        drawn, said = fact.windows.drawn, fact.windows.alternative
        return pictures.block(
            drawn,
            said,
            ink,
            colours.lamp,
            pictures.columns_without_a_rest(drawn.total),
            have_panes=fact.windows.are_homes,
        )
    if fact.drawing is None:
        says = f"the fact `{fact.id}` is not drawn"
        raise PlaceholderError(says, "a share can be: 5.4%, or 1 in 4")
    return pictures.block(fact.drawing.drawn, fact.drawing.alternative, ink)


def _picture(draw: Any, fact: FactView, colours: Any, mirrored: bool) -> Markup:
    if fact.windows is None:
        says = f"the fact `{fact.id}` is not drawn in windows"
        raise PlaceholderError(says, "add `picture: windows` to it")
    picture: Markup = draw(fact.windows.drawn, fact.windows.alternative, colours, mirrored=mirrored)
    return picture
