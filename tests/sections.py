"""Pages of docs/ that two commands write: each keeps the other's section, which is the last."""

from __future__ import annotations

from pathlib import Path


def section_in(page: Path, heading: str) -> str:
    """The section of a page from a heading on, as it stands there; nothing where it does not."""
    _, found, rest = page.read_text("utf-8").partition(heading)
    return found + rest


def replace_section(page: Path, heading: str, section: str) -> None:
    """Write a section in the place of the one that stands there, or at the page's end."""
    text = page.read_text("utf-8")
    page.write_text(text.removesuffix(section_in(page, heading)) + section, "utf-8")
