"""The site: pages, PDFs, their pictures, and the assets that pages use, as a tree of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.crawlers import for_crawlers
from handbill.image_files import Picture
from handbill.outline import outline_of
from handbill.pdf_reader import card_of
from handbill.plan import Artifact, Kind, Plan, from_root
from handbill.products import Download, Pressed, Rendered
from handbill.render.block import block_in
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


def text_of_block(artifact: Artifact) -> str:
    """The address of the text that is pasted into a page of another site."""
    return artifact.address.removesuffix(".html") + ".txt"


def site_of(
    pages: Iterable[Rendered],
    pressed: Iterable[Pressed],
    downloads: Iterable[Download],
    campaign: Campaign,
    planned: Plan,
) -> Mapping[str, bytes]:
    """Every file of the site by its address."""
    files: dict[str, bytes] = {}
    pictures = {p.address: p.page for p in campaign.pictures.values() if isinstance(p, Picture)}
    for page in pages:
        files[page.artifact.address] = page.html.encode()
        outline = outline_of(page.html)
        named = [image.source for image in outline.images] + [link.href for link in outline.links]
        for source in named:
            path = from_root(page.artifact.address, source)
            if path in campaign.assets:
                files[path] = campaign.assets[path]
            elif path in pictures:
                files[path] = pictures[path]
        if page.artifact.kind is Kind.EMBED:
            files[text_of_block(page.artifact)] = block_in(page.html).encode()
    for sheet in pressed:
        is_card = sheet.artifact.kind is Kind.CARD
        files[sheet.artifact.address] = card_of(sheet.pdf) if is_card else sheet.pdf
    files |= for_crawlers(planned, campaign.settings.url)
    files |= {d.picture_address: d.thumbnail.picture for d in downloads}
    return dict(sorted(files.items()))
