"""Photos and other pictures of pixels, as pages and paper can show them: light, upright, plain."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Container
from typing import TYPE_CHECKING

from handbill.image_files import Picture, opened

if TYPE_CHECKING:
    from PIL import Image

HEAVIEST_PICTURE = 100_000
"""Bytes that a phone with almost no data can spare for one picture: seven times what a landing
page may weigh, and two thirds of what a sheet for families may (`page_budget`, HEAVIEST_SHEET)."""
_STEPS = ((1280, 80), (1280, 65), (960, 70), (960, 55), (720, 60), (480, 60), (320, 60))
"""The longest side and the quality of a JPEG, from fine to light. 1,280 pixels are twice a
phone's or a column's 640, and 170 dots an inch where a picture is as wide as a letter sheet."""
_FINE = 85
_SHOWN_ALIKE = {"1", "L", "LA", "P", "RGB", "RGBA"}
_SHOWN_BY_BROWSERS = {"PNG", "JPEG", "MPO", "GIF", "WEBP"}
_GPS = 0x8825
_ORIENTATION = 0x112


def photo(path: str, content: bytes, taken: Container[str]) -> Picture:
    """What pages and paper show of a picture of pixels; a light and plain one is shown as it is.

    `taken` are addresses at which other files stand. Raises PictureError.
    """
    with opened(path, content) as image:
        place = _tells_a_place(image, content)
        heavy = len(content) > HEAVIEST_PICTURE
        if not heavy and not place and _is_plain(image):
            width, height = _upright_size(image)
            return Picture(path, content, _for_paper(image, content), (width, height))
        made, size, suffix = _remade(image)
        done = _done(image, content, made, place=place, heavy=heavy)
        return Picture(_address(path, suffix, taken), made, made, size, done)


def _done(image: Image.Image, content: bytes, made: bytes, *, place: bool, heavy: bool) -> str:
    """What was changed, in the words of a note."""
    parts = []
    if heavy:
        still = ", and stands still" if getattr(image, "is_animated", False) else ""
        weights = f"{_weight(len(content))} was made {_weight(len(made))}"
        parts.append(f"{weights} for pages and paper{still}")
    if place:
        parts.append("the place where it was taken was removed from it")
    return "; ".join(parts)


def _weight(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def _address(path: str, suffix: str, taken: Container[str]) -> str:
    """A name of its own: a link to the file itself still leads to what was given."""
    name = posixpath.splitext(path)[0]
    while True:
        name += "-small"
        if name + suffix not in taken:
            return name + suffix


def _is_plain(image: Image.Image) -> bool:
    """Whether browsers and WeasyPrint show a picture alike."""
    return image.format in _SHOWN_BY_BROWSERS and image.mode in _SHOWN_ALIKE


def _for_paper(image: Image.Image, content: bytes) -> bytes:
    """WeasyPrint writes the pixels of a WebP one by one, which is many times its weight."""
    if image.format == "WEBP" and not _is_clear(image):
        return _jpeg(image.convert("RGB"), _FINE)
    return content


def _tells_a_place(image: Image.Image, content: bytes) -> bool:
    return bool(image.getexif().get_ifd(_GPS)) or b"exif:GPSLatitude" in content


def _upright_size(image: Image.Image) -> tuple[int, int]:
    """The sides as they are shown (EXIF: from 5 on, a picture lies on its side)."""
    width, height = image.size
    turned = image.getexif().get(_ORIENTATION, 1) in range(5, 9)
    return (height, width) if turned else (width, height)


def _remade(image: Image.Image) -> tuple[bytes, tuple[int, int], str]:
    """A picture without all that is not seen, as a JPEG, or as a PNG where that is light."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - only where there is a picture

    lossless = image.format not in {"JPEG", "MPO", "WEBP", "AVIF"}
    upright = ImageOps.exif_transpose(_in_rgb(image))
    clear = upright.mode == "RGBA"
    for side, quality in _STEPS:
        fitted = upright.copy()
        fitted.thumbnail((side, side), Image.Resampling.LANCZOS)
        if clear:
            made, suffix = _png(fitted.quantize(method=Image.Quantize.FASTOCTREE)), ".png"
        else:
            made, suffix = _jpeg(fitted, quality), ".jpg"
        if lossless and side == _STEPS[0][0] and len(flat := _png(fitted)) <= HEAVIEST_PICTURE:
            made, suffix = flat, ".png"
        if len(made) <= HEAVIEST_PICTURE:
            break
    return made, fitted.size, suffix


def _in_rgb(image: Image.Image) -> Image.Image:
    """A picture in the colours of screens, of 8 bits, with its transparency where it has some."""
    if image.mode.startswith("I") or image.mode == "F":
        return _of_8_bits(image)
    if _is_clear(image):
        return image.convert("RGBA")
    return _in_srgb(image) or image.convert("RGB")


def _of_8_bits(image: Image.Image) -> Image.Image:
    """A grey picture of 16 bits or more; its 65,536 shades become 256."""
    deep = float(str(image.getextrema()[1])) > 255
    return image.convert("F").point(lambda shade: shade * (1 / 257 if deep else 1)).convert("L")


def _is_clear(image: Image.Image) -> bool:
    """Whether something shows through a picture."""
    if not image.has_transparency_data:
        return False
    lowest = image.convert("RGBA").getchannel("A").getextrema()[0]
    return int(str(lowest)) < 255


def _in_srgb(image: Image.Image) -> Image.Image | None:
    """A picture by its colour profile; None where it has none that can be used."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return None
    from PIL import ImageCms  # noqa: PLC0415 - only where there is a profile

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    if made is not None and _ORIENTATION in image.getexif():
        made.getexif()[_ORIENTATION] = image.getexif()[_ORIENTATION]
    return made


def _jpeg(image: Image.Image, quality: int) -> bytes:
    made = io.BytesIO()
    image.save(made, "JPEG", quality=quality, optimize=True, progressive=True, exif=b"")
    return made.getvalue()


def _png(image: Image.Image) -> bytes:
    made = io.BytesIO()
    bare = image.copy()
    bare.info = {k: v for k, v in image.info.items() if k == "transparency"}
    bare.save(made, "PNG", optimize=True)
    return made.getvalue()
