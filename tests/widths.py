"""Pages measured in a real browser: nothing reaches out of a narrow screen, or of a wide one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.commons import Commons

WIDTHS = (320, 360, 768, 1280)
"""CSS pixels: the narrowest screen that WCAG 2.2 asks for (1.4.10), phones, a tablet, a desk."""

_MEASURE = """() => {
  const found = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page scrolls sideways, to ${wide}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!text || element.closest("script, style, svg")) continue;
    let hidden = false;
    for (let box = element; box; box = box.parentElement) {
      const {clipPath, display} = getComputedStyle(box);
      hidden ||= clipPath !== "none" || display === "none";
    }
    if (hidden) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const lines = [...range.getClientRects()].filter((line) => line.width > 1);
    if (lines.some((line) => line.left < -1 || line.right > innerWidth + 1))
      found.push(`out of sight: ${text.slice(0, 60)}`);
    const style = getComputedStyle(element);
    const tight = parseFloat(style.lineHeight) < 0.95 * parseFloat(style.fontSize);
    if (tight && new Set(lines.map((line) => Math.round(line.top))).size > 1)
      found.push(`lines over one another: ${text.slice(0, 60)}`);
  }
  return found;
}"""


class Widths:
    """Tells what leaves the screen on a page; a verdict is kept for all workers."""

    def __init__(self, commons: Commons, open_window: Callable[[], Page]) -> None:
        self._commons = commons
        self._open_window = open_window

    def too_wide(self, page: Path) -> list[str]:
        """What reaches out of the screen, and at which widths."""
        name = f"widths/{hashlib.sha256(page.read_bytes()).hexdigest()}"
        verdict = self._commons.once(
            name, lambda file: file.write_text(json.dumps(self._measured(page)))
        )
        found: list[str] = json.loads(verdict.read_bytes())
        return found

    def _measured(self, page: Path) -> list[str]:
        window = self._open_window()
        window.emulate_media(media="screen", color_scheme="light")
        found = []
        for number, width in enumerate(WIDTHS):
            window.set_viewport_size({"width": width, "height": 800})
            if number == 0:
                window.goto(page.resolve().as_uri())
            found += [f"{width} px: {told}" for told in window.evaluate(_MEASURE)]
        return found
