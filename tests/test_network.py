"""A build on a computer that reaches nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"
_CONNECTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
_WATCHED = f"""
import sys
def hook(event, arguments):
    if event in {_CONNECTS!r} or event == "urllib.Request":
        sys.stderr.write(f"NETWORK {{event}} {{arguments}}\\n")
        raise OSError("there is no network here")
sys.addaudithook(hook)
"""
_BUILD = """
sys.argv = ['build.py', '--quiet', '-C', sys.argv[1]]
from handbill.command import main
main()
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """The small campaign, whose picture and links name the web."""
    return shutil.copytree(SMALL_CAMPAIGN, tmp_path / "campaign")


def _run(code: str, campaign: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WATCHED + code, str(campaign)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795435200"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_build_asks_nothing_of_the_network(campaign: Path) -> None:
    done = _run(_BUILD, campaign)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (campaign / "output/site/flyer.pdf").is_file()


def test_the_watch_sees_a_program_that_would(campaign: Path) -> None:
    ask = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = _run(ask, campaign)
    assert done.returncode == 1
    assert "NETWORK urllib.Request" in done.stderr


def test_a_layout_that_asks_for_something_on_the_web_is_an_error(campaign: Path) -> None:
    (campaign / "layouts").mkdir()
    flyer = (ROOT / "layouts/flyer.html").read_text("utf-8")
    image = '<img src="http://127.0.0.1:9/x.png" alt="x">'
    (campaign / "layouts/flyer.html").write_text(
        flyer.replace("</h1>", f"{image}</h1>", 1), "utf-8"
    )
    done = _run(_BUILD, campaign)
    assert done.returncode == 1
    assert "layouts/flyer.html" in done.stderr
    assert "NETWORK" not in done.stderr
    assert not (campaign / "output").exists()
