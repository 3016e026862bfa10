"""The pictures in docs/pictures/: the default campaign's page and flyer, as README shows them.

Run by `make pictures`, in the folder of a campaign that was built.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browsers import installed_browser

_SITE = Path("output/site").resolve()
_PICTURES = Path("docs/pictures")
_COLOURS = 64


def _save(picture: Image.Image, name: str) -> None:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").quantize(_COLOURS).save(_PICTURES / name, optimize=True)


def _page(name: str, address: str, width: int, height: int) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=installed_browser(),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        context = chromium.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto((_SITE / address).as_uri())
        page.screenshot(path=_PICTURES / name)
        chromium.close()
    with Image.open(_PICTURES / name) as picture:
        _save(picture, name)


def _flyer(name: str, address: str) -> None:
    with pypdfium2.PdfDocument(_SITE / address) as document:
        _save(document[0].render(scale=1).to_pil(), name)


if __name__ == "__main__":
    _PICTURES.mkdir(parents=True, exist_ok=True)
    _page("page.png", "index.html", 1280, 900)
    _page("phone.png", "es/index.html", 360, 780)
    _flyer("flyer.png", "flyer.pdf")
    _flyer("flyer-es.png", "es/flyer.pdf")
    _flyer("flyer-ar.png", "ar/flyer.pdf")
