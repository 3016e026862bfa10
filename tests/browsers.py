"""The browser that tests and measurements drive: one that is installed, or Playwright's own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import lru_cache

from playwright.sync_api import sync_playwright

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
