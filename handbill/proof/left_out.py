"""What a layout leaves out of a text that it prints in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.markup import Body
from handbill.outline import outline_of
from handbill.placeholders import SLOT
from handbill.plan import Kind
from handbill.problems import Place, Problem, warning
from handbill.products import Rendered
from handbill.workshop import Workshop

_SHOWN = 60


def left_out(made: Rendered, workshop: Workshop) -> Iterator[Problem]:
    """A warning for the first heading, paragraph or point that nobody will read.

    A layout that prints little of a text means to; one that prints most has forgotten the rest.
    """
    if made.artifact.kind not in {Kind.PAGE, Kind.PRINT}:
        return
    outline = outline_of(made.html)
    printed = _letters("".join((outline.text, *outline.paragraphs)))
    for language in made.artifact.languages:
        body, _ = made.artifact.document.body_in(language)
        texts = [heading.words for heading in body.outline.headings] + [*body.outline.paragraphs]
        missing = [text for text in texts if not _is_in(text, printed)]
        if missing and len(missing) * 2 <= len(texts):
            shown = " ".join(re.sub(SLOT, "…", missing[0]).split())
            short = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1].rstrip()}…"
            layout = workshop.layouts.place(made.artifact.layout).path
            says = f'{layout} leaves this out of {made.artifact.address}: "{short}"'
            hint = "let the layout print `section.body`, or take this out of the text"
            yield warning(_place_of(missing[0], body), says, hint)


def _is_in(text: str, printed: str) -> bool:
    return all(_letters(piece) in printed for piece in re.split(SLOT, text)[::2])


def _letters(text: str) -> str:
    """Its letters alone: spaces, marks and numbers change as a text is set."""
    return "".join(filter(str.isalpha, text))


def _place_of(text: str, body: Body) -> Place:
    words = re.split(SLOT, text.strip())[0].split()
    for count in (4, 2, 1):
        if " ".join(words[:count]) in body.source:
            return body.place_of(" ".join(words[:count]))
    return body.place_of("")
