"""What content and layouts can name, in one language: district, fact(), figure(), offer(), ..."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill.campaign import PLACES, Campaign, Content, FreePlace, Written
from handbill.district import district_view, policy_view
from handbill.facts import Facts
from handbill.forms import NOBODY
from handbill.interface import InterfaceWords
from handbill.phrases import PhoneNumber, Phrase, WebLink
from handbill.placeholders import PlaceholderError, UnreadError
from handbill.problems import did_you_mean
from handbill.said_hours import hours_view
from handbill.schema import OfferSettings
from handbill.views import OfferView, PlaceView
from handbill.wording import Wording


class Vocabulary:
    """The names of one artifact, whose citations it numbers."""

    def __init__(self, campaign: Campaign, language: str, interface: InterfaceWords) -> None:
        self.campaign = campaign
        self.code = language
        self.wording = wording = Wording(campaign, language, interface)
        self.language = wording.language
        self.interface = interface
        self.say = wording.say
        settings = campaign.settings
        self._district = district_view(
            settings.district, self.language, wording.of_config, wording.own
        )
        self._policy = policy_view(settings.policy, self.language, wording.of_config, wording.own)
        self.facts = Facts(wording, self._district)
        self.citations = self.facts.citations

    def names(self) -> dict[str, Any]:
        """Everything that a placeholder can name."""
        return {
            "title": self.wording.of_config("title", {"district": self._district}),
            "district": self._district,
            "policy": self._policy,
            "fact": self.facts.fact,
            "figure": lambda fact: self.facts.fact(fact).figure,
            "windows": self.facts.windows,
            "share_of": self.facts.share_of,
            "offer": self.offer,
            "place": self.place,
        }

    def words(self, content: Content[Any], key: str) -> Phrase | None:
        """A text of a content file's settings, its placeholders filled."""
        return self.wording.text(content, key, self.names())

    def printed(self, written: Written, names: Mapping[str, Any]) -> Phrase:
        """A text with its placeholders filled. Raises PlaceholderError where one cannot be."""
        return self.wording.phrase(written, names)

    def offer(self, identifier: str) -> OfferView:
        """A help offer by its name."""
        content = self.wording.find(identifier, self.campaign.offers, "offer")
        settings: OfferSettings = content.settings
        names = {"district": self._district}
        district_phone = None if settings.phone else self._district.contact.phone
        own_phone = settings.phone if settings.phone != NOBODY else None
        return OfferView(
            id=identifier,
            title=self.wording.required(content, "title", names),
            summary=self.wording.text(content, "summary", names),
            who=self.wording.required(content, "who", names),
            cost=self.wording.required(content, "cost", names),
            how=self.wording.required(content, "how", names),
            icon=settings.icon,
            phone=PhoneNumber(own_phone) if own_phone else district_phone,
            url=WebLink(settings.url) if settings.url else None,
            checked=self.language.date(settings.checked),
            ends=self.language.date(settings.ends) if settings.ends else None,
        )

    def place(self, name: str) -> PlaceView:
        """A place by its name in content/data/places.csv."""
        named = [place for place in self.campaign.places if place.name == name]
        if len(named) == 1:
            return self.place_view(named[0])
        if named:
            lines = " and ".join(str(place.place.line) for place in named)
            says = f'{len(named)} places are called "{name}"'
            hint = f"give each a name of its own in {named[0].place.path}, lines {lines}"
            raise PlaceholderError(says, hint)
        if PLACES in self.campaign.unread:
            raise UnreadError(name)
        known = [place.name for place in self.campaign.places]
        raise PlaceholderError(f'no place is called "{name}"', did_you_mean(str(name), known))

    def place_view(self, place: FreePlace) -> PlaceView:
        """A place with its hours in words, and its note."""
        names = {"district": self._district}
        return PlaceView(
            self.wording.own(place.name),
            self.wording.own(place.address),
            hours_view(place.openings, self.interface, self.say, self.code),
            PhoneNumber(place.phone) if place.phone else None,
            self._in_table(place.notes, names),
            tuple(self._in_table(detail, names) for detail in place.details),
        )

    def place_columns(self) -> tuple[Phrase, ...]:
        """The names of the columns that the leader added to the places."""
        return tuple(
            Phrase(column.names[self.code])
            if self.code in column.names
            else self.wording.own(column.names[self.campaign.default_language])
            for column in self.campaign.place_columns
        )

    def _in_table(self, said: Mapping[str, Written], names: Mapping[str, Any]) -> Phrase | None:
        """A cell in this language, or in the default one where it is not translated."""
        written = said.get(self.code) or said.get(self.campaign.default_language)
        return self.wording.phrase(written, names) if written else None
