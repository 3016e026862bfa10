"""The typefaces that PDFs are set in: they come in as dependencies, or stand in assets/fonts/."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont, TTLibError

from handbill.languages import Language

OWN_FONTS = "assets/fonts/"
_FILES = (".ttf", ".otf")
_REGULAR, _BOLD = 400, 700
_WEIGHT_AXIS = "wght"


@dataclass(frozen=True)
class FontFile:
    """A font, and the weight and style that it serves; a variable one serves every weight."""

    source: Path | bytes
    weight: int = _REGULAR
    italic: bool = False

    @cached_property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()

    @cached_property
    def face(self) -> uharfbuzz.Face:
        """The font as HarfBuzz reads it."""
        return uharfbuzz.Face(self.content)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the font can show."""
        return frozenset(map(chr, self.face.unicodes))

    @cached_property
    def is_variable(self) -> bool:
        """Whether one file holds every weight."""
        return any(axis.tag == _WEIGHT_AXIS for axis in self.face.axis_infos)

    def at(self, weight: int) -> bytes:
        """The font at one weight; WeasyPrint takes seconds to cut a large variable font itself."""
        return _cut(self, weight) if self.is_variable else self.content


@dataclass(frozen=True)
class Typeface:
    """A family of fonts; `scripts` are those that it is for (ISO 15924), any if there is none.

    One that is no match for Latin letters leaves them to the typeface of the Latin script.
    """

    family: str
    files: tuple[FontFile, ...]
    scripts: tuple[str, ...] = ()
    has_latin: bool = True

    @property
    def has_italics(self) -> bool:
        """Whether it has an italic of its own."""
        return any(file.italic for file in self.files)

    @property
    def characters(self) -> frozenset[str]:
        """The characters that every upright font of it can show."""
        upright = [file.characters for file in self.files if not file.italic]
        return frozenset.intersection(*upright or [frozenset()])

    def serves(self, language: Language) -> bool:
        """Whether it has the script of a language, and the letters of the language's own name."""
        letters = {letter for letter in language.name if letter.isalpha()}
        return (not self.scripts or language.script in self.scripts) and letters <= self.characters

    def file(self, weight: int, italic: bool) -> FontFile:
        """The file for a weight and a style, or the nearest: nothing is slanted or thickened."""
        return min(
            self.files,
            key=lambda file: (
                file.italic and not italic,
                file.italic is not italic,
                not file.is_variable and abs(file.weight - weight),
            ),
        )


@dataclass(frozen=True)
class FontFace:
    """A family's font for one weight and style."""

    family: str
    weight: int
    italic: bool
    file: FontFile

    @property
    def content(self) -> bytes:
        """The bytes of a font that has this weight alone."""
        return self.file.at(self.weight)


@dataclass(frozen=True)
class FontCase:
    """The typefaces that a campaign's PDFs are set in, and which of them serves each language."""

    typefaces: tuple[Typeface, ...]
    by_language: Mapping[str, Typeface]
    monospaced: Typeface

    def families(self, code: str) -> tuple[str, ...]:
        """The families for a language, its own first; the others stand in for single letters.

        Of a code that it does not know: all of them, those of the Latin script first.
        """
        own = self.by_language.get(code)
        first = [own] if own and own.has_latin else [_LATIN[0], own] if own else []
        return tuple(dict.fromkeys(typeface.family for typeface in (*first, *self.typefaces)))

    def has_italics(self, code: str) -> bool:
        """Whether the language's typeface has italics."""
        own = self.by_language.get(code)
        return own is None or own.has_italics

    def missing_characters(self, text: str) -> tuple[str, ...]:
        """The characters of a text that no typeface has, in the order of their first use."""
        known: frozenset[str] = frozenset().union(*(t.characters for t in self.typefaces))
        return tuple(dict.fromkeys(c for c in text if c.isprintable() and c not in known))

    def faces(self) -> Iterator[FontFace]:
        """Each font to load: where a family lacks a weight or a style, its nearest one."""
        for typeface in (*self.typefaces, self.monospaced):
            for weight in (_REGULAR, _BOLD):
                for italic in (False, True):
                    file = typeface.file(weight, italic)
                    yield FontFace(typeface.family, weight, italic, file)


def family_list(case: FontCase, code: str) -> str:
    """The families for a language as the value of font-family."""
    return ", ".join(f'"{family}"' for family in case.families(code))


