"""The sample never speaks for a real district: what is left of it there is told, each thing once.

Where config.yaml says that its district is fictional, with the sample's name, nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from handbill.campaign import Campaign, Content, FreePlace
from handbill.check.nobodys import nobodys
from handbill.check.unwritten import unwritten
from handbill.hours import parse_hours
from handbill.markup import Body
from handbill.problems import Place, Problem, error, warning
from handbill.sample import (
    Passage,
    Sample,
    days_of,
    is_the_sample,
    logo_of,
    passages,
    passages_translated,
    the_sample,
    values_of,
)
from handbill.schema import OfferSettings, Settings

_SHOWN = 60
_LIKELY = {"district.free_or_reduced_lunch", "district.english_learners", "policy.number"}
"""What a real district may well have, too, when nothing else in its group is the sample's."""
_LIKELIER = {"district.schools", "district.locale"}
"""What so many have that it tells nothing beside one of the likely ones either."""
_NAMING = ("district.city", "district.county", "district.contact.address")
_DAY_HINTS = {
    "checked": "write the day on which you made sure that it is so in your schools",
    "date": "write the day on which you made it yours",
}
_OURS = "where all that is left here is kept in your schools, too, write `ours: yes`"


@dataclass(frozen=True)
class _Mention:
    """A name of the sample's district, and where it stands."""

    name: str
    place: Place


@dataclass(frozen=True)
class _Remains:
    """A campaign in which to look for what is left of the sample, and how to tell it."""

    campaign: Campaign
    sample: Sample
    publishing: bool

    @property
    def tell(self) -> Callable[..., Problem]:
        """Makes a problem of what is left."""
        return error if self.publishing else warning


def check_sample(campaign: Campaign, *, publishing: bool = False) -> Iterator[Problem]:
    """What is left of the sample in the campaign of another district; errors for `publishing`."""
    sample = the_sample()
    if is_the_sample(campaign, sample):
        return
    remains = _Remains(campaign, sample, publishing)
    places = list(_places(remains))
    yield from places
    yield from _settings(remains)
    yield from _logo(remains)
    for content in (campaign.config, *campaign.unsettled(campaign.texts)):
        yield from _texts(remains, content)
    notice = campaign.settings.notice
    if notice is None:
        yield from unwritten(campaign, remains.tell)
    if notice is None or sample.is_named_in(notice):  # nothing says that this one is made up
        told = {problem.place for problem in places}
        found = nobodys(campaign, remains.tell)
        yield from (problem for problem in found if problem.place not in told)


def _settings(remains: _Remains) -> Iterator[Problem]:
    found = {
        key: value
        for key, value in values_of(remains.campaign).items()
        if value == remains.sample.settings.get(key) and not remains.sample.is_named_in(value)
    }
    for key, value in found.items():
        if not _is_chance(key, found.keys()):
            place = remains.campaign.config.place(*key.split("."))
            says = f"`{key}` is {remains.sample.owner}'s: {value}"
            yield remains.tell(place, says, "write your district's own, or remove it")


def _is_chance(key: str, found: Set[str]) -> bool:
    """Whether a value is a likely one, and no other of its group is the sample's, too."""
    group = key.partition(".")[0]
    others = {other for other in found if other.partition(".")[0] == group} - {key} - _LIKELIER
    return (key in _LIKELY and not others) or (key in _LIKELIER and not others - _LIKELY)


def _logo(remains: _Remains) -> Iterator[Problem]:
    campaign = remains.campaign
    logo = campaign.settings.look.logo or ""
    content = campaign.assets.get(logo, b"")
    drawn = content.decode(errors="replace") if logo.lower().endswith(".svg") else ""
    if logo_of(content) == remains.sample.logo or remains.sample.is_named_in(drawn):
        says = f"`logo`: {logo} is {remains.sample.owner}'s"
        hint = "put your own into assets/ and name it here, or remove this line"
        yield remains.tell(campaign.config.place("look", "logo"), says, hint)


def _places(remains: _Remains) -> Iterator[Problem]:
    for row in remains.campaign.places:
        if _is_of(row, remains.sample):
            says = f"this place is {remains.sample.owner}'s: {row.name}, {row.address}"
            yield remains.tell(
                row.place, says, "write one near you in its place, or remove the row"
            )


def _is_of(row: FreePlace, sample: Sample) -> bool:
    """Whether a place bears a name of the sample's, or has two things of one of its places."""
    return sample.is_named_in(f"{row.name}\n{row.address}") or any(
        [
            row.address == address,
            row.openings == parse_hours(hours),
            bool(phone) and row.phone == phone,
        ].count(True)
        > 1
        for _, address, hours, phone in sample.places
    )


