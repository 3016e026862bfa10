"""What search engines are told: which pages there are, and that they may read them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from handbill.plan import Artifact, Kind, Plan, absolute

_SITEMAP = "sitemap.xml"
_ROBOTS = "robots.txt"


def for_crawlers(planned: Plan, url: str) -> Mapping[str, bytes]:
    """The files for search engines by their addresses, of a site that stands at a web address."""
    return {_SITEMAP: _sitemap(planned, url), _ROBOTS: _robots(url)}


def _sitemap(planned: Plan, url: str) -> bytes:
    """Each page that has words of its own, and the same in other languages (sitemaps.org, 0.9)."""
    pages = (page for page in planned.of(Kind.PAGE) if page.is_translated)
    entries = "".join(_entry(page, planned, url) for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    ).encode()


def _entry(page: Artifact, planned: Plan, url: str) -> str:
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang={quoteattr(code)} '
        f"href={quoteattr(absolute(url, other.address))}/>\n"
        for code, other in planned.alternates(page)
    )
    return f"<url>\n  <loc>{escape(absolute(url, page.address))}</loc>\n{links}</url>\n"


def _robots(url: str) -> bytes:
    """Every robot may read every page (RFC 9309); a server heeds the one at its root alone."""
    return f"User-agent: *\nAllow: /\nSitemap: {absolute(url, _SITEMAP)}\n".encode()
