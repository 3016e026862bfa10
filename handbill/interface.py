"""The interface words: what layouts print themselves, in every language of a campaign.

A word that a language lacks is borrowed from the campaign's default language, or else from
English, and marked with its language where it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from markupsafe import escape

from handbill.campaign import Campaign
from handbill.languages import Language
from handbill.layouts import Layouts
from handbill.phrases import Phrase, in_language
from handbill.problems import Place, Problem, did_you_mean, error, warning
from handbill.typography import Marks, typeset
from handbill.yaml_lines import Value, parse_mapping

REFERENCE_LANGUAGE = "en"
_QUOTES = 4
_LISTED = 5
_STOPS = (".", "!", "?", "…", "؟", "۔", "。", "！", "？")  # noqa: RUF001 - each language's own


@dataclass(frozen=True)
class InterfaceWords:
    """The words that layouts print themselves, in one language; `languages` are the words' own."""

    language: str
    values: Mapping[str, Value]
    languages: Mapping[str, str]
    marks: Marks
    ampersand: str
    numbers_after_punctuation: bool
    stop: str

    def full_stop(self, sentence: str) -> str:
        """What ends a sentence that was written without its full stop."""
        return "" if sentence.endswith((*_STOPS, self.stop)) else self.stop

    def say(self, key: str, around: str, values: Mapping[str, Any]) -> Phrase:
        """A word or a sentence with its values in place, inside text of the language `around`.

        Where a word has plural forms, `count` chooses. Raises LookupError for an unknown key.
        """
        text = self.values.get(key)
        if text is None:
            raise LookupError(f"there is no word `{key}` in layouts/words/")
        language = self.languages[key]
        if isinstance(text, dict):
            category = Language(language).plural(int(values["count"]))
            text = text.get(category, text["other"])
        template = typeset(str(text), self.marks)
        plain = template.format(**{name: str(value) for name, value in values.items()})
        if language != around:  # what is filled in is not borrowed
            values = {k: in_language(escape(v), around, language) for k, v in values.items()}
        html = in_language(escape(template).format(**values), language, around)
        return Phrase(plain, lambda: html, "" if language == around else language)


def interface_of(
    layouts: Layouts, campaign: Campaign
) -> tuple[Mapping[str, InterfaceWords] | None, list[Problem]]:
    """The words for each language, completed with borrowed ones; None when a file is broken."""
    given: dict[str, Mapping[str, Value]] = {}
    problems: list[Problem] = []
    for language in dict.fromkeys([*campaign.languages, REFERENCE_LANGUAGE]):
        given[language], found = words_given(layouts, language)
        problems += found
    if problems:
        return None, problems
    lenders = (campaign.default_language, REFERENCE_LANGUAGE)
    words = {
        language: _completed(language, {code: given[code] for code in (language, *lenders)})
        for language in campaign.languages
    }
    for number, language in enumerate(campaign.languages):
        place = campaign.config.place("languages", number)
        problems += _borrowed(words[language], bool(given[language]), place)
    return words, problems


def words_given(layouts: Layouts, language: str) -> tuple[dict[str, Value], list[Problem]]:
    """The words that the files of a language give, and what is wrong with them."""
    path = path_of_words(language)
    merged: dict[str, Value] = {}
    problems: list[Problem] = []
    known = reference_words(layouts)
    name = path.removeprefix("layouts/")
    for texts in (layouts.packaged, layouts.own):
        if name not in texts:
            continue
        parsed = parse_mapping(texts[name], path)
        problems += parsed.problems
        for key, value in parsed.value.items():
            place = Place(path, parsed.lines.of(key))
            if key not in known:
                says = f"`{key}` is not one of Handbill's words"
                problems.append(error(place, says, did_you_mean(key, known)))
            elif _is_open(value):
                continue
            elif (wrong := _wrong_word(key, value, known[key])) is not None:
                problems.append(error(place, f"`{key}` {wrong}", _in_english(known[key])))
            else:
                merged[key] = value
    return merged, problems


def path_of_words(language: str) -> str:
    """Where the words of a language stand, in Handbill's layouts and in the campaign's."""
    return f"layouts/words/{language}.yaml"


def reference_words(layouts: Layouts) -> dict[str, Value]:
    """Every word there is, in English."""
    return parse_mapping(english_words(layouts), path_of_words(REFERENCE_LANGUAGE)).value


def english_words(layouts: Layouts) -> str:
    """The file of Handbill's own words in English."""
    return layouts.packaged[f"words/{REFERENCE_LANGUAGE}.yaml"]


def _completed(language: str, given: Mapping[str, Mapping[str, Value]]) -> InterfaceWords:
    """The words of a language, and for those that it lacks the first that another one gives."""
    values: dict[str, Value] = {}
    languages: dict[str, str] = {}
    for lender, words in given.items():
        for key, value in words.items():
            if values.setdefault(key, value) is value:
                languages.setdefault(key, lender)
    opening, closing, inner_opening, inner_closing = str(values["quotes"]).split()
    units = values["units"]
    return InterfaceWords(
        language=language,
        values=values,
        languages=languages,
        marks=Marks(
            (opening, closing, inner_opening, inner_closing),
            tuple(str(unit) for unit in units) if isinstance(units, list) else (),
        ),
        ampersand=str(values["ampersand"]),
        numbers_after_punctuation=values["citation"] == "after",
        stop=str(values["full_stop"]),
    )


def _borrowed(words: InterfaceWords, has_own: bool, place: Place) -> list[Problem]:
    """A warning where a language borrows words."""
    name = f"{Language(words.language).name} ({words.language})"
    path = path_of_words(words.language)
    if not has_own:
        says = f"Handbill's own words, such as Phone and Cost, are not in {name}"
        return [warning(place, says, f"translate its {path_of_words('en')} into {path}")]
    missing = [f"`{key}`" for key, lender in words.languages.items() if lender != words.language]
    if not missing:
        return []
    listed = ", ".join(missing[:_LISTED]) + (" and more" if len(missing) > _LISTED else "")
    says = f"words are missing here: {listed}; they are printed in another language"
    hint = f"translate them from Handbill's {path_of_words(REFERENCE_LANGUAGE)}"
    return [warning(Place(path), says, hint)]


def _is_open(value: Value) -> bool:
    """Whether a word is still to be written: in a skeleton every one is empty."""
    if isinstance(value, dict):
        return all(map(_is_open, value.values()))
    return value in (None, "", [])


def _wrong_word(key: str, value: Value, model: Value) -> str | None:
    """What is wrong with a word, measured by the English one."""
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
