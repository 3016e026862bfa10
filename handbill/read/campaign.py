"""Read a campaign: config.yaml, content/ and assets/ become one frozen Campaign."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from handbill.campaign import PLACES, Campaign, Cited, Content, Translation
from handbill.forms import is_identifier
from handbill.languages import Language, is_known, unknown
from handbill.markup import convert
from handbill.problems import Place, Problem, did_you_mean, error, warning
from handbill.read.collection import given_in, not_listed, read_collection
from handbill.read.files import Names, linked_elsewhere, read_asset, read_text, walk
from handbill.read.pictures import read_pictures
from handbill.read.places import read_places
from handbill.read.schema_errors import fit
from handbill.schema import (
    AnswerSettings,
    DocumentSettings,
    FactSettings,
    OfferSettings,
    Settings,
    Source,
)
from handbill.translations import path_of_notes
from handbill.yaml_lines import Lines, Parsed, parse_mapping

Ordered = TypeVar("Ordered", FactSettings, OfferSettings, DocumentSettings, AnswerSettings)

CONFIG = "config.yaml"
SOURCES = "content/sources.yaml"
_FOLDERS = ("credential", "data", "facts", "help", "pages", "print")
_HEAVIEST_ASSETS = 200_000_000


def read(
    folder: Path, before: Campaign | None = None
) -> tuple[Campaign | None, tuple[Problem, ...]]:
    """Read the campaign in a folder.

    Pictures that have not changed since it was read `before` are not looked at again.

    There is no campaign without a readable config.yaml, nor where a whole part of it is a link to
    somewhere else: whatever names something in that part would be told to be wrong.
    """
    config, unread_words, problems = _read_config(folder)
    linked = _linked_parts(folder)
    if config is None or linked:
        return None, (*problems, *linked)
    languages = tuple(config.settings.languages)
    facts = read_collection(folder, "content/facts", FactSettings, languages)
    offers = read_collection(folder, "content/help", OfferSettings, languages)
    pages = read_collection(folder, "content/pages", DocumentSettings, languages)
    prints = read_collection(folder, "content/print", DocumentSettings, languages)
    answers, answer_problems = _read_answers(folder, languages[0])
    named = {fact.settings.source for fact in facts.contents.values()}
    sources, unread_sources, source_problems = _read_sources(folder, named)
    places, place_problems = read_places(folder, languages)
    assets, unread_assets, asset_problems = _read_assets(folder)
    problems += [
        *facts.problems,
        *offers.problems,
        *pages.problems,
        *prints.problems,
        *answer_problems,
        *source_problems,
        *place_problems,
        *asset_problems,
        *_unknown_folders(folder, languages),
        *not_listed(
            [
                *_unlisted_words(folder, languages),
                *itertools.chain(*(part.unlisted for part in (facts, offers, pages, prints))),
            ],
            config.place("languages"),
        ),
    ]
    contents: tuple[Content[Any], ...] = (
        *facts.contents.values(),
        *offers.contents.values(),
        *pages.contents.values(),
        *prints.contents.values(),
        *answers.values(),
    )
    campaign = Campaign(
        folder=folder,
        config=config,
        facts=_by_order(facts.contents),
        sources=sources,
        offers=_by_order(offers.contents),
        pages=_by_order(pages.contents),
        prints=_by_order(prints.contents),
        answers=_by_order(answers),
        places=places.places,
        place_columns=places.columns,
        assets=assets,
        pictures=read_pictures(_shown(config, contents), assets, before),
        unread=frozenset().union(
            *(collection.unread for collection in (facts, offers, pages, prints)),
            unread_sources,
            unread_words,
            unread_assets,
            {PLACES} if place_problems else (),
            () if (folder / "content").is_dir() else ("index",),
        ),
    )
    return campaign, tuple(problems)


def _linked_parts(folder: Path) -> list[Problem]:
    parts = ("content", *(f"content/{name}" for name in _FOLDERS), "assets")
    linked = (linked_elsewhere(folder, part) for part in parts)
    return list(dict.fromkeys(problem for problem in linked if problem))


def _by_order(contents: dict[str, Content[Ordered]]) -> dict[str, Content[Ordered]]:
    return dict(sorted(contents.items(), key=lambda item: item[1].settings.order))


def _read_answers(
    folder: Path, language: str
) -> tuple[dict[str, Content[AnswerSettings]], list[Problem]]:
    """The answers for the credential, which come in the campaign's default language alone."""
    answers = read_collection(folder, "content/credential", AnswerSettings, (language,))
    says = f"an answer is in one language, {Language(language).name}: nothing reads this file"
    translated = [error(Place(path), says, "remove it") for _, path in answers.unlisted]
    return answers.contents, [*answers.problems, *translated]


def _read_config(folder: Path) -> tuple[Content[Settings] | None, set[str], list[Problem]]:
    if not (folder / CONFIG).is_file():
        hint = "start one with the word `new`: new my-campaign"
        return None, set(), [error(Place(CONFIG), "there is no campaign in this folder", hint)]
    parsed, problem = _read_yaml(folder, CONFIG)
    if problem is not None:
        return None, set(), [problem]
    settings, problems = fit(parsed, Settings, CONFIG)
    if settings is None:
        return None, set(), problems
    codes = tuple(settings.languages)
    for number, code in enumerate(codes):
        place = Place(CONFIG, parsed.lines.of("languages", number))
        if not is_known(code):
            problems.append(unknown(code, place))
        elif code in codes[:number]:
            problems.append(error(place, f"`{code}` stands here twice", "remove one of the two"))
    if problems:
        return None, set(), problems
    translations, unread, problems = _read_config_translations(folder, codes[1:])
    empty = convert("", Place(CONFIG, 1))
    config = Content(CONFIG, CONFIG, codes[0], settings, empty, parsed.lines, translations)
    return config, unread, problems


