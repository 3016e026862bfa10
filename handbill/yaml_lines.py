"""YAML as plain text values, each with the line it stands on.

Every scalar stays the text that was written: what it means is decided by the schema, so that
`no` can be a language, a phone number keeps its leading zero, and 12:30 is not 750.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from handbill.problems import Place, Problem, error

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"

_DEEPEST = 20
_EMPTY = {"", "~", "null"}


@dataclass(frozen=True)
class Lines:
    """The line of every key and every item of a YAML text."""

    by_path: Mapping[Path, int] = field(default_factory=dict)
    first: int = 1

    def of(self, *path: str | int) -> int:
        """The line of a key, or of the nearest key around it."""
        for length in range(len(path), 0, -1):
            line = self.by_path.get(path[:length])
            if line is not None:
                return line
        return self.first


@dataclass(frozen=True)
class Parsed:
    """A YAML mapping, its lines, and what was wrong with it."""

    value: dict[str, Value]
    lines: Lines
    problems: tuple[Problem, ...] = ()


class _WrongError(Exception):
    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def parse_mapping(text: str, path: str, first_line: int = 1) -> Parsed:
    """Read a YAML text whose top is a mapping; first_line is where it starts in its file."""
    lines: dict[Path, int] = {}
    offset = first_line
    problems: list[Problem] = []
    value: Value = {}
    try:
        loader = yaml.SafeLoader(text)
        _refuse_anchors(text)
        node: yaml.Node | None = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            value = _value(node, (), lines, offset, path, problems)
        elif node is not None:
            raise _WrongError(
                0,
                "this is not a list of keys with values",
                "write one `key: value` a line",
            )
    except yaml.MarkedYAMLError as wrong:
        marks = [mark for mark in (wrong.problem_mark, wrong.context_mark) if mark is not None]
        line = offset + (marks[0].line if marks else 0)
        problems.append(error(Place(path, line), *_in_her_words(wrong)))
    except yaml.reader.ReaderError as wrong:
        line = text[: wrong.position].count("\n") + offset
        problems.append(
            error(
                Place(path, line),
                "there is an invisible control character here",
                "delete the line and type it again",
            )
        )
    except _WrongError as wrong:
        problems.append(error(Place(path, wrong.line + offset), wrong.message, wrong.hint))
    except RecursionError:
        problems.append(error(Place(path, offset), "this is nested too deep", "write fewer levels"))
    mapping = value if isinstance(value, dict) else {}
    return Parsed(mapping, Lines(lines, first_line), tuple(problems))


def _refuse_anchors(text: str) -> None:
    for event in _events(text):
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            raise _WrongError(
                mark.line if mark is not None else 0,
                f"`*{event.anchor}` is a YAML alias, which Handbill does not read",
                "put quotes around a text that starts with `*` or `&`",
            )


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=yaml.SafeLoader)


def _value(
    node: yaml.Node,
    at: Path,
    lines: dict[Path, int],
    offset: int,
    path: str,
    problems: list[Problem],
) -> Value:
    if len(at) > _DEEPEST:
        raise _WrongError(node.start_mark.line, "this is nested too deep", "write fewer levels")
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            line = key_node.start_mark.line + offset
            if key is None or key_node.tag.endswith(":merge"):
                problems.append(error(Place(path, line), "a key must be one word", ""))
                continue
            if key in mapping:
                problems.append(
                    error(
                        Place(path, line),
                        f"`{key}` stands here twice",
                        f"its first place is line {lines[_under(at, key)]}; keep one of the two",
                    )
                )
                continue
            lines[_under(at, key)] = line
            mapping[key] = _value(value_node, _under(at, key), lines, offset, path, problems)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        items: list[Value] = []
        for number, item in enumerate(node.value):
            lines[_under(at, number)] = item.start_mark.line + offset
            items.append(_value(item, _under(at, number), lines, offset, path, problems))
        return items
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if plain and node.value in _EMPTY else str(node.value)


def _under(at: Path, key: str | int) -> Path:
    return (*at, key)


def _in_her_words(wrong: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = wrong.problem or ""
    if "mapping values are not allowed" in problem:
        return (
            "a second colon on this line confuses YAML",
            'put quotes around the text after the first colon: title: "Homework: what you need"',
        )
    if "cannot start any token" in problem and "'\\t'" in problem:
        return "a tab stands where YAML wants spaces", "indent with spaces"
    if "cannot start any token" in problem:
        return (
            "this text starts with a character that has a meaning in YAML",
            'put quotes around the text: "@home" or "%"',
        )
    if "end of stream" in problem or "unexpected end" in problem:
        return "a quotation mark is opened here and never closed", "close it, or remove it"
    if "could not find expected ':'" in problem:
        return "a colon is missing after a key", "write `key: value`"
    if "but found another document" in problem:
        return "`---` stands here once more", "keep one block of settings a file"
    return (
        "this is not valid YAML",
        "look at the indentation and the quotation marks on this line and the one above it",
    )
