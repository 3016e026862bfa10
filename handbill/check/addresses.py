"""The addresses of all files of the site: no two at one, and each one that a computer can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from handbill.campaign import Campaign
from handbill.crawlers import for_crawlers
from handbill.image_files import Picture
from handbill.plan import Kind, Plan
from handbill.problems import Place, Problem, error

_LONGEST_NAME = 255
"""Bytes in the name of a file or folder: ext4, APFS, NTFS and git have this limit."""
_LONGEST_ADDRESS = 800
"""Bytes in the path below output/site/, so that the whole of it has room in 1,024 (macOS)."""
_NOT_ON_WINDOWS = re.compile(
    r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?|.*[<>:\"|?*\\\x00-\x1f].*|.*[. ]",
    re.IGNORECASE | re.DOTALL,
)
"""Names that Windows keeps for devices, and endings that it drops (Naming Files, Paths, and
Namespaces, learn.microsoft.com)."""
_HANDBILLS = Place("")


@dataclass(frozen=True)
class _Standing:
    """A file of the site: its address, and the file that it is made from."""

    address: str
    place: Place


def check_addresses(planned: Plan, campaign: Campaign) -> Iterator[Problem]:
    """A file that stands where another does or must have a folder, or that no disk can hold.

    Of a document that is in the way in several languages one is told.
    """
    told: set[Place] = set()
    for problem in _problems(list(_standing(planned, campaign))):
        if problem.place not in told:
            told.add(problem.place)
            yield problem


def _problems(standing: Sequence[_Standing]) -> Iterator[Problem]:
    first: dict[str, _Standing] = {}
    for file in standing:
        yield from _impossible(file)
        other = first.setdefault(_alike(file.address), file)
        if other.place != file.place:
            yield _two_at(file.address, file, other)
    for file in standing:
        for parent in map(str, PurePosixPath(file.address).parents):
            other = first.get(_alike(parent), file)
            if other is not file:
                yield _two_at(parent, file, other)


def _two_at(address: str, file: _Standing, other: _Standing) -> Problem:
    """Two files at one address, or one in a folder that would have the address of the other."""
    at = f"at {address}" if address == file.address else f"in a folder {address}"
    if _HANDBILLS in (file.place, other.place):
        place = other.place if file.place == _HANDBILLS else file.place
        says = f"this would stand {at}, where a page of Handbill's own stands"
        return error(place, says, "give the file another name")
    says = f"this would stand {at}, where {other.place.path} stands"
    return error(file.place, says, "rename one of the two files")


def _alike(address: str) -> str:
    """What two addresses share that some disks take for one: capitals and composed letters."""
    return unicodedata.normalize("NFC", address).casefold()


def _standing(planned: Plan, campaign: Campaign) -> Iterator[_Standing]:
    """Every file that the site may have, what is of Handbill's own last."""
    for artifact in planned.artifacts:
        place = artifact.document.place()
        yield _Standing(artifact.address, place)
        if artifact.kind is Kind.PRINT:
            yield _Standing(artifact.address.removesuffix(".pdf") + ".webp", place)
    for path in campaign.assets:
        yield _Standing(path, Place(path))
    for path, picture in campaign.pictures.items():
        if isinstance(picture, Picture) and picture.address != path:
            yield _Standing(picture.address, Place(path))
    for companion in planned.companions:
        yield _Standing(companion.address, _HANDBILLS)
        if companion.kind is Kind.EMBED:
            yield _Standing(companion.address.removesuffix(".html") + ".txt", _HANDBILLS)
    for address in for_crawlers(planned, campaign.settings.url):
        yield _Standing(address, _HANDBILLS)


def _impossible(file: _Standing) -> Iterator[Problem]:
    if file.place == _HANDBILLS:
        return
    names = PurePosixPath(file.address).parts
    for name in names:
        if _NOT_ON_WINDOWS.fullmatch(name):
            says = f"Windows cannot hold a file or folder called `{name}`"
            yield error(file.place, says, "give it another name")
            return
    longest = max((len(name.encode()) for name in names), default=0)
    if longest > _LONGEST_NAME or len(file.address.encode()) > _LONGEST_ADDRESS:
        says = f"its address would be {len(file.address)} characters long, too long for a disk"
        yield error(file.place, says, "give the file, and the folders that it is in, shorter names")
