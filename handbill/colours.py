"""Colours and the contrast between them.

Relative luminance and contrast ratio: WCAG 2.2, "relative luminance" and "contrast ratio" in
the glossary; 4.5:1 is success criterion 1.4.3 (AA).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass

MINIMUM_CONTRAST = 4.5
PAPER = "#FFFFFF"
_STEP_OF_LIGHT = 0.1


@dataclass(frozen=True)
class Palette:
    """Every colour that the layouts use, as #RRGGBB.

    The district sets ink and lamp; the others follow from them.
    """

    ink: str
    lamp: str
    paper: str
    quiet: str
    wall: str
    night: str
    moon: str
    haze: str


def palette(ink: str, lamp: str) -> Palette:
    """The palette of a district's two colours."""
    night, moon = mix(ink, "#000000", 0.45), mix(PAPER, ink, 0.12)
    return Palette(
        ink=ink,
        lamp=lamp,
        paper=PAPER,
        quiet=mix(ink, PAPER, 0.25),
        wall=_lighter(ink),
        night=night,
        moon=moon,
        haze=mix(moon, night, 0.25),
    )


def pairs(colours: Palette) -> Iterator[tuple[str, str, str]]:
    """Each pair of text and ground that the layouts use, and the setting that decides it."""
    yield colours.ink, colours.paper, "ink"
    yield colours.quiet, colours.paper, "ink"
    yield colours.ink, colours.lamp, "lamp"
    yield colours.moon, colours.night, "ink"
    yield colours.haze, colours.night, "ink"
    yield colours.lamp, colours.night, "lamp"
    yield colours.paper, colours.wall, "ink"


def _lighter(ink: str) -> str:
    """The colour of houses at night: as blue as the ink, and a little lighter."""
    red, green, blue = (channel / 255 for channel in _channels(ink))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lit = colorsys.hls_to_rgb(hue, min(lightness + _STEP_OF_LIGHT, 1), saturation)
    found = "#" + "".join(f"{round(channel * 255):02X}" for channel in lit)
    return found if contrast(PAPER, found) >= MINIMUM_CONTRAST else ink


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one in it."""
    channels = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in channels)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
