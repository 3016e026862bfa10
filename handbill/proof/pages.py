"""Pages: links, anchors and images that are there, headings in order, and a light weight."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from handbill.outline import Outline, outline_of
from handbill.plan import from_root
from handbill.problems import Problem, did_you_mean, error, warning
from handbill.products import Rendered
from handbill.proof.places import missing_anchor, written_at
from handbill.workshop import Workshop

HEAVIEST_PAGE = 14 * 1024
"""Bytes of compressed HTML that arrive in one round trip: ten packets (RFC 6928, section 2)."""

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>|\bstyle=\"([^\"]*)\"", re.DOTALL | re.IGNORECASE)
_IN_STYLES = re.compile(
    r"""(?:url\(|@import\s|image-set\()\s*["']?(?P<address>(?:https?:)?//[^"')\s>]+)""",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def proof_page(page: Rendered, files: Mapping[str, bytes], workshop: Workshop) -> Iterator[Problem]:
    """What is wrong with a page."""
    outline = outline_of(page.html)
    yield from _links(page, outline, files, workshop)
    yield from _images(page, outline, files, workshop)
    yield from proof_structure(page, outline, workshop)
    yield from _third_parties(page, outline, workshop)
    weight = len(gzip.compress(page.html.encode(), mtime=0))
    if weight > HEAVIEST_PAGE:
        weighs = f"{page.artifact.address} weighs {weight / 1024:.1f} KB compressed"
        says = f"{weighs}; one round trip carries 14"
        hint = f"{_heaviest(outline)} is the longest part; move something to a page of its own"
        yield warning(page.artifact.document.place(), says, hint)


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
    if tops != len(page.artifact.languages):
        says = f"there are {tops} headings of the first level; a page has one, its title"
        yield error(workshop.layouts.place(page.artifact.layout), says)


def _links(
    page: Rendered, outline: Outline, files: Mapping[str, bytes], workshop: Workshop
) -> Iterator[Problem]:
    for link in outline.links:
        if _SCHEME.match(link.href):
            continue
        address = from_root(page.artifact.address, link.href)
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
        place = written_at(image.source, page.artifact, workshop)
        if image.alternative is None:
            yield error(place, f"the image {image.source} has no alt", 'decoration has alt=""')
        if image.source.startswith("data:"):
            continue
        if _SCHEME.match(image.source):
            hint = "put the file into assets/, and name it there"
            yield error(place, f"an image from elsewhere is not allowed: {image.source}", hint)
        elif (address := from_root(page.artifact.address, image.source)) not in files:
            says = f"there is no image {address}"
            yield error(place, says, did_you_mean(address, workshop.campaign.assets))


def _third_parties(page: Rendered, outline: Outline, workshop: Workshop) -> Iterator[Problem]:
    styles = "\n".join(inner or quoted for inner, quoted in _STYLE.findall(page.html))
    images = {image.source for image in outline.images}
    fetched = [address for address in outline.fetched if address not in images]
    fetched += [match["address"] for match in _IN_STYLES.finditer(styles)]
    for address in dict.fromkeys(filter(_ELSEWHERE.match, fetched)):
        place = written_at(address, page.artifact, workshop)
        says = f"the page would fetch {address} from somebody else"
        yield error(place, says, "put what it needs into the page or into assets/")


def _heaviest(outline: Outline) -> str:
    longest = max(outline.paragraphs, key=len, default="")
    return f'the text "{longest[:40]}…"'
