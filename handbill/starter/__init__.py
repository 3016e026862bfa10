"""Starting another campaign: a small complete skeleton, copied and never over anything.

With it come Handbill itself and what installs it, so that the folder builds wherever it is put,
on GitHub, too.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from handbill.problems import CampaignError, Place, error

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
_SKELETON = _HERE / "campaign"
_TOOLS = _HERE / "tools"
"""Where a wheel holds what stands beside the package in Handbill's own folder."""
_BESIDE = (
    "build.py",
    "requirements/handbill.txt",
    "setup/install.sh",
    "setup/messages.sh",
    "setup/system.sh",
)
_WITHIN = ("LICENSE", "credentials", "layouts")
"""What of Handbill's own folder belongs into the package, as it does in a wheel."""
_THE_DAY, _THE_YEAR = "2000-01-01", "2000"


def start_campaign(folder: Path, today: datetime.date) -> None:
    """Copy the skeleton of a campaign, and Handbill, into a folder; it is made if it is not there.

    What is checked in it was checked `today`.
    Raises CampaignError, and copies nothing, where a file of these stands there already.
    """
    own = {file.relative_to(_SKELETON): file for file in _files_in(_SKELETON)}
    handbill = _handbill()
    if folder.exists() and not folder.is_dir():
        raise CampaignError([error(Place(str(folder)), "this is a file, not a folder")])
    standing = [path for path in (*own, *handbill) if (folder / path).exists()]
    if standing:
        more = f" and {len(standing) - 1} more stand" if len(standing) > 1 else " stands"
        says = f"this file{more} here already, and will not be overwritten"
        hint = "choose a folder that is new or empty"
        raise CampaignError([error(Place((folder / standing[0]).as_posix()), says, hint)])
    try:
        for path, source in own.items():
            text = source.read_text("utf-8")
            text = text.replace(_THE_DAY, today.isoformat()).replace(_THE_YEAR, str(today.year))
            _made(folder / path).write_text(text, "utf-8")
        for path, source in handbill.items():
            shutil.copyfile(source, _made(folder / path))
    except OSError as wrong:
        says = f"the campaign cannot be started here: {wrong.strerror}"
        raise CampaignError([error(Place(str(folder)), says)]) from wrong


def _handbill() -> Mapping[Path, Path]:
    """Handbill's own files by their places in a campaign's folder."""
    files = {
        Path("handbill") / file.relative_to(_PACKAGE): file
        for file in _files_in(_PACKAGE)
        if _TOOLS not in file.parents
    }
    for name in _WITHIN:
        source = _PACKAGE.parent / name
        if not (_PACKAGE / name).exists():
            for file in _files_in(source) if source.is_dir() else (source,):
                files[Path("handbill") / file.relative_to(_PACKAGE.parent)] = file
    tools = _TOOLS if _TOOLS.is_dir() else _PACKAGE.parent
    return {**{Path(name): tools / name for name in _BESIDE}, **files}


def _files_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            yield file


def _made(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
