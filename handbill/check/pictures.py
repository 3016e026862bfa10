"""Pictures: whether a file is what its name says."""

from __future__ import annotations

import io
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


def _is_svg(content: bytes) -> bool:
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - expat refuses entities that explode
    except (ElementTree.ParseError, ValueError, LookupError):
        return False
    return str(root.tag).rpartition("}")[2] == "svg"
