"""What a print layout wishes of the press: on how many pages, and in which sizes of text."""

from __future__ import annotations

import re

WISH = re.compile(r'<meta name="handbill-(pages|sizes)" content="([^"]*)">')
"""A wish in a layout's head: its name, and its value."""
_FORMS = {
    "pages": re.compile(r"\d{1,3}"),
    "sizes": re.compile(r"\d+(?:\.\d+)?(?: \d+(?:\.\d+)?)*"),
}


def is_wish(name: str, value: str) -> bool:
    """Whether a layout's `handbill-pages` or `handbill-sizes` can be read."""
    return _FORMS[name].fullmatch(value) is not None
