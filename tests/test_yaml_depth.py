"""How deep YAML may be nested, whatever stands before it."""

from __future__ import annotations

import pytest

from handbill.yaml_lines import parse_mapping

_DEEPEST = 20


@pytest.mark.parametrize("siblings", [0, 30])
@pytest.mark.parametrize(("levels", "is_too_deep"), [(_DEEPEST - 1, False), (_DEEPEST, True)])
def test_levels_count_and_siblings_do_not(siblings: int, levels: int, is_too_deep: bool) -> None:
    before = "".join(f"key{n}: [a, [b]]\n" for n in range(siblings))
    text = f"{before}deep: {'[' * levels}{']' * levels}\n"

    problems = [problem.message for problem in parse_mapping(text, "config.yaml").problems]

    assert problems == ["this is nested too deep"] * is_too_deep
