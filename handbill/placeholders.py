"""Placeholders: `{{ ... }}` in content, found, checked and evaluated in Jinja's sandbox.

A placeholder names a thing or calls one by name with fixed values; it cannot compute, loop or
reach beyond the names that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.environment import TemplateExpression
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handbill.characters import printable
from handbill.problems import Place, Problem, did_you_mean, error

_PLACEHOLDER = re.compile(r"\{\{((?:(?!\{\{|\n\s*\n).)*?)\}\}", re.DOTALL)
_ONE_BRACE = re.compile(
    r"(?<!\{)\{\s*(?:district|fact|figure|offer|place|policy|share_of|windows|given|until|otherwise|always)\b[^{}\n]*\}(?!\})"
)
_FIRST, _LAST = "\ue000", "\ue001"
SLOT = f"{_FIRST}([0-9]+){_LAST}"
"""The mark that a placeholder leaves (a pattern); group 1 is the slot's number."""
_SLOT = re.compile(SLOT)
CONDITION = re.compile(
    r"\{\{\s*(?P<name>given|until|otherwise|always)\s*(?:\((?P<arguments>[^{}()]*)\)\s*)?\}\}"
)
"""A mark of words that stand there only sometimes: conditions.py reads it."""
_OTHERWISE = re.compile(
    r"\{\{\s*otherwise\s*\}\}.*?(?=\{\{\s*(?:given|until|always)\b|$)", re.DOTALL
)
_CALLS = {
    "fact": 'fact("name-of-the-fact")',
    "figure": 'figure("name-of-the-fact")',
    "offer": 'offer("name-of-the-offer").phone',
    "share_of": 'share_of("name-of-the-fact", district.enrollment)',
    "windows": 'windows("name-of-the-fact").dark',
}
_OPEN_ENDS = {
    "{{": ("`{{` is never closed", "write `}}` after the name"),
    "}}": ("`}}` stands here without a `{{`", "write `{{` before the name, or remove it"),
    "{%": ("`{%` is for layouts", "content may use `{{ ... }}` alone"),
}
_ALLOWED = (nodes.Name, nodes.Getattr, nodes.Const, nodes.Call, nodes.Keyword, nodes.Output)
_ARGUMENTS = (nodes.Const, nodes.Name, nodes.Getattr)
_LONGEST = 200
"""Characters; the longest call that anybody needs has some sixty."""


@dataclass(frozen=True)
class Slot:
    """One placeholder: what stands between its braces, and where."""

    expression: str
    place: Place

    @property
    def shown(self) -> str:
        """The expression as a message shows it."""
        return printable(self.expression)


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


class UnreadError(PlaceholderError):
    """A placeholder names a file that is there and could not be read: nothing new is wrong."""


