"""A file's values against its schema, and what does not fit in the words of who wrote it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbill.forms import FORMS, TOLD
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.schema import Schema
from handbill.yaml_lines import Parsed

S = TypeVar("S", bound=Schema)

_EXAMPLES = {
    "int_parsing": ("is not a whole number", "write digits alone: 1840"),
    "int_from_float": ("is not a whole number", "write digits alone: 1840"),
    "int_parsing_size": ("is too large a number", "write digits alone: 1840"),
    "date_from_datetime_parsing": ("is not a date", "write year-month-day: 2026-11-23"),
    "date_from_datetime_inexact": ("is not a date", "write year-month-day: 2026-11-23"),
}
_WANTED = {
    "list_type": "a list",
    "model_type": "a group of keys",
    "dict_type": "a group of keys",
    "int_type": "a whole number",
    "date_type": "a date",
}
_LONGEST = 60
_BOUNDS = {
    "greater_than": ("must be more than {gt}", ""),
    "greater_than_equal": ("must be {ge} or more", ""),
    "less_than_equal": ("must be {le} or less", ""),
    "too_short": ("needs {min_length} entries or more, and has {actual_length}", "add one"),
}


def fit(parsed: Parsed, schema: type[S], path: str) -> tuple[S | None, list[Problem]]:
    """The values as the schema has them, or None and the problems that keep them from it."""
    if parsed.problems and not parsed.value:
        return None, list(parsed.problems)
    given = {key: value for key, value in parsed.value.items() if value is not None}
    try:
        return schema.model_validate(given), list(parsed.problems)
    except ValidationError as wrong:
        details = [detail for detail in wrong.errors() if not _is_misspelt(detail, wrong, schema)]
        found = [_problem(detail, parsed, schema, path) for detail in details]
        return None, [*parsed.problems, *dict.fromkeys(found)]


def _is_misspelt(missing: ErrorDetails, wrong: ValidationError, schema: type[BaseModel]) -> bool:
    """Whether a key is missing because it stands there misspelt, which is told already."""
    if missing["type"] != "missing":
        return False
    around, key = missing["loc"][:-1], str(missing["loc"][-1])
    return any(
        detail["type"] == "extra_forbidden"
        and detail["loc"][:-1] == around
        and f"`{key}`?" in _hint_for_unknown(schema, detail["loc"])
        for detail in wrong.errors()
    )


def _hint_for_unknown(schema: type[BaseModel], location: tuple[int | str, ...]) -> str:
    known = _schema_at(schema, location[:-1])
    return did_you_mean(str(location[-1]), known.model_fields if known else ())


def _problem(detail: ErrorDetails, parsed: Parsed, schema: type[BaseModel], path: str) -> Problem:
    location = _without_union_branches(detail["loc"], parsed.lines.by_path)
    place = Place(path, parsed.lines.of(*location))
    key = location[-1] if location else ""
    within = f" in {_name(location[:-1])}" if len(location) > 1 else ""
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "missing" and location in parsed.lines.by_path:
        return error(place, f"{_name(location)} is empty", _what_it_is(schema, location))
    if kind == "missing":
        return error(
            Place(path, parsed.lines.of(*location[:-1])),
            f"`{key}` is missing{within}",
            _what_it_is(schema, location),
        )
    if kind == "extra_forbidden":
        hint = _hint_for_unknown(schema, location)
        return error(place, f"`{key}` is not a key that Handbill knows{within}", hint)
    name = _name(location)
    if isinstance(given, str):
        given = _short(given)
    if kind in {"string_pattern_mismatch", TOLD}:
        says, hint = _of_form(context)
        return error(place, f'{name}: "{given}" {says}', hint)
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "`").replace("` or `", "`, `")
        return error(
            place, f'{name}: "{given}" is not one of the values allowed', f"write one of: {allowed}"
        )
    if given in (None, "", []) or kind == "string_too_short":
        return error(place, f"{name} is empty", _what_it_is(schema, location))
    if kind in _EXAMPLES:
        says, hint = _EXAMPLES[kind]
        return error(place, f'{name}: "{given}" {says}', hint)
    if kind in _BOUNDS:
        says, hint = _BOUNDS[kind]
        return error(place, f"{name} {says.format(**context)}", hint)
    return error(
        place,
        f"{name} must be {_wanted(kind)}, not {_what_was_given(given)}",
        _what_it_is(schema, location),
    )


def _of_form(context: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong with a value that has not the form of its kind."""
    if "pattern" in context:
        means, hint = FORMS[context["pattern"]]
        return f"is not {means}", hint
    return context["says"], context["hint"]


def _without_union_branches(
    location: tuple[int | str, ...], written: Container[tuple[int | str, ...]]
) -> tuple[int | str, ...]:
    """A location without pydantic's own names (`list[str]`), which nobody wrote."""
    kept: tuple[int | str, ...] = ()
    for part in location:
        if not (isinstance(part, str) and "[" in part) or (*kept, part) in written:
            kept = (*kept, part)
    return kept


def _name(location: tuple[int | str, ...]) -> str:
    if location and isinstance(location[-1], int):
        return f"item {location[-1] + 1} of {_name(location[:-1])}"
    return f"`{'.'.join(str(part + 1) if isinstance(part, int) else part for part in location)}`"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _wanted(kind: str) -> str:
    return _WANTED.get(kind, "a text")


def _what_was_given(given: Any) -> str:
    if isinstance(given, list):
        return "a list"
    return "a group of keys" if isinstance(given, dict) else f'the text "{given}"'


def _schema_at(schema: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    for part in location:
        if isinstance(part, int):
            continue  # an item of a list, whose schema is that of the list
        field = schema.model_fields.get(str(part))
        inner = [
            candidate
            for candidate in (
                (field.annotation, *getattr(field.annotation, "__args__", ())) if field else ()
            )
            if isinstance(candidate, type) and issubclass(candidate, BaseModel)
        ]
        if not inner:
            return None
        schema = inner[0]
    return schema


def _what_it_is(schema: type[BaseModel], location: tuple[int | str, ...]) -> str:
    around = _schema_at(schema, location[:-1]) if location else None
    field = around.model_fields.get(str(location[-1])) if around else None
    if field is None or not field.description:
        return ""
    return f"it is: {field.description[0].lower()}{field.description[1:]}"
