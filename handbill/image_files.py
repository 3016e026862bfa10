"""Image files: whether they are what their names say, and how large they are."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree


def is_readable(path: str, content: bytes) -> bool:
    """Whether a browser and a printer will find a picture in a file."""
    if path.lower().endswith(".svg"):
        return _is_svg(content)
    from PIL import Image  # noqa: PLC0415 - only where there is a picture

    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
    except Exception:
        return False  # Pillow raises what its decoders raise, which is anything
    return True


def unreadable(path: str) -> tuple[str, str]:
    """What to say of a file in which there is no picture."""
    return f"there is no picture in {path}", "open it in a drawing program, and save it again"


def size_of(path: str, content: bytes) -> tuple[int, int] | None:
    """The width and the height of a picture in pixels; None where it does not say."""
    if path.lower().endswith(".svg"):
        return _size_of_svg(content)
    from PIL import Image  # noqa: PLC0415 - only where there is a picture

    try:
        with Image.open(io.BytesIO(content)) as image:
            return image.size
    except Exception:
        return None  # Pillow raises what its decoders raise, which is anything


def _size_of_svg(content: bytes) -> tuple[int, int] | None:
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


def _is_svg(content: bytes) -> bool:
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - expat refuses entities that explode
    except (ElementTree.ParseError, ValueError, LookupError):
        return False
    return str(root.tag).rpartition("}")[2] == "svg"
