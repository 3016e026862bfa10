"""Photos as pages and paper show them: whole, upright, light, and without where they were taken."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageFile

from handbill.image_files import PictureError
from handbill.photos import HEAVIEST_PICTURE, photo
from handbill.pipeline import build
from handbill.progress import Silence
from handbill.read.campaign import read
from tests.command_line import run
from tests.conftest import TODAY
from tests.test_problems import as_text, copy_base

_LIES_ON_ITS_SIDE = 6
"""EXIF: the top of the scene is at the right of the pixels."""


def _saved(image: Image.Image, kind: str, **settings: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **settings)
    return file.getvalue()


def _noise(width: int = 300, height: int = 200) -> Image.Image:
    return Image.effect_noise((width, height), 80).convert("RGB")


def _exif(*, turned: bool = False, place: bool = False) -> Image.Exif:
    exif = Image.Exif()
    if turned:
        exif[0x112] = _LIES_ON_ITS_SIDE
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 26.0, 46.0)})
    return exif


def _heavy() -> bytes:
    """Above red, below blue, as the camera saw it; it lies on its side in the file."""
    seen = Image.new("RGB", (900, 1600), "red")
    seen.paste("blue", (0, 800, 900, 1600))
    seen = Image.blend(seen, _noise(900, 1600), 0.3)
    lying = seen.transpose(Image.Transpose.ROTATE_90)
    return _saved(lying, "JPEG", quality=95, exif=_exif(turned=True, place=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"])
def test_half_a_picture_is_none(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    whole = _saved(_noise(), kind)

    assert photo("assets/a.jpg", whole, ()).size == (300, 200)
    with pytest.raises(PictureError, match=r"there is no (whole )?picture in assets/a\.jpg"):
        photo("assets/a.jpg", whole[: len(whole) // 2], ())
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@pytest.mark.parametrize("content", [b"", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"])
def test_what_is_no_picture_starts_no_program(content: bytes) -> None:
    with pytest.raises(PictureError, match="there is no picture"):
        photo("assets/a.jpg", content, ())


def test_more_pixels_than_can_be_opened_are_told_at_once() -> None:
    content = _saved(Image.new("1", (20_000, 20_000)), "PNG")
    start = time.monotonic()
    with pytest.raises(PictureError, match="20,000 by 20,000 pixels"):
        photo("assets/a.png", content, ())
    assert time.monotonic() - start < 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_light_picture_is_shown_as_it_is_whatever_its_name_says(kind: str) -> None:
    content = _saved(Image.new("RGB", (1, 1), "red"), kind)
    shown = photo("assets/a.jpg", content, ())
    assert (shown.address, shown.page, shown.size, shown.done) == (
        "assets/a.jpg",
        content,
        (1, 1),
        "",
    )


@pytest.mark.parametrize(
    ("orientation", "size"),
    [
        *((orientation, (400, 300)) for orientation in (1, 2, 3, 4)),
        *((orientation, (300, 400)) for orientation in (5, 6, 7, 8)),
    ],
)
def test_a_turned_photo_has_the_size_at_which_it_is_seen(
    orientation: int, size: tuple[int, int]
) -> None:
    """EXIF 2.32, table 6."""
    exif = Image.Exif()
    exif[0x112] = orientation
    content = _saved(Image.new("RGB", (400, 300)), "JPEG", exif=exif)
    shown = photo("assets/a.jpg", content, ())
    assert (shown.size, shown.page) == (size, content)


def test_a_heavy_photo_becomes_light_and_upright_and_says_nothing_of_its_place() -> None:
    content = _heavy()
    shown = photo("assets/a.jpg", content, {"assets/a-small.jpg"})

    assert shown.address == "assets/a-small-small.jpg"
    assert len(content) > 2 * HEAVIEST_PICTURE > 2 * len(shown.page)
    assert shown.paper == shown.page
    assert shown.done.endswith("; the place where it was taken was removed from it")
    with Image.open(io.BytesIO(shown.page)) as image:
        assert image.size == shown.size
        assert image.height > image.width
        assert dict(image.getexif()) == {}
        above, below = (image.getpixel((image.width // 2, y)) for y in (10, image.height - 10))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > above[2]
    assert below[2] > below[0]
    assert photo("assets/a.jpg", content, ()).page == shown.page


def test_a_place_that_stands_in_xmp_alone_is_removed_too() -> None:
    plain = _saved(Image.new("RGB", (40, 30)), "JPEG")
    packet = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='41,5N'></x:xmpmeta>"
    segment = b"\xff\xe1" + (len(packet) + 2).to_bytes(2, "big") + packet
    shown = photo("assets/a.jpg", plain[:2] + segment + plain[2:], ())
    assert shown.done == "the place where it was taken was removed from it"
    assert b"GPSLatitude" not in shown.page


def test_a_light_photo_says_nothing_of_its_place_either() -> None:
    content = _saved(Image.new("RGB", (40, 30)), "JPEG", exif=_exif(place=True))
    shown = photo("assets/a.jpg", content, ())
    assert shown.done == "the place where it was taken was removed from it"
    with Image.open(io.BytesIO(shown.page)) as image:
        assert dict(image.getexif()) == {}


def test_a_heavy_logo_keeps_what_shows_through_it() -> None:
    logo = _noise(900, 900).convert("RGBA")
    logo.paste((0, 0, 0, 0), (0, 0, 450, 900))
    shown = photo("assets/a.png", _saved(logo, "PNG"), ())
    assert shown.address == "assets/a-small.png"
    assert len(shown.page) <= HEAVIEST_PICTURE
    with Image.open(io.BytesIO(shown.page)) as image:
        alpha = image.convert("RGBA").getchannel("A")
        assert [alpha.getpixel((x, 5)) for x in (5, image.width - 5)] in ([0, 254], [0, 255])


@pytest.mark.parametrize(
    ("image", "kind", "colour"),
    [
        # 30,000 of 65,535 is 117 of 255.
        (Image.new("I;16", (9, 9), 30_000), "PNG", (117, 117, 117)),
        (Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG", (254, 0, 0)),
        (Image.new("RGB", (9, 9), (255, 0, 0)), "TIFF", (255, 0, 0)),
        (Image.new("RGB", (9, 9), (255, 0, 0)), "BMP", (255, 0, 0)),
    ],
)
def test_what_browsers_and_paper_show_otherwise_is_made_plain(
    image: Image.Image, kind: str, colour: tuple[int, int, int]
) -> None:
    shown = photo("assets/a.jpg", _saved(image, kind), ())
    with Image.open(io.BytesIO(shown.page)) as plain:
        assert (plain.format, plain.mode) in {("PNG", "L"), ("PNG", "RGB"), ("JPEG", "RGB")}
        found = plain.convert("RGB").getpixel((4, 4))
    assert isinstance(found, tuple)
    assert all(abs(a - b) <= 1 for a, b in zip(found, colour, strict=True))


def test_a_webp_does_not_grow_on_paper() -> None:
    content = _saved(_noise(), "WEBP")
    shown = photo("assets/a.webp", content, ())
    assert shown.page == content
    assert shown.paper.startswith(b"\xff\xd8")  # a JPEG
    assert len(shown.paper) < 2 * len(content)


def test_a_campaign_with_photos_shows_them_small_and_links_to_them_as_they_are(
    tmp_path: Path,
) -> None:
    campaign = copy_base(tmp_path)
    heavy = _heavy()
    (campaign / "assets/lamp.jpg").write_bytes(heavy)
    wide = _saved(Image.new("RGB", (4032, 3024), (0, 90, 200)), "GIF")
    (campaign / "assets/wide.gif").write_bytes(wide)
    text = (
        "---\ntitle: A\npdf: policy\n---\n## A\n\nCall 555-0150. {}\n\n![Wide](assets/wide.gif)\n"
    )
    text = text.format("[The photo](assets/lamp.jpg)\n\n![A lamp](assets/lamp.jpg)")
    for name in ("a.md", "a.es.md"):
        record = "reviewed_by: A\nreviewed_on: 2026-11-20\n" if ".es" in name else ""
        words = text.replace("pdf: policy\n", "") if record else text
        written = words.replace("title: A\n", f"title: A\n{record}")
        (campaign / "content/pages" / name).write_text(written, "utf-8")

    built = build(campaign, TODAY, Silence(), strict=True)

    site = campaign / "output/site"
    small = (site / "assets/lamp-small.jpg").read_bytes()
    assert as_text(built.warnings) == (
        f"assets/lamp.jpg: note: {len(heavy) / 1000:.0f} KB was made {len(small) / 1000:.0f} KB "
        "for pages and paper; the place where it was taken was removed from it\n"
    )
    assert (site / "assets/lamp.jpg").read_bytes() == heavy
    assert (site / "assets/wide.gif").read_bytes() == wide
    page = (site / "a.html").read_text("utf-8")
    assert 'href="assets/lamp.jpg"' in page
    assert 'src="assets/lamp-small.jpg"' in page
    with pypdfium2.PdfDocument(site / "a.pdf") as paper:
        found = [
            (sheet.get_size(), thing.get_bounds())
            for sheet in paper
            for thing in sheet.get_objects([3])  # FPDF_PAGEOBJ_IMAGE
        ]
    assert len(found) == 2
    for (width, height), (left, bottom, right, top) in found:
        assert 72 <= left < right <= width - 72 + 0.1
        assert 36 <= bottom < top <= height - 36


def test_a_note_is_printed_and_fails_nothing(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path)
    (campaign / "assets/lamp.jpg").write_bytes(_heavy())
    for name, words in (("index", "A lamp"), ("index.es", "Una lámpara")):
        page = campaign / f"content/pages/{name}.md"
        page.write_text(f"{page.read_text('utf-8')}\n\n![{words}](assets/lamp.jpg)\n", "utf-8")

    told = run("check", "-C", campaign, "--strict")
    quiet = run("check", "-C", campaign, "--strict", "--quiet")
    on_github = run("check", "-C", campaign, GITHUB_ACTIONS="true")

    assert (told.status, quiet.status) == (0, 0)
    assert told.err.startswith("assets/lamp.jpg: note: ")
    assert "warning" not in told.out + told.err
    assert quiet.err == quiet.out == ""
    assert "::notice file=" in on_github.out


def test_pictures_that_have_not_changed_are_not_looked_at_again(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path)
    first, _ = read(campaign)
    assert first is not None
    again, _ = read(campaign, first)
    assert again is not None
    assert again.pictures["assets/logo.svg"] is first.pictures["assets/logo.svg"]

    (campaign / "assets/logo.svg").write_bytes(first.assets["assets/logo.svg"] + b"\n")
    changed, _ = read(campaign, first)
    assert changed is not None
    assert changed.pictures["assets/logo.svg"] != first.pictures["assets/logo.svg"]
