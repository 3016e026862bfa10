"""Image files: what they are, and what of them a page and a sheet of paper show."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from PIL import Image

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
"""How the names of pictures end that browsers show."""
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
"""What Pillow may try to read: none of its decoders that start another program."""
_MOST_PIXELS = 120_000_000
"""The largest photos of phones have 108 million; decoded, this is 360 MB of memory."""
_HEIC = re.compile(rb"ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)")
_SAVE_AGAIN = "open it in a drawing program, and save it again"
_AS_JPEG = "save it as a JPEG; where it came from a phone, send it to yourself by mail as a JPEG"
_SMALLER = "make it smaller: 4,000 pixels at its longest side are plenty"


class PictureError(Exception):
    """A file in which there is no picture that can be shown: what is wrong, and a hint."""

    def __init__(self, says: str, hint: str) -> None:
        super().__init__(says)
        self.says, self.hint = says, hint


@dataclass(frozen=True)
class Picture:
    """What the site and the press show of a file.

    `address` is where it stands in the site; `page` and `paper` are its bytes there; `size` is
    its width and its height as it is shown (pixels), where it says so. `done` says what was
    changed, where that matters to whoever gave the file. `flaw` says what it has that paper
    cannot show as a page does.
    """

    address: str
    page: bytes
    paper: bytes
    size: tuple[int, int] | None
    done: str = ""
    flaw: str = ""


@contextlib.contextmanager
def opened(path: str, content: bytes) -> Iterator[Image.Image]:
    """A file's picture, decoded to its last byte. Raises PictureError where it is not whole."""
    from PIL import Image  # noqa: PLC0415 - only where there is a picture

    if _HEIC.match(content[4:12]):
        raise PictureError(f"{path} is a HEIC picture, which browsers do not show", _AS_JPEG)
    with _strictly():
        try:
            image = Image.open(io.BytesIO(content), formats=_FORMATS)
        except Exception:  # Pillow raises what its decoders raise, which is anything
            raise PictureError(f"there is no picture in {path}", _SAVE_AGAIN) from None
        with image:
            width, height = image.size
            if width * height > _MOST_PIXELS:
                says = f"{path} has {width:,} by {height:,} pixels, more than can be opened here"
                raise PictureError(says, _SMALLER)
            try:
                _decode(image)
                with Image.open(io.BytesIO(content), formats=_FORMATS) as again:
                    again.verify()
            except Exception:
                says = f"there is no whole picture in {path}"
                hint = f"a part of the file is missing: copy it again, or {_SAVE_AGAIN}"
                raise PictureError(says, hint) from None
            yield image


def _decode(image: Image.Image) -> None:
    """Every frame of it, as far as they fit into what one picture may have."""
    frames = getattr(image, "n_frames", 1) if image.format in {"GIF", "WEBP"} else 1
    most = _MOST_PIXELS // (image.width * image.height)
    for frame in range(1, min(frames, most)):
        image.seek(frame)
        image.load()
    image.seek(0)
    image.load()


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Pillow refuses what is cut off, which WeasyPrint allows it for the whole process.

    Its own limit of pixels is left aside: `opened` has one that is told.
    """
    from PIL import Image, ImageFile  # noqa: PLC0415 - only where there is a picture

    before = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes and of metadata: both are looked at here
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before


def size_of_svg(content: bytes) -> tuple[int, int] | None:
    """What its view box says, or else its own width and height (SVG 2, 7.2 and 8.2)."""
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - expat refuses entities that explode
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    numbers = re.findall(r"-?[\d.]+(?:e-?\d+)?", root.get("viewBox", ""))
    sides = numbers[2:] if len(numbers) == 4 else [root.get("width", ""), root.get("height", "")]
    try:
        width, height = (round(float(side.removesuffix("px"))) for side in sides)
    except (ValueError, OverflowError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def drawing_in(path: str, content: bytes) -> ElementTree.Element:
    """The root of an SVG. Raises PictureError where a file is none."""
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - expat refuses entities that explode
    except (ElementTree.ParseError, ValueError, LookupError):
        root = None
    if root is None or str(root.tag).rpartition("}")[2] != "svg":
        raise PictureError(f"there is no picture in {path}", _SAVE_AGAIN)
    return root
