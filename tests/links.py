"""Every link of a site on disk, followed by other means than Handbill's own proof."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import tinyhtml5

_ADDRESSES = {"a": "href", "img": "src", "link": "href", "script": "src", "source": "src"}


def broken_links(site: Path) -> list[str]:
    """The links and anchors of a site that lead nowhere: relative ones, and those from its root."""
    base = _base_path(site)
    return [
        f"{page.relative_to(site)}: {address}"
        for page in sorted(site.rglob("*.html"))
        for address in _addresses(page)
        if not _leads_somewhere(page, _on_disk(address, base, site))
    ]


def _on_disk(address: str, base: str, site: Path) -> str:
    """A link from the server's root as one from the site's folder."""
    return f"{site.resolve()}/{address[len(base) :]}" if address.startswith(base) else address


def _base_path(site: Path) -> str:
    """The path of the site's root on its server, as robots.txt gives it."""
    sitemap = (site / "robots.txt").read_text("utf-8").partition("Sitemap: ")[2].strip()
    return urlsplit(sitemap).path.removesuffix("sitemap.xml")


def _elements(page: Path) -> list[tuple[str, dict[str, str]]]:
    return _elements_of(page.read_text("utf-8"))


@lru_cache(maxsize=256)
def _elements_of(html: str) -> list[tuple[str, dict[str, str]]]:
    tree = tinyhtml5.parse(html)
    return [
        (str(element.tag).rpartition("}")[2], dict(element.attrib))
        for element in tree.iter()
        if isinstance(element.tag, str)
    ]


def _addresses(page: Path) -> list[str]:
    return [
        attributes[_ADDRESSES[tag]]
        for tag, attributes in _elements(page)
        if tag in _ADDRESSES and _ADDRESSES[tag] in attributes
    ]


def _leads_somewhere(page: Path, address: str) -> bool:
    path, anchor = urldefrag(address)
    parts = urlsplit(path)
    if parts.scheme or parts.netloc:
        return parts.scheme in {"https", "http", "mailto", "tel", "sms", "data"}
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    if anchor and target.suffix == ".html":
        return any(attributes.get("id") == anchor for _, attributes in _elements(target))
    return True
