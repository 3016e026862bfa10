"""Starting another campaign: a small complete skeleton, copied and never over anything."""

from __future__ import annotations

import datetime
from importlib.resources import files
from pathlib import Path

from handbill.problems import CampaignError, Place, error

_SKELETON = "campaign"
_THE_DAY, _THE_YEAR = "2000-01-01", "2000"


def start_campaign(folder: Path, today: datetime.date) -> None:
    """Copy the skeleton of a campaign into a folder, which is made if it is not there.

    What is checked in it was checked `today`.
    Raises CampaignError, and copies nothing, where a file of the skeleton stands there already.
    """
    skeleton = Path(str(files(__package__).joinpath(_SKELETON)))
    paths = [file.relative_to(skeleton) for file in sorted(skeleton.rglob("*")) if file.is_file()]
    if folder.exists() and not folder.is_dir():
        raise CampaignError([error(Place(str(folder)), "this is a file, not a folder")])
    standing = [path for path in paths if (folder / path).exists()]
    if standing:
        more = f" and {len(standing) - 1} more stand" if len(standing) > 1 else " stands"
        says = f"this file{more} here already, and will not be overwritten"
        hint = "choose a folder that is new or empty"
        raise CampaignError([error(Place((folder / standing[0]).as_posix()), says, hint)])
    try:
        for path in paths:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            text = (skeleton / path).read_text("utf-8")
            text = text.replace(_THE_DAY, today.isoformat()).replace(_THE_YEAR, str(today.year))
            (folder / path).write_text(text, "utf-8")
    except OSError as wrong:
        says = f"the campaign cannot be started here: {wrong.strerror}"
        raise CampaignError([error(Place(str(folder)), says)]) from wrong
