"""What a figure that is not drawn in a leader's own windows is drawn as, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from handbill.figures import Figure, Kind
from handbill.languages import Language
from handbill.phrases import Phrase, Quantity
from handbill.views import DrawingView
from handbill.windows import Windows, windows_of_itself

Say = Callable[..., Phrase]
"""Says a word of the interface with its values in place."""


def drawing_of(
    figure: Figure, written: str, language: Language, say: Say, *, counts_somebody: bool
) -> DrawingView | None:
    """A figure drawn by what it says alone; None for what cannot be.

    A day, and a number that counts nobody (a speed, hours), is no windows.
    """
    if figure.kind is Kind.DAY or (figure.kind is Kind.NUMBER and not counts_somebody):
        return None
    drawn = windows_of_itself(figure)
    if drawn is None:
        return None
    if figure.share is None:
        return _of_a_count(drawn, language, say)
    total, dark = quantity(drawn.total, language), quantity(drawn.dark, language)
    counted = say("counted", total=total, dark=dark)
    if not drawn.is_rounded:
        return DrawingView(drawn, counted, None)
    rounded = rounding(written, drawn, language, say)
    return DrawingView(drawn, Phrase(f"{counted} {rounded}"), rounded)


def rounding(written: str, drawn: Windows, language: Language, say: Say) -> Phrase:
    """What is said of a share that whole windows can only come near."""
    return say(
        "rounding",
        figure=written,
        total=language.number(drawn.total),
        exact=language.number(round(drawn.exact, 1), 1),
        dark=language.number(drawn.dark),
    )


def quantity(count: int, language: Language) -> Quantity:
    """A whole number, as the language writes it."""
    return Quantity(Decimal(count), language.number(count))


def _of_a_count(drawn: Windows, language: Language, say: Say) -> DrawingView:
    key = "each_about" if drawn.is_rounded else "each"
    said = say(key, total=quantity(drawn.total, language), each=quantity(drawn.each, language))
    return DrawingView(drawn, said, said if drawn.each > 1 else None)
