"""How the engine tells that it is getting on; what is done with it is the listener's business."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Hears of each step of a build."""

    def step(self, name: str, about: str) -> None:
        """A step begins: its name, and what it is about in a few words."""

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass through the items of the present step, of which there are so many."""


class Silence:
    """Hears, and says nothing."""

    def step(self, name: str, about: str) -> None:
        """Say nothing."""

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002 - the protocol's
        """Pass through the items."""
        return iter(items)
