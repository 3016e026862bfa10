"""Pages: links, anchors and images that are there, headings in order, and a light weight."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from handbill.outline import Image, Outline, outline_of
from handbill.plan import LANDING_PAGE, Kind, own_address
from handbill.problems import Problem, did_you_mean, error, warning
from handbill.products import Rendered
from handbill.proof.places import missing_anchor, written_at
from handbill.workshop import Workshop

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>|\bstyle=\"([^\"]*)\"", re.DOTALL | re.IGNORECASE)
_IN_STYLES = re.compile(
    r"""(?:url\(|@import\s|image-set\()\s*["']?(?P<address>(?:https?:)?//[^"')\s>]+)""",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//")
_STYLES = re.compile(r"<style\b.*?</style>", re.DOTALL)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]\b")
_FIRST_SIGHT = 2
"""Headings below which nothing is seen at first: the title, and the first section's."""
_KILOBYTE = 1024
_NAMED_PARTS = 3


def proof_page(page: Rendered, files: Mapping[str, bytes], workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with a page."""
    outline = outline_of(page.html)
    yield from _links(page, outline, files, workshop)
    yield from _images(page, outline, files, workshop)
    yield from proof_structure(page, outline, workshop)
    yield from _third_parties(page, outline, workshop)
    yield from _weight(page, workshop)


def proof_structure(page: Rendered, outline: Outline, workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with the headings and the anchors of an artifact's HTML."""
    for anchor, count in Counter(outline.anchors).items():
        if count > 1:
            place = written_at(anchor, page.artifact, workshop)
            yield error(place, f"the anchor `{anchor}` stands here {count} times", "rename one")
    level = 1
    for heading in outline.headings:
        if heading.level > level + 1:
            place = written_at(heading.words, page.artifact, workshop)
            says = f'the heading "{heading.words}" skips a level: h{heading.level} after h{level}'
            yield error(place, says, f"make it h{level + 1}")
        level = heading.level
    tops = sum(heading.level == 1 for heading in outline.headings)
    is_whole = page.artifact.kind is not Kind.EMBED  # a block stands under another page's title
    if is_whole and tops != len(page.artifact.languages):
        says = f"there are {tops} headings of the first level; a page has one, its title"
        yield error(workshop.layouts.place(page.artifact.layout), says)


def _links(
    page: Rendered, outline: Outline, files: Mapping[str, bytes], workshop: Workshop
) -> Iterator[Problem]:
    for link in outline.links:
        address = own_address(page.artifact, link.href, workshop.campaign.settings.url)
        if address is None:
            continue
        _, _, anchor = link.href.partition("#")
        if address not in files:
            place = written_at(link.href, page.artifact, workshop)
            says = f"this link leads to {address}, which is not there"
            yield error(place, says, did_you_mean(address, files))
        elif anchor and address.endswith(".html"):
            anchors = outline_of(files[address].decode(errors="replace")).anchors
            if anchor not in anchors:
                yield missing_anchor(anchor, address, page.artifact, anchors, workshop)


def _images(
    page: Rendered, outline: Outline, files: Mapping[str, bytes], workshop: Workshop
) -> Iterator[Problem]:
    for image in outline.images:
        if image.alternative is None:
            place = written_at(image.source, page.artifact, workshop)
            yield error(place, f"the image {image.source} has no alt", 'decoration has alt=""')
        if image.source.startswith("data:"):
            continue
        address = own_address(page.artifact, image.source, workshop.campaign.settings.url)
        if address is None:
            place = written_at(image.source, page.artifact, workshop)
            hint = "put the file into assets/, and name it there"
            yield error(place, f"an image from elsewhere is not allowed: {image.source}", hint)
        elif address not in files:
            place = written_at(image.source, page.artifact, workshop)
            says = f"there is no image {address}"
            yield error(place, says, did_you_mean(address, workshop.campaign.assets))
        else:
            for says, hint in _late(page, image):
                yield error(written_at(image.source, page.artifact, workshop), says, hint)


def _late(page: Rendered, image: Image) -> Iterator[tuple[str, str]]:
    """An image comes after the text, and must neither move it nor be waited for."""
    if not image.is_sized:
        yield (
            f"the image {image.source} keeps no room for itself: the text jumps when it comes",
            "give it a width and a height; an SVG has them in its viewBox",
        )
    if not image.is_lazy:
        says = f"the image {image.source} is fetched before anybody comes near it"
        yield says, 'write loading="lazy"'
    is_first_sight = image.headings_before < _FIRST_SIGHT
    is_landing = page.artifact.document.id == LANDING_PAGE
    if is_first_sight and is_landing and not image.source.lower().endswith(".svg"):
        says = f"the image {image.source} stands above the first section of the landing page"
        yield says, "move it down, or use an SVG: what is seen first must be there"


def _weight(page: Rendered, workshop: Workshop) -> Iterator[Problem]:
    """Whether a page and its style arrive in the budget; past it, what in it is heavy."""
    budget = workshop.campaign.settings.page_budget
    weight = compressed(page.html)
    if weight <= budget * _KILOBYTE:
        return
    document = page.artifact.document
    weighs = f"{page.artifact.address} weighs {weight / _KILOBYTE:.1f} KB compressed"
    says = f"{weighs}; `page_budget` is {budget}"
    heaviest = "; ".join(f"{name}, {size / _KILOBYTE:.1f} KB" for name, size in heavy_parts(page))
    hint = f"the heaviest: {heaviest}; move something to a page of its own"
    if document.id == LANDING_PAGE and page.artifact.kind is Kind.PAGE:
        yield error(document.place(), says, hint)
    else:
        yield warning(document.place(), says, hint)


def compressed(html: str) -> int:
    """The weight of a page as it travels (bytes, gzip)."""
    return len(gzip.compress(html.encode(), mtime=0))


def heavy_parts(page: Rendered) -> list[tuple[str, int]]:
    """The three parts without which a page would be lightest, and what each adds (bytes, gzip)."""
    whole = compressed(page.html)
    parts = [("the style", match[0]) for match in _STYLES.finditer(page.html)]
    parts += [("a drawing", match[0]) for match in _DRAWING.finditer(page.html)]
    parts += [(f'"{_heading_of(part)}"', part) for part in _sections(page.html)]
    weights = [(name, whole - compressed(page.html.replace(part, "", 1))) for name, part in parts]
    return sorted(weights, key=lambda part: -part[1])[:_NAMED_PARTS]


def _sections(html: str) -> list[str]:
    """A page from each of its headings to the next."""
    starts = [match.start() for match in _HEADING.finditer(html)]
    ends = [*starts[1:], html.find("</main>")]
    return [html[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


def _heading_of(part: str) -> str:
    return outline_of(part).headings[0].words


def _third_parties(page: Rendered, outline: Outline, workshop: Workshop) -> Iterator[Problem]:
    styles = "\n".join(inner or quoted for inner, quoted in _STYLE.findall(page.html))
    images = {image.source for image in outline.images}
    fetched = [address for address in outline.fetched if address not in images]
    fetched += [match["address"] for match in _IN_STYLES.finditer(styles)]
    for address in dict.fromkeys(filter(_ELSEWHERE.match, fetched)):
        place = written_at(address, page.artifact, workshop)
        says = f"the page would fetch {address} from somebody else"
        yield error(place, says, "put what it needs into the page or into assets/")
