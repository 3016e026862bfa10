"""The typefaces: which one serves a language, and what a campaign can add."""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from handbill.fonts import font_case
from handbill.pipeline import build
from handbill.progress import Silence
from tests.conftest import TODAY
from tests.glyphs import pieces_of
from tests.test_problems import copy_base


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("en", "IBM Plex Sans"),
        ("es", "IBM Plex Sans"),
        ("ht", "IBM Plex Sans"),
        ("pt", "IBM Plex Sans"),
        ("so", "IBM Plex Sans"),
        ("hmn", "IBM Plex Sans"),
        ("vi", "IBM Plex Sans"),
        ("ru", "IBM Plex Sans"),
        ("uk", "IBM Plex Sans"),
        ("el", "IBM Plex Sans"),
        ("ee", "Fira Sans"),
        ("ar", "Almarai"),
        ("fa", "Almarai"),
        ("ur", "Almarai"),
        ("zh-Hans", "Noto Sans SC"),
        ("zh-Hant", "Noto Sans TC"),
        ("ja", "Noto Sans JP"),
        ("ko", "Noto Sans KR"),
    ],
)
def test_a_language_has_the_typeface_of_its_script(code: str, family: str) -> None:
    assert font_case([code], {}).by_language[code].family == family


@pytest.mark.parametrize("code", ["ne", "am", "my", "ps"])
def test_a_language_whose_letters_no_font_has_gets_none(code: str) -> None:
    assert code not in font_case([code], {}).by_language


def test_the_letters_of_other_scripts_stand_in_where_a_name_needs_them() -> None:
    case = font_case(["en"], {})
    assert case.missing_characters("Nguyễn Thị, Юрий, Diné bizaad dóó ǫ") == ()
    assert case.missing_characters("a 学 b ☂") == ("学", "☂")


@pytest.mark.parametrize("code", ["ar", "zh-Hans"])
def test_nothing_is_slanted_or_thickened(code: str) -> None:
    """What a family has no italic for is upright; its bold is a weight of its own."""
    case = font_case([code], {})
    family = case.by_language[code].family
    faces = {(f.weight, f.italic): f.content for f in case.faces() if f.family == family}
    digests = {key: hashlib.sha256(content).hexdigest() for key, content in faces.items()}
    assert digests[400, True] == digests[400, False]
    assert digests[700, True] == digests[700, False]
    assert digests[400, False] != digests[700, False]


def test_a_variable_font_is_cut_to_one_weight() -> None:
    case = font_case(["zh-Hans"], {})
    cut = [face for face in case.faces() if face.family == "Noto Sans SC" and face.weight == 700]
    with TTFont(io.BytesIO(cut[0].content)) as font:
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == 700


def _with_nepali(campaign: Path) -> Path:
    """The base in Nepali, whose script is Devanagari, with a typeface in assets/fonts/."""
    config = campaign / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("[en, es]", "[en, ne]"), "utf-8")
    for translation in [*campaign.glob("content/*/*.es.md"), campaign / "config.es.yaml"]:
        translation.unlink()
    flyer = campaign / "content/print/flyer.ne.md"
    flyer.write_text(
        "---\ntitle: के तपाईंको बच्चाले बोर्ड पढ्न सक्छ?\nleading_words: जना, "
        '{{ windows("needs-glasses").total }} जनाको कक्षामा\n---\nहामी आँखा निःशुल्क जाँच्छौं।\n',
        "utf-8",
    )
    fonts = campaign / "assets/fonts"
    fonts.mkdir()
    for weight in ("Regular", "Bold"):
        file = Path(str(files("fontpkg_mukta"))) / f"files/Mukta-{weight}.ttf"
        (fonts / file.name).write_bytes(file.read_bytes())
    return campaign


def test_a_campaign_adds_a_typeface_for_a_script_that_handbill_lacks(tmp_path: Path) -> None:
    campaign = _with_nepali(copy_base(tmp_path))

    build(campaign, TODAY, Silence())

    with pikepdf.open(campaign / "output/site/ne/flyer.pdf") as pdf:
        pieces = list(pieces_of(pdf.pages[0]))
    headline = [piece for piece in pieces if "Mukta" in piece.font and piece.size > 30]
    assert headline
    assert {"Mukta-Bold"} == {piece.font.replace(" ", "-") for piece in headline}
    assert not (campaign / "output/site/assets").is_dir() or not list(
        (campaign / "output/site/assets").rglob("*.ttf")
    )


def test_latin_letters_inside_arabic_are_those_of_the_latin_typeface() -> None:
    families = font_case(["en", "ar"], {}).families("ar")
    assert families.index("IBM Plex Sans") < families.index("Almarai")


def test_a_typeface_that_has_latin_letters_keeps_its_own() -> None:
    assert font_case(["en", "ee"], {}).families("ee")[0] == "Fira Sans"


def test_white_space_and_what_is_not_seen_need_no_font() -> None:
    case = font_case(["en"], {})
    assert case.missing_characters("a\u2003b\u200b\u200e\u00ad\u2060\u2063\U000e0041\n\u2028") == ()


@pytest.mark.parametrize(("wanted", "cut"), [(1, 100), (100, 100), (900, 900), (1000, 900)])
def test_a_weight_past_a_variable_fonts_own_is_its_nearest(wanted: int, cut: int) -> None:
    (file,) = font_case(["zh-Hans"], {}).by_language["zh-Hans"].files
    with TTFont(io.BytesIO(file.at(wanted))) as font:
        assert font["OS/2"].usWeightClass == cut
