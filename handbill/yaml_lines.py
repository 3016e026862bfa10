"""YAML as plain text values, each with the line it stands on.

Every scalar stays the text that was written: what it means is decided by the schema, so that
`no` can be a language, a phone number keeps its leading zero, and 12:30 is not 750.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

import yaml

from handbill.characters import SPACES, for_machines
from handbill.problems import Place, Problem, error

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"

INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff\ufffe\uffff]"
)
"""Control characters, and those of nobody's alphabet, some of which mark something while Markdown
is read; two of them are the bullets of a word processor."""
INVISIBLE_SAYS = (
    "there is an invisible control character here",
    "delete the line and type it again",
)
_HARD_SPACE = re.compile(f"[{SPACES}\u200b\u2060\ufeff]")
_BEGINNING = re.compile(
    rf"^([ {SPACES}\u200b\u2060\ufeff]*)(?:((?:- )?[a-z][a-z_]*[\u200b\u2060]?)"
    rf"((?::|\uff1a)[ {SPACES}\u200b]*(?=\S|$)|:))?",
    re.MULTILINE,
)
"""The indentation of a line and its key, with what stands for a colon and the space after it."""
_DASH = re.compile(rf"^( *-)[{SPACES}]+(?=\S)", re.MULTILINE)
_DEEPEST = 20
_EMPTY = {"", "~", "null"}
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_NOTE_WITHOUT_SPACE = re.compile(r"[ \t]+(#[^\s#]+)")
_SPECIAL_START = re.compile(r"\s*(?:- )*(?:[\w-]+:\s+)?(\{\{|[\[\]{}&*!|>%@`,]|- |\? )")
_QUOTE_THEN_TEXT = re.compile(r"""\s*[\w-]+:\s+("[^"]*"|'[^']*')\s*[^\s#]""")
_NEVER_CLOSED = ("a quotation mark is opened here and never closed", "close it, or remove it")
_INDENTED = (
    "this line is indented further than its neighbours",
    "let the keys of a group start one below the other",
)
_SECOND_COLON = (
    "a second colon on this line confuses YAML",
    'put quotes around the text after the first colon: title: "One thing: another"',
)
_NO_COLON = ("a colon is missing after a key", "write `key: value`, with a space after the colon")
_AFTER_THE_QUOTE = (
    "there is text after the closing quotation mark",
    "put single quotes around the whole text, or remove them",
)
_OPEN_BRACKET = (
    "a `[` or `{` is opened here and never closed",
    "close it, or put quotes around the text",
)
_NOT_YAML = (
    "this is not valid YAML",
    "look at the indentation and the quotation marks on this line and the one above it",
)
_SAYS = {
    "'\\t'": ("a tab stands where YAML wants spaces", "indent with spaces"),
    "document start": ("`---` stands here once more", "keep one block of settings a file"),
    "found another document": ("`---` stands here once more", "keep one block of settings a file"),
    "unknown escape": (
        "a backslash between double quotes has a meaning in YAML",
        "take it out, or put single quotes around the text",
    ),
}
"""What to say, by what PyYAML's own message holds."""


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


@lru_cache(maxsize=4096)
def parse_mapping(text: str, path: str, first_line: int = 1) -> Parsed:
    """Read a YAML text whose top is a mapping; first_line is where it starts in its file."""
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    value: Value = {}
    text = _as_it_looks(text)
    try:
        _refuse_surprises(text)
        node: yaml.Node | None = yaml.SafeLoader(text).get_single_node()
        if isinstance(node, yaml.MappingNode):
            value = _value(node, (), lines, first_line, path, problems)
        elif node is not None:
            raise _WrongError(
                0,
                "this is not a list of keys with values",
                "write one `key: value` a line",
            )
    except yaml.MarkedYAMLError as wrong:
        found = _in_her_words(wrong, text)
        problems.append(error(Place(path, first_line + found.line), found.message, found.hint))
    except ValueError:
        says = "a text in this block names a character that does not exist"
        problems.append(error(Place(path, first_line), says, "remove the backslash: \\U or \\u"))
    except _WrongError as wrong:
        problems.append(error(Place(path, first_line + wrong.line), wrong.message, wrong.hint))
    mapping = value if isinstance(value, dict) else {}
    return Parsed(mapping, Lines(lines, first_line), tuple(problems))


def _as_it_looks(text: str) -> str:
    """YAML with plain spaces where a line begins and after its key, and with a plain colon there.

    A hard space, as pages and word processors have them, looks the same and means nothing to YAML.
    """
    plain = _BEGINNING.sub(lambda match: _plain_beginning(*match.groups()), text)
    return _DASH.sub(r"\1 ", plain)


