"""A layout and what it sees become HTML; what is wrong is told in the leader's words."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import jinja2

from handbill.layout_sandbox import SHOWN_AS, EndlessLayoutError
from handbill.layouts import Layouts
from handbill.placeholders import PlaceholderError
from handbill.problems import Place, Problem, error

_ENDLESS = (
    "this layout goes on and on, or grows beyond 20 MB",
    "does a loop run over too much, or a macro call itself?",
)
_UNKNOWN = re.compile(r"(?:^|has no attribute )'(\w+)'(?: is undefined)?$")


def pour(
    layout: str, context: Callable[[], Mapping[str, Any]], layouts: Layouts, place: Place
) -> tuple[str, Problem | None]:
    """A layout's HTML, or the problem that keeps it from being made.

    `place` is where the content stands whose layout this is. The context is made here, because
    it may hold the problem.
    """
    try:
        html = layouts.environment.pour(layout, context())
        html.encode()
        return html, None
    except UnicodeEncodeError as wrong:
        half = wrong.object[wrong.start : wrong.end].encode("unicode-escape").decode()
        return "", error(layouts.place(layout), f"this layout prints half a character: {half}")
    except PlaceholderError as wrong:
        return "", wrong.problem(place)
    except jinja2.TemplateSyntaxError as wrong:
        at = layouts.place(wrong.name or layout, wrong.lineno)
        return "", error(at, f"this layout is broken: {wrong.message}")
    except (EndlessLayoutError, MemoryError, RecursionError) as wrong:
        at = _line_in_layouts(wrong, layouts) or layouts.place(layout)
        return "", error(at, *_ENDLESS)
    except Exception as wrong:
        line = _line_in_layouts(wrong, layouts)
        if line is None:
            raise
        return "", error(line, f"this layout is broken: {_says(wrong)}")


def _says(wrong: Exception) -> str:
    if isinstance(wrong, jinja2.TemplateNotFound):
        return f"there is no file layouts/{wrong.name}"
    unknown = isinstance(wrong, jinja2.UndefinedError) and _UNKNOWN.search(str(wrong))
    return f"nothing here is called `{unknown[1]}`" if unknown else str(wrong)


def _line_in_layouts(wrong: BaseException, layouts: Layouts) -> Place | None:
    frames = list(traceback.walk_tb(wrong.__traceback__))
    for frame, line in reversed(frames):
        file = frame.f_code.co_filename
        if file.startswith(SHOWN_AS):
            return layouts.place(file.removeprefix(SHOWN_AS), line)
    return None
