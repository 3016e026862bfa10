"""The default campaign: what `make` leaves in output/site/."""

from __future__ import annotations

from tests.conftest import Site


def test_each_language_has_a_page_and_a_flyer(default_site: Site) -> None:
    for name in ("index.html", "es/index.html", "flyer.pdf", "es/flyer.pdf"):
        assert (default_site.folder / name).is_file()


def test_it_has_no_problems(default_site: Site) -> None:
    assert default_site.built.warnings == ()
