"""What a print layout wishes of the press: how many pages, how full, in which sizes of text."""

from __future__ import annotations

import re

WISH = re.compile(r'<meta name="handbill-(pages|sizes|last-page)" content="([^"]*)">')
"""A wish in a layout's head: its name, and its value."""
_FORMS = {
    "pages": re.compile(r"\d{1,3}"),
    "last-page": re.compile(r"[1-9]\d?"),
    "sizes": re.compile(r"\d+(?:\.\d+)?(?: \d+(?:\.\d+)?)*"),
}


def is_wish(name: str, value: str) -> bool:
    """Whether a layout's `handbill-pages`, `handbill-sizes` or `handbill-last-page` can be read."""
    return _FORMS[name].fullmatch(value) is not None
