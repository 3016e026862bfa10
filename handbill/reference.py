"""docs/reference.md, made from the schema: every key that a leader may write."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.credential.requirements import Artifacts, Credential, Part, Question
from handbill.schema import (
    AnswerSettings,
    DocumentSettings,
    FactSettings,
    OfferSettings,
    Settings,
    Source,
    words_of,
)

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"

_HEAD = """\
# Every key

This page is made from the schema by `make docs`. A key marked with ° is for people to read:
those are the keys that a translation holds; the others it takes from its original.
"""
_FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("config.yaml", Settings),
    ("An entry of content/sources.yaml", Source),
    ("A fact: content/facts/", FactSettings),
    ("An offer: content/help/", OfferSettings),
    ("A page or a print document: content/pages/, content/print/", DocumentSettings),
    ("An answer for the credential: content/credential/", AnswerSettings),
    ("A credential: credentials/", Credential),
    ("A part of a credential", Part),
    ("A question of a part", Question),
    ("The artifacts of a part", Artifacts),
)
_PLAIN = {str: "text", bool: "`yes` or `no`", int: "whole number", dict: "keys with values"}


def reference() -> str:
    """The reference page, as Markdown."""
    parts = [_HEAD]
    for title, schema in _FILES:
        parts.append(f"\n## {title}\n\n| key | what it is | value | |\n|---|---|---|---|\n")
        parts += [f"{row}\n" for row in _rows(schema, "", words_of(schema))]
    return "".join(parts)


def _rows(schema: type[BaseModel], before: str, words: tuple[str, ...]) -> Iterator[str]:
    for name, field in schema.model_fields.items():
        inner = field.annotation
        mark = "°" if before + name in words else ""
        needed = "required" if field.is_required() else _default(field)
        is_group = isinstance(inner, type) and issubclass(inner, BaseModel)
        value = "keys:" if is_group else _value(inner)
        description = str(field.description).replace("|", "\\|")
        yield f"| `{before}{name}`{mark} | {description} | {value} | {needed} |"
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _rows(inner, f"{before}{name}.", words)


def _default(field: FieldInfo) -> str:
    default = field.default
    return f"`{default}`" if isinstance(default, str | int) and default != 0 else ""


def _value(annotation: Any) -> str:
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0])
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in arguments)
    if origin in {typing.Union, types.UnionType}:
        known = [part for part in arguments if part is not type(None)]
        return " or ".join(_value(part) for part in known)
    if origin is list:
        return "list"
    if origin is dict:
        return "keys with values"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "keys"
    if getattr(annotation, "__name__", "") == "date":
        return "date"
    return _PLAIN.get(annotation, "text")


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8")
