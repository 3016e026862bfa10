"""The default campaign: what `make` leaves in output/site/."""

from __future__ import annotations

from tests.conftest import Site

LANGUAGES = {"es": "Español", "ar": "العربية", "zh-Hans": "简体中文", "vi": "Tiếng Việt"}


def test_each_language_has_its_pages_and_a_flyer(default_site: Site) -> None:
    for folder in ("", *(f"{language}/" for language in LANGUAGES)):
        for name in (
            "index.html",
            "help.html",
            "policy.html",
            "sources.html",
            "flyer.pdf",
            "policy.pdf",
        ):
            assert (default_site.folder / folder / name).is_file()


def test_its_only_doubt_is_that_its_translations_are_drafts(default_site: Site) -> None:
    said = [problem.message for problem in default_site.built.warnings]
    assert said == [
        f"nobody has reviewed 24 of 24 translations into {name} ({language})"
        for language, name in LANGUAGES.items()
    ]
