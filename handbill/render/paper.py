"""HTML for paper: what a browser sees to by itself, and the press does not."""

from __future__ import annotations

from handbill.citations import close_to_text
from handbill.typography import bound_at_the_end


def for_paper(html: str) -> str:
    """HTML of a sheet, with lines that end well and citations close to their text."""
    return close_to_text(bound_at_the_end(html))
