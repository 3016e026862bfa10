"""Which address of the site a link names, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest

from handbill.outside import unreachable
from handbill.plan import Artifact, Kind, absolute, own_address, relative

URL = "https://x.org/gap"


def _artifact(kind: Kind, address: str) -> Artifact:
    document: Any = None
    return Artifact(document, kind, ("en",), address)


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("help.html", "es/help.html"),
        ("help.html#free", "es/help.html"),
        ("help.html?from=flyer", "es/help.html"),
        ("help.html?from=flyer#free", "es/help.html"),
        ("../flyer.pdf", "flyer.pdf"),
        ("#free", "es/index.html"),
        ("?again", "es/index.html"),
        ("https://x.org/gap/help.html", None),
        ("tel:555-0142", None),
        ("//x.org/gap", None),
    ],
)
def test_a_page_names_its_neighbours(href: str, address: str | None) -> None:
    assert own_address(_artifact(Kind.PAGE, "es/index.html"), href, URL) == address


@pytest.mark.parametrize("url", [URL, f"{URL}/"])
@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://x.org/gap/", "index.html"),
        ("https://x.org/gap/es/", "es/index.html"),
        ("https://x.org/gap/help.html", "help.html"),
        ("https://x.org/gap/help.html#free", "help.html"),
        ("https://x.org/gap/help.html?from=flyer", "help.html"),
        ("https://x.org/gap/help.html?from=flyer#free", "help.html"),
        ("https://y.org/gap/help.html", None),
        ("#free", None),
    ],
)
def test_paper_and_other_sites_name_the_whole_address(
    href: str, address: str | None, url: str
) -> None:
    for kind in (Kind.PRINT, Kind.EMBED):
        assert own_address(_artifact(kind, "flyer.pdf"), href, url) == address


@pytest.mark.parametrize("url", [URL, f"{URL}/"])
@pytest.mark.parametrize(
    ("href", "address"),
    [("/gap/help.html?x#y", "help.html"), ("/gap/", "index.html"), ("/help.html", None)],
)
def test_the_page_for_addresses_where_nothing_is_begins_at_the_root(
    href: str, address: str | None, url: str
) -> None:
    assert own_address(_artifact(Kind.NOT_FOUND, "404.html"), href, url) == address


def test_a_final_slash_of_the_url_is_not_doubled() -> None:
    assert absolute("https://x.org/gap/", "es/index.html") == "https://x.org/gap/es/"
    assert absolute("https://x.org/gap", "flyer.pdf") == "https://x.org/gap/flyer.pdf"


@pytest.mark.parametrize(
    ("start", "target", "link"),
    [
        ("index.html", "flyer.pdf", "flyer.pdf"),
        ("es/index.html", "flyer.pdf", "../flyer.pdf"),
        ("es/index.html", "es/help.html", "help.html"),
        ("index.html", "es/help.html", "es/help.html"),
    ],
)
def test_a_link_leads_from_one_address_to_another(start: str, target: str, link: str) -> None:
    assert relative(start, target) == link


@pytest.mark.parametrize("href", ["mailto:help@example.org", "MAILTO:help@example.org"])
def test_a_scheme_may_be_written_in_capitals(href: str) -> None:
    assert unreachable(href) is None
    assert unreachable(href.replace("@", " at ")) is not None
