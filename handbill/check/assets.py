"""Pictures in SVG: they hold drawings alone, and reach nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.problems import Place, Problem, error

_REACHES = (
    (re.compile(rb"<script\b|\son\w+\s*=", re.IGNORECASE), "holds a script"),
    (re.compile(rb"<!DOCTYPE[^>]*\[|<!ENTITY", re.IGNORECASE), "declares entities"),
    (
        re.compile(
            rb"""(?:href|src)\s*=\s*["'](?!#|data:image/)[^"']|url\(\s*["']?(?!#|data:)|@import""",
            re.IGNORECASE,
        ),
        "reaches for another file",
    ),
)


def check_assets(campaign: Campaign) -> Iterator[Problem]:
    """SVG files that hold scripts or entities, or name another file or address."""
    for path, content in campaign.assets.items():
        if not path.lower().endswith(".svg"):
            continue
        for pattern, does in _REACHES:
            if match := pattern.search(content):
                line = content.count(b"\n", 0, match.start()) + 1
                hint = "save it as a plain SVG, with what it needs inside it"
                yield error(Place(path, line), f"this picture {does}", hint)
