"""The pictures of a campaign: what pages and paper show of the files in assets/."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping

from handbill.campaign import Campaign
from handbill.drawings import drawing
from handbill.image_files import PICTURES, Picture, PictureError
from handbill.photos import photo


def read_pictures(
    names: Collection[str], assets: Mapping[str, bytes], before: Campaign | None
) -> dict[str, Picture | PictureError]:
    """The pictures among the assets whose files have one of some names, by path."""
    paths = [path for path in assets if posixpath.basename(path) in names]
    return {
        path: _looked_at_before(path, assets, before) or _picture(path, assets)
        for path in paths
        if path.lower().endswith(PICTURES)
    }


def _looked_at_before(
    path: str, assets: Mapping[str, bytes], before: Campaign | None
) -> Picture | PictureError | None:
    same = before is not None and before.assets.get(path) == assets[path]
    return before.pictures.get(path) if before is not None and same else None


def _picture(path: str, assets: Mapping[str, bytes]) -> Picture | PictureError:
    try:
        if path.lower().endswith(".svg"):
            return drawing(path, assets[path])
        return photo(path, assets[path], assets)
    except PictureError as wrong:
        return wrong
