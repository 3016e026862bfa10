"""The sample never speaks for a real district: each thing of it that is left there is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handbill.check.sample import check_sample
from handbill.check.unwritten import UNWRITTEN
from handbill.pipeline import build
from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.read.campaign import read
from tests.command_line import run
from tests.conftest import ROOT, TODAY

HERE = Path(__file__).parent / "sample"
POLICY = "content/pages/policy.md"
HOTSPOT = "content/help/hotspot.md"
KEEP = (
    "where all that is left here is kept in your schools, too, write `ours: yes` into the "
    "settings of this file"
)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """The default campaign, of which a leader has rewritten config.yaml alone."""
    folder = _default(tmp_path / "lakeview")
    shutil.copy(HERE / "config.yaml", folder)
    return folder


def _default(folder: Path) -> Path:
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "assets", folder / "assets")
    for file in ROOT.glob("config*.yaml"):
        shutil.copy(file, folder)
    return folder


def _told(folder: Path, *paths: str) -> list[str]:
    """What is told of the sample, without hints; of some files alone, where they are named."""
    campaign, problems = read(folder)
    assert campaign is not None, problems
    return [
        f"{problem.place}: {problem.message}"
        for problem in check_sample(campaign)
        if not paths or problem.place.path in paths
    ]


def _change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


def test_whoever_rewrites_config_yaml_alone_is_told_all_that_is_left_of_the_sample(
    campaign: Path, pytestconfig: pytest.Config
) -> None:
    ran = run("check", "-C", campaign, "--quiet")
    expected = HERE / "expected.txt"
    if pytestconfig.getoption("--renew-golden"):
        expected.write_text(ran.err, "utf-8")
    assert ran.err == expected.read_text("utf-8")
    assert ran.status == 0


@pytest.mark.parametrize("words", [("build", "--strict"), ("build", "--to-publish")])
def test_nothing_of_it_is_built_with_strict_or_to_publish(
    campaign: Path, words: tuple[str, ...]
) -> None:
    ran = run(*words, "-C", campaign, "--quiet")
    assert ran.status == 1
    assert "content/data/places.csv:2: " in ran.err
    assert ran.err.endswith("Nothing was written; output/ is as it was.\n")
    assert not (campaign / "output").exists()


def test_to_publish_only_what_is_left_of_the_sample_is_an_error(campaign: Path) -> None:
    with pytest.raises(CampaignError) as stopped:
        build(campaign, TODAY, Silence(), dry=True, publishing=True)
    for problem in stopped.value.problems:
        about_translations = re.search("reviewed|has changed|`notice`", problem.message)
        assert problem.severity == ("warning" if about_translations else "error")
    assert sum(problem.severity == "error" for problem in stopped.value.problems) == 53


def test_the_sample_itself_is_silent_and_can_be_published(tmp_path: Path) -> None:
    assert _told(_default(tmp_path / "sample")) == []


def test_the_samples_name_without_its_notice_is_no_sample(tmp_path: Path) -> None:
    folder = _default(tmp_path / "sample")
    text = (folder / "config.yaml").read_text("utf-8")
    (folder / "config.yaml").write_text(re.sub("notice:.*\n", "", text), "utf-8")
    assert _told(folder, "config.yaml") == [
        "config.yaml:24: `district.nces_id` is Maple Hollow's: 0000000",
        "config.yaml:26: `district.enrollment` is Maple Hollow's: 1840",
        "config.yaml:27: `district.schools` is Maple Hollow's: 4",
        "config.yaml:30: `district.locale` is Maple Hollow's: Rural, fringe",
        "config.yaml:32: `district.demographics` is Maple Hollow's: "
        "White: 58%; Hispanic: 27%; Black: 8%; Asian: 3%; Two or more races: 4%",
        "config.yaml:39: `district.free_or_reduced_lunch` is Maple Hollow's: 54%",
        "config.yaml:40: `district.english_learners` is Maple Hollow's: 12%",
        "config.yaml:43: `district.contact.name` is Maple Hollow's: Family Technology Desk",
        "config.yaml:62: `policy.number` is Maple Hollow's: 6173",
        "config.yaml:64: `policy.adopted` is Maple Hollow's: 2025-08-12",
        "config.yaml:65: `policy.revised` is Maple Hollow's: 2026-08-11",
        "config.yaml:66: `policy.next_review` is Maple Hollow's: 2027-08-10",
        "config.yaml:56: `logo`: assets/logo.svg is Maple Hollow's",
        "config.yaml:6: `title` names Maple Hollow",
        "config.yaml:18: `district.name` names Maple Hollow",
        "config.yaml:19: `district.short_name` names Maple Hollow",
        "config.yaml:20: `district.city` names Maple Hollow",
        "config.yaml:21: `district.county` names Alder County",
        "config.yaml:47: `district.contact.address` names Maple Hollow",
        "config.yaml:9: `url`: https://example.org/homework-gap is nobody's address, and the QR "
        "codes would lead there",
        "config.yaml:45: `phone`: 555-0142 is nobody's number",
        "config.yaml:46: `email`: families@example.org is nobody's address",
    ]


def test_the_samples_notice_under_another_name_is_told(campaign: Path) -> None:
    notice = "notice: Maple Hollow School District is fictional.\nlanguages:"
    _change(campaign, "config.yaml", "languages:", notice)
    _change(campaign, "config.yaml", "614-292-7000", "555-0142")
    assert _told(campaign, "config.yaml") == [
        "config.yaml:33: `logo`: assets/logo.svg is Maple Hollow's",
        "config.yaml:4: `notice` names Maple Hollow",
        "config.yaml:26: `phone`: 555-0142 is nobody's number",
    ]


def test_a_district_that_says_itself_that_it_is_made_up_may_have_numbers_that_are(
    campaign: Path,
) -> None:
    _change(campaign, "config.yaml", "languages:", "notice: Lakeview is made up.\nlanguages:")
    _change(campaign, "config.yaml", "614-292-7000", "555-0142")
    assert _told(campaign, "config.yaml") == [
        "config.yaml:33: `logo`: assets/logo.svg is Maple Hollow's"
    ]


def test_a_promise_is_told_until_its_words_are_others_however_they_are_spaced(
    campaign: Path,
) -> None:
    before = _told(campaign, POLICY)
    _change(campaign, POLICY, "We lend a hotspot, a laptop,", "We lend a  hotspot,\n   a laptop,")
    _change(campaign, POLICY, "student\u2019s home", "student's home")
    assert len(_told(campaign, POLICY)) == len(before) == 23
    _change(campaign, POLICY, "at least two school days", "at least three school days")
    _change(campaign, POLICY, "5. Our equipment filters the internet", "5. A filter filters it")
    assert len(_told(campaign, POLICY)) == 21


def test_a_promise_is_told_in_whichever_file_it_stands(campaign: Path) -> None:
    (campaign / POLICY).rename(campaign / "content/pages/lending.md")
    assert len(_told(campaign, "content/pages/lending.md")) == 23


def test_who_keeps_the_promises_says_so_once_a_file(campaign: Path) -> None:
    _change(campaign, POLICY, "layout: policy-page", "layout: policy-page\nours: yes")
    _change(campaign, HOTSPOT, "cost: Free", "cost: Free\nours: yes")
    assert _told(campaign, POLICY, HOTSPOT) == [
        f"{HOTSPOT}:9: `checked` is Maple Hollow's: 2026-11-12"
    ]
    _change(campaign, HOTSPOT, "checked: 2026-11-12", "checked: 2026-11-20")
    assert _told(campaign, POLICY, HOTSPOT) == []
    translations = ("content/pages/policy.es.md", "content/help/hotspot.es.md")
    assert _told(campaign, *translations) == []
    _change(campaign, HOTSPOT, "A hotspot is", "Call 555-0142 in Maple Hollow. A hotspot is")
    assert _told(campaign, HOTSPOT) == [
        f"{HOTSPOT}:12: this text names Maple Hollow",
        f"{HOTSPOT}:12: this text: 555-0142 is nobody's number",
    ]


def test_headings_and_days_of_the_sample_are_told(campaign: Path) -> None:
    _change(campaign, HOTSPOT, "A box that makes Wi-Fi", "A small box for Wi-Fi")
    headings = [
        line for line in _told(campaign, "content/pages/help.md") if "in three steps" in line
    ]
    assert headings == [
        "content/pages/help.md:11: this is a promise of Maple Hollow, not yours: "
        '"How to borrow a hotspot, in three steps"'
    ]
    days = [line for line in _told(campaign) if re.search("2026-11-12", line)]
    assert days == [
        "content/help/hotspot.md:8: `checked` is Maple Hollow's: 2026-11-12",
        "content/print/flyer.md:8: `date` is Maple Hollow's: 2026-11-12",
    ]
    _change(campaign, HOTSPOT, "checked: 2026-11-12", "checked: 2026-11-20")
    assert not any("checked" in line for line in _told(campaign, HOTSPOT))


def test_of_an_offer_that_was_rewritten_in_part_the_rest_is_told(campaign: Path) -> None:
    assert _told(campaign, HOTSPOT) == [
        f"{HOTSPOT}:2: this offer is Maple Hollow's: Borrow a hotspot"
    ]
    _change(campaign, HOTSPOT, "how: Call us or ask at any school office.", "how: Call us.")
    assert _told(campaign, HOTSPOT) == [
        f"{HOTSPOT}:3: this is a promise of Maple Hollow, not yours: "
        '"A box that makes Wi-Fi, all school year. You only need your…"',
        f"{HOTSPOT}:4: this is a promise of Maple Hollow, not yours: "
        '"Any {{ district.short_name }} student with no internet at h…"',
        f"{HOTSPOT}:11: this is a promise of Maple Hollow, not yours: "
        '"A hotspot is a small box that makes Wi-Fi. You can keep it…"',
        f"{HOTSPOT}:8: `checked` is Maple Hollow's: 2026-11-12",
    ]


def test_a_translation_of_what_is_promised_no_more_is_told_as_publishing_tells_it(
    campaign: Path,
) -> None:
    index, spanish = "content/pages/index.md", "content/pages/index.es.md"
    _change(campaign, index, "- Each school has hotspots and laptops to lend, all year.\n", "")
    _change(campaign, index, "the signal reaches the cars", "the signal is good")
    says = (
        "this translation promises what Maple Hollow does, and the original no more: "
        "lines 26 and 33"
    )
    assert _told(campaign, spanish) == [f"{spanish}:26: {says}"]
    refused = run("check", "--to-publish", "-C", campaign)
    assert f"{spanish}:26: error: {says}\n" in refused.err
    run("translations", "-C", campaign, "--accept", spanish)
    assert _told(campaign, spanish) == [f"{spanish}:26: {says}"]


def test_a_translation_that_names_the_sample_in_its_letters_is_told(campaign: Path) -> None:
    arabic = "content/pages/help.ar.md"
    text = (campaign / arabic).read_text("utf-8")
    (campaign / arabic).write_text(f"{text}\nميبل هولو\n\nميبل هولو 555-0142\n", "utf-8")
    last = text.count("\n") + 2
    assert _told(campaign, arabic) == [
        f"{arabic}:{last}: this translation names ميبل هولو (Maple Hollow): "
        f"lines {last} and {last + 2}",
        f"{arabic}:{last + 2}: this text: 555-0142 is nobody's number",
    ]


def test_a_place_with_another_name_is_told_by_what_else_it_has(campaign: Path) -> None:
    rows = (
        "Lakeview Public Library,12 Main Street,Mon-Sat 9am-8pm,614-292-7001",
        "Lakeview High School,40 School Street,Daily 24 hours,",
        "Dell County Center,12 Main Street,Mon-Fri 9am-5pm,614-292-7002",
        "Lakeview Pool,3 Maple Hollow Road,Daily 24 hours,555-0118",
    )
    table = "\n".join(("name,address,hours,phone", *rows))
    (campaign / "content/data/places.csv").write_text(table, "utf-8")
    assert _told(campaign, "content/data/places.csv") == [
        "content/data/places.csv:2: this place is Maple Hollow's: Lakeview Public Library, "
        "12 Main Street",
        "content/data/places.csv:3: this place is Maple Hollow's: Lakeview High School, "
        "40 School Street",
        "content/data/places.csv:5: `phone`: 555-0118 is nobody's number",
    ]


def test_a_logo_is_known_by_its_bytes_and_by_the_name_in_it(campaign: Path) -> None:
    logo = "config.yaml:32: `logo`: assets/logo.svg is Maple Hollow's"
    _change(campaign, "assets/logo.svg", "#14213D", "#204020")
    assert _told(campaign, "config.yaml") == [logo]
    _change(campaign, "assets/logo.svg", "Maple Hollow", "Lakeview")
    assert _told(campaign, "config.yaml") == []
    shutil.copy(ROOT / "assets/logo.svg", campaign / "assets/house.svg")
    assert _told(campaign, "config.yaml") == []
    _change(campaign, "config.yaml", "assets/logo.svg", "assets/house.svg")
    assert _told(campaign, "config.yaml") == [logo.replace("logo.svg", "house.svg")]


def _lunch(folder: Path) -> None:
    _change(folder, "config.yaml", "free_or_reduced_lunch: 49%", "free_or_reduced_lunch: 54%")


def _number(folder: Path) -> None:
    _change(folder, "config.yaml", 'number: "412"', 'number: "6173"')


def _schools(folder: Path) -> None:
    _lunch(folder)
    _change(folder, "config.yaml", "schools: 5", "schools: 4")
    _change(folder, "config.yaml", "Town, distant", "Rural, fringe")


@pytest.mark.parametrize("likely", [_lunch, _number, _schools])
def test_what_a_real_district_may_well_have_too_is_not_told(
    campaign: Path, likely: Callable[[Path], None]
) -> None:
    before = _told(campaign)
    likely(campaign)
    assert _told(campaign) == before


@pytest.mark.parametrize(
    "words",
    [
        "Call 614-555-0200 or 555-1142, or 1-800-234-9473.",
        "The stop is at 12 Main Street, near Maple Hollow Road and Maple Hollow Ln.",
        "Grade 5550142 is an account. 1555-0142-9 is one, too.",
        "Write to help@myexample.org or see https://example.org.uk and counterexample.com.",
        "We follow an example. Organize it well. Maples hollow out.",
        "Teachers tell you ahead of time when homework needs the internet at home.",
        "Borrow a laptop. It is free until June.",
    ],
)
def test_plausible_words_of_a_real_district_are_its_own(campaign: Path, words: str) -> None:
    page = "content/pages/sources.md"
    _change(campaign, page, "## How to read them", f"{words}\n\n## How to read them")
    assert _told(campaign, page) == []


@pytest.mark.parametrize("extension", ["", " ext. 3", ",,3"])
def test_a_number_for_examples_is_told_with_its_extension(campaign: Path, extension: str) -> None:
    config = campaign / "config.yaml"
    text = re.sub(r"phone: .*", f"phone: (614) 555-0142{extension}", config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    told = _told(campaign, "config.yaml")
    assert any(f"`phone`: (614) 555-0142{extension} is nobody's number" in one for one in told)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Call 614-555-0142.", "614-555-0142 is nobody's number"),
        ("Call (614)\u00a0555\u20110199.", "(614)\u00a0555\u20110199 is nobody's number"),
        ("Call (614) 555 0199 now.", "(614) 555 0199 is nobody's number"),
        ("Call +1.614.555.0100.", "+1.614.555.0100 is nobody's number"),
        ("Write to a.b@mail.example.edu.", "a.b@mail.example.edu is nobody's address"),
        ("See [it](https://www.example.com/x).", "https://www.example.com/x is nobody's address"),
        ("See example.net, please.", "example.net is nobody's address"),
    ],
)
def test_numbers_and_addresses_that_are_kept_for_examples_are_told_in_texts(
    campaign: Path, words: str, found: str
) -> None:
    page = "content/pages/sources.md"
    _change(campaign, page, "## How to read them", f"{words}\n\n## How to read them")
    line = (campaign / page).read_text("utf-8").split("\n").index(words) + 1
    assert _told(campaign, page) == [f"{page}:{line}: this text: {found}"]


def test_who_mended_all_of_it_is_told_no_more(campaign: Path) -> None:
    shutil.rmtree(campaign / "content/pages")
    shutil.rmtree(campaign / "content/print")
    for name in ("hotspot", "laptop"):
        for file in (campaign / "content/help").glob(f"{name}.*"):
            file.unlink()
    (campaign / "content/data/places.csv").unlink()
    for file in campaign.glob("config.*.yaml"):
        file.unlink()
    _change(campaign, "config.yaml", "  logo: assets/logo.svg\n", "")
    assert _told(campaign) == []


def test_what_new_wrote_is_told_when_its_notice_is_gone(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    folder = tmp_path / "radon"
    assert run("new", folder).status == 0
    assert _told(folder) == []
    _change(folder, "config.yaml", "notice: This is a sample.", "# notice: This was a sample.")
    ran = run("check", "-C", folder, "--quiet")
    expected = HERE / "new.txt"
    if pytestconfig.getoption("--renew-golden"):
        expected.write_text(ran.err, "utf-8")
    assert ran.err == expected.read_text("utf-8")
    told = re.findall(r'what `new` wrote here: "(.*)"', ran.err)
    assert {*told} == {*UNWRITTEN}, "each of them stands in what `new` writes"
    assert run("check", "-C", folder, "--quiet", "--to-publish").status == 1