def _read_config_translations(
    folder: Path, codes: tuple[str, ...]
) -> tuple[dict[str, Translation], set[str], list[Problem]]:
    translations: dict[str, Translation] = {}
    unread: set[str] = set()
    problems = [
        error(Place(file.name), "nothing reads a .yml file here", f"rename it {file.stem}.yaml")
        for file in sorted(folder.glob("config*.yml"))
    ]
    for code in codes:
        path = f"config.{code}.yaml"
        if not (folder / path).exists():
            continue
        parsed, problem = _read_yaml(folder, path)
        given = given_in(parsed, Settings, path)
        problems += [problem] if problem else given.problems
        if problem or (parsed.problems and not parsed.value):
            unread.add(path)
            continue
        empty = convert("", Place(path, 1))
        translations[code] = Translation(code, path, given.words, given.record, empty, parsed.lines)
    return translations, unread, problems


def _unlisted_words(folder: Path, languages: tuple[str, ...]) -> list[tuple[str, str]]:
    """The translations of config.yaml into other languages than the campaign's."""
    found = [
        (file.name.split(".", 1)[1].removesuffix(".yaml"), file.name)
        for file in sorted(folder.glob("config.*.yaml"))
    ]
    return [(code, name) for code, name in found if code not in languages[1:]]


def _read_yaml(folder: Path, path: str) -> tuple[Parsed, Problem | None]:
    file, problem = read_text(folder, path)
    if file is None:
        return Parsed({}, Lines()), problem
    return parse_mapping(file.text, path), None


def _read_sources(
    folder: Path, named: set[str]
) -> tuple[dict[str, Cited], set[str], list[Problem]]:
    """The sources, and those that stand there unread: all that are `named` in a broken file."""
    if not (folder / SOURCES).exists():
        return {}, set(), []
    parsed, problem = _read_yaml(folder, SOURCES)
    if problem is not None:
        return {}, named, [problem]
    if parsed.problems and not parsed.value:
        return {}, named, list(parsed.problems)
    sources: dict[str, Cited] = {}
    problems = list(parsed.problems)
    for identifier, entry in parsed.value.items():
        place = Place(SOURCES, parsed.lines.of(identifier))
        if not isinstance(entry, dict):
            hint = "write its title, publisher, year and url under it, indented"
            problems.append(error(place, f"the source `{identifier}` has no keys", hint))
            continue
        lines = Lines(
            {
                path[1:]: line
                for path, line in parsed.lines.by_path.items()
                if path[0] == identifier
            },
            place.line,
        )
        source, found = fit(Parsed(entry, lines), Source, SOURCES)
        if source is not None and source.language and not is_known(source.language):
            found.append(unknown(source.language, Place(SOURCES, lines.of("language"))))
        if not is_identifier(identifier):
            says = f"`{identifier}` is not a name of small letters, digits and hyphens"
            found.append(error(place, says, "write it like sight-report-2024"))
        problems += found
        if source is not None and not found:
            sources[identifier] = Cited(identifier, source, place)
    return sources, set(parsed.value) - set(sources), problems


def _read_assets(folder: Path) -> tuple[dict[str, bytes], set[str], list[Problem]]:
    assets: dict[str, bytes] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    weight = 0
    for path, unreadable in walk(folder, "assets", Names.ASSETS):
        content, problem = (None, unreadable) if unreadable else read_asset(folder, path)
        if content is not None:
            assets[path] = content
            weight += len(content)
        if problem is not None:
            problems.append(problem)
            unread.add(path)
        if weight > _HEAVIEST_ASSETS:
            says = "the files in it are heavier than 200 MB together"
            problems.append(error(Place("assets"), says, "keep here what the campaign shows alone"))
            break
    return assets, unread, problems


def _shown(config: Content[Settings], contents: Iterable[Content[Any]]) -> frozenset[str]:
    """The names of the files that texts and config.yaml show as pictures."""
    bodies = itertools.chain.from_iterable(
        (content.body, *(t.body for t in content.translations.values())) for content in contents
    )
    sources = [image.source.partition("#")[0] for body in bodies for image in body.outline.images]
    return frozenset(posixpath.basename(s) for s in (*sources, config.settings.look.logo or ""))


def _unknown_folders(folder: Path, languages: tuple[str, ...]) -> list[Problem]:
    content = folder / "content"
    if not content.is_dir():
        hint = "put the facts in content/facts/ and the pages in content/pages/"
        return [error(Place("content"), "there is no content/ folder", hint)]
    problems = []
    for entry in sorted(content.iterdir()):
        if entry.name.startswith(".") or entry.name == "sources.yaml":
            continue
        if entry.name not in _FOLDERS:
            place = Place(f"content/{entry.name}")
            hint = did_you_mean(entry.name, (*_FOLDERS, "sources.yaml"))
            problems.append(error(place, "this is nothing that Handbill reads", hint))
    for path, _ in walk(folder, "content/data"):
        if path not in {PLACES, *(path_of_notes(PLACES, code) for code in languages[1:])}:
            hint = "in a spreadsheet program: Save As, CSV UTF-8, with the name places.csv"
            problems.append(warning(Place(path), "nothing reads this file", hint))
    return problems
