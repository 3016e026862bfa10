"""Leaving languages out: their files removed, and their codes taken out of every `languages`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.campaign import Campaign
from handbill.languages import is_known
from handbill.layouts import has_layouts_of_its_own
from handbill.problems import CampaignError, Place, Problem, did_you_mean, error
from handbill.read.files import linked_elsewhere, walk

_CONFIG = "config.yaml"
_TRANSLATED = ("content/facts", "content/help", "content/pages", "content/print", "content/data")
_OF_HANDBILL = frozenset({"ar", "en", "es", "vi", "zh-Hans"})
"""Whose words are Handbill's in its own folder, whatever the languages of the campaign there."""
_LANGUAGES = re.compile(r"(\ufeff?languages:[ \t]*\[)([^\]#]*)(?=\])")


@dataclass(frozen=True)
class LeavingOut:
    """What is to be done to leave languages out: files to remove, and the new texts of others."""

    folder: Path
    removed: tuple[str, ...]
    changed: Mapping[str, str]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to do."""
        return not self.removed and not self.changed

    @property
    def question(self) -> str:
        """What to ask before it is done."""
        remove = f"remove {_files(len(self.removed))}" if self.removed else ""
        change = f"change `languages` in {_files(len(self.changed))}" if self.changed else ""
        return " and ".join(filter(None, (remove, change))).capitalize() + "?"

    @property
    def done(self) -> str:
        """What to say when it is done."""
        removed = f"removed {_files(len(self.removed))}" if self.removed else ""
        changed = f"changed `languages` in {_files(len(self.changed))}" if self.changed else ""
        return " and ".join(filter(None, (removed, changed))).capitalize() + "."

    def carry_out(self) -> None:
        """Change, then remove. Raises CampaignError where a file cannot be written or removed."""
        path = _CONFIG
        try:
            for path, text in self.changed.items():
                (self.folder / path).write_bytes(text.encode())
            for path in self.removed:
                (self.folder / path).unlink(missing_ok=True)
        except OSError as wrong:
            says = f"this file cannot be changed: {wrong.strerror}"
            raise CampaignError([error(Place(path), says)]) from wrong


def leave_out_all_but(campaign: Campaign, kept: Iterable[str]) -> LeavingOut:
    """Find what is to be done so that a campaign has the languages `kept`, and no others.

    Raises CampaignError where it has not got one of them, where the language of the originals is
    not among them, or where a document comes in none of them.
    """
    codes = tuple(dict.fromkeys(kept))
    if problems := list(_unknown(campaign, codes) or _left_without_language(campaign, codes)):
        raise CampaignError(problems)
    going = _languages_of(campaign) - set(codes)
    removed = tuple(path for path, code in _translations(campaign.folder) if code in going)
    changed: dict[str, str] = {}
    if not set(campaign.languages) <= set(codes):
        changed[_CONFIG] = _with_languages(
            campaign.folder, campaign.config.place("languages"), codes
        )
    for document in campaign.documents:
        own = document.settings.languages
        if own and not set(own) <= set(codes):
            listed = document.place("languages")
            changed[document.path] = _with_languages(campaign.folder, listed, codes)
    return LeavingOut(campaign.folder, removed, changed)


def _unknown(campaign: Campaign, codes: tuple[str, ...]) -> list[Problem]:
    place = Place("--keep")
    problems = []
    for code in codes:
        if code not in campaign.languages:
            says = f"`{code}` is not one of the campaign's languages"
            problems.append(error(place, says, did_you_mean(code, campaign.languages)))
    original = campaign.default_language
    if original not in codes:
        says = f"`{original}` is the language of the originals, and cannot be left out"
        problems.append(error(place, says, f"--keep {' '.join((original, *codes))}"))
    return problems


def _left_without_language(campaign: Campaign, codes: tuple[str, ...]) -> Iterator[Problem]:
    for document in campaign.documents:
        own = document.settings.languages
        if own and not set(own) & set(codes):
            says = "this document comes in none of the languages that you keep"
            hint = "remove it, or change its `languages`, and repeat the command"
            yield error(document.place("languages"), says, hint)


def _languages_of(campaign: Campaign) -> set[str]:
    """The languages of a campaign, and those that it had: they have their own words of config.yaml.

    An ending that is merely the code of some language, as in index.old.md, makes none.
    """
    files = campaign.folder.glob("config.*.yaml")
    had = {file.name.removeprefix("config.").removesuffix(".yaml") for file in files}
    return {*campaign.languages, *filter(is_known, had)}


def _translations(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file of a campaign that is in one language alone, by its name, and that language."""
    for under in _TRANSLATED:
        for path, problem in walk(folder, under):
            name, *endings = path.rpartition("/")[2].split(".")
            if problem is None and name and len(endings) == 2 and endings[1] in {"md", "csv"}:
                yield path, endings[0]
    for file in sorted(folder.glob("config.*.yaml")):
        yield file.name, file.name.removeprefix("config.").removesuffix(".yaml")
    is_handbills = not has_layouts_of_its_own(folder)
    if not linked_elsewhere(folder, "layouts/words"):
        for file in sorted(folder.glob("layouts/words/*.yaml")):
            if not (is_handbills and file.stem in _OF_HANDBILL):
                yield f"layouts/words/{file.name}", file.stem


def _with_languages(folder: Path, listed: Place, codes: tuple[str, ...]) -> str:
    """A file's text whose list of languages names no others; all else stays as it is."""
    lines = (folder / listed.path).read_bytes().decode().split("\n")
    found = _LANGUAGES.match(lines[listed.line - 1])
    if not found:
        says = "`languages` does not stand on one line here, so none can be taken out of it"
        hint = "write it on one line, such as `languages: [en, es]`, and repeat the command"
        raise CampaignError([error(listed, says, hint)])
    kept = [part.strip() for part in found[2].split(",") if part.strip(" \t\"'") in codes]
    lines[listed.line - 1] = f"{found[1]}{', '.join(kept)}{lines[listed.line - 1][found.end(2) :]}"
    return "\n".join(lines)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
