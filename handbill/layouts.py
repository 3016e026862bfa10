"""The layouts: the campaign's own, and Handbill's for whatever it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any

import jinja2
from markupsafe import escape

from handbill.languages import Language
from handbill.phrases import Phrase, in_language
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.typography import Marks, typeset
from handbill.yaml_lines import Value, parse_mapping

_PACKAGE = Path(__file__).parent
REFERENCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Layouts:
    """Where layouts are looked for, first the campaign's folder."""

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The file of a layout, a part or a stylesheet by its name."""
        return next((f / name for f in self.folders if (f / name).is_file()), None)

    def place(self, name: str, line: int = 0) -> Place:
        """Where a layout's file stands, as problems name it."""
        return Place(f"layouts/{name}", line)

    def names(self) -> tuple[str, ...]:
        """The layouts that a document can ask for."""
        files = {file.stem for folder in self.folders for file in folder.glob("*.html")}
        return tuple(sorted(files))

    @cached_property
    def environment(self) -> jinja2.Environment:
        """Jinja, set up for layouts: HTML is escaped, and an unknown name is an error."""
        return jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=jinja2.select_autoescape(("html",)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def block_names(self) -> tuple[str, ...]:
        """The macros of parts/blocks.html: what content may place as `{{ name() }}`."""
        source = self.find("parts/blocks.html")
        if source is None:
            return ()
        tree = self.environment.parse(source.read_text("utf-8"), "parts/blocks.html")
        return tuple(macro.name for macro in tree.find_all(jinja2.nodes.Macro))


def layouts_of(campaign_folder: Path) -> Layouts:
    """The layouts that serve a campaign."""
    packaged = _PACKAGE / "layouts"
    own = packaged if packaged.is_dir() else _PACKAGE.parent / "layouts"
    return Layouts(tuple(dict.fromkeys(((campaign_folder / "layouts").resolve(), own.resolve()))))


@dataclass(frozen=True)
class InterfaceWords:
    """The words that layouts print themselves, in one language."""

    language: str
    values: Mapping[str, Value]
    marks: Marks
    ampersand: str
    numbers_after_punctuation: bool

    def say(self, key: str, around: str, values: Mapping[str, Any]) -> Phrase:
        """A word or a sentence with its values in place, inside text of the language `around`.

        Where a word has plural forms, `count` chooses. Raises KeyError for an unknown key.
        """
        text = self.values[key]
        if isinstance(text, dict):
            category = Language(self.language).plural(int(values["count"]))
            text = text.get(category, text["other"])
        template = typeset(str(text), self.marks)
        plain = template.format(**{name: str(value) for name, value in values.items()})
        html = in_language(escape(template).format(**values), self.language, around)
        return Phrase(plain, lambda: html)


def read_words(layouts: Layouts, language: str) -> tuple[InterfaceWords | None, list[Problem]]:
    """The interface words of a language; None when no layouts folder has them."""
    name = f"words/{language}.yaml"
    merged: dict[str, Value] = {}
    problems: list[Problem] = []
    known = _reference_keys(layouts)
    for folder in reversed(layouts.folders):
        file = folder / name
        if not file.is_file():
            continue
        parsed = parse_mapping(file.read_text("utf-8"), f"layouts/{name}")
        problems += parsed.problems
        for key, value in parsed.value.items():
            if key not in known:
                place = Place(f"layouts/{name}", parsed.lines.of(key))
                says = f"`{key}` is not one of the interface's words"
                problems.append(error(place, says, did_you_mean(key, known)))
            elif (says := _wrong_fields(value, known[key])) is not None:
                place = Place(f"layouts/{name}", parsed.lines.of(key))
                problems.append(error(place, f"`{key}` {says}", f"in English: {known[key]}"))
            merged[key] = value
    if not merged:
        return None, problems
    missing = [key for key in known if key not in merged]
    problems += [
        error(Place(f"layouts/{name}"), f"the word `{key}` is missing", f"in English: {known[key]}")
        for key in missing
    ]
    return (None if missing else _words(language, merged)), problems


def _reference_keys(layouts: Layouts) -> dict[str, Value]:
    file = layouts.folders[-1] / f"words/{REFERENCE_LANGUAGE}.yaml"
    return parse_mapping(file.read_text("utf-8"), file.name).value


def _wrong_fields(value: Value, model: Value) -> str | None:
    """What is wrong with the `{fields}` of a word, measured by the English one."""
    try:
        given, wanted = _fields(value), _fields(model)
    except ValueError:
        return "has a brace that is opened or closed alone"
    for field in sorted(given - wanted):
        return f"names {{{field}}}, which has no value here"
    for field in sorted(wanted - given):
        return f"leaves out {{{field}}}"
    return None


def _fields(value: Value) -> set[str]:
    texts = value.values() if isinstance(value, dict) else [value]
    parsed = (part for text in texts for part in Formatter().parse(str(text)))
    return {field for _, field, _, _ in parsed if field is not None}


def _words(language: str, values: Mapping[str, Value]) -> InterfaceWords:
    quotes, units = values["quotes"], values["units"]
    opening, closing, inner_opening, inner_closing = str(quotes).split()
    return InterfaceWords(
        language=language,
        values=values,
        marks=Marks(
            (opening, closing, inner_opening, inner_closing),
            tuple(str(unit) for unit in units) if isinstance(units, list) else (),
        ),
        ampersand=str(values["ampersand"]),
        numbers_after_punctuation=values["citation"] == "after",
    )
