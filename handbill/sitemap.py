"""The sitemap: each page that has words of its own, and the same page in other languages."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from markupsafe import escape

from handbill.plan import Artifact, Kind, Plan, absolute

ADDRESS = "sitemap.xml"


def sitemap_of(planned: Plan, url: str) -> bytes:
    """The sitemap of a site that stands at a web address (sitemaps.org, protocol 0.9)."""
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
