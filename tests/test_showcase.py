"""What the preview shows, and below which path of its server."""

from __future__ import annotations

import pytest

from handbill.preview.server import _address_of, _content_type
from handbill.preview.showcase import Showcase
from handbill.preview.watch import _is_read
from handbill.problems import Place, error

WRONG = (error(Place("config.yaml", 1), "wrong"),)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/gap", "/gap/"),
        ("https://example.org/a/b/", "/a/b/"),
        ("https://example.org/%C3%B1/", "/ñ/"),
    ],
)
def test_the_site_stands_below_the_path_that_it_has_on_the_web(url: str, base: str) -> None:
    showcase = Showcase()
    showcase.show({}, url)
    assert showcase.shown.base == base


def test_a_mark_changes_with_its_file_alone() -> None:
    showcase = Showcase()
    showcase.show({"a.html": b"1", "b.html": b"1"}, "https://example.org")
    before = showcase.shown
    showcase.show({"a.html": b"2", "b.html": b"1"}, "https://example.org")
    after = showcase.shown
    assert before.mark("a.html") != after.mark("a.html")
    assert before.mark("b.html") == after.mark("b.html") != ""
    assert after.mark("c.html") == ""


def test_each_change_has_a_number_and_what_is_the_same_is_none() -> None:
    showcase = Showcase()
    showcase.tell(WRONG)
    showcase.tell(WRONG)
    assert (showcase.shown.number, showcase.shown.problems) == (1, WRONG)
    showcase.show({"a.html": b"1"}, "https://example.org")
    assert (showcase.shown.number, showcase.shown.problems) == (2, WRONG)
    showcase.tell(())
    assert (showcase.shown.number, dict(showcase.shown.files)) == (3, {"a.html": b"1"})
    assert showcase.wait(2, 0).number == 3


def test_a_page_is_viewed_until_the_last_browser_leaves_it() -> None:
    showcase = Showcase()
    with showcase.viewing("a.html"):
        with showcase.viewing("a.html"):
            pass
        assert showcase.viewed == {"a.html"}
    assert showcase.viewed == frozenset()


@pytest.mark.parametrize(
    ("path", "address"),
    [("", "index.html"), ("es/", "es/index.html"), ("es/help.html", "es/help.html")],
)
def test_a_folder_is_its_index(path: str, address: str) -> None:
    assert _address_of(path) == address


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("embed/en.txt", "text/plain; charset=utf-8"),
        ("flyer.pdf", "application/pdf"),
        ("logo.svg", "image/svg+xml"),
        ("flyer.webp", "image/webp"),
        ("what", "application/octet-stream"),
    ],
)
def test_a_file_is_given_out_as_what_it_is(address: str, kind: str) -> None:
    assert _content_type(address) == kind


@pytest.mark.parametrize(
    ("path", "is_read"),
    [
        ("config.yaml", True),
        ("config.es.yaml", True),
        ("content/pages/index.md", True),
        ("layouts/words/en.yaml", True),
        ("assets/logo.svg", True),
        ("content", True),
        ("content/pages/index.md~", False),
        ("content/pages/.index.md.swp", False),
        ("content/pages/2026.md", True),
        ("content/pages/#1.md", True),
        *(
            (f"content/pages/{name}", False)
            for name in (
                *(".#index.md", "#index.md#", "4913", "index.md.swp", "sedAb3x9Z", "index.md.tmp"),
                *("index.md___jb_tmp___", "~$index.md", "index.md.sb-1a2b3c4d-Xy12z", "x.md.bak"),
            )
        ),
        ("content/.git/HEAD", False),
        (".config.yaml", False),
        ("notes.md", False),
        ("config.txt", False),
        ("drafts/config.yaml", False),
        ("output/site/index.html", False),
    ],
)
def test_only_what_a_build_reads_is_followed(path: str, is_read: bool) -> None:
    assert _is_read(path) is is_read
