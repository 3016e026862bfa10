"""Placeholders: `{{ ... }}` in content, found, checked and evaluated in Jinja's sandbox.

A placeholder names a thing or calls one by name with fixed values; it cannot compute, loop or
reach beyond the names that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handbill.problems import Place, Problem, did_you_mean, error

_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_FIRST, _LAST = "\ue000", "\ue001"
SLOT = f"{_FIRST}([0-9]+){_LAST}"
"""The mark that a placeholder leaves (a pattern); group 1 is the slot's number."""
_SLOT = re.compile(SLOT)
_ALLOWED = (nodes.Name, nodes.Getattr, nodes.Const, nodes.Call, nodes.Keyword, nodes.Output)


@dataclass(frozen=True)
class Slot:
    """One placeholder: what stands between its braces, and where."""

    expression: str
    place: Place


@dataclass(frozen=True)
class Slotted:
    """A text whose placeholders are taken out, each leaving a mark that Markdown ignores."""

    text: str
    slots: tuple[Slot, ...]
    problems: tuple[Problem, ...]


class PlaceholderError(Exception):
    """A placeholder that cannot be filled: its message, its hint, and where it stands if known."""

    def __init__(self, message: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.message, self.hint, self.place = message, hint, place

    def at(self, place: Place) -> PlaceholderError:
        """The same, at a place; one that has its place already keeps it."""
        self.place = self.place or place
        return self

    def problem(self, fallback: Place) -> Problem:
        """What to tell the leader."""
        return error(self.place or fallback, self.message, self.hint)


class _Unknown(jinja2.StrictUndefined):
    """An undefined name, which says what would have been known."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise PlaceholderError(*self.explanation())

    def explanation(self) -> tuple[str, str]:
        owner, name = self._undefined_obj, str(self._undefined_name)
        known = [word for word in dir(owner) if not word.startswith("_")]
        return f"nothing here is called `{name}`", did_you_mean(name, known)


_SANDBOX = ImmutableSandboxedEnvironment(undefined=_Unknown, autoescape=True)


def take_out(text: str, path: str, first_line: int) -> Slotted:
    """Find the placeholders of a text that starts at a line of a file."""
    slots: list[Slot] = []
    problems: list[Problem] = []

    def place_of(position: int) -> Place:
        return Place(path, first_line + text.count("\n", 0, position))

    def mark(match: re.Match[str]) -> str:
        slot = Slot(match[1].strip(), place_of(match.start()))
        problems.extend(_problems(slot))
        slots.append(slot)
        return f"{_FIRST}{len(slots) - 1}{_LAST}"

    marked = _PLACEHOLDER.sub(mark, text)
    for match in re.finditer(r"\{\{|\{%", _PLACEHOLDER.sub(lambda m: " " * len(m[0]), text)):
        if match[0] == "{{":
            says, hint = "`{{` is never closed", "write `}}` after the name"
        else:
            says, hint = "`{%` is for layouts", "content may use `{{ ... }}` alone"
        problems.append(error(place_of(match.start()), says, hint))
    return Slotted(marked, tuple(slots), tuple(problems))


def put_in(text: str, values: Mapping[int, str]) -> str:
    """The text with each mark replaced by its value."""
    return _SLOT.sub(lambda match: values[int(match[1])], text)


def without_slots(text: str) -> str:
    """The text without its marks."""
    return _SLOT.sub("", text)


def evaluate(slot: Slot, names: Mapping[str, Any]) -> Any:
    """What a placeholder stands for.

    Raises PlaceholderError when a name is not known or cannot be used this way.
    """
    if (root := slot.expression.split("(")[0].split(".")[0].strip()) not in names:
        raise PlaceholderError(f"nothing here is called `{root}`", did_you_mean(root, names))
    try:
        expression = _SANDBOX.compile_expression(slot.expression, undefined_to_none=False)
        value = expression(**names)
    except PlaceholderError:
        raise
    except (jinja2.TemplateError, TypeError) as wrong:
        raise PlaceholderError(
            f"`{{{{ {slot.expression} }}}}` cannot be used this way", _plain(wrong)
        ) from wrong
    if isinstance(value, _Unknown):
        raise PlaceholderError(*value.explanation())
    if value is None:
        raise PlaceholderError(
            f"`{slot.expression}` has no value", "give it one, or remove the placeholder"
        )
    if callable(value) and not hasattr(value, "__html__"):
        raise PlaceholderError(
            f"`{slot.expression}` needs parentheses", f"write `{{{{ {slot.expression}() }}}}`"
        )
    return value


def _plain(wrong: Exception) -> str:
    return re.sub(r"^.*?\.<locals>\.|^[\w.]*\.", "", str(wrong))


def _problems(slot: Slot) -> Iterator[Problem]:
    says = f"`{{{{ {slot.expression} }}}}` is not a placeholder that can be read"
    hint = 'write a name, `{{ district.name }}`, or a call, `{{ fact("name-of-the-fact") }}`'
    try:
        tree = _SANDBOX.parse("{{" + slot.expression + "}}")
    except jinja2.TemplateSyntaxError:
        yield error(slot.place, says, hint)
        return
    if not slot.expression or not all(_is_allowed(node) for node in tree.find_all(nodes.Node)):
        yield error(slot.place, says, hint)


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name)
    return isinstance(node, _ALLOWED)
