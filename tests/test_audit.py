"""`make audit`: what it installs, what its server answers, and how a report is read."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.audit.lighthouse import CATEGORIES, Report
from tests.audit.server import serve
from tests.conftest import ROOT

LOCK = ROOT / "tests" / "audit" / "package-lock.json"


def _ask(url: str, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(url.split("/")[2], timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_lock_has_a_hash_for_each_package_and_names_no_address() -> None:
    text = LOCK.read_text("utf-8")
    packages = json.loads(text)["packages"]

    assert "://" not in text
    assert [name for name in packages if name and "integrity" not in packages[name]] == []


def test_quality_was_measured_with_the_lighthouse_that_is_installed() -> None:
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    told = re.search(r"Lighthouse ([\d.]+),", (ROOT / "docs" / "quality.md").read_text("utf-8"))

    assert told
    assert told[1] == packages["node_modules/lighthouse"]["version"]


def test_a_page_is_sent_compressed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!DOCTYPE html><p>Homework</p>", "utf-8")

    with serve(tmp_path, "homework-gap") as url:
        response, body = _ask(url, "/homework-gap/")

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == b"<!DOCTYPE html><p>Homework</p>"


@pytest.mark.parametrize("path", ["/favicon.ico", "/site/none.html", "/site/../secret.txt"])
def test_what_is_not_in_the_folder_is_not_found(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("not published", "utf-8")
    (tmp_path / "site").mkdir()

    with serve(tmp_path / "site", "site") as url:
        response, _ = _ask(url, path)

    assert response.status == 404


def _report(score: float, mode: str, mark: float | None) -> Report:
    audit = {"id": "lang", "title": "Has a language", "score": mark, "scoreDisplayMode": mode}
    category: dict[str, Any] = {"score": score, "auditRefs": [{"id": "lang", "weight": 7}]}
    return Report.model_validate(
        {
            "lighthouseVersion": "12.8.2",
            "runWarnings": [],
            "categories": dict.fromkeys(CATEGORIES, category),
            "audits": {"lang": audit},
        }
    )


@pytest.mark.parametrize(
    ("score", "mode", "mark"), [(0.99, "binary", 0), (0.99, "numeric", 0.9), (0.99, "error", None)]
)
def test_what_lacks_full_marks_is_told(score: float, mode: str, mark: float | None) -> None:
    report = _report(score, mode, mark)

    assert not report.full_marks
    assert [audit.id for audit in report.wanting(counted=True)] == ["lang"]


@pytest.mark.parametrize(
    ("mode", "mark"), [("binary", 1), ("notApplicable", None), ("manual", None)]
)
def test_nothing_is_told_of_full_marks(mode: str, mark: float | None) -> None:
    report = _report(1, mode, mark)

    assert report.full_marks
    assert report.wanting(counted=True) == []