class _Unknown(jinja2.StrictUndefined):
    """An undefined name, which says what would have been known."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise PlaceholderError(*self.explanation())

    def explanation(self) -> tuple[str, str]:
        owner, name = self._undefined_obj, str(self._undefined_name)
        return f"nothing here is called `{name}`", did_you_mean(name, _names_in(owner))


_SANDBOX = ImmutableSandboxedEnvironment(undefined=_Unknown, autoescape=True)
_SANDBOX.globals.clear()  # what Jinja brings, range and lipsum, is nobody's here


@lru_cache(maxsize=4096)
def take_out(text: str, path: str, first_line: int) -> Slotted:
    """Find the placeholders of a text that starts at a line of a file."""
    slots: list[Slot] = []
    problems: list[Problem] = []

    def place_of(position: int) -> Place:
        return Place(path, first_line + text.count("\n", 0, position))

    def mark(match: re.Match[str]) -> str:
        expression = re.sub(r"\s*\n\s*", " ", match[1].strip())
        slot = Slot(expression, place_of(match.start()))
        problems.extend(_problems(slot))
        slots.append(slot)
        return f"{_FIRST}{len(slots) - 1}{_LAST}"

    marked = _PLACEHOLDER.sub(mark, text)
    rest = _PLACEHOLDER.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    problems += [
        error(place_of(match.start()), *_OPEN_ENDS[match[0]])
        for match in re.finditer(r"\{\{|\{%|\}\}", rest)
    ]
    problems += [
        error(
            place_of(match.start()),
            f"`{match[0]}` has one brace on each side, and would be printed as it is",
            f"write two: `{{{match[0]}}}`",
        )
        for match in _ONE_BRACE.finditer(rest)
    ]
    return Slotted(marked, tuple(slots), tuple(problems))


def is_conditional(text: str) -> bool:
    """Whether there is a mark in a text."""
    return CONDITION.search(text) is not None


def if_all_holds(text: str) -> str:
    """The words of a text without its marks, nor what stands there where one does not hold."""
    return CONDITION.sub("", _OTHERWISE.sub("", text))


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
    root = slot.expression.split("(")[0].split(".")[0].strip()
    if root not in names:
        raise PlaceholderError(f"nothing here is called `{root}`", did_you_mean(root, names))
    try:
        value = _compiled(slot.expression)(**names)
    except PlaceholderError:
        raise
    except Exception as wrong:  # whatever Python makes of what she wrote
        if isinstance(names[root], Macro) and not str(wrong).startswith("macro "):
            raise  # the layout's mistake, not the placeholder's
        says = f"`{{{{ {slot.shown} }}}}` cannot be used this way"
        raise PlaceholderError(says, _usage(root) or _plain(wrong)) from wrong
    if isinstance(value, _Unknown):
        raise PlaceholderError(*value.explanation())
    if value is None:
        where = " in config.yaml" if root in {"district", "policy"} else ""
        hint = f"give it one{where}, or remove the placeholder"
        if where:
            hint += f"; or write {{{{ given({slot.shown}) }}}} before the words that need it"
        raise PlaceholderError(f"`{slot.shown}` has no value", hint)
    if not (isinstance(value, str) or hasattr(value, "__html__")):
        raise PlaceholderError(*_not_a_text(slot.shown, value))
    return value


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> TemplateExpression:
    return _SANDBOX.compile_expression(expression, undefined_to_none=False)


def _not_a_text(expression: str, value: object) -> tuple[str, str]:
    if callable(value):
        hint = _usage(expression) or f"write `{{{{ {expression}() }}}}`"
        return f"`{expression}` needs parentheses", hint
    names = _names_in(value)
    hint = f"name one thing in it, as in `{expression}.{names[0]}`" if names else ""
    return f"`{expression}` is a group, not a text", f"{hint}; {did_you_mean('', names)}"


def _names_in(owner: object) -> list[str]:
    """What can stand after a full stop."""
    return (
        list(owner) if isinstance(owner, Mapping) else list(getattr(owner, "__annotations__", ()))
    )


def _usage(root: str) -> str:
    return f"write it like this: `{{{{ {_CALLS[root]} }}}}`" if root in _CALLS else ""


def _plain(wrong: Exception) -> str:
    return re.sub(r"^.*?\.<locals>\.|^[\w.]*\.|^macro ", "", str(wrong))


def _problems(slot: Slot) -> Iterator[Problem]:
    says = f"`{{{{ {slot.shown} }}}}` is not a placeholder that can be read"
    hint = 'write a name, `{{ district.name }}`, or a call, `{{ fact("name-of-the-fact") }}`'
    if re.search("[“”‘’]", slot.expression):  # noqa: RUF001 - what word processors make of "
        hint = 'use straight quotation marks: `{{ fact("name-of-the-fact") }}`'
    if len(slot.expression) > _LONGEST:
        says = (
            f"a placeholder of {len(slot.expression)} characters stands here; {_LONGEST} are enough"
        )
        yield error(slot.place, says, f"is a `}}}}` missing? Otherwise {hint}")
        return
    try:
        tree = _SANDBOX.parse("{{" + slot.expression + "}}")
    except (jinja2.TemplateSyntaxError, ValueError, RecursionError):
        yield error(slot.place, says, hint)
        return
    is_plain = slot.expression and "\\" not in slot.expression
    if not is_plain or not all(_is_allowed(node) for node in tree.find_all(nodes.Node)):
        yield error(slot.place, says, hint)


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Call):
        given = [*node.args, *(keyword.value for keyword in node.kwargs)]
        is_plain = all(isinstance(value, _ARGUMENTS) for value in given)
        return isinstance(node.node, nodes.Name) and is_plain
    return isinstance(node, _ALLOWED)
