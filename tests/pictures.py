"""The pictures in docs/pictures/: the default campaign's page and flyers, and what a text can hold.

Run by `make pictures`, in the folder of a campaign that was built.
"""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

from handbill.pipeline import build
from handbill.progress import Silence
from tests.browsers import installed_browser, with_a_phones_typefaces

_SITE = Path("output/site").resolve()
_MEALS = Path(__file__).parent / "summer-meals"
_DAY = datetime.date(2026, 11, 23)
_PICTURES = Path("docs/pictures")
_COLOURS = 96
_HEIGHT = 720
_GAP = 24
_GROUND, _BORDER = "#E9EBF0", "#9AA3B5"


def _page(
    chromium: Browser, address: Path, width: int, height: int, beginning: str = "main"
) -> Image.Image:
    """A page as a browser shows it, from where something begins."""
    page = chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.goto(address.as_uri())
    page.evaluate("what => document.querySelector(what).scrollIntoView()", beginning)
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _sheet(address: Path) -> Image.Image:
    with pypdfium2.PdfDocument(address) as document:
        picture: Image.Image = document[0].render(scale=2).to_pil()
        return picture.convert("RGB")


def _as_high_as_the_others(picture: Image.Image) -> Image.Image:
    width = round(picture.width * _HEIGHT / picture.height)
    scaled = picture.resize((width, _HEIGHT), Image.Resampling.LANCZOS)
    return ImageOps.expand(scaled, 2, _BORDER)


def _save_side_by_side(pictures: Sequence[Image.Image], name: str) -> None:
    shown = [_as_high_as_the_others(picture) for picture in pictures]
    width = sum(picture.width + _GAP for picture in shown) + _GAP
    whole = Image.new("RGB", (width, shown[0].height + 2 * _GAP), _GROUND)
    left = _GAP
    for picture in shown:
        whole.paste(picture, (left, _GAP))
        left += picture.width + _GAP
    _PICTURES.mkdir(parents=True, exist_ok=True)
    whole.quantize(_COLOURS).save(_PICTURES / name, optimize=True)


def _campaign(chromium: Browser) -> Sequence[Image.Image]:
    return (
        _page(chromium, _SITE / "index.html", 1280, 1100, "body"),
        _page(chromium, _SITE / "es/index.html", 360, 640, "body"),
        _sheet(_SITE / "flyer.pdf"),
        _sheet(_SITE / "ar/flyer.pdf"),
    )


def _set_apart(chromium: Browser, folder: Path) -> Sequence[Image.Image]:
    shutil.copytree(_MEALS, folder)
    build(folder, _DAY, Silence())
    site = folder / "output/site"
    steps = "section:has(.pictured)"
    return (
        _page(chromium, site / "index.html", 720, 1000, steps),
        _page(chromium, site / "ar/index.html", 720, 1000, steps),
        _sheet(site / "rules.pdf"),
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=installed_browser(),
            args=["--no-sandbox", "--disable-background-networking"],
            env=with_a_phones_typefaces(Path(folder)),
        )
        _save_side_by_side(_campaign(chromium), "campaign.png")
        _save_side_by_side(_set_apart(chromium, Path(folder) / "meals"), "set-apart.png")
        chromium.close()
