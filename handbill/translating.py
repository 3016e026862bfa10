"""Files for translators: those of a new language, and the mark that one is up to date."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from handbill.campaign import PLACES, Campaign, Content
from handbill.interface import english_words, path_of_words, words_given
from handbill.languages import Language, is_known, unknown
from handbill.layouts import Layouts, read_layouts
from handbill.problems import CampaignError, Place, did_you_mean, error, in_order
from handbill.translations import (
    BODY,
    comes_in,
    mark_of,
    path_of_notes,
    path_of_translation,
    texts_of,
)

_CONFIG = "config.yaml"
_LANGUAGES = re.compile(r"^(languages:\s*\[[^\]\n#]*[^\]\n#\s,])(\s*,?\s*\])", re.MULTILINE)
_ORIGINAL = re.compile(r"^original:.*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?=---[ \t]*(?:\n|$))")
_MARK = "# The mark of the original that this is made from."
_REVIEW = """
# Whoever reads this and finds it right says so here; a role or an office is enough.
reviewed_by:
reviewed_on:
"""


def start_translation(campaign: Campaign, language: str) -> tuple[str, ...]:
    """Make the files of a language that are not there, and name it in config.yaml.

    Returns the paths of what was written. Raises CampaignError, and writes nothing, where there
    is no such language, or where config.yaml does not name its languages on one line.
    """
    if not is_known(language):
        raise CampaignError([unknown(language, Place("--new"))])
    if language == campaign.default_language:
        says = f"`{language}` is the language of the originals"
        raise CampaignError([error(Place("--new"), says)])
    files: dict[str, str] = {}
    if language not in campaign.languages:
        files[_CONFIG] = _with_language(campaign.folder, language)
    for content in (campaign.config, *campaign.contents):
        path = path_of_translation(content, language)
        if (
            comes_in(content, language)
            and texts_of(content)
            and not (campaign.folder / path).exists()
        ):
            files[path] = _skeleton(content)
    files |= _words_of_places(campaign, language)
    words = path_of_words(language)
    layouts = _layouts_of(campaign)
    if not words_given(layouts, language)[0] and not (campaign.folder / words).exists():
        files[words] = _skeleton_of_words(english_words(layouts), language)
    for path, text in files.items():
        (campaign.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (campaign.folder / path).write_text(text, "utf-8")
    return tuple(files)


def _layouts_of(campaign: Campaign) -> Layouts:
    layouts, problems = read_layouts(campaign.folder)
    if layouts is None:
        raise CampaignError(in_order(problems))
    return layouts


def _words_of_places(campaign: Campaign, language: str) -> dict[str, str]:
    """The table for the words of the places, their names in it; none where it is there.

    A column that the leader added has its own name until somebody translates it.
    """
    default = campaign.default_language
    own = [column.names[default] for column in campaign.place_columns]
    worded = [place for place in campaign.places if place.notes or any(place.details)]
    path = path_of_notes(PLACES, language)
    if not worded or (campaign.folder / path).exists():
        return {}
    has_notes = any(place.notes for place in worded)
    first = ["name", *(["note"] if has_notes else []), *own]
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(first)
    rows.writerows([place.name, *[""] * (len(first) - 1)] for place in worded)
    return {path: table.getvalue()}


def accept(campaign: Campaign, paths: Sequence[str]) -> None:
    """Write into translations that they are up to date with their originals as those stand now.

    Raises CampaignError, and writes nothing, where no translation stands at one of the paths.
    """
    known = {
        translation.path: content
        for content in (campaign.config, *campaign.contents)
        for translation in content.translations.values()
    }
    says = "this is not a translation of this campaign"
    if strangers := [path for path in paths if path not in known]:
        raise CampaignError([error(Place(p), says, did_you_mean(p, known)) for p in strangers])
    for path in paths:
        _accept(campaign.folder / path, mark_of(known[path]))


def _accept(file: Path, mark: str) -> None:
    text = file.read_text("utf-8-sig")
    front = _FRONT_MATTER.match(text) if file.suffix == ".md" else None
    end = front.end() if front else len(text)
    file.write_text(_marked(text[:end], mark) + text[end:], "utf-8")


def _marked(settings: str, mark: str) -> str:
    line = f"original: {mark}"
    if _ORIGINAL.search(settings):
        return _ORIGINAL.sub(line, settings, count=1)
    return f"{settings if settings.endswith(chr(10)) else settings + chr(10)}{line}\n"


def _with_language(folder: Path, language: str) -> str:
    text = (folder / _CONFIG).read_text("utf-8-sig")
    added, count = _LANGUAGES.subn(lambda match: f"{match[1]}, {language}{match[2]}", text)
    if count != 1:
        says = f"`languages` does not stand on one line here, so {language} cannot be added to it"
        hint = f"write {language} into it yourself, and repeat this command"
        raise CampaignError([error(Place(_CONFIG), says, hint)])
    return added


def _skeleton(content: Content[Any]) -> str:
    """A translation without words, each of the original's above its place."""
    name = Language(content.language).name
    where = f"# Between the quotation marks, where there are some; each in {name} above it."
    texts = texts_of(content)
    body = texts.pop(BODY, "")
    settings = "\n".join(_settings(texts, 0))
    settings += (
        f"\n# The mark of the original that this is made from.\noriginal: {mark_of(content)}"
    )
    settings += _REVIEW
    if not content.path.endswith(".md"):
        return f"{where}\n{settings}"
    text = f"---\n{where}\n{settings}---\n"
    if body:
        shown = body.replace("-->", "-- >")
        text += f"<!-- In {name}; the translation goes below this note.\n\n{shown}\n\n-->\n"
    return text


def _settings(texts: dict[str, str], depth: int) -> Iterator[str]:
    """Lines of YAML for keys, which may have dots: groups come as groups."""
    indent = "  " * depth
    groups: dict[str, dict[str, str]] = {}
    for key, text in texts.items():
        first, _, rest = key.partition(".")
        if rest:
            groups.setdefault(first, {})[rest] = text
            continue
        yield from (f"{indent}# {line}" for line in text.splitlines())
        yield f"{indent}{key}:" if '"' in text else f'{indent}{key}: ""'
    for key, inner in groups.items():
        yield f"{indent}{key}:"
        yield from _settings(inner, depth + 1)


def _skeleton_of_words(english: str, language: str) -> str:
    """The English file of interface words without its words, each of them above its place."""
    name = Language(language).name
    lines = [f"# The words that layouts print themselves, in {name}."]
    for line in english.split("\n")[1:]:
        key, colon, word = line.partition(":")
        if not colon or line.startswith("#"):
            lines.append(line)
        elif line.startswith(" "):
            lines.append(f"# {line.strip()}")
            if key.strip() == "other":
                lines += [f'  {form}: ""' for form in Language(language).plural_forms]
        elif not word.strip():
            lines.append(line)
        else:
            lines += [f"# {word.strip()}", f"{key}: {'[]' if '[' in word else chr(34) * 2}"]
    return "\n".join(lines)
