"""What content and layouts can name, in one language: district, fact(), figure(), offer(), ..."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any, NoReturn

from markupsafe import Markup, escape

from handbill.campaign import PLACES, Campaign, Cited, Content, FreePlace, Written
from handbill.citations import Citations, apa_reference
from handbill.display import Form, display_of, form_of
from handbill.district import district_view, policy_view
from handbill.drawn_figures import drawing_of, quantity, rounding
from handbill.figures import Figure, Kind
from handbill.forms import NOBODY
from handbill.interface import InterfaceWords
from handbill.languages import Language
from handbill.phrases import PhoneNumber, Phrase, Quantity, WebLink, in_language
from handbill.placeholders import PlaceholderError, Slot, evaluate, put_in, take_out
from handbill.problems import did_you_mean
from handbill.said_hours import hours_view
from handbill.schema import FactSettings, OfferSettings
from handbill.typography import typeset, unbroken
from handbill.views import (
    DrawingView,
    FactView,
    OfferView,
    PlaceView,
    SkylineView,
    SourceView,
    WindowsView,
)
from handbill.windows import Windows, windows_of, windows_of_many

_HUNDRED = 100

STRESSED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
"""The one mark of Markdown that a text among settings can have."""


class Vocabulary:
    """The names of one artifact, whose citations it numbers."""

    def __init__(self, campaign: Campaign, language: str, interface: InterfaceWords) -> None:
        self.campaign = campaign
        self.code = language
        self.language = Language(language)
        self.interface = interface
        self.citations = Citations(self._reference)
        self._district = district_view(
            campaign.settings.district, self.language, self._config, self._own
        )
        self._facts: dict[str, FactView] = {}
        self._policy = policy_view(campaign.settings.policy, self.language, self._config, self._own)

    def names(self) -> dict[str, Any]:
        """Everything that a placeholder can name."""
        return {
            "title": self._config("title", {"district": self._district}),
            "district": self._district,
            "policy": self._policy,
            "fact": self.fact,
            "figure": lambda fact: self.fact(fact).figure,
            "windows": self.windows,
            "share_of": self.share_of,
            "offer": self.offer,
            "place": self.place,
        }

    def say(self, key: str, **values: Any) -> Phrase:
        """A word of the interface."""
        return self.interface.say(key, self.code, values)

    def words(self, content: Content[Any], key: str) -> Phrase | None:
        """A text of a content file's settings, its placeholders filled."""
        written = content.words(key, self.code)
        return self._phrase(written, self.names()) if written else None

    def printed(self, written: Written, names: Mapping[str, Any]) -> Phrase:
        """A text with its placeholders filled. Raises PlaceholderError where one cannot be."""
        return self._phrase(written, names)

    def fact(self, identifier: str) -> FactView:
        """A fact by its name: its claim, its figure and its windows, cited where they print."""
        if identifier not in self._facts:
            self._facts[identifier] = self._fact(identifier)
        return self._facts[identifier]

    def _fact(self, identifier: str) -> FactView:
        content = self._find(identifier, self.campaign.facts, "fact")
        text = self.written(self._figure(content))
        own = self.names_in_fact(content)
        claim = self._required(content, "claim", own)
        caption, of = (content.words(key, self.code) for key in ("caption", "of"))
        cited = self._source_of(content)
        notes = self._notes(content)
        windows: WindowsView | None = own.get("windows")
        drawing = None if content.settings.picture else self._drawing(content)
        form = form_of(self._figure(content), is_drawn=drawing is not None)
        large = display_of(str(windows.dark), Form.WINDOWS) if windows else display_of(text, form)
        return FactView(
            id=identifier,
            claim=self._cited(claim, cited, notes),
            sentence=self._cited(claim, cited, notes, self.interface.full_stop(str(claim))),
            figure=self._cited(Phrase(text), cited, notes),
            mark=self._cited(Phrase(""), cited, notes),
            of=self._phrase(of, own) if of else None,
            as_of=content.settings.as_of,
            caption=self._phrase(caption, own) if caption else None,
            windows=windows,
            display=large,
            drawing=drawing,
            large=self._large(content, own, cited, notes),
            hundred=self._hundred(content),
        )

    def facts_by_source(self) -> tuple[SourceView, ...]:
        """The campaign's facts, those of one source together, in the order of their first."""
        groups: dict[str, list[FactView]] = {}
        for identifier, content in self.campaign.facts.items():
            groups.setdefault(content.settings.source, []).append(self.fact(identifier))
        return tuple(
            SourceView(self._title_of(self.campaign.sources[source]), tuple(facts))
            for source, facts in groups.items()
        )

    def _title_of(self, cited: Cited) -> Phrase:
        """A source without its address: who published it, when, and what it is called."""
        default = self.campaign.default_language
        phrase = apa_reference(cited.source, self.interface.ampersand, self.code, default)
        html = Markup(re.sub(r"\s*<a class=\"address\".*?</a>", "", phrase.__html__()))  # noqa: S704 - escaped
        return Phrase(str(phrase), lambda: Markup(unbroken(typeset(html, self.interface.marks))))  # noqa: S704 - escaped

    def _large(
        self,
        content: Content[FactSettings],
        names: Mapping[str, Any],
        cited: Cited,
        notes: Sequence[Phrase],
    ) -> Phrase:
        """The claim with its figure in large type."""
        figure = names["figure"]
        if isinstance(figure, Quantity):
            html = Markup('<strong class="large">{}</strong>').format(figure)
            names = {**names, "figure": Phrase(str(figure), lambda: html)}
        claim = self._required(content, "claim", names)
        return self._cited(claim, cited, notes, self.interface.full_stop(str(claim)))

    def _hundred(self, content: Content[FactSettings]) -> DrawingView | None:
        """A share among a hundred windows; those who lack something are dark."""
        share = self._figure(content).share
        if share is None or content.settings.picture == "none":
            return None
        drawn = windows_of(1 - share if content.settings.lit else share, _HUNDRED)
        dark, total = quantity(drawn.dark, self.language), quantity(_HUNDRED, self.language)
        return DrawingView(drawn, self.say("windows", total=total, dark=dark), None)

    def names_in_fact(self, content: Content[FactSettings]) -> dict[str, Any]:
        """Everything that a fact's own claim, caption and note can name."""
        own: dict[str, Any] = {"district": self._district}
        figure = self.campaign.figure_of(content)
        if figure is None:
            unread = _Unread(content.id)
            return {**own, "figure": unread, "windows": unread}
        own["figure"] = self._quantity_of(figure)
        if windows := self._windows(content, figure):
            own["windows"] = windows
        return own

    def written(self, figure: Figure) -> str:
        """A figure as the language writes it: 5.4%, 1.5 million, 1 in 4."""
        if figure.kind is Kind.RATIO:
            part = self.language.number(figure.value)
            return str(self.say("ratio", part=part, whole=self.language.number(figure.whole)))
        return self.language.figure(figure)

    def windows(self, identifier: str) -> WindowsView:
        """The windows of a fact that is drawn."""
        windows = self.fact(identifier).windows
        if windows is None and self.campaign.facts[identifier].settings.picture == "windows":
            raise UnreadError(identifier)
        if windows is None:
            says = f"the fact `{identifier}` is not drawn in windows"
            raise PlaceholderError(says, "add `picture: windows` to it")
        return windows

    def share_of(self, identifier: str, whole: object) -> Quantity:
        """A fact's share of a number, rounded to two digits: about how many that is here."""
        share = self._figure(self._find(identifier, self.campaign.facts, "fact")).share
        if whole is None:
            says = "`share_of` needs a number, and that one has no value"
            raise PlaceholderError(says, "write it into config.yaml: enrollment: 1840")
        if not isinstance(whole, Quantity) or share is None:
            raise PlaceholderError(
                "`share_of` needs a fact whose figure is a share, and a number",
                'write `{{ share_of("name-of-the-fact", district.enrollment) }}`',
            )
        exact = share * whole.value
        digits = max(exact.adjusted() - 1, 0)
        shortened = exact.scaleb(-digits).quantize(Decimal(1), ROUND_HALF_UP)
        rounded = int(shortened.scaleb(digits))
        return Quantity(Decimal(rounded), self.language.number(rounded))

    def skyline_of(self, identifier: str, whole: object) -> SkylineView:
        """A fact's share of a number, about how many that is here, and a window for each."""
        about = self.share_of(identifier, whole)
        share = self._figure(self.campaign.facts[identifier]).share
        assert isinstance(whole, Quantity)  # noqa: S101 - share_of has looked
        assert share is not None  # noqa: S101
        drawn = windows_of_many(share, int(whole.value))
        dark, total = quantity(drawn.dark, self.language), quantity(drawn.total, self.language)
        said = [self.say("windows", total=total, dark=dark)]
        if drawn.each > 1:
            said.append(self.say("each", total=total, each=quantity(drawn.each, self.language)))
        return SkylineView(about, drawn, Phrase(" ".join(map(str, said))))

    def offer(self, identifier: str) -> OfferView:
        """A help offer by its name."""
        content = self._find(identifier, self.campaign.offers, "offer")
        settings: OfferSettings = content.settings
        names = {"district": self._district}
        summary = content.words("summary", self.code)
        district_phone = None if settings.phone else self._district.contact.phone
        own_phone = settings.phone if settings.phone != NOBODY else None
        return OfferView(
            id=identifier,
            title=self._required(content, "title", names),
            summary=self._phrase(summary, names) if summary else None,
            who=self._required(content, "who", names),
            cost=self._required(content, "cost", names),
            how=self._required(content, "how", names),
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
        note = place.note(self.code, self.campaign.default_language)
        return PlaceView(
            self._own(place.name),
            self._own(place.address),
            hours_view(place.openings, self.interface, self.say, self.code),
            PhoneNumber(place.phone) if place.phone else None,
            self._phrase(note, {"district": self._district}) if note else None,
        )

    def reference(self, cited: Cited) -> Phrase:
        """A source in APA form, typeset."""
        return self._reference(cited)

    def _reference(self, cited: Cited) -> Phrase:
        default = self.campaign.default_language
        phrase = apa_reference(cited.source, self.interface.ampersand, self.code, default)
        html = Markup(unbroken(typeset(phrase.__html__(), self.interface.marks)))  # noqa: S704 - escaped
        return Phrase(str(phrase), lambda: html)

    def _config(self, key: str, names: Mapping[str, Any] = MappingProxyType({})) -> Phrase | None:
        written = self.campaign.config.words(key, self.code)
        return self._phrase(written, names) if written else None

    def _required(self, content: Content[Any], key: str, names: Mapping[str, Any]) -> Phrase:
        written = content.words(key, self.code)
        assert written is not None, f"the schema requires {key}"  # noqa: S101
        return self._phrase(written, names)

    def _phrase(self, written: Written, names: Mapping[str, Any]) -> Phrase:
        """A text with its placeholders filled, marked with its language."""
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

    def _source_of(self, content: Content[FactSettings]) -> Cited:
        cited = self.campaign.sources.get(content.settings.source)
        if cited is None:
            raise UnreadError(content.settings.source)
        return cited

    def _cited(
        self, phrase: Phrase, cited: Cited, notes: Sequence[Phrase], stop: str = ""
    ) -> Phrase:
        def html() -> Markup:
            mark = self.citations.cite(cited, notes)
            after = stop + mark if self.interface.numbers_after_punctuation else mark + stop
            if phrase.marks:  # the full stop belongs to the language of its sentence
                return Markup("<span{}>{}{}</span>").format(phrase.marks, phrase, after)
            return phrase.__html__() + after

        return Phrase(str(phrase) + stop, html)

    def _notes(self, content: Content[FactSettings]) -> list[Phrase]:
        notes = []
        if content.settings.sum_of and content.settings.figure is None:
            parts = [self._figure(self.campaign.facts[i]) for i in content.settings.sum_of]
            written = " + ".join(self.written(part) for part in parts)
            total = self.written(self._figure(content))
            notes.append(self.say("sum_note", parts=written, total=total))
        figure = self._figure(content)
        windows = self._windows(content, figure)
        if windows and windows.drawn.is_rounded and figure.kind is Kind.PERCENT:
            notes.append(self._rounding(figure, windows.drawn))
        if note := content.words("note", self.code):
            notes.append(self._phrase(note, self.names_in_fact(content)))
        return notes

    def _figure(self, content: Content[FactSettings]) -> Figure:
        figure = self.campaign.figure_of(content)
        if figure is None:
            raise UnreadError(content.id)
        return figure

    def _windows(self, content: Content[FactSettings], figure: Figure) -> WindowsView | None:
        if content.settings.picture != "windows" or figure.share is None:
            return None
        drawn = windows_of(figure.share, content.settings.windows)
        caption = content.words("caption", self.code)
        dark, total = quantity(drawn.dark, self.language), quantity(drawn.total, self.language)
        counted = self.say("windows", total=total, dark=dark)
        said = [counted]
        if caption:
            names = {
                "district": self._district,
                "figure": self._quantity_of(figure),
                "windows": WindowsView(dark, total, drawn, counted),
            }
            said.append(self._phrase(caption, names))
        if drawn.is_rounded:
            said.append(self._rounding(figure, drawn))
        return WindowsView(dark, total, drawn, Phrase(" ".join(map(str, said))))

    def _quantity_of(self, figure: Figure) -> Quantity:
        return Quantity(figure.value, self.written(figure))

    def _rounding(self, figure: Figure, drawn: Windows) -> Phrase:
        return rounding(self.written(figure), drawn, self.language, self.say)

    def _drawing(self, content: Content[FactSettings]) -> DrawingView | None:
        figure, counts = self._figure(content), content.settings.of is not None
        written = self.written(figure)
        return drawing_of(figure, written, self.language, self.say, counts_somebody=counts)

    def _own(self, text: Any) -> Any:
        """A name or an address, which is not translated, in its own language; None stays None."""
        if text is None:
            return None
        written = typeset(str(text), self.interface.marks)
        default = self.campaign.default_language
        return Phrase(written, lambda: in_language(escape(written), default, self.code))

    def _find(self, identifier: str, among: Mapping[str, Content[Any]], what: str) -> Content[Any]:
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


class _Unread:
    """Stands for a figure that cannot be read, of which the leader is told already."""

    def __init__(self, identifier: str) -> None:
        self._identifier = identifier

    def __getattr__(self, name: str) -> NoReturn:
        raise UnreadError(self._identifier)

    def __html__(self) -> NoReturn:
        raise UnreadError(self._identifier)


class UnreadError(PlaceholderError):
    """A placeholder names a file that is there and could not be read: nothing new is wrong."""
