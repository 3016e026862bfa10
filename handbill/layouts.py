"""The layouts: the campaign's own, and Handbill's for whatever it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jinja2
from markupsafe import escape

from handbill.citations import host_alone
from handbill.numbering import numbered_through
from handbill.problems import Place, Problem, error
from handbill.read.files import Names, read_text, walk

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True)
class Layouts:
    """Where layouts are looked for, first the campaign's folder."""

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The file of a layout, a part or a stylesheet by its name."""
        return next((f / name for f in self.folders if (f / name).is_file()), None)

    def place(self, name: str, line: int = 0) -> Place:
        """Where a layout's file stands, as problems name it."""
        return Place(f"layouts/{name}", line)

    def names(self) -> tuple[str, ...]:
        """The layouts that a document can ask for."""
        files = {file.stem for folder in self.folders for file in folder.glob("*.html")}
        return tuple(sorted(files))

    @cached_property
    def environment(self) -> jinja2.Environment:
        """Jinja, set up for layouts: HTML is escaped, and an unknown name is an error."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=jinja2.select_autoescape(("html",)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["numbered_through"] = numbered_through
        environment.filters["host"] = lambda shown: shown.partition("/")[0].removeprefix("www.")
        environment.filters["host_alone"] = lambda phrase: host_alone(escape(phrase))
        # Letters as they are: escaped, an Arabic one would weigh three times as much.
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        return environment

    @cached_property
    def block_names(self) -> tuple[str, ...]:
        """The macros of parts/blocks.html: what content may place as `{{ name() }}`."""
        source = self.find("parts/blocks.html")
        if source is None:
            return ()
        tree = self.environment.parse(source.read_text("utf-8"), "parts/blocks.html")
        return tuple(macro.name for macro in tree.find_all(jinja2.nodes.Macro))


def layouts_of(campaign_folder: Path) -> Layouts:
    """The layouts that serve a campaign."""
    packaged = _PACKAGE / "layouts"
    own = packaged if packaged.is_dir() else _PACKAGE.parent / "layouts"
    return Layouts(tuple(dict.fromkeys(((campaign_folder / "layouts").resolve(), own.resolve()))))


def read_layouts(campaign_folder: Path) -> tuple[Layouts | None, list[Problem]]:
    """The layouts that serve a campaign; None when one of its own is no template."""
    layouts = layouts_of(campaign_folder)
    problems: list[Problem] = []
    for path, unreadable in walk(campaign_folder, "layouts", Names.ANY):
        if unreadable:
            problems.append(unreadable)
            continue
        if not path.endswith((".html", ".css")):
            continue
        file, problem = read_text(campaign_folder, path)
        try:
            layouts.environment.parse(file.text if file else "")
        except jinja2.TemplateSyntaxError as wrong:
            problem = error(Place(path, wrong.lineno), f"this layout is broken: {wrong.message}")
        problems += [problem] if problem else []
    return (None if problems else layouts), problems
