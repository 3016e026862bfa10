"""Numbers and addresses in text from right to left."""

from __future__ import annotations

import pytest

from handbill.left_to_right import kept_in_order


@pytest.mark.parametrize(
    "run",
    [
        *("207-555-0150", "(207) 555-0150", "1-800-555-0199", "+1 207 555 0150", "555-0150"),
        *("40 School Street", "12B St. John\u2019s Road"),
    ],
)
def test_it_keeps_its_order(run: str) -> None:
    html = f"<p>اتصلوا {run}، الآن</p>"
    assert kept_in_order(html) == f'<p>اتصلوا <span dir="ltr">{run}</span>، الآن</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<p>من 5-9 أبريل</p>",
        "<p>أعمار 13-18</p>",
        "<p>في 2026-27</p>",
        "<p>يوم 6/11/2027</p>",
        "<p>1,840 من 30</p>",
        '<p><a href="tel:5550150" dir="ltr">555-0150</a></p>',
        '<p dir="ltr">At <b>40 School Street</b><br>or 555-0150.</p>',
    ],
)
def test_what_is_read_in_its_own_order_is_left_alone(html: str) -> None:
    assert kept_in_order(html) == html
