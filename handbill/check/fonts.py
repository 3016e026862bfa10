"""The typefaces: one for each language that is printed, and files that are fonts."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.fonts import OWN_FONTS, FontCase, is_own_font, is_readable_font, suggestion
from handbill.languages import Language
from handbill.problems import Place, Problem, error


def check_fonts(campaign: Campaign, fonts: FontCase) -> Iterator[Problem]:
    """Languages whose flyers no font here can print, and files that are no fonts."""
    for path, content in campaign.assets.items():
        if is_own_font(path) and not is_readable_font(content):
            says = "this file cannot be read as a font"
            yield error(Place(path), says, "put a TrueType or OpenType font (.ttf, .otf) here")
    for number, code in enumerate(campaign.languages):
        if campaign.prints and code not in fonts.by_language:
            language = Language(code)
            says = (
                f"no font here can print {language.name} ({code}), "
                f"which is written in the {language.script_name} script"
            )
            hint = f"put one that can into {OWN_FONTS}, regular and bold: {suggestion(language)}"
            yield error(campaign.config.place("languages", number), says, hint)