def font_case(languages: Iterable[str], assets: Mapping[str, bytes]) -> FontCase:
    """The typefaces for some languages: Handbill's, and those in the campaign's assets/fonts/.

    The two that hold the Latin letters are always there.
    """
    own = tuple(_own_typefaces(assets))
    chosen: dict[str, Typeface] = {}
    for code in languages:
        language = Language(code)
        known = (*_LATIN, *_OTHERS, *own)
        if found := next((typeface for typeface in known if typeface.serves(language)), None):
            chosen[code] = found
    typefaces = tuple(dict.fromkeys([*_LATIN, *chosen.values(), *own]))
    return FontCase(typefaces, chosen, _MONOSPACED)


def is_own_font(path: str) -> bool:
    """Whether a file of the campaign is a font that its PDFs can be set in."""
    return path.startswith(OWN_FONTS) and path.lower().endswith(_FILES)


def is_readable_font(content: bytes) -> bool:
    """Whether a file's bytes are a font."""
    return _what_it_says(content) is not None


def _what_it_says(content: bytes) -> tuple[str, int, bool] | None:
    """The family of a font, its weight, and whether it is italic."""
    try:
        with TTFont(io.BytesIO(content), lazy=True) as font:
            family = font["name"].getBestFamilyName()
            weight, italic = font["OS/2"].usWeightClass, bool(font["head"].macStyle & 2)
            font.getBestCmap()
    except (TTLibError, KeyError, ValueError, struct.error, AssertionError):
        return None
    return (re.sub(r'["\\\\]', "", family), int(weight), italic) if family else None


def suggestion(language: Language) -> str:
    """The family to look for where none here serves a language."""
    return f"Noto Sans {language.script_name}"


@lru_cache(maxsize=16)
def _cut(font: FontFile, weight: int) -> bytes:
    whole = uharfbuzz.SubsetInput()
    whole.keep_everything()
    for axis in font.face.axis_infos:
        if axis.tag == _WEIGHT_AXIS:
            whole.pin_axis_location(font.face, axis.tag, weight)  # or the nearest that it has
        else:
            whole.pin_axis_to_default(font.face, axis.tag)
    data: bytes = uharfbuzz.subset(font.face, whole).blob.data
    return data


def _file(package: str, path: str, weight: int = _REGULAR, *, italic: bool = False) -> FontFile:
    return FontFile(Path(str(files(package) / path)), weight, italic)


def _upright_and_italic(package: str, name: str) -> tuple[FontFile, ...]:
    return (
        _file(package, f"files/{name}-Regular.ttf"),
        _file(package, f"files/{name}-Bold.ttf", _BOLD),
        _file(package, f"files/{name}-Italic.ttf", italic=True),
        _file(package, f"files/{name}-BoldItalic.ttf", _BOLD, italic=True),
    )


def _noto(script: str, place: str) -> Typeface:
    path = f"fonts/ofl/notosans{place.lower()}/NotoSans{place}[wght].ttf"
    return Typeface(f"Noto Sans {place}", (_file("justmytype_intl_cjk", path),), (script,))


_LATIN = (
    Typeface(
        "IBM Plex Sans",
        (
            _file("fontpkg_ibm_plex_sans", "files/IBMPlexSans[wdth,wght].ttf"),
            _file("fontpkg_ibm_plex_sans", "files/IBMPlexSans-Italic[wdth,wght].ttf", italic=True),
        ),
        ("Latn", "Cyrl", "Grek"),
    ),
    Typeface(
        "Fira Sans",
        _upright_and_italic("fontpkg_fira_sans", "FiraSans"),
        ("Latn", "Cyrl", "Grek"),
    ),
)
_MONOSPACED = Typeface(
    "IBM Plex Mono", _upright_and_italic("fontpkg_ibm_plex_mono", "IBMPlexMono"), ("Latn",)
)
_OTHERS = (
    Typeface(
        "Almarai",
        (
            _file("fontpkg_almarai", "files/Almarai-Regular.ttf"),
            _file("fontpkg_almarai", "files/Almarai-Bold.ttf", _BOLD),
        ),
        ("Arab",),
        has_latin=False,
    ),
    _noto("Hans", "SC"),
    _noto("Hant", "TC"),
    _noto("Jpan", "JP"),
    _noto("Kore", "KR"),
)


def _own_typefaces(assets: Mapping[str, bytes]) -> Iterator[Typeface]:
    """The fonts in assets/fonts/, by the family, weight and style that they say themselves."""
    by_family: dict[str, list[FontFile]] = {}
    for path, content in assets.items():
        if is_own_font(path) and (said := _what_it_says(content)):
            family, weight, italic = said
            by_family.setdefault(family, []).append(FontFile(content, weight, italic))
    for family, found in by_family.items():
        yield Typeface(family, tuple(found))
