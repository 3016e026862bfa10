"""What writes the measured pages of docs/: each command its own section."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT
from tests.mutants import HEADING as MUTANTS
from tests.mutants import section_of
from tests.sections import replace_section, section_in
from tests.where_time_goes import HEADING as TIMES

RESULTS = """\
    handbill.hours.x_parse_hours__mutmut_1: killed
    handbill.hours.x_parse_hours__mutmut_2: survived
    handbill.check.numbers.x__place__mutmut_1: timeout
    handbill.windows.xǁWindowsǁdark_positions__mutmut_3: killed
"""


def test_changes_are_counted_by_module() -> None:
    assert section_of(RESULTS, "mutmut 3").partition("|---|---|---|---|\n")[2] == (
        "| handbill/check/numbers.py | 1 | 1 | 100% |\n"
        "| handbill/hours.py | 1 | 2 | 50% |\n"
        "| handbill/windows.py | 1 | 1 | 100% |\n"
        "| all | 3 | 4 | 75% |\n"
    )


def test_a_section_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n\nText.\n", "utf-8")

    for number in ("One", "Two"):
        replace_section(page, "\n## Last\n", f"\n## Last\n{number}\n")

    assert page.read_text("utf-8") == "# Page\n\nText.\n\n## Last\nTwo\n"
    assert section_in(page, "\n## Last\n") == "\n## Last\nTwo\n"


def test_each_page_ends_in_the_section_of_another_command() -> None:
    for name, heading in (("quality", MUTANTS), ("performance", TIMES)):
        section = section_in(ROOT / "docs" / f"{name}.md", heading)
        assert len(re.findall(r"^\| .* \|$", section, re.MULTILINE)) > 5
