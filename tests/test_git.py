"""Why git failed, in the line of it that says so."""

from __future__ import annotations

import pytest

from handbill.git import Ran

_ADVICE = (
    "fatal: Could not read from remote repository.",
    "",
    "Please make sure you have the correct access rights",
    "and the repository exists.",
)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (
            ("fatal: 'x' does not appear to be a git repository", *_ADVICE),
            "'x' does not appear to be a git repository",
        ),
        (("ssh: Could not resolve hostname x", *_ADVICE), "ssh: Could not resolve hostname x"),
        (("warning: a", "fatal: bad object", "hint: b"), "bad object"),
        (("first", "last"), "last"),
        (("last", ""), "last"),
        ((), "git does not say why"),
        (_ADVICE, "git does not say why"),
    ],
)
def test_the_line_that_says_why_is_told(told: tuple[str, ...], reason: str) -> None:
    assert Ran(failed=True, given=b"", told=told).reason == reason
