"""A folder of content files: the originals, and the translations that stand beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from handbill.campaign import Content, Translation
from handbill.languages import is_known
from handbill.problems import Place, Problem, did_you_mean, error, warning
from handbill.read.files import TextFile, read_text, walk
from handbill.read.front_matter import split
from handbill.read.schema_errors import fit
from handbill.schema import Schema, TranslationRecord, translation_of, words_of
from handbill.yaml_lines import Parsed, Value

S = TypeVar("S", bound=Schema)

_FEW = 3


@dataclass
class Collection(Generic[S]):
    """What was read of a folder, by id, and what was wrong with it.

    `unlisted` are translations into languages that the campaign does not name: language, path.
    """

    contents: dict[str, Content[S]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    unlisted: list[tuple[str, str]] = field(default_factory=list)


def read_collection(
    folder: Path, under: str, schema: type[S], languages: tuple[str, ...]
) -> Collection[S]:
    """Read every Markdown file below a part of a campaign."""
    result: Collection[S] = Collection()
    translations: list[tuple[str, str, TextFile]] = []
    for path, unreadable in walk(folder, under):
        identifier, language, suffix = _take_apart(path, under)
        file, problem = (None, unreadable) if unreadable else _markdown(folder, path, suffix)
        if problem is not None or file is None:
            result.problems += [problem] if problem else []
            result.unread.add(path if language else identifier)
        elif language is None:
            _read_original(result, identifier, file, schema, languages[0])
        else:
            translations.append((identifier, language, file))
    for identifier, language, file in translations:
        _read_translation(result, identifier, language, file, schema, languages)
    return result


@dataclass(frozen=True)
class Given:
    """What a translation's settings hold: its words by key, its record, and what is wrong."""

    words: Mapping[str, str]
    record: TranslationRecord
    problems: list[Problem]


def given_in(parsed: Parsed, schema: type[Schema], path: str) -> Given:
    """Read a translation's settings. Words that are empty are those of the original still."""
    inherited = [key for key in _flat(parsed.value) if key in _flat_fields(schema)]
    problems = [
        error(
            Place(path, parsed.lines.of(*key.split("."))),
            f"`{key}` comes from the original; a translation holds words alone",
            "remove this line",
        )
        for key in inherited
    ]
    empty = [key for key, value in _flat(parsed.value).items() if value in ("", None)]
    remaining = Parsed(_without(parsed.value, [*inherited, *empty]), parsed.lines, parsed.problems)
    record, others = fit(remaining, translation_of(schema), path)
    words = {
        key: value if isinstance(value, str) else ""
        for key, value in _flat(remaining.value).items()
        if key not in TranslationRecord.model_fields
    }
    return Given(words, record or TranslationRecord(), [*problems, *others])


def not_listed(unlisted: Iterable[tuple[str, str]], listed: Place) -> Iterator[Problem]:
    """What to say of translations into languages that config.yaml, at a place, does not name.

    To take a language out of `languages` is the way to leave it out, so many are told as one.
    """
    paths: dict[str, list[str]] = {}
    for language, path in unlisted:
        paths.setdefault(language, []).append(path)
    for language, found in paths.items():
        if len(found) > _FEW:
            says = f"{len(found)} files are in `{language}`, which is not one of the languages here"
            yield warning(listed, says, "nothing reads them; add the language, or remove the files")
            continue
        says = f"`{language}` is not one of the campaign's languages: nothing reads this file"
        for path in found:
            hint = f"add it to `languages` in config.yaml, or remove {path}"
            yield warning(Place(path), says, hint)


def _markdown(folder: Path, path: str, suffix: str) -> tuple[TextFile | None, Problem | None]:
    if suffix != "md":
        says = "only Markdown files can stand here"
        return None, error(Place(path), says, "name it .md, or move it to assets/")
    return read_text(folder, path)


def _take_apart(path: str, under: str) -> tuple[str, str | None, str]:
    name = path.removeprefix(f"{under}/")
    directory, _, file = name.rpartition("/")
    stem, *endings = file.split(".")
    identifier = f"{directory}/{stem}" if directory else stem
    suffix = endings[-1] if endings else ""
    return identifier, ".".join(endings[:-1]) or None, suffix


@lru_cache(maxsize=4096)
def _settings_of(file: TextFile, schema: type[S]) -> tuple[S | None, list[Problem]]:
    return fit(split(file).front_matter, schema, file.path)


@lru_cache(maxsize=4096)
def _given_by(file: TextFile, schema: type[Schema]) -> Given:
    return given_in(split(file).front_matter, schema, file.path)


def _read_original(
    result: Collection[S], identifier: str, file: TextFile, schema: type[S], language: str
) -> None:
    parts = split(file)
    settings, problems = _settings_of(file, schema)
    result.problems += [*problems, *parts.body.problems]
    if settings is None:
        result.unread.add(identifier)
        return
    result.contents[identifier] = Content(
        identifier, file.path, language, settings, parts.body, parts.front_matter.lines
    )


def _read_translation(
    result: Collection[S],
    identifier: str,
    language: str,
    file: TextFile,
    schema: type[S],
    languages: tuple[str, ...],
) -> None:
    original = result.contents.get(identifier)
    whole = Place(file.path)
    if language == languages[0]:
        says = f"`{language}` is the language of the originals, which have no code in their names"
        hint = f"move its words into {file.path.replace(f'.{language}.', '.')}"
        result.problems.append(error(whole, says, hint))
    elif not is_known(language):
        says = f"`{language}` in this name is not a language of the campaign"
        result.problems.append(error(whole, says, did_you_mean(language, languages[1:])))
    elif language not in languages:
        result.unlisted.append((language, file.path))
    elif original is None:
        if identifier not in result.unread:
            original_path = file.path.replace(f".{language}.", ".")
            hint = f"the original would be {original_path}"
            first = Place(file.path, 1)
            result.problems.append(error(first, "this translation has no original", hint))
    else:
        parts = split(file)
        given = _given_by(file, schema)
        result.problems += [*given.problems, *parts.body.problems]
        if parts.front_matter.problems and not parts.front_matter.value:
            result.unread.add(file.path)
            return
        lines = parts.front_matter.lines
        translation = Translation(language, file.path, given.words, given.record, parts.body, lines)
        result.contents[identifier] = Content(
            original.id,
            original.path,
            original.language,
            original.settings,
            original.body,
            original.lines,
            {**original.translations, language: translation},
        )


def _flat(value: Mapping[str, Value], before: str = "") -> dict[str, Value]:
    flat: dict[str, Value] = {}
    for key, inner in value.items():
        if isinstance(inner, dict):
            flat |= _flat(inner, f"{before}{key}.")
        else:
            flat[before + key] = inner
    return flat


@lru_cache
def _flat_fields(schema: type[Schema]) -> set[str]:
    """The keys of a schema that are not words, and so are the original's alone."""
    fields: set[str] = set()
    for name, known in schema.model_fields.items():
        inner = known.annotation
        if isinstance(inner, type) and issubclass(inner, Schema):
            fields |= {f"{name}.{key}" for key in _flat_fields(inner)}
        else:
            fields.add(name)
    return fields - set(words_of(schema))


def _without(value: Mapping[str, Value], keys: list[str], before: str = "") -> dict[str, Value]:
    kept: dict[str, Value] = {}
    for key, inner in value.items():
        if before + key in keys:
            continue
        kept[key] = _without(inner, keys, f"{before}{key}.") if isinstance(inner, dict) else inner
    return kept
