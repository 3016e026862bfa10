"""A layout from a stranger: it reads no file, runs no code, and ends."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from handbill.pipeline import build
from handbill.problems import CampaignError, Severity
from handbill.progress import Silence
from tests.conftest import TODAY, layouts_in

ENDLESS = (
    "this layout goes on and on, or grows beyond 20 MB\n"
    "  hint: does a loop run over too much, or a macro call itself?"
)


@pytest.fixture
def campaign(small_campaign: Path) -> Path:
    """A campaign of one page, whose layout a test writes."""
    shutil.rmtree(small_campaign / "content/print")
    (small_campaign / "layouts").mkdir(exist_ok=True)
    return small_campaign


def _told(campaign: Path, layout: str) -> str:
    (campaign / "layouts/page.html").write_text(layout, "utf-8")
    with pytest.raises(CampaignError) as wrong:
        build(campaign, TODAY, Silence(), dry=True)
    errors = [str(p) for p in wrong.value.problems if p.severity is Severity.ERROR]
    return errors[0]


@pytest.mark.parametrize("name", [".h", ".hidden/part.html"])
def test_what_was_not_read_is_not_included(campaign: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    (campaign / "layouts/.hidden").mkdir()
    (campaign / "layouts" / name).symlink_to(tmp_path / "secret")
    assert _told(campaign, f'\n{{% include "{name}" %}}') == (
        f"layouts/page.html:2: error: this layout is broken: there is no file layouts/{name}"
    )


@pytest.mark.parametrize("name", ["../config.yaml", "/etc/passwd", "words/../../config.yaml"])
def test_nothing_outside_the_layouts_is_included(campaign: Path, name: str) -> None:
    assert _told(campaign, f'{{% include "{name}" %}}').endswith(f"no file layouts/{name}")


def test_a_layout_that_changes_while_it_is_used_is_used_as_it_was_read(campaign: Path) -> None:
    part = campaign / "layouts/parts/mine.html"
    part.parent.mkdir()
    part.write_text("read")
    (campaign / "layouts/page.html").write_text('<html lang="en">{% include "parts/mine.html" %}')

    class Meanwhile(Silence):
        def step(self, name: str, about: str) -> None:
            part.write_text("changed") if name == "check" else super().step(name, about)

    with pytest.raises(CampaignError):  # it is no page; what matters is what was read
        build(campaign, TODAY, Meanwhile(), dry=True)
    layouts = layouts_in(campaign)
    part.write_text("changed again")
    assert layouts.environment.pour("parts/mine.html", {}) == "changed"


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ (lipsum | attr('__globals__'))['os'] }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ document.__init__.__globals__ }}",
        "{{ all_facts.__class__.__base__.__subclasses__() }}",
    ],
)
def test_no_layout_reaches_beyond_what_it_is_given(campaign: Path, code: str) -> None:
    assert _told(campaign, code).startswith("layouts/page.html:1: error: this layout is broken: ")


def test_no_layout_changes_what_it_is_given(campaign: Path) -> None:
    told = _told(campaign, "{% set mine = [1] %}{{ mine.append(2) }}")
    assert told.startswith("layouts/page.html:1: error: this layout is broken: ")


@pytest.mark.parametrize(
    "code",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}"
        "{{ f(40) }}",
        "{{ 'x' * 10000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ ('x' * 20000) * 20000 }}",
        "{{ 20000 * ('x' * 20000) }}",
        "{{ [1] * 10000000000 }}",
        "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x ** 9 %}{% endfor %}",
        "{{ 'x' | center(1000000000) }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ '{:>1000000000}'.format('x') }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%1000000000d' | format(1) }}",
        "{% set n = namespace(x='x' * 1000) %}"
        "{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='x' * 1000) %}"
        "{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% for i in range(90000) %}{{ 'x' * 1000 }}{% endfor %}",
        "{% for i in range(5) recursive %}{{ loop(range(5)) }}{% endfor %}",
    ],
)
def test_a_layout_that_does_not_end_is_told_soon(campaign: Path, code: str) -> None:
    began = time.monotonic()
    told = _told(campaign, f"\n{code}").replace("page.html:2", "page.html")
    assert told == f"layouts/page.html: error: {ENDLESS}"
    assert time.monotonic() - began < 20


def test_a_range_that_is_too_long_is_told(campaign: Path) -> None:
    told = _told(campaign, "{% for i in range(10000000000) %}{% endfor %}")
    assert told.startswith("layouts/page.html:1: error: this layout is broken: Range too big.")
