"""The browser that tests and measurements drive: one that is installed, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{folders}
<cachedir>{cache}</cachedir>{system}</fontconfig>"""
_SYSTEM = """<match target="pattern"><test name="family"><string>{name}</string></test>
<edit name="family" mode="prepend" binding="strong"><string>IBM Plex Sans</string></edit></match>"""
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


@lru_cache
def installed_browser() -> str | None:
    """The command of a Chromium that works; None where setup/install.sh installed Playwright's.

    Ubuntu's commands are stubs of a snap, which cannot read the folders that tests write to.
    """
    return _first_that_works(_NAMES)


def with_a_phones_typefaces(folder: Path) -> dict[str, str | float | bool]:
    """The environment of a browser whose typefaces are about as wide as a phone's, in each script.

    Its settings are written to a folder.
    """
    packages = ("fontpkg_ibm_plex_sans", "fontpkg_almarai", "justmytype_intl_cjk")
    folders = "".join(f"<dir>{files(name)}</dir>" for name in packages)
    system = "".join(_SYSTEM.format(name=name) for name in ("system-ui", "sans-serif"))
    settings = folder / "fonts.conf"
    settings.write_text(_FONTS.format(folders=folders, cache=folder / "cache", system=system))
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def _first_that_works(names: Iterable[str]) -> str | None:
    found = (path for name in names if (path := shutil.which(name)))
    return next((path for path in found if _works(path)), None)


def _works(command: str) -> bool:
    told = subprocess.run([command, "--version"], check=False, capture_output=True, text=True)
    return told.returncode == 0 and not told.stdout.rstrip().endswith("snap")


def whole_browser() -> str:
    """The command of a Chromium, with its windows where there is one: what Lighthouse measures."""
    if found := _first_that_works(sorted(_NAMES, key=lambda name: name.endswith("-shell"))):
        return found
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
