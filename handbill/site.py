"""The site: pages, PDFs, their pictures, and the assets that pages use, as a tree of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbill import sitemap
from handbill.campaign import Campaign
from handbill.outline import outline_of
from handbill.plan import Plan, from_root
from handbill.products import Download, Pressed, Rendered
from handbill.workshop import Workshop


@dataclass(frozen=True)
class Site:
    """A site that was made and proofed, and what it was made from."""

    workshop: Workshop
    pages: tuple[Rendered, ...]
    sheets: tuple[Rendered, ...]
    pressed: tuple[Pressed, ...]
    downloads: tuple[Download, ...]
    files: Mapping[str, bytes]


def site_of(
    pages: Iterable[Rendered],
    pressed: Iterable[Pressed],
    downloads: Iterable[Download],
    campaign: Campaign,
    planned: Plan,
) -> Mapping[str, bytes]:
    """Every file of the site by its address."""
    files: dict[str, bytes] = {}
    for page in pages:
        files[page.artifact.address] = page.html.encode()
        outline = outline_of(page.html)
        named = [image.source for image in outline.images] + [link.href for link in outline.links]
        for source in named:
            path = from_root(page.artifact.address, source)
            if path in campaign.assets:
                files[path] = campaign.assets[path]
    files[sitemap.ADDRESS] = sitemap.sitemap_of(planned, campaign.settings.url)
    files |= {sheet.artifact.address: sheet.pdf for sheet in pressed}
    files |= {d.picture_address: d.thumbnail.picture for d in downloads}
    return dict(sorted(files.items()))
