"""Building anew what a change reaches: first what somebody looks at, then everything."""

from __future__ import annotations

import dataclasses
import datetime
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from handbill.check import check
from handbill.check.addresses import check_addresses
from handbill.current import current
from handbill.fonts import FontCase, font_case, is_own_font
from handbill.interface import interface_of
from handbill.ledger import Ledger
from handbill.pipeline import make_site, read_material
from handbill.plan import Kind, plan
from handbill.press import Press
from handbill.preview.showcase import Showcase
from handbill.problems import CampaignError, Problem
from handbill.products import Pressed, Rendered
from handbill.progress import Progress, Silence
from handbill.proof.pages import proof_page
from handbill.read.campaign import read
from handbill.render.artifact import render
from handbill.site import Site
from handbill.wall import LetThroughError, wall
from handbill.workshop import Material, Workshop

T = TypeVar("T")

_HEAD_START = 0.1
"""Seconds in which browsers fetch what was shown, before the rest of the work takes the time."""


class SupersededError(LetThroughError):
    """Something was saved meanwhile: what is being built is old already."""


class Rebuilder:
    """Keeps a showcase up to date with the campaign in a folder.

    `has_news` tells whether something was saved meanwhile: then a build ends early.
    """

    def __init__(
        self, folder: Path, showcase: Showcase, has_news: Callable[[], bool], *, strict: bool
    ) -> None:
        self._folder = folder
        self._showcase = showcase
        self._progress = _UntilNews(has_news)
        self._strict = strict
        self._material: Material | None = None
        self._site: Site | None = None
        self._presses = _Presses()

    def build(self, today: datetime.date, progress: Progress) -> tuple[Problem, ...]:
        """Build everything for the first time, and show it. Gives back what is wrong."""
        ledger = Ledger(self._strict)
        try:
            with wall():
                self._material = read_material(self._folder, today, progress, ledger)
                self._make_all(self._material, today, progress, ledger)
        except CampaignError as wrong:
            return self._told(wrong.problems)
        return self._told((), ledger.problems)

    def rebuild(self, saved: frozenset[str], today: datetime.date) -> tuple[Problem, ...]:
        """Build what saved files reach. Gives back what is wrong, and raises SupersededError."""
        ledger = Ledger(self._strict)
        try:
            with wall():
                before, self._material = self._material, None
                self._material = material = self._read(before, saved, today, ledger)
                self._make_what_is_seen(material, saved, today)
                self._make_all(material, today, self._progress, ledger)
        except CampaignError as wrong:
            return self._told(wrong.problems)
        return self._told((), ledger.problems)

    def _told(
        self, errors: tuple[Problem, ...], warnings: tuple[Problem, ...] = ()
    ) -> tuple[Problem, ...]:
        self._showcase.tell(errors)
        return errors or warnings

    def _read(
        self,
        before: Material | None,
        saved: frozenset[str],
        today: datetime.date,
        ledger: Ledger,
    ) -> Material:
        """Read the campaign; layouts and typefaces are kept where nothing of them was saved."""
        if before is None or any(path.startswith("layouts") for path in saved):
            return read_material(self._folder, today, Silence(), ledger)
        campaign = ledger.need(*current(ledger.need(*read(self._folder, before.campaign)), today))
        words = ledger.need(*interface_of(before.layouts, campaign))
        same_fonts = campaign.languages == before.campaign.languages
        same_fonts = same_fonts and not any(map(is_own_font, saved))
        fonts = before.fonts if same_fonts else font_case(campaign.languages, campaign.assets)
        return Material(campaign, before.layouts, words, fonts)

    def _make_what_is_seen(
        self, material: Material, saved: frozenset[str], today: datetime.date
    ) -> None:
        """Show the pages that somebody looks at as they are now, if nothing is wrong with them."""
        if self._site is None:
            return
        planned = plan(material.campaign)
        viewed = self._showcase.viewed
        pages = [page for page in planned.of(Kind.PAGE, Kind.EMBED) if page.address in viewed]
        if not pages:
            return
        ledger = Ledger(self._strict)
        ledger.take(check(_unsettled(material, saved), today))
        ledger.take(check_addresses(planned, material.campaign))
        workshop = Workshop.of(material, planned)
        by_address = {artifact.address: artifact for artifact in planned.of(Kind.PRINT)}
        downloads = [
            dataclasses.replace(download, artifact=by_address[download.artifact.address])
            for download in self._site.downloads
            if download.artifact.address in by_address
        ]
        try:
            rendered = ledger.sift(render(page, workshop, downloads) for page in pages)
            files = dict(self._showcase.shown.files)
            files |= {page.artifact.address: page.html.encode() for page in rendered}
            for page in rendered:
                ledger.take(proof_page(page, files, workshop))
            ledger.stop_at_errors()
        except CampaignError:
            return  # all that is wrong is told when everything has been built
        self._showcase.show(files, material.campaign.settings.url)
        time.sleep(_HEAD_START)

    def _make_all(
        self, material: Material, today: datetime.date, progress: Progress, ledger: Ledger
    ) -> None:
        self._site = make_site(material, today, progress, ledger, self._presses.press)
        if self._site.files != self._showcase.shown.files:
            self._showcase.show(self._site.files, material.campaign.settings.url)


def _unsettled(material: Material, saved: frozenset[str]) -> Material:
    """A campaign whose checks look at the documents that were saved alone.

    Only where nothing else was saved: a fact, an offer or config.yaml may be named in every text.
    """
    campaign = material.campaign
    if not _are_documents(saved):
        return material
    changed = {
        content.path
        for content in campaign.documents
        if saved.intersection((content.path, *(t.path for t in content.translations.values())))
    }
    settled = frozenset(content.path for content in campaign.texts) - changed
    return dataclasses.replace(material, campaign=dataclasses.replace(campaign, settled=settled))


def _are_documents(saved: frozenset[str]) -> bool:
    return all(path.startswith(("content/pages/", "content/print/")) for path in saved)


class _UntilNews:
    """Hears of a build's progress, and ends it when something was saved."""

    def __init__(self, has_news: Callable[[], bool]) -> None:
        self._has_news = has_news

    def step(self, name: str, about: str) -> None:
        """A step begins."""
        del name, about
        if self._has_news():
            raise SupersededError

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass through the items, as long as nothing was saved."""
        del total
        for item in items:
            if self._has_news():
                raise SupersededError
            yield item


class _Presses:
    """A warm press, and what it printed last: it prints only sheets that have changed."""

    def __init__(self) -> None:
        self._press: Press | None = None
        self._loaded: tuple[Mapping[str, bytes], FontCase] | None = None
        self._printed: dict[str, Pressed] = {}

    def press(
        self,
        sheets: Sequence[Rendered],
        assets: Mapping[str, bytes],
        case: FontCase,
        progress: Progress,
    ) -> tuple[Pressed, ...]:
        """What press_all does."""
        press = self._warm(assets, case)
        for sheet in progress.each(sheets, len(sheets)):
            if sheet.html not in self._printed:
                self._printed[sheet.html] = press.press(sheet)
        self._printed = {sheet.html: self._printed[sheet.html] for sheet in sheets}
        return tuple(
            dataclasses.replace(self._printed[sheet.html], artifact=sheet.artifact)
            for sheet in sheets
        )

    def _warm(self, assets: Mapping[str, bytes], case: FontCase) -> Press:
        if self._press is None or self._loaded != (assets, case):
            self._press, self._loaded, self._printed = Press(assets, case), (assets, case), {}
        return self._press
