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
from handbill.read.files import Names, read_text, walk
from handbill.typography import Marks, typeset
from handbill.yaml_lines import Value, parse_mapping

_PACKAGE = Path(__file__).parent
REFERENCE_LANGUAGE = "en"
_QUOTES = 4
_LISTED = 5


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
    stop: str

    def full_stop(self, sentence: str) -> str:
        """What ends a sentence that was written without its full stop."""
        return "" if sentence.endswith((".", "!", "?", "…", self.stop)) else self.stop

    def say(self, key: str, around: str, values: Mapping[str, Any]) -> Phrase:
        """A word or a sentence with its values in place, inside text of the language `around`.

        Where a word has plural forms, `count` chooses. Raises LookupError for an unknown key.
        """
        text = self.values.get(key)
        if text is None:
            raise LookupError(f"there is no word `{key}` in layouts/words/")
        if isinstance(text, dict):
            category = Language(self.language).plural(int(values["count"]))
            text = text.get(category, text["other"])
        template = typeset(str(text), self.marks)
        plain = template.format(**{name: str(value) for name, value in values.items()})
        html = in_language(escape(template).format(**values), self.language, around)
        return Phrase(plain, lambda: html)


def read_layouts(campaign_folder: Path) -> tuple[Layouts | None, list[Problem]]:
    """The layouts that serve a campaign; None when one of its own is no template."""
    layouts = layouts_of(campaign_folder)
    problems: list[Problem] = []
    for path, unreadable in walk(campaign_folder, "layouts", Names.ANY):
        if unreadable:
            problems.append(unreadable)
            continue
        if not path.endswith((".html", ".css")):
            continue
        file, problem = read_text(campaign_folder, path)
        try:
            layouts.environment.parse(file.text if file else "")
        except jinja2.TemplateSyntaxError as wrong:
            problem = error(Place(path, wrong.lineno), f"this layout is broken: {wrong.message}")
        problems += [problem] if problem else []
    return (None if problems else layouts), problems


def read_words(layouts: Layouts, language: str) -> tuple[InterfaceWords | None, list[Problem]]:
    """The interface words of a language; None when no layouts folder has them."""
    path = f"layouts/words/{language}.yaml"
    merged: dict[str, Value] = {}
    problems: list[Problem] = []
    known = _reference_keys(layouts)
    for folder in reversed(layouts.folders):
        if not (folder.parent / path).is_file():
            continue
        file, unreadable = read_text(folder.parent, path)
        parsed = parse_mapping(file.text if file else "", path)
        problems += [unreadable] if unreadable else parsed.problems
        for key, value in parsed.value.items():
            place = Place(path, parsed.lines.of(key))
            if key not in known:
                says = f"`{key}` is not one of Handbill's words"
                problems.append(error(place, says, did_you_mean(key, known)))
            elif (wrong := _wrong_word(key, value, known[key])) is not None:
                problems.append(error(place, f"`{key}` {wrong}", _in_english(known[key])))
        merged |= parsed.value
    if problems or not merged:
        return None, problems
    missing = [f"`{key}`" for key in known if key not in merged]
    if missing:
        listed = ", ".join(missing[:_LISTED]) + (" and more" if len(missing) > _LISTED else "")
        hint = f"translate them from Handbill's layouts/words/{REFERENCE_LANGUAGE}.yaml"
        return None, [error(Place(path), f"words are missing here: {listed}", hint)]
    return _words(language, merged), []


def _reference_keys(layouts: Layouts) -> dict[str, Value]:
    file = layouts.folders[-1] / f"words/{REFERENCE_LANGUAGE}.yaml"
    return parse_mapping(file.read_text("utf-8"), file.name).value


def _wrong_word(key: str, value: Value, model: Value) -> str | None:
    """What is wrong with a word, measured by the English one."""
    if value in (None, "", []):
        return "is empty"
    if isinstance(value, list) is not isinstance(model, list):
        return "must be a list" if isinstance(model, list) else "must be a text, not a list"
    if isinstance(value, dict) and not isinstance(model, dict):
        return "must be a text, not a group of keys"
    if isinstance(value, dict) and "other" not in value:
        return "needs the form `other`"
    if key == "quotes" and len(str(value).split()) != _QUOTES:
        return "needs four quotation marks with spaces between them"
    return _wrong_fields(value, model)


def _in_english(model: Value) -> str:
    if isinstance(model, list):
        return f"in English: [{', '.join(map(str, model))}]"
    if isinstance(model, dict):
        model = ", ".join(f"{form}: {text}" for form, text in model.items())
    return f"in English: {model}"


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
    return {
        f"{field}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form}"
        for _, field, form, conversion in parsed
        if field is not None
    }


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
        stop=str(values["full_stop"]),
    )
