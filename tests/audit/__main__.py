"""Measures the default campaign's site as a visitor would get it, and writes docs/quality.md.

The exit status is 1 when a score is below 100.
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from handbill.pipeline import build
from handbill.progress import Silence
from tests.audit.lighthouse import Report, look_at, version
from tests.audit.server import serve
from tests.audit.weights import Weight, weigh
from tests.browsers import whole_browser
from tests.conftest import ROOT, copy_default_campaign
from tests.mutants import HEADING
from tests.sections import section_in

_PAGE = ROOT / "docs" / "quality.md"
_NAME = "homework-gap"
_RUNS = 3


def _build(campaign: Path, url: str) -> None:
    """Build the campaign as if it stood at a URL: that is where canonical links lead."""
    copy_default_campaign(campaign)
    config = campaign / "config.yaml"
    settings = re.sub(r"(?m)^url: .*$", f"url: {url}", config.read_text("utf-8"))
    config.write_text(settings, "utf-8")
    build(campaign, datetime.date.today(), Silence())


def _to_be_measured(site: Path, url: str) -> Iterator[str]:
    """The landing page in every language, and every page of the first language."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for address in re.findall(f"<loc>{re.escape(url)}/(.*?)</loc>", sitemap):
        if not address or address.endswith("/") or "/" not in address:
            yield address


def _look_at_all(site: Path, url: str) -> dict[str, Report]:
    reports = {}
    for address in _to_be_measured(site, url):
        report = reports[f"/{address}"] = look_at(f"{url}/{address}", _RUNS)
        print(f"/{address}", *report.scores, *report.run_warnings, flush=True)
        for audit in report.wanting(counted=True):
            print(f"    {audit.title}", *audit.reasons, sep="\n        ", flush=True)
    return reports


def _scores(reports: dict[str, Report]) -> str:
    return "".join(
        f"| {address} | {' | '.join(map(str, report.scores))} "
        f"| {report.measured('largest-contentful-paint') / 1000:.2f} s "
        f"| {report.measured('cumulative-layout-shift'):.3f} "
        f"| {report.measured('total-blocking-time'):.0f} ms "
        f"| {_kb(report.measured('total-byte-weight'))} | {report.requests} |\n"
        for address, report in reports.items()
    )


def _wanting(reports: dict[str, Report], *, counted: bool) -> str:
    found: dict[str, list[str]] = {}
    for address, report in reports.items():
        for audit in report.wanting(counted=counted):
            found.setdefault(f"{audit.title} (`{audit.id}`)", []).append(address)
    return "".join(f"- {what}: {', '.join(where)}\n" for what, where in found.items()) or "None.\n"


def _weights(pages: list[Weight]) -> str:
    return "".join(
        f"| {page.address} | {_kb(page.raw)} | {_kb(page.compressed)} | {page.requests} "
        f"| {_together(page.lazy)} | {_together(page.pdfs)} |\n"
        for page in pages
    )


def _pdfs(site: Path) -> str:
    return "".join(
        f"| {pdf.relative_to(site).as_posix()} | {_kb(pdf.stat().st_size)} |\n"
        for pdf in sorted(site.rglob("*.pdf"))
    )


def _kb(size: float) -> str:
    return f"{size / 1024:.1f}"


def _together(sizes: tuple[int, ...]) -> str:
    return f"{len(sizes)}, {_kb(sum(sizes))} KB" if sizes else "none"


def _page(reports: dict[str, Report], site: Path) -> str:
    below = sum(not report.full_marks for report in reports.values())
    verdict = f"{below} of {len(reports)} pages have less" if below else "100, on every page"
    lighthouse = next(iter(reports.values())).lighthouse_version
    return f"""# Quality

Made by `make audit` on {datetime.date.today()}: Lighthouse {lighthouse},
{version(whole_browser())}, Node.js {version("node").lstrip("v")}.

The default campaign, from a server on the same machine that answers as GitHub Pages does, and in
a browser that can reach nothing else.

## Lighthouse

Full marks are 100 in each of the four: **{verdict}.**

With Lighthouse's own settings: a middling phone on a slow line, which it simulates. Measured are
the landing page in every language and every page of the first one. A line is, of {_RUNS} runs, the
one with the median of performance.

| page | performance | accessibility | best practices | SEO | LCP | CLS | TBT | KB | requests |
|---|---|---|---|---|---|---|---|---|---|
{_scores(reports)}
LCP is when the largest part of the page is seen, CLS how far things jump while it opens, TBT how
long it does not answer to a touch. KB are all that the page fetched, compressed, with headers.

What has less than full marks:

{_wanting(reports, counted=True)}
What Lighthouse remarks on, and does not count:

{_wanting(reports, counted=False)}
## What the pages weigh

KB of the HTML with its style as it is written, and compressed as it is sent. Requests are those
that a page makes as it opens: for itself, its style, and pictures at its top. Pictures further down
wait until they are about to be seen, and PDFs until somebody asks for them.

| page | KB | compressed | requests | pictures that wait | PDFs |
|---|---|---|---|---|---|
{_weights(list(weigh(site)))}
| PDF | KB |
|---|---|
{_pdfs(site)}"""


def main() -> int:
    """Build, measure, write; 0 when every score is 100."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "output", "site")
        with serve(site, _NAME) as url:
            _build(Path(folder), url)
            reports = _look_at_all(site, url)
        _PAGE.write_text(_page(reports, site) + section_in(_PAGE, HEADING), "utf-8")
    print(f"docs/{_PAGE.name} is written.")
    return 0 if all(report.full_marks for report in reports.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
