"""Jinja's sandbox, set up for layouts: what a stranger's layout says can neither leave it nor hang.

A layout sees what it is given, and calls what that offers. It reaches no module, file or private
name, changes nothing that it was given, and ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from handbill.citations import host_alone
from handbill.numbering import numbered_through

SHOWN_AS = "<layouts>/"
"""How the file names of layouts begin in a traceback."""
_MOST_STEPS = 1_000_000
"""Turns of loops and calls in one artifact; the fullest page of the tests takes some thousands."""
_LARGEST = 20_000_000
"""Characters in one text, and in one artifact."""
_HIGHEST_POWER = 100
_MOST_DIGITS = 4_000
"""Binary ones, of the two numbers that are worked with together."""
_WIDENING = ("center", "format", "indent", "batch", "slice", "wordwrap")
_WIDENING_METHODS = {"center", "ljust", "rjust", "zfill", "expandtabs"}
"""What makes a long text of a short one and a number."""
_GREAT = re.compile(r"[0-9]{5}")
_LOOKED_AT = 10_000


class EndlessLayoutError(Exception):
    """A layout that goes on, or grows, beyond what any page needs."""


class LayoutSandbox(ImmutableSandboxedEnvironment):
    """An environment for layouts: HTML is escaped, an unknown name is an error.

    `find` gives a layout's text by its name.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, find: Callable[[str], str | None]) -> None:
        def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            text = find(name)
            return None if text is None else (text, f"{SHOWN_AS}{name}", lambda: True)

        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=jinja2.select_autoescape(("html",)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )
        self._steps = 0
        self._endless: dict[str, EndlessLayoutError] = {}
        self.code_generator_class = _Counting
        self.filters["counted"] = self._counted
        self.filters["no_larger"] = _no_larger
        for name in _WIDENING:
            self.filters[name] = _narrow(self.filters[name])
        self.filters["numbered_through"] = numbered_through
        self.filters["host"] = lambda shown: shown.partition("/")[0].removeprefix("www.")
        self.filters["host_alone"] = lambda phrase: host_alone(escape(phrase))
        # Letters as they are: escaped, an Arabic one would weigh three times as much.
        self.policies["json.dumps_kwargs"] = {"ensure_ascii": False}

    def pour(self, layout: str, context: Mapping[str, Any]) -> str:
        """What a layout makes of what it sees. Raises what Jinja raises, and EndlessLayoutError."""
        if layout in self._endless:
            raise self._endless[layout]
        self._steps = 0
        pieces: list[str] = []
        size = 0
        try:
            for piece in self.get_template(layout).generate(context):
                size += len(piece)
                _stop_if(size > _LARGEST)
                pieces.append(piece)
        except EndlessLayoutError as endless:
            self._endless[layout] = endless  # the next artifact need not wait for it again
            raise
        return "".join(pieces)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something from a layout, as one step more."""
        self._step()
        if getattr(obj, "__name__", "") in _WIDENING_METHODS:
            _stop_if(any(map(_names_a_great_width, (getattr(obj, "__self__", ""), *args))))
        return super().call(context, obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """The method `format` of a text, made safe; a width in it stays small."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _stop_if(_names_a_great_width(value.__self__))
        return wrapped

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out a sum, a product, a power or a remainder, as long as it stays small."""
        if operator == "%":
            _stop_if(_names_a_great_width(left))
        elif operator == "+":
            _stop_if(_length(left) + _length(right) > _LARGEST)
        elif operator == "*":
            _stop_if(_length(left) * _amount(right) > _LARGEST)
            _stop_if(_length(right) * _amount(left) > _LARGEST)
        else:
            _stop_if(_amount(right) > _HIGHEST_POWER)
        _stop_if(_digits(left) + _digits(right) > _MOST_DIGITS)
        return super().call_binop(context, operator, left, right)

    def _counted(self, items: Iterable[Any]) -> Iterable[Any]:
        """The same items; each that a loop takes is a step more."""
        if isinstance(items, (list, tuple, range, str)):
            self._step(len(items))
            return items
        return self._one_by_one(items)

    def _one_by_one(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._step()
            yield item

    def _step(self, count: int = 1) -> None:
        self._steps += count
        _stop_if(self._steps > _MOST_STEPS)


class _Counting(CodeGenerator):
    """Lets every loop of a layout be counted."""

    def visit_Template(  # noqa: N802 - the library's name
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        for loop in node.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, "counted")
        for joined in node.find_all(nodes.Concat):
            joined.nodes = [_filtered(part, "no_larger") for part in joined.nodes]
        super().visit_Template(node, frame)


def _amount(value: Any) -> float:
    return abs(value) if isinstance(value, (int, float)) else 0


def _digits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, node), name, [], [], None, None, lineno=node.lineno)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, list, tuple)) else 0


def _no_larger(value: Any) -> Any:
    _stop_if(_length(value) > _LARGEST)
    return value


def _names_a_great_width(value: Any) -> bool:
    """Whether a number, or a format such as `{:>100000}`, asks for a text as wide as no page."""
    return isinstance(value, (int, str)) and bool(_GREAT.search(str(value)[:_LOOKED_AT]))


def _narrow(widening: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(widening)
    def narrow(*args: Any, **kwargs: Any) -> Any:
        _stop_if(any(map(_names_a_great_width, (*args, *kwargs.values()))))
        return widening(*args, **kwargs)

    return narrow


def _stop_if(is_too_much: bool) -> None:
    if is_too_much:
        raise EndlessLayoutError
