"""The layouts: the campaign's own, and Handbill's for whatever it lacks, as they were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jinja2

from handbill.layout_sandbox import LayoutSandbox
from handbill.problems import Place, Problem, error
from handbill.read.files import Names, read_text, walk

_PACKAGE = Path(__file__).parent
_ALWAYS_TEXT = (".html", ".css", ".yaml")
"""Files that must be readable as text; of all others, those that are may be included."""


@dataclass(frozen=True)
class Layouts:
    """The texts of layouts, parts, stylesheets and words, by their names below layouts/.

    `own` are the campaign's. What was read is what is used: nothing here goes back to the disk.
    """

    own: Mapping[str, str]
    packaged: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """The text of a layout, a part or a stylesheet by its name."""
        return self.own.get(name, self.packaged.get(name))

    def place(self, name: str, line: int = 0) -> Place:
        """Where a layout's file stands, as problems name it."""
        return Place(f"layouts/{name}", line)

    def names(self) -> tuple[str, ...]:
        """The layouts that a document can ask for."""
        files = (name for name in {**self.packaged, **self.own} if name.endswith(".html"))
        return tuple(sorted(name.removesuffix(".html") for name in files if "/" not in name))

    @cached_property
    def environment(self) -> LayoutSandbox:
        """Jinja, set up for layouts."""
        return LayoutSandbox(self.find)

    @cached_property
    def block_names(self) -> tuple[str, ...]:
        """The macros of parts/blocks.html: what content may place as `{{ name() }}`."""
        source = self.find("parts/blocks.html")
        if source is None:
            return ()
        tree = self.environment.parse(source, "parts/blocks.html")
        return tuple(macro.name for macro in tree.find_all(jinja2.nodes.Macro))


def has_layouts_of_its_own(campaign_folder: Path) -> bool:
    """Whether a campaign's layouts/ are its own: in Handbill's folder they are Handbill's."""
    return (campaign_folder / "layouts").resolve() != _packaged_folder().resolve()


def read_layouts(campaign_folder: Path) -> tuple[Layouts | None, list[Problem]]:
    """The layouts that serve a campaign; None when one of its own cannot be used."""
    own, problems = _read(campaign_folder)
    if has_layouts_of_its_own(campaign_folder):
        packaged, _ = _read(_packaged_folder().parent)
        layouts = Layouts(own, packaged)
    else:
        layouts = Layouts({}, own)
    for name, text in own.items():
        if name.endswith((".html", ".css")):
            try:
                layouts.environment.parse(text)
            except jinja2.TemplateSyntaxError as wrong:
                says = f"this layout is broken: {wrong.message}"
                problems.append(error(layouts.place(name, wrong.lineno), says))
    return (None if problems else layouts), problems


def _read(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """The texts below a folder's layouts/, and what keeps files there from being read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path, unreadable in walk(folder, "layouts", Names.ANY):
        if unreadable:
            problems.append(unreadable)
            continue
        file, problem = read_text(folder, path)
        if file is not None:
            texts[path.removeprefix("layouts/")] = file.text
        elif problem is not None and path.endswith(_ALWAYS_TEXT):
            problems.append(problem)
    return texts, problems


def _packaged_folder() -> Path:
    packaged = _PACKAGE / "layouts"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "layouts"