def _texts(remains: _Remains, content: Content[Any]) -> Iterator[Problem]:
    """A file's promises and names of the sample's, and those of its translations that are more."""
    promised = {
        number: passage
        for passage in passages(content)
        if (number := remains.sample.number_of(passage, content.language)) is not None
    }
    told = list(_promises(remains, content, promised))
    yield from told
    if not any(problem.place == content.place("title") for problem in told):
        yield from _days(remains, content)
    places = {problem.place for problem in told}
    named = [mention for mention in _names(remains, content) if mention.place not in places]
    yield from named
    for language in content.translations:
        yield from _more_promises(remains, content, language, promised)
        if not named:
            yield from _more_names(remains, content, language)


def _promises(
    remains: _Remains, content: Content[Any], promised: Mapping[int, Passage]
) -> Iterator[Problem]:
    if getattr(content.settings, "ours", False):
        return
    owner = remains.sample.owner
    is_whole = len(promised) == len(list(passages(content)))
    if promised and is_whole and isinstance(content.settings, OfferSettings):
        says = f"this offer is {owner}'s: {content.settings.title}"
        hint = f"write what your district offers, or remove the file; {_OURS} into its settings"
        yield remains.tell(content.place("title"), says, hint)
        return
    hint = f"write what your district does, or remove it; {_OURS} into the settings of this file"
    for passage in promised.values():
        says = f'this is a promise of {owner}, not yours: "{_short(passage.plain)}"'
        yield remains.tell(Place(content.path, passage.line), says, hint)
        hint = ""  # once a file


def _days(remains: _Remains, content: Content[Any]) -> Iterator[Problem]:
    """The days on which the sample's file was checked or made, and not the one in its place."""
    days = days_of(content)
    for key, day in remains.sample.days.get(content.path, {}).items():
        if days.get(key) == day:
            says = f"`{key}` is {remains.sample.owner}'s: {day}"
            yield remains.tell(content.place(key), says, _DAY_HINTS[key])


def _more_promises(
    remains: _Remains, content: Content[Any], language: str, promised: Mapping[int, Passage]
) -> Iterator[Problem]:
    """The promises of a translation that its original makes no more, told as one."""
    translation = content.translations[language]
    more = [
        passage.line
        for passage in passages_translated(content, language)
        if (number := remains.sample.number_of(passage, language)) is not None
        and number not in promised
    ]
    if more:
        owner = remains.sample.owner
        says = f"this translation promises what {owner} does, and the original no more"
        place = Place(translation.path, min(more))
        yield remains.tell(place, f"{says}: {_lines(more)}", f"translate what {content.path} says")


def _names(remains: _Remains, content: Content[Any]) -> Iterator[Problem]:
    """The lines on which a file, as it was written, names the sample's district."""
    keys = content.word_keys
    if isinstance(content.settings, Settings):
        keys += _NAMING
    found = [
        (f"`{key}`", mention)
        for key in keys
        for mention in _mentions(
            remains, content.original(key) or "", content.place(*key.split("."))
        )
    ]
    found += [("this text", mention) for mention in _mentions_in(remains, content.body)]
    for what, mention in {mention.place: (what, mention) for what, mention in found}.values():
        says = f"{what} names {remains.sample.in_english(mention.name)}"
        yield remains.tell(mention.place, says, "write your own in its place")


def _more_names(remains: _Remains, content: Content[Any], language: str) -> Iterator[Problem]:
    """The names of the sample's in a translation whose original has none, told as one."""
    translation = content.translations[language]
    found = [
        mention
        for key, text in translation.words.items()
        # What has no original is told as such.
        if key in content.word_keys and content.original(key) is not None
        for mention in _mentions(remains, text, translation.place(*key.split(".")))
    ]
    found += _mentions_in(remains, translation.body)
    if found:
        first = min(found, key=lambda mention: mention.place)
        lines = _lines(mention.place.line for mention in found)
        says = f"this translation names {remains.sample.in_english(first.name)}: {lines}"
        yield remains.tell(first.place, says, "write your own in its place")


def _mentions(remains: _Remains, text: str, place: Place) -> list[_Mention]:
    return [_Mention(match[0], place) for match in remains.sample.names_in(text)]


def _mentions_in(remains: _Remains, body: Body) -> list[_Mention]:
    return [
        _Mention(
            " ".join(match[0].split()),
            Place(body.place.path, body.place.line + body.source.count("\n", 0, match.start())),
        )
        for match in remains.sample.names_in(body.source)
    ]


def _lines(numbers: Iterable[int]) -> str:
    lines: Sequence[int] = sorted(set(numbers))
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
