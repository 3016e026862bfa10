"""The fonts that PDFs are set in: they come in as dependencies, one file for each weight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

_FILES = "files"


@dataclass(frozen=True)
class FontFile:
    """A font file of a package, and the family, weight and style that it serves."""

    package: str
    name: str
    family: str
    weight: int
    style: str

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return Path(str(files(self.package) / _FILES / self.name))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the font can show."""
        with TTFont(self.path, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap()))


def _atkinson(name: str, weight: int, style: str) -> FontFile:
    package = "fontpkg_atkinson_hyperlegible"
    return FontFile(
        package, f"AtkinsonHyperlegible-{name}.ttf", "Atkinson Hyperlegible", weight, style
    )


FONTS = (
    _atkinson("Regular", 400, "normal"),
    _atkinson("Bold", 700, "normal"),
    _atkinson("Italic", 400, "italic"),
    _atkinson("BoldItalic", 700, "italic"),
)


def font_faces(address: str) -> str:
    """The fonts as @font-face rules; their files are named below an address."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; '
        f"font-style: {font.style}; src: url({address}{number}) }}"
        for number, font in enumerate(FONTS)
    )


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that no font has, in the order of their first use."""
    known: set[str] = set().union(*(font.characters for font in FONTS if font.style == "normal"))
    return tuple(
        dict.fromkeys(c for c in text if not c.isspace() and c.isprintable() and c not in known)
    )
