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


@pytest.mark.parametrize(
    ("held", "directive"),
    [
        ("<style>p { color: red }</style>", f"style-src {_hash('p { color: red }')}"),
        ("<script>go()</script>", f"script-src {_hash('go()')}"),
        ('<script src="a.js"></script>', "script-src 'self'"),
        (
            '<script src="a.js"></script><script>go()</script>',
            f"script-src 'self' {_hash('go()')}",
        ),
        ('<img src="a.png" alt="">', "img-src 'self' data:"),
        ('<link rel="icon" href="data:,">', "img-src 'self' data:"),
        ('<audio src="a.mp3"></audio>', "media-src 'self'"),
        ('<video src="a.mp4"></video>', "media-src 'self'"),
    ],
)
def test_what_a_page_holds_has_a_directive_of_its_own(held: str, directive: str) -> None:
    assert _policy(held) == [
        "default-src 'none'",
        "connect-src 'self'",
        directive,
        "form-action 'none'",
        "base-uri 'none'",
    ]


def test_a_font_and_a_picture_of_a_stylesheet_are_allowed() -> None:
    style = "@font-face { font-family: A; src: url(a.woff2) }"
    assert _policy(f"<style>{style}</style>")[2:5] == [
        f"style-src {_hash(style)}",
        "img-src 'self' data:",
        "font-src 'self'",
    ]


@pytest.mark.parametrize("kind", ["application/ld+json", "application/json"])
def test_data_is_no_script(kind: str) -> None:
    assert not [d for d in _policy(f'<script type="{kind}">{{}}</script>') if "script-src" in d]


def test_a_page_with_a_form_may_send_it() -> None:
    assert "form-action 'none'" not in _policy("<form></form>")


def test_a_page_that_keeps_no_place_for_a_policy_stays_as_it_is() -> None:
    assert sealed("<p>Hello</p>") == "<p>Hello</p>"


def _policy(held: str) -> list[str]:
    html = sealed(f'<meta content="{POLICY_MARK}">{held}')
    return html.split('"')[1].split("; ")
