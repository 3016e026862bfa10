"""Whatever stands in a campaign's files: problems or a site, and never another exception."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.test_problems import copy_base, problems_of

FILES = (
    "config.yaml",
    "config.es.yaml",
    "content/sources.yaml",
    "content/data/places.csv",
    "content/facts/needs-glasses.md",
    "content/facts/needs-glasses.es.md",
    "content/help/eye-test.md",
    "content/pages/index.md",
    "content/pages/index.es.md",
    "layouts/words/es.yaml",
    "layouts/page.html",
    "assets/logo.svg",
)
MARKDOWN = (
    *(
        "# ",
        "## ",
        "#### ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "---\n",
        "***",
        "_",
        "`",
    ),
    *(
        "```\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "[words](index.md)",
        "[x](#help)",
        "[",
        "](",
        ")",
    ),
    *(
        "![alt](assets/logo.svg)",
        "![](x.png)",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "<",
        ">",
        '"',
    ),
    *("{{ district.name }}", "{{ offers() }}", "{{ places() }}", '{{ fact("needs-glasses") }}'),
    *("{{", "}}", "{%", "{#", "}", '{{ windows("needs-glasses").dark }}', "{{ title }}", "50%"),
    *(
        "term\n: definition\n",
        "[ref]: index.md\n",
        "[ref]",
        "*[HTML]: x\n",
        "\\",
        "é",
        "你",
        "👓",
        "\u0627",
    ),
    *(
        "javascript:alert(1)",
        "https://example.org",
        "Wait...",
        "it's",
        "--",
        "0 in 0",
        "E-Rate bus",
    ),
)
YAML = (
    *("title", "claim", "figure", "url", "languages", "district", "name", "look", "colours", "ink"),
    *("checked", "source", "windows", "picture", "sum_of", "order", "extra", "layout", "page"),
    *(
        ": ",
        ":",
        "\n",
        "\n  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        '"',
        "'",
        "#",
        " #",
        "&a ",
        "*a ",
        "!",
    ),
    *(
        "|\n",
        ">\n",
        "? ",
        "---",
        "...",
        "%",
        "@",
        "<<: ",
        "~",
        "null",
        "true",
        "5.4%",
        "1 in 4",
        "en",
    ),
    *(
        "2026-11-23",
        "99999999999999999999",
        "1e999",
        "-1",
        "{{ figure }}",
        "\\u0007",
        "\t",
        "é",
        "=",
    ),
)
QUICKLY = settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def campaign() -> Iterator[Path]:
    """The base without its flyer, which takes the time of a hundred pages."""
    with tempfile.TemporaryDirectory() as folder:
        base = copy_base(Path(folder))
        shutil.rmtree(base / "content/print")
        yield base


def try_out(campaign: Path, name: str, content: bytes) -> None:
    file = campaign / name
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    try:
        for problem in problems_of(campaign):
            assert "\n" not in str(problem.place)
            assert "\n" not in problem.message
            assert "\n" not in problem.hint
            assert problem.message.isprintable()
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)


@pytest.mark.parametrize("name", FILES)
@QUICKLY
@given(content=st.binary(max_size=200))
def test_any_bytes_make_problems_or_a_site(campaign: Path, name: str, content: bytes) -> None:
    try_out(campaign, name, content)


@pytest.mark.parametrize("name", FILES)
@QUICKLY
@given(pieces=st.lists(st.sampled_from(YAML), max_size=25))
def test_any_settings_make_problems_or_a_site(campaign: Path, name: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    if name.endswith(".md"):
        text = f"---\n{text}\n---\n"
    try_out(campaign, name, text.encode())


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".md")])
@QUICKLY
@given(pieces=st.lists(st.sampled_from(MARKDOWN) | st.text(max_size=4), max_size=25))
def test_any_text_makes_problems_or_a_site(campaign: Path, name: str, pieces: list[str]) -> None:
    settings_part = (campaign / name).read_text("utf-8").split("---\n")[1]
    text = f"---\n{settings_part}---\n{''.join(pieces)}\n"
    try_out(campaign, name, text.encode("utf-8", "replace"))


@pytest.mark.parametrize("name", FILES)
@QUICKLY
@given(data=st.data())
def test_any_line_lost_or_doubled_makes_problems_or_a_site(
    campaign: Path, name: str, data: st.DataObject
) -> None:
    file = campaign / name
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.exists() else ["cost: x\n"]
    at = data.draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    cut = data.draw(st.integers(0, len(line)))
    put = data.draw(st.sampled_from((*YAML, *MARKDOWN, line)))
    lines[at] = line[:cut] + put + data.draw(st.sampled_from((line[cut:], "")))
    try_out(campaign, name, "".join(lines).encode())
