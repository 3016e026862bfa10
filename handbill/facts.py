"""Facts as content and layouts name them: claims, figures, pictures, and the sources they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NoReturn

from markupsafe import Markup

from handbill.campaign import OWN_SOURCE, Content
from handbill.citations import Citations, apa_reference
from handbill.display import Form, display_of, form_of
from handbill.drawn_figures import drawing_of, quantity, rounding
from handbill.figures import Figure, Kind
from handbill.phrases import Phrase, Quantity, WebLink
from handbill.placeholders import PlaceholderError, UnreadError
from handbill.schema import FactSettings
from handbill.typography import typeset, unbroken
from handbill.views import (
    DistrictView,
    DrawingView,
    FactView,
    SkylineView,
    SourceView,
    WindowsView,
)
from handbill.windows import Windows, windows_of, windows_of_many
from handbill.wording import Wording

_WIDE_STOP = "。"
"""A full stop with the space after it in it."""
_HUNDRED = 100
_COUNTED = ("windows", "blocks")
"""The pictures that draw a share as so many of so many."""


class Facts:
    """The facts of a campaign in one language; what prints one cites its source."""

    def __init__(self, wording: Wording, district: DistrictView) -> None:
        self.citations = Citations(self.reference)
        self._wording = wording
        self._campaign = wording.campaign
        self._language = wording.language
        self._interface = wording.interface
        self._say = wording.say
        self._district = district
        self._facts: dict[str, FactView] = {}

    def fact(self, identifier: str) -> FactView:
        """A fact by its name: its claim, its figure and its windows, cited where they print."""
        if identifier not in self._facts:
            self._facts[identifier] = self._fact(identifier)
        return self._facts[identifier]

    def _fact(self, identifier: str) -> FactView:
        content = self._wording.find(identifier, self._campaign.facts, "fact")
        text = self.written(self._figure(content))
        own = self.names_in_fact(content)
        claim = self._wording.required(content, "claim", own)
        source = self._source_of(content)
        notes = self._notes(content)
        windows: WindowsView | None = own.get("windows")
        drawing = None if content.settings.picture else self._drawing(content)
        form = form_of(self._figure(content), is_drawn=drawing is not None)
        large = display_of(str(windows.dark), Form.WINDOWS) if windows else display_of(text, form)
        return FactView(
            id=identifier,
            claim=self._cited(claim, source, notes),
            sentence=self._cited(claim, source, notes, self._interface.full_stop(str(claim))),
            figure=self._cited(Phrase(text), source, notes),
            mark=self._cited(Phrase(""), source, notes),
            of=self._wording.text(content, "of", own),
            as_of=content.settings.as_of,
            caption=self._wording.text(content, "caption", own),
            windows=windows,
            display=large,
            drawing=drawing,
            large=self._large(content, own, source, notes),
            hundred=self._hundred(content),
            others=self._others(content),
        )

    def in_words(self, said: Phrase) -> FactView:
        """Words that stand where a leading figure stands: they cite nothing."""
        return FactView(
            id="",
            claim=said,
            sentence=None,
            figure=said,
            mark=Phrase(""),
            of=None,
            as_of=None,
            caption=None,
            windows=None,
            display=display_of(str(said), Form.WORDS),
            drawing=None,
            large=said,
            hundred=None,
        )

    def by_source(self) -> tuple[SourceView, ...]:
        """The campaign's facts, those of one source together, in the order of their first."""
        groups: dict[str, list[FactView]] = {}
        for identifier, content in self._campaign.facts.items():
            groups.setdefault(content.settings.source, []).append(self.fact(identifier))
        return tuple(self._source(source, tuple(facts)) for source, facts in groups.items())

    def _source(self, source: str, facts: tuple[FactView, ...]) -> SourceView:
        cited = self._campaign.sources.get(source)
        counted = Counter(str(fact.of) for fact in facts if fact.of)
        most = next((of for of, n in counted.most_common(1) if 2 * n >= len(facts)), None)
        years = {fact.as_of for fact in facts}
        checked = min(self._campaign.facts[fact.id].settings.checked for fact in facts)
        return SourceView(
            title=self._title_of(source),
            facts=facts,
            entry=lambda: self.citations.shown(source),
            url=WebLink(cited.source.url) if cited else None,
            of=next((fact.of for fact in facts if str(fact.of) == most), None),
            year=years.pop() if len(years) == 1 else None,
            checked=self._language.date(checked),
        )

    def _large(
        self,
        content: Content[FactSettings],
        names: Mapping[str, Any],
        source: str,
        notes: Sequence[Phrase],
    ) -> Phrase:
        """The claim with its figure in large type."""
        figure = names["figure"]
        if isinstance(figure, Quantity):
            html = Markup('<strong class="large">{}</strong>').format(figure)
            names = {**names, "figure": Phrase(str(figure), lambda: html)}
        claim = self._wording.required(content, "claim", names)
        return self._cited(claim, source, notes, self._interface.full_stop(str(claim)))

    def _hundred(self, content: Content[FactSettings]) -> DrawingView | None:
        """A share among a hundred windows; those who lack something are dark."""
        share = self._figure(content).share
        if share is None or content.settings.picture == "none":
            return None
        drawn = windows_of(1 - share if content.settings.lit else share, _HUNDRED)
        dark, total = quantity(drawn.dark, self._language), quantity(_HUNDRED, self._language)
        return DrawingView(drawn, self._say("windows", total=total, dark=dark), None)

    def _others(self, content: Content[FactSettings]) -> Phrase | None:
        """The share of those who are dark among a hundred windows where the figure is the rest."""
        figure = self._figure(content)
        if not content.settings.lit or figure.share is None or figure.kind is not Kind.PERCENT:
            return None
        rest = replace(figure, value=Decimal(100) - figure.value)
        return self._say("dark_others", share=self.written(rest))

    def names_in_fact(self, content: Content[FactSettings]) -> dict[str, Any]:
        """Everything that a fact's own claim, caption and note can name."""
        own: dict[str, Any] = {"district": self._district}
        figure = self._campaign.figure_of(content)
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
            part = self._language.number(figure.value)
            return str(self._say("ratio", part=part, whole=self._language.number(figure.whole)))
        return self._language.figure(figure)

    def windows(self, identifier: str) -> WindowsView:
        """The windows of a fact that is drawn."""
        windows = self.fact(identifier).windows
        if windows is None and self._campaign.facts[identifier].settings.picture in _COUNTED:
            raise UnreadError(identifier)
        if windows is None:
            says = f"the fact `{identifier}` is not drawn in windows"
            raise PlaceholderError(says, "add `picture: windows` to it")
        return windows

    def share_of(self, identifier: str, whole: object) -> Quantity:
        """A fact's share of a number, rounded to two digits: about how many that is here."""
        share = self._figure(self._wording.find(identifier, self._campaign.facts, "fact")).share
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
        return Quantity(Decimal(rounded), self._language.number(rounded))

    def skyline_of(self, identifier: str, whole: object) -> SkylineView:
        """A fact's share of a number, about how many that is here, and a window for each."""
        about = self.share_of(identifier, whole)
        share = self._figure(self._campaign.facts[identifier]).share
        assert isinstance(whole, Quantity)  # noqa: S101 - share_of has looked
        assert share is not None  # noqa: S101
        drawn = windows_of_many(share, int(whole.value))
        dark, total = quantity(drawn.dark, self._language), quantity(drawn.total, self._language)
        said = str(self._say("windows", total=total, dark=dark))
        if drawn.each > 1:
            each = str(self._say("each_one", each=quantity(drawn.each, self._language)))
            said += each if said.endswith(_WIDE_STOP) else f" {each}"
        return SkylineView(about, drawn, Phrase(said))

    def reference(self, source: str) -> Phrase:
        """A source by its name, in APA form; the district is named as itself."""
        return self._typeset(self._reference(source))

    def _reference(self, source: str) -> Phrase:
        if source == OWN_SOURCE:
            name = self._district.name
            stop = self._interface.full_stop(str(name))
            return Phrase(f"{name}{stop}", lambda: name.__html__() + stop)
        cited = self._campaign.sources[source]
        ampersand, default = self._interface.ampersand, self._campaign.default_language
        return apa_reference(cited.source, ampersand, self._wording.code, default)

    def _title_of(self, source: str) -> Phrase:
        """A source without its address: who published it, when, and what it is called."""
        phrase = self._reference(source)
        html = re.sub(r"\s*<a class=\"address\".*?</a>", "", phrase.__html__())
        return self._typeset(Phrase(str(phrase), lambda: Markup(html)))  # noqa: S704 - escaped

    def _typeset(self, phrase: Phrase) -> Phrase:
        marks = self._interface.marks
        html = Markup(unbroken(typeset(phrase.__html__(), marks)))  # noqa: S704 - escaped
        return Phrase(str(phrase), lambda: html)

    def _source_of(self, content: Content[FactSettings]) -> str:
        source = content.settings.source
        if source not in self._campaign.sources and source != OWN_SOURCE:
            raise UnreadError(source)
        return source

    def _cited(
        self, phrase: Phrase, source: str, notes: Sequence[Phrase], stop: str = ""
    ) -> Phrase:
        def html() -> Markup:
            mark = self.citations.cite(source, notes)
            after = stop + mark if self._interface.numbers_after_punctuation else mark + stop
            if phrase.marks:  # the full stop belongs to the language of its sentence
                return Markup("<span{}>{}{}</span>").format(phrase.marks, phrase, after)
            return phrase.__html__() + after

        return Phrase(str(phrase) + stop, html)

    def _notes(self, content: Content[FactSettings]) -> list[Phrase]:
        notes = []
        if content.settings.sum_of and content.settings.figure is None:
            parts = [self._figure(self._campaign.facts[i]) for i in content.settings.sum_of]
            written = " + ".join(self.written(part) for part in parts)
            total = self.written(self._figure(content))
            notes.append(self._say("sum_note", parts=written, total=total))
        figure = self._figure(content)
        windows = self._windows(content, figure)
        if windows and windows.drawn.is_rounded and figure.kind is Kind.PERCENT:
            notes.append(self._rounding(figure, windows.drawn))
        if note := self._wording.text(content, "note", self.names_in_fact(content)):
            stop = self._interface.full_stop(str(note))
            notes.append(Phrase(f"{note}{stop}", lambda: note.__html__() + stop))
        if content.settings.source == OWN_SOURCE:
            checked = self._language.date(content.settings.checked)
            notes.append(self._say("own_figure", date=checked))
        return notes

    def _figure(self, content: Content[FactSettings]) -> Figure:
        figure = self._campaign.figure_of(content)
        if figure is None:
            raise UnreadError(content.id)
        return figure

    def _windows(self, content: Content[FactSettings], figure: Figure) -> WindowsView | None:
        picture = content.settings.picture
        if picture not in _COUNTED or figure.share is None:
            return None
        drawn = windows_of(figure.share, content.settings.windows)
        dark, total = quantity(drawn.dark, self._language), quantity(drawn.total, self._language)
        counted = self._say(picture, total=total, dark=dark)
        said = [counted]
        names = {
            "district": self._district,
            "figure": self._quantity_of(figure),
            "windows": WindowsView(dark, total, drawn, counted),
        }
        if caption := self._wording.text(content, "caption", names):
            said.append(caption)
        if drawn.is_rounded:
            said.append(self._rounding(figure, drawn))
        alternative = Phrase(" ".join(map(str, said)))
        return WindowsView(dark, total, drawn, alternative, are_homes=picture == "windows")

    def _quantity_of(self, figure: Figure) -> Quantity:
        return Quantity(figure.value, self.written(figure))

    def _rounding(self, figure: Figure, drawn: Windows) -> Phrase:
        return rounding(self.written(figure), drawn, self._language, self._say)

    def _drawing(self, content: Content[FactSettings]) -> DrawingView | None:
        figure, counts = self._figure(content), content.settings.of is not None
        written = self.written(figure)
        return drawing_of(figure, written, self._language, self._say, counts_somebody=counts)


class _Unread:
    """Stands for a figure that cannot be read, of which the leader is told already."""

    def __init__(self, identifier: str) -> None:
        self._identifier = identifier

    def __getattr__(self, name: str) -> NoReturn:
        raise UnreadError(self._identifier)

    def __html__(self) -> NoReturn:
        raise UnreadError(self._identifier)
