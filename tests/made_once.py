"""What is costly and comes out the same each time is made once a run.

A sheet that several tests print is pressed once for all workers, by the real press. The tests of
the press itself use the fixture `the_press_itself`, and nothing is kept from them. A layout is
compiled once a worker: a build compiles all of them anew, which takes longer than to fill them.
"""

from __future__ import annotations

import dataclasses
import hashlib
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import PurePosixPath
from types import CodeType, SimpleNamespace
from typing import Any

import jinja2
import pytest
from jinja2.bccache import Bucket

from handbill.fonts import FontCase
from handbill.press import Press
from handbill.products import Pressed, Rendered
from tests.commons import Commons
from tests.tagged import faults_of

_VERSIONS = [f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "uharfbuzz")]
_CAN_NAME_OTHERS = (".svg", ".css")
_PRESS = (Press.__init__, Press.press, Press.portray)


class _Compiled(jinja2.BytecodeCache):
    """Jinja's own means: it keeps a template's code by its name and a digest of its source."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def compiled_once() -> Iterator[None]:
    """Meanwhile a layout that did not change is not compiled again."""
    compiled, start = _Compiled(), jinja2.Environment.__init__

    def start_with_it(self: jinja2.Environment, *args: Any, **options: Any) -> None:
        start(self, *args, **{"bytecode_cache": compiled, **options})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "__init__", start_with_it)
        yield


@contextmanager
def pressed_once(commons: Commons) -> Iterator[None]:
    """Meanwhile every press takes what was pressed before from the store, and starts late."""
    start, press, portray = Press.__init__, Press.press, Press.portray

    def keep_what_it_is_given(self: Any, assets: Mapping[str, bytes], case: FontCase) -> None:
        self.given = assets, case
        self.is_started = False

    def started(self: Any) -> Any:
        if not self.is_started:
            start(self, *self.given)
            self.is_started = True
        return self

    def press_once(self: Any, sheet: Rendered) -> Pressed:
        # An artifact holds a whole document: what is kept knows its layout's name alone.
        layout = sheet.artifact.layout
        nobodys = Rendered(SimpleNamespace(layout=layout), sheet.html)  # type: ignore[arg-type]
        key = _key(sheet.html, self.given, layout)
        kept: Pressed = _kept(commons, key, lambda: _well_tagged(press(started(self), nobodys)))
        return dataclasses.replace(kept, artifact=sheet.artifact)

    def portray_once(self: Any, page: Rendered, style: str, screens: int) -> bytes | None:
        key = _key(page.html, self.given, page.artifact.address, f"{style}{screens}")
        kept: bytes | None = _kept(
            commons, key, lambda: portray(started(self), page, style, screens)
        )
        return kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Press, "__init__", keep_what_it_is_given)
        patch.setattr(Press, "press", press_once)
        patch.setattr(Press, "portray", portray_once)
        yield


def _well_tagged(pressed: Pressed) -> Pressed:
    """Every PDF that a test presses without an error is looked at, element by element."""
    is_wrong = any(message.is_error for message in pressed.messages) or pressed.overflows
    is_whole = pressed.pdf and not is_wrong
    if is_whole and (faults := faults_of(pressed.pdf)):
        raise AssertionError("\n".join(faults))
    return pressed


def as_it_is(patch: pytest.MonkeyPatch) -> None:
    """Undo it for a test."""
    for name, method in zip(("__init__", "press", "portray"), _PRESS, strict=True):
        patch.setattr(Press, name, method)


def _kept(commons: Commons, key: str, make: Callable[[], Any]) -> Any:
    file = commons.once(f"pressed/{key}", lambda path: path.write_bytes(pickle.dumps(make())))
    return pickle.loads(file.read_bytes())


def _key(html: str, given: tuple[Mapping[str, bytes], FontCase], *asked: str) -> str:
    """A digest of all that a PDF is made from: HTML, assets that it may name, fonts, versions."""
    assets, case = given
    named = [
        (path, hashlib.sha256(content).hexdigest())
        for path, content in sorted(assets.items())
        if PurePosixPath(path).name in html or path.lower().endswith(_CAN_NAME_OTHERS)
    ]
    faces = [(f.family, f.weight, f.italic, str(f.file.source)) for f in case.faces()]
    families = [(code, case.families(code)) for code in case.by_language]
    parts = (html, asked, named, faces, families, _VERSIONS)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
