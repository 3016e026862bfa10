"""Pictures that pages and sheets show: what was changed of them, and what paper cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill.outline import outline_of
from handbill.plan import own_address
from handbill.problems import Place, Problem, error, note
from handbill.products import Rendered
from handbill.proof.places import written_at
from handbill.references import picture_of
from handbill.workshop import Workshop

_AS_PIXELS = "save it as a PNG, 600 pixels wide or more, and name that file here"


def proof_pictures(
    pages: Sequence[Rendered], sheets: Sequence[Rendered], workshop: Workshop
) -> Iterator[Problem]:
    """A note of each picture that was made lighter, and an error for each that paper spoils."""
    campaign, told = workshop.campaign, set[str]()
    shown = {source for sheet in sheets for source in _sources(sheet)}
    url = campaign.settings.url
    shown |= {own_address(page.artifact, s, url) or "" for page in pages for s in _sources(page)}
    for path in campaign.pictures:
        picture = picture_of(campaign, path)
        if picture and picture.done and {path, picture.address} & shown:
            yield note(Place(path), picture.done)
    for sheet in sheets:
        for source in _sources(sheet):
            picture = picture_of(campaign, source)
            if picture and picture.flaw and source not in told:
                told.add(source)
                says = f"{source} has {picture.flaw}, which paper does not show as a screen does"
                is_logo = source == campaign.settings.look.logo
                place = campaign.config.place("look", "logo") if is_logo else None
                yield error(place or written_at(source, sheet.artifact, workshop), says, _AS_PIXELS)


def _sources(made: Rendered) -> list[str]:
    return [image.source for image in outline_of(made.html).images]
