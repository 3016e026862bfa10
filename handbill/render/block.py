"""A block to embed in pages of other sites: it brings its style in its own attributes.

The style sheet of its layout becomes style attributes, all of them `!important`, so that no style
of the page around it wins (CSS Cascading and Inheritance Level 5, 6.4.4). What attributes cannot
say, a style marked `data-css-inline="keep"` may.
"""

from __future__ import annotations

import re

_KEPT = ' data-css-inline="keep"'
_BLOCK = re.compile(r"<main[^>]*>\s*(.*?)\s*</main>", re.DOTALL)


def with_style_in_attributes(html: str) -> str:
    """A page whose style sheet was put into the elements that it styles."""
    import css_inline  # noqa: PLC0415 - only where there is a block to embed

    inliner = css_inline.CSSInliner(load_remote_stylesheets=False)
    return inliner.inline(html).replace(_KEPT, "")


def block_in(html: str) -> str:
    """The block that a page holds in its `main`: HTML to paste into another page."""
    match = _BLOCK.search(html)
    return f"{match[1]}\n" if match else ""