def _plain_beginning(indent: str, key: str | None, after: str | None) -> str:
    plain = _HARD_SPACE.sub(" ", indent)
    if key is None:
        return plain
    return (
        f"{plain}{for_machines(key)}: " if after and after != ":" else f"{plain}{key}{after or ''}"
    )


def _refuse_surprises(text: str) -> None:
    """Refuse what YAML reads otherwise than it looks: aliases, tags, a `#` that cuts a text off."""
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        line = token.start_mark.line
        if isinstance(token, _OPENING):
            depth += 1
            if depth > _DEEPEST:
                raise _WrongError(line, "this is nested too deep", "write fewer levels")
        elif isinstance(token, _CLOSING):
            depth -= 1
        elif isinstance(token, (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken)):
            sign = text[token.start_mark.index]
            raise _WrongError(line, *_needs_quotes(sign))
        elif isinstance(token, (yaml.ScalarToken, yaml.ValueToken)):
            end = token.end_mark
            if cut_off := _NOTE_WITHOUT_SPACE.match(text, end.index):
                before = token.value if isinstance(token, yaml.ScalarToken) else ""
                raise _WrongError(
                    end.line,
                    f"`{cut_off[1]}` is read as a note, because it starts with `#`",
                    f'put quotes around the whole text: "{f"{before} {cut_off[1]}".strip()}"',
                )


def _value(
    node: yaml.Node,
    at: Path,
    lines: dict[Path, int],
    offset: int,
    path: str,
    problems: list[Problem],
) -> Value:
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = for_machines(key_node.value) if isinstance(key_node, yaml.ScalarNode) else None
            line = key_node.start_mark.line + offset
            if key is None or key_node.tag.endswith(":merge"):
                mark = key_node.start_mark
                raise _WrongError(mark.line, *_not_a_key(mark))
            if INVISIBLE.search(key):
                raise _WrongError(key_node.start_mark.line, *INVISIBLE_SAYS)
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
    if INVISIBLE.search(node.value):
        raise _WrongError(node.start_mark.line, *INVISIBLE_SAYS)
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if plain and node.value in _EMPTY else str(node.value)


def _under(at: Path, key: str | int) -> Path:
    return (*at, key)


def _not_a_key(mark: yaml.Mark) -> tuple[str, str]:
    if mark.buffer is not None and mark.buffer.startswith("{", mark.pointer - 1):
        return _needs_quotes("{{")
    return "a key must be one word", "write one `key: value` a line"


def _needs_quotes(sign: str) -> tuple[str, str]:
    example = "{{ figure }} of children" if sign == "{{" else f"{sign}the text"
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return (
        f"a text that starts with {shown} needs quotes",
        f'put quotes around the whole text: "{example}"',
    )


def _in_her_words(wrong: yaml.MarkedYAMLError, text: str) -> _WrongError:
    problem, mark = wrong.problem or "", wrong.problem_mark
    line = mark.line if mark else 0
    opened = wrong.context_mark.line if wrong.context_mark else line
    written = [*text.split("\n"), ""][line]
    if "mapping values are not allowed" in problem:
        before_the_colon = written[: mark.column] if mark else ""
        alone = re.fullmatch(r"\s*[\w-]+", before_the_colon)
        return _WrongError(line, *(_INDENTED if alone else _SECOND_COLON))
    if "end of stream" in problem and "quoted" in (wrong.context or ""):
        return _WrongError(opened, *_NEVER_CLOSED)
    if "could not find expected ':'" in problem:
        return _WrongError(opened, *_NO_COLON)
    for sign, words in _SAYS.items():
        if sign in problem:
            return _WrongError(line, *words)
    return _seen_in(text, written, line, opened, wrong.context or "")


def _seen_in(text: str, written: str, line: int, opened: int, context: str) -> _WrongError:
    """What is wrong, as the line itself shows it where the parser's words do not."""
    if (quoted := _open_quote(text, line)) is not None:
        return _WrongError(quoted, *_NEVER_CLOSED)
    if value := _SPECIAL_START.match(written):
        return _WrongError(line, *_needs_quotes(value[1]))
    if _QUOTE_THEN_TEXT.match(written):
        return _WrongError(line, *_AFTER_THE_QUOTE)
    if "while parsing a flow" in context:
        return _WrongError(opened, *_OPEN_BRACKET)
    return _WrongError(line, *_NOT_YAML)


def _open_quote(text: str, before: int) -> int | None:
    """The line of a quoted text that ends on a later line, up to a line where YAML stumbled."""
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            start, end = token.start_mark.line, token.end_mark.line
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}
            if is_quoted and start < end and end >= before:
                return int(start)
    except yaml.YAMLError:
        pass
    return None
