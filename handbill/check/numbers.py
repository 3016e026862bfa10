"""The numbers of a translation are those of its original: a figure cannot change on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.additions import additions
from handbill.campaign import Content, Translation
from handbill.completeness import to_confirm
from handbill.problems import Problem, error


def check_numbers(content: Content[Any], translation: Translation) -> Iterator[Problem]:
    """Numbers that stand in a translation and not in its original, and that nobody confirms."""
    for added in additions(content, translation):
        if added.written in translation.record.confirmed:
            continue
        where = f"`{added.key}` of {content.path}" if added.key else content.path
        yield error(
            added.place,
            f"the original has {added.written} {added.but}"
            if added.but
            else f"the original has no {added.written}",
            f"write what stands in {where}, its placeholders as they are; or, if it says the same, "
            f"its reviewer writes here: {to_confirm(translation, added.written)}",
        )
