"""The policy that a page carries allows what stands in it, by the digests that CSP asks for."""

from __future__ import annotations

import base64
import hashlib

import pytest

from handbill.render.security import POLICY_MARK, sealed


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ('style="color: red"', "color: red"),
        ("style='color: red'", "color: red"),
        ('style="font-family: &quot;Arial&quot;"', 'font-family: "Arial"'),
        ("style='font-family: \"Arial\"'", 'font-family: "Arial"'),
        ('style="content: &#39;&amp;&#39;"', "content: '&'"),
    ],
)
def test_a_style_attribute_is_allowed_as_the_browser_reads_it(attribute: str, value: str) -> None:
    html = sealed(f'<meta content="{POLICY_MARK}"><p {attribute}>Hello</p>')
    assert f"style-src 'unsafe-hashes' {_hash(value)}" in html


def test_what_a_page_does_not_hold_is_forbidden() -> None:
    html = sealed(f'<meta content="{POLICY_MARK}"><p>Hello</p>')
    assert "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'" in html
