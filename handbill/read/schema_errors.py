"""A file's values against its schema, and what does not fit in the words of who wrote it."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbill.problems import Place, Problem, did_you_mean, error
from handbill.schema import FORMS, Schema
from handbill.yaml_lines import Parsed

S = TypeVar("S", bound=Schema)

_EXAMPLES = {
    "int_parsing": ("is not a whole number", "write digits alone: 1840"),
    "int_from_float": ("is not a whole number", "write digits alone: 1840"),
    "date_from_datetime_parsing": ("is not a date", "write year-month-day: 2026-11-23"),
    "date_parsing": ("is not a date", "write year-month-day: 2026-11-23"),
    "date_from_datetime_inexact": ("is not a date", "write year-month-day: 2026-11-23"),
}
_BOUNDS = {
    "greater_than": ("must be more than {gt}", ""),
    "greater_than_equal": ("must be {ge} or more", ""),
    "less_than_equal": ("must be {le} or less", ""),
    "too_short": ("needs at least {min_length}", "add one, or remove the key"),
}


def fit(parsed: Parsed, schema: type[S], path: str) -> tuple[S | None, list[Problem]]:
    """The values as the schema has them, or None and the problems that keep them from it."""
    if parsed.problems and not parsed.value:
        return None, list(parsed.problems)
    given = {key: value for key, value in parsed.value.items() if value is not None}
    try:
        return schema.model_validate(given), list(parsed.problems)
    except ValidationError as wrong:
        found = [_problem(detail, parsed, schema, path) for detail in wrong.errors()]
        return None, [*parsed.problems, *dict.fromkeys(found)]


def _problem(detail: ErrorDetails, parsed: Parsed, schema: type[BaseModel], path: str) -> Problem:
    location = _without_union_branches(detail["loc"])
    place = Place(path, parsed.lines.of(*location))
    key = location[-1] if location else ""
    within = f" in `{'.'.join(map(str, location[:-1]))}`" if len(location) > 1 else ""
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "missing":
        return error(
            Place(path, parsed.lines.of(*location[:-1])),
            f"`{key}` is missing{within}",
            _what_it_is(schema, location),
        )
    if kind == "extra_forbidden":
        known = _schema_at(schema, location[:-1])
        hint = did_you_mean(str(key), known.model_fields if known else ())
        return error(place, f"`{key}` is not a key that Handbill knows{within}", hint)
    name = f"`{'.'.join(map(str, location))}`"
    if kind == "string_pattern_mismatch":
        return error(place, f'{name}: "{given}" is not {FORMS[context["pattern"]]}')
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return error(
            place, f'{name}: "{given}" is not one of the values allowed', f"write one of: {allowed}"
        )
    if kind in _EXAMPLES:
        says, hint = _EXAMPLES[kind]
        return error(place, f'{name}: "{given}" {says}', hint)
    if kind in _BOUNDS:
        says, hint = _BOUNDS[kind]
        return error(place, f"{name} {says.format(**context)}", hint)
    if given is None or kind == "string_too_short":
        return error(place, f"{name} is empty", _what_it_is(schema, location))
    return error(
        place,
        f"{name} must be {_wanted(kind)}, not {_what_was_given(given)}",
        _what_it_is(schema, location),
    )


def _without_union_branches(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    return tuple(
        part for part in location if not (isinstance(part, str) and "[" in part and "]" in part)
    )


def _wanted(kind: str) -> str:
    if kind == "list_type":
        return "a list"
    return "a group of keys" if kind in {"model_type", "dict_type"} else "a text"


def _what_was_given(given: Any) -> str:
    if isinstance(given, list):
        return "a list"
    return "a group of keys" if isinstance(given, dict) else f'the text "{given}"'


def _schema_at(schema: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    for part in location:
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
    return f"it is: {field.description}" if field and field.description else ""
