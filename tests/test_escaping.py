"""A text with every character that HTML reserves, followed to each place where it is printed."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
import tinyhtml5

from tests.conftest import BuildSite, Site

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPED = """A & B <c> "d" 'e' &copy"""
SET = "A & B <c> “d” ‘e’ &copy"  # noqa: RUF001 - as it is printed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> Site:
    folder = shutil.copytree(SMALL_CAMPAIGN, tmp_path_factory.mktemp("escaping") / "campaign")

    def change(path: str, old: str, new: str) -> None:
        text = (folder / path).read_text("utf-8")
        assert text.count(old) == 1, (path, old)
        (folder / path).write_text(text.replace(old, new), "utf-8")

    quoted = "'" + TYPED.replace("'", "''") + "'"
    change("config.yaml", "name: Brant Lake Health Office", f"name: {quoted}")
    change("config.yaml", "name: Dee O'Shea & Team", f"name: {quoted}")
    for document in ("pages/index", "print/flyer"):
        text = (folder / f"content/{document}.md").read_text("utf-8")
        title = "title: Radon hides. A test finds it."
        assert title in text
        text = text.replace(title, 'title: "{{ district.name }} hides."')
        text = re.sub("description: .*", 'description: "By {{ district.name }}."', text, count=1)
        text = text.replace("\n## ", "\nFrom {{ district.name }}.\n\n## ", 1)
        (folder / f"content/{document}.md").write_text(text, "utf-8")
    change(
        "content/pages/about.md",
        "![A drop of water](assets/drop.svg)",
        "![A drop by {{ district.name }}](assets/drop.svg)",
    )
    return build_site(folder)


def _texts(html: str, tag: str) -> list[str]:
    tree = tinyhtml5.parse(html)
    return [" ".join("".join(element.itertext()).split()) for element in tree.iter(XHTML + tag)]


def _described(html: str) -> list[str | None]:
    metas = tinyhtml5.parse(html).iter(f"{XHTML}meta")
    return [meta.get("content") for meta in metas if meta.get("name") == "description"]


def test_it_is_right_in_the_title_and_the_headline(site: Site) -> None:
    page = site.page("index.html")
    assert _texts(page, "title") == [f"{SET} hides. · {SET}"]
    assert _texts(page, "h1") == [f"{SET} hides."]


def test_it_is_right_in_an_attribute(site: Site) -> None:
    assert _described(site.page("index.html")) == [f"By {SET}."]
    images = tinyhtml5.parse(site.page("about.html")).iter(f"{XHTML}img")
    assert f"A drop by {SET}" in [image.get("alt") for image in images]


def test_it_is_right_in_a_text(site: Site) -> None:
    assert f"From {SET}." in _texts(site.page("index.html"), "p")


def test_it_makes_no_element_anywhere(site: Site) -> None:
    for page in site.folder.rglob("*.html"):
        assert list(tinyhtml5.parse(page.read_text("utf-8")).iter(f"{XHTML}c")) == []


def test_it_is_right_in_the_pdfs_title_author_and_subject(site: Site) -> None:
    with pikepdf.open(io.BytesIO((site.folder / "flyer.pdf").read_bytes())) as pdf:
        assert str(pdf.docinfo["/Title"]) == f"{SET} hides."
        assert str(pdf.docinfo["/Author"]) == SET
        assert str(pdf.docinfo["/Subject"]) == f"By {SET}."


def test_it_is_right_in_a_pictures_alternative_on_paper(site: Site) -> None:
    with pikepdf.open(io.BytesIO((site.folder / "flyer.pdf").read_bytes())) as pdf:
        alternatives = {
            str(one["/Alt"])
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        }
    assert SET in alternatives
