"""The picture in docs/pictures/: the default campaign's page and flyers, as README shows them.

Run by `make pictures`, in the folder of a campaign that was built.
"""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

from tests.browsers import installed_browser, with_a_phones_typefaces

_SITE = Path("output/site").resolve()
_PICTURE = Path("docs/pictures/campaign.png")
_COLOURS = 96
_HEIGHT = 720
_GAP = 24
_GROUND, _BORDER = "#E9EBF0", "#9AA3B5"


def _page(chromium: Browser, address: str, width: int, height: int) -> Image.Image:
    page = chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.goto((_SITE / address).as_uri())
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _flyer(address: str) -> Image.Image:
    with pypdfium2.PdfDocument(_SITE / address) as document:
        picture: Image.Image = document[0].render(scale=2).to_pil()
        return picture.convert("RGB")


def _as_high_as_the_others(picture: Image.Image) -> Image.Image:
    width = round(picture.width * _HEIGHT / picture.height)
    scaled = picture.resize((width, _HEIGHT), Image.Resampling.LANCZOS)
    return ImageOps.expand(scaled, 2, _BORDER)


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    shown = [_as_high_as_the_others(picture) for picture in pictures]
    width = sum(picture.width + _GAP for picture in shown) + _GAP
    whole = Image.new("RGB", (width, shown[0].height + 2 * _GAP), _GROUND)
    left = _GAP
    for picture in shown:
        whole.paste(picture, (left, _GAP))
        left += picture.width + _GAP
    return whole


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=installed_browser(),
            args=["--no-sandbox", "--disable-background-networking"],
            env=with_a_phones_typefaces(Path(folder)),
        )
        pictures = [
            _page(chromium, "index.html", 1280, 1100),
            _page(chromium, "es/index.html", 360, 640),
            _flyer("flyer.pdf"),
            _flyer("ar/flyer.pdf"),
        ]
        chromium.close()
    _PICTURE.parent.mkdir(parents=True, exist_ok=True)
    _side_by_side(pictures).quantize(_COLOURS).save(_PICTURE, optimize=True)
