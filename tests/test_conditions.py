"""Words that hold on a condition: what stands of a text in a district, and on a day."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from textwrap import dedent

import pytest

from handbill.check import check
from handbill.conditions import standing, standing_words
from handbill.ledger import Ledger
from handbill.pipeline import build, read_material
from handbill.problems import Place, has_errors
from handbill.progress import Silence
from handbill.schema import Settings
from tests.conftest import TODAY, copy_default_campaign
from tests.test_problems import as_text, copy_base, problems_of

PLACE = Place("content/pages/index.md", 10)
LACKING = Settings.model_validate(
    {
        "title": "A",
        "url": "https://example.org/a",
        "languages": ["en"],
        "district": {"name": "B", "enrollment": 900, "contact": {"email": "a@example.org"}},
    }
)


def stands(text: str, today: datetime.date = TODAY) -> str:
    found = standing(dedent(text), PLACE, LACKING, today)
    assert found.problems == ()
    assert found.text.count("\n") == dedent(text).count("\n")
    return "\n".join(line for line in found.text.split("\n") if line)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ given(district.enrollment) }}We are 900.", "We are 900."),
        ("{{ given(district.city) }}We are here.", ""),
        ("{{given(district.city)}} We are\nhere.", ""),
        ("One. {{ given(district.city) }}Two. {{ always }}Three.", "One. Three."),
        ("One. {{ given(district.city) }} Two. {{ otherwise }} Three.", "One. Three."),
        ("One. {{ given(district.enrollment) }}Two.{{ otherwise }}Three.", "One. Two."),
        (
            "{{ given(district.enrollment, district.city) }}Both.{{ otherwise }}Not both.",
            "Not both.",
        ),
        ("{{ given(district.contact.email) }}Write.\n\nAlways.", "Write.\nAlways."),
        ("{{ given(district.contact.phone) }}Call.\n\nAlways.", "Always."),
        ("{{ given(district.demographics) }}Groups.", ""),
        ("{{ given(policy.board) }}The board.", ""),
        ('{{ until("2026-11-23") }}Today.', "Today."),
        ("{{ until('2026-11-22') }}Yesterday.", ""),
        ("{{ given(district.city) }}# no heading", ""),
        ("请{{ given(district.city) }}打电话。{{ always }}来。", "请来。"),
    ],
)
def test_a_mark_holds_to_the_next_one_or_to_the_end_of_its_paragraph(
    written: str, expected: str
) -> None:
    assert stands(written) == expected


def test_a_point_goes_with_what_stands_in_it_and_leaves_no_gap() -> None:
    written = """\
        - One
        - {{ given(district.city) }}Two
            - In two

            More of two.
        - Three
        - Four {{ given(district.city) }}and more
        """
    assert stands(written) == "- One\n- Three\n- Four"


def test_a_point_that_goes_leaves_the_others_as_tight_and_numbered_as_they_were() -> None:
    written = "1. One\n2. {{ given(district.city) }}Two\n3. Three"
    assert standing(written, PLACE, LACKING, TODAY).text == "1. One\n3. Three\n"


def test_a_row_goes_whole_and_a_cell_alone() -> None:
    written = """\
        | What | Fee |
        |------|-----|
        | {{ given(district.city) }}Cable | $5 |
        | Case | {{ given(district.city) }}$9 {{ otherwise }}free |
        """
    found = stands(written).split("\n")
    assert found[:2] == ["| What | Fee |", "|------|-----|"]
    assert [cell.strip() for cell in found[2].strip("|").split("|")] == ["Case", "free"]
    assert len(found) == 3


def test_at_the_end_of_a_heading_a_mark_holds_for_its_section() -> None:
    written = """\
        ## Before

        Stays.

        ## News {{ until("2026-11-01") }}

        Goes.

        ### More news

        Goes, too.

        Underlined {{ until("2026-11-01") }}
        ----------

        Goes.

        ## After {{ until("2027-11-01") }} ##

        Stays.
        """
    assert stands(written) == "## Before\nStays.\n## After ##\nStays."


def test_at_the_beginning_of_a_heading_a_mark_holds_for_the_heading_alone() -> None:
    written = "## {{ given(district.contact.phone) }}Call us{{ otherwise }}Ask us\n\nToday."
    assert stands(written) == "## Ask us\nToday."


def test_a_section_of_which_nothing_is_left_goes_with_its_heading() -> None:
    written = """\
        ## A

        ### B

        {{ given(district.city) }}Gone.

        ### C

        Stays.

        ## D

        ### E

        {{ given(district.city) }}Gone.

        ## F

        ## G
        """
    assert stands(written) == "## A\n### C\nStays.\n## F\n## G"


def test_the_lines_below_what_is_left_out_are_those_of_the_file() -> None:
    written = "{{ given(district.city) }}One.\ntwo\n\n## A {{ given(district.city) }}\n\nB\n\n## C"
    lines = standing(written, PLACE, LACKING, TODAY).text.split("\n")
    assert lines.index("## C") == written.split("\n").index("## C")


def test_words_among_settings_are_one_paragraph() -> None:
    text = "{{ given(district.contact.phone) }}Call. {{ otherwise }}Write. {{ always }}**Free.**"
    assert standing_words(text, PLACE, LACKING, TODAY).text == "Write. **Free.**"


def test_a_page_leaves_the_site_the_menu_and_the_map_on_the_day_after_its_last(
    tmp_path: Path,
) -> None:
    campaign = copy_base(tmp_path)
    news = (
        "---\ntitle: News\ndescription: News.\nmenu: News\nuntil: 2026-11-23\n---\nTests today.\n"
    )
    (campaign / "content/pages/news.md").write_text(news, "utf-8")
    site = campaign / "output/site"
    for day, is_there in ((TODAY, True), (TODAY + datetime.timedelta(days=1), False)):
        build(campaign, day, Silence())
        assert (site / "news.html").exists() is is_there
        assert ("Tests today" in _all_text(site)) is is_there
        assert (">News<" in (site / "index.html").read_text("utf-8")) is is_there
        assert ("news" in (site / "sitemap.xml").read_text("utf-8")) is is_there


def test_on_its_last_day_links_to_a_page_are_still_told(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path)
    news = "---\ntitle: News\ndescription: News.\nuntil: 2026-11-23\n---\nTests today.\n"
    (campaign / "content/pages/news.md").write_text(news, "utf-8")
    page = campaign / "content/pages/index.md"
    linked = page.read_text("utf-8").replace("We test eyes", "See [the news](news.md). We test")
    page.write_text(linked, "utf-8")
    (campaign / "content/pages/index.es.md").unlink()

    told = [problem.message for problem in problems_of(campaign)]

    assert told.count("this leads to news.md, which is left out after 2026-11-23") == 1


def _all_text(site: Path) -> str:
    return "".join(page.read_text("utf-8") for page in site.rglob("*.html"))


def test_a_translation_that_lacks_a_condition_is_told(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path)
    page = campaign / "content/pages/index.md"
    page.write_text(
        page.read_text("utf-8").replace("We test eyes", '{{ until("2027-11-23") }}We test eyes'),
        "utf-8",
    )
    assert as_text(problems_of(campaign)) == (
        "content/pages/index.es.md:10: warning: the original has "
        '`{{ until("2027-11-23") }}` (line 10), which is not here\n'
        "  hint: bring it here from content/pages/index.md; or, if this is right as it is, its "
        "reviewer writes here: confirmed: ['until(\"2027-11-23\")']\n"
    )


def test_without_a_short_name_the_full_one_is_said(tmp_path: Path) -> None:
    campaign = copy_base(tmp_path)
    config = campaign / "config.yaml"
    config.write_text(re.sub(r"  short_name: .*\n", "", config.read_text("utf-8")), "utf-8")
    page = campaign / "content/pages/index.md"
    page.write_text(page.read_text("utf-8") + "\n{{ district.short_name }} tests.\n", "utf-8")
    spanish = campaign / "content/pages/index.es.md"
    spanish.write_text(spanish.read_text("utf-8") + "\n{{ district.short_name }}.\n", "utf-8")
    build(campaign, TODAY, Silence())
    assert "Birch Falls Schools tests." in (campaign / "output/site/index.html").read_text("utf-8")


def test_the_default_campaign_holds_without_what_a_district_may_leave_out(
    tmp_path: Path,
) -> None:
    campaign = copy_default_campaign(tmp_path)
    config = campaign / "config.yaml"
    text = re.sub(r"(?m)^policy:\n(?:  .*\n)+", "", config.read_text("utf-8"))
    text = re.sub(r"(?m)^district:\n(?:  .*\n)+", "district:\n  name: Alder Schools\n", text)
    config.write_text(text.replace("  logo: assets/logo.svg\n", ""), "utf-8")
    ledger = Ledger(strict=False)
    material = read_material(campaign, TODAY, Silence(), ledger)
    problems = (*ledger.problems, *check(material, TODAY))
    assert [str(problem) for problem in problems if has_errors([problem])] == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1. {{ given(district.city) }}One\n2. Two\n3. Three", "1. Two\n3. Three"),
        (
            "1. {{ given(district.city) }}One\n2. {{ given(district.city) }}Two\n3. Three",
            "1. Three",
        ),
        ("Do:\n1. {{ given(district.city) }}One\n2. Two", "Do:\n1. Two"),
        ("3. {{ given(district.city) }}One\n4. Two", "3. Two"),
    ],
)
def test_a_list_whose_first_points_are_left_out_begins_where_it_began(
    written: str, expected: str
) -> None:
    assert stands(written) == expected


def test_a_table_of_which_no_row_is_left_goes_with_its_head() -> None:
    row = "| {{ given(district.city) }}Cable | $5 |"
    written = f"Before.\n\n| What | Fee |\n|---|---|\n{row}\n{row}\n\nAfter."
    assert stands(written) == "Before.\nAfter."


def test_a_footnote_goes_whole() -> None:
    assert stands("[^1]: {{ given(district.city) }}Words.") == ""


@pytest.mark.parametrize(
    "written",
    [
        "**{{ given(district.city) }}One{{ otherwise }}Two{{ always }}** and more.",
        "{{ given(district.city) }}**One** and `two` of [three](a.md).",
        "{{ given(district.city) }}2 * 3 * 4",
    ],
)
def test_what_a_mark_holds_for_may_be_bold_code_or_a_link_as_a_whole(written: str) -> None:
    assert standing(written, PLACE, LACKING, TODAY).problems == ()
