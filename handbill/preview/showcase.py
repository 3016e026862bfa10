"""What the preview shows now: the last good files, and what is wrong since."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from handbill.problems import Problem


@dataclass(frozen=True)
class Shown:
    """What is shown at one moment; `number` grows with each change."""

    number: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    base: str = "/"
    """The path below which the site stands, as on the web: /homework-gap/."""

    def mark(self, address: str) -> str:
        """What changes when the file at an address does; empty where there is none."""
        content = self.files.get(address)
        return hashlib.sha256(content).hexdigest()[:16] if content is not None else ""


class Showcase:
    """Holds what is shown; the builder changes it, and browsers wait for changes."""

    def __init__(self) -> None:
        self._shown = Shown()
        self._changed = threading.Condition()
        self._viewed: Counter[str] = Counter()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    @property
    def viewed(self) -> frozenset[str]:
        """The addresses of the pages that browsers have open."""
        with self._changed:
            return frozenset(address for address, count in self._viewed.items() if count)

    def show(self, files: Mapping[str, bytes], url: str) -> None:
        """Show other files, of a site with this address; what was wrong stays on show."""
        path = unquote(urlsplit(url).path).strip("/")
        base = f"/{path}/" if path else "/"
        self._change(Shown(self._shown.number + 1, files, self._shown.problems, base))

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, or that nothing is; the files stay."""
        if problems != self._shown.problems:
            shown = dataclasses.replace(self._shown, problems=problems)
            self._change(dataclasses.replace(shown, number=shown.number + 1))

    def wait(self, after: int, seconds: float) -> Shown:
        """What is shown as soon as it is newer than a number, or when the seconds have passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.number > after, seconds)
            return self._shown

    @contextmanager
    def viewing(self, address: str) -> Iterator[None]:
        """A browser has a page open meanwhile."""
        with self._changed:
            self._viewed[address] += 1
        try:
            yield
        finally:
            with self._changed:
                self._viewed[address] -= 1

    def _change(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()
