"""Facts, offers, places and the district as content and layouts see them: all of it phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbill.citations import Entry
from handbill.display import Display
from handbill.phrases import PhoneNumber, Phrase, Quantity, WebLink
from handbill.windows import Windows


@dataclass(frozen=True)
class ContactView:
    """Whom a family can reach."""

    name: Phrase | None
    role: Phrase | None
    phone: PhoneNumber | None
    email: WebLink | None
    address: Phrase | None


class Shares(dict[str, Phrase]):
    """Groups and their shares; in a sentence they follow one another: 58% White and 42% Asian."""

    def __init__(self, shares: Mapping[str, Phrase], written: Phrase) -> None:
        super().__init__(shares)
        self._written = written

    def __str__(self) -> str:
        return str(self._written)

    def __html__(self) -> Markup:
        return self._written.__html__()


@dataclass(frozen=True)
class DistrictView:
    """Who speaks, as placeholders and layouts see it."""

    name: Phrase
    short_name: Phrase
    city: Phrase | None
    county: Phrase | None
    state: Phrase | None
    nces_id: Phrase | None
    enrollment: Quantity | None
    schools: Quantity | None
    grades: Phrase | None
    locale: Phrase | None
    demographics: Shares | None
    free_or_reduced_lunch: Phrase | None
    english_learners: Phrase | None
    contact: ContactView


@dataclass(frozen=True)
class PolicyView:
    """How the policy was adopted: its number, its board, and its days in words."""

    number: Phrase | None
    board: Phrase | None
    adopted: str | None
    revised: str | None
    next_review: str | None


@dataclass(frozen=True)
class WindowsView:
    """A fact's windows: `{{ windows("fact").dark }}` and `.total`."""

    dark: Quantity
    total: Quantity
    drawn: Windows
    alternative: Phrase
    are_homes: bool = True
    """Whether they are the windows of a house, and of a street; or blocks without one."""


@dataclass(frozen=True)
class DrawingView:
    """A figure drawn by what it says alone: its text alternative, and what must be read with it."""

    drawn: Windows
    alternative: Phrase
    legend: Phrase | None


@dataclass(frozen=True)
class SkylineView:
    """A share of the people here: about how many, their windows, and the text alternative."""

    about: Quantity
    drawn: Windows
    alternative: Phrase


@dataclass(frozen=True)
class FactView:
    """A fact as layouts see it; words that lead in place of one have no sentence and no year."""

    id: str
    claim: Phrase
    sentence: Phrase | None
    figure: Phrase
    mark: Phrase
    of: Phrase | None
    as_of: int | None
    caption: Phrase | None
    windows: WindowsView | None
    display: Display
    drawing: DrawingView | None
    large: Phrase
    hundred: DrawingView | None
    others: Phrase | None = None
    """The share that is dark among its hundred windows, where that is not the figure."""

    def __html__(self) -> Markup:
        return self.claim.__html__()

    def __str__(self) -> str:
        return str(self.claim)


@dataclass(frozen=True)
class SourceView:
    """A source, and the facts that come from it.

    `entry` makes it stand there in place of the list of sources. `of` is whom at least half of them
    count, `year` the year of all of them, and `checked` the day on which the first was checked.
    """

    title: Phrase
    facts: tuple[FactView, ...]
    entry: Callable[[], Entry]
    url: WebLink | None
    of: Phrase | None
    year: int | None
    checked: str


@dataclass(frozen=True)
class OfferView:
    """A help offer as placeholders and layouts see it."""

    id: str
    title: Phrase
    summary: Phrase | None
    who: Phrase
    cost: Phrase
    how: Phrase
    icon: str | None
    phone: PhoneNumber | None
    url: WebLink | None
    checked: str
    ends: str | None


@dataclass(frozen=True)
class Hours:
    """Opening hours, a line for each group of days; in a sentence they follow one another.

    `following` are the lines as they stand within a sentence.
    """

    lines: tuple[Phrase, ...]
    following: tuple[Phrase, ...]

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __str__(self) -> str:
        return "; ".join(map(str, self._in_a_sentence))

    def __html__(self) -> Markup:
        return Markup("; ").join(self._in_a_sentence)

    @property
    def _in_a_sentence(self) -> tuple[Phrase, ...]:
        return (*self.lines[:1], *self.following[1:])


@dataclass(frozen=True)
class PlaceView:
    """A place that families can go to."""

    name: Phrase
    address: Phrase
    hours: Hours
    phone: PhoneNumber | None
    note: Phrase | None = None
    details: tuple[Phrase | None, ...] = ()
