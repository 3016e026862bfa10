"""The credential: what it asks for, whether it is there, and the files to hand in."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
import tinyhtml5
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser

from handbill.credential.bundle import zipped
from handbill.credential.contexts import CONTEXTS
from handbill.credential.dossier import Dossier
from handbill.ledger import Ledger
from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.read.campaign import read
from handbill.submission import Submission, draft, submit
from tests.command_line import run, run_process
from tests.conftest import ROOT, TODAY
from tests.html_checker import HtmlChecker

ANSWERS = "content/credential"
REQUIREMENTS = [
    "Why it matters",
    "How it has harmed students",
    "One artifact or more",
    "The landing page",
    "The flyer for families",
    "The policy",
    "Reflection",
]


def copy_in_english(folder: Path) -> Path:
    """The default campaign without its translations, which no reviewer asks for."""
    translated = shutil.ignore_patterns("*.es.md", "*.ar.md", "*.vi.md", "*.zh-Hans.md")
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=translated)
    config = (ROOT / "config.yaml").read_text("utf-8")
    assert "languages: [en, es, ar, zh-Hans, vi]" in config
    config = config.replace("[en, es, ar, zh-Hans, vi]", "[en]")
    (folder / "config.yaml").write_text(config, "utf-8")
    return folder


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return copy_in_english(tmp_path)


def dossier_of(campaign: Path) -> Dossier:
    """What the campaign has of its credential, as a submission finds it; no packet is made."""
    return draft(campaign, TODAY, Silence(), Ledger(strict=False)).dossier


@dataclass(frozen=True)
class Made:
    """A submission, and the folder that it was written into."""

    submission: Submission
    folder: Path


@pytest.fixture(scope="module")
def worked_example(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = copy_in_english(tmp_path_factory.mktemp("credential"))
    submission = submit(folder, TODAY, Silence())
    return Made(submission, folder / "output" / "credential")


def test_the_worked_example_earns_yes_everywhere(worked_example: Made) -> None:
    dossier = worked_example.submission.dossier
    assert [finding.requirement for finding in dossier.findings] == REQUIREMENTS
    assert all(finding.is_met for finding in dossier.findings)
    assert dossier.is_ready
    assert worked_example.submission.problems == ()


def _change(campaign: Path, path: str, old: str, new: str) -> None:
    text = (campaign / path).read_text("utf-8")
    assert text.count(old) == 1, old
    (campaign / path).write_text(text.replace(old, new), "utf-8")


def _line_of(campaign: Path, path: str, text: str) -> int:
    lines = (campaign / path).read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(text))


def _cut_after(campaign: Path, path: str, text: str) -> None:
    """Take out everything from a line on that starts with a text."""
    lines = (campaign / path).read_text("utf-8").splitlines(keepends=True)
    kept = lines[: _line_of(campaign, path, text) - 1]
    (campaign / path).write_text("".join(kept), "utf-8")


def _without_lines(campaign: Path, path: str, *starts: str) -> None:
    lines = (campaign / path).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.strip().startswith(starts)]
    assert len(kept) < len(lines)
    (campaign / path).write_text("".join(kept), "utf-8")


def _ten_words_more(campaign: Path) -> None:
    path = campaign / ANSWERS / "why-it-matters.md"
    path.write_text(path.read_text("utf-8") + "\n" + "more " * 11 + "\n", "utf-8")


def _without_the_answer(campaign: Path) -> None:
    (campaign / ANSWERS / "why-it-matters.md").unlink()


def _without_the_third_effect(campaign: Path) -> None:
    _without_lines(campaign, f"{ANSWERS}/effects.md", "3. ")


def _with_the_second_effect_twice(campaign: Path) -> None:
    path = f"{ANSWERS}/effects.md"
    line = _line_of(campaign, path, "2. ")
    second = (campaign / path).read_text("utf-8").splitlines()[line - 1]
    _without_lines(campaign, path, "3. ")
    text = (campaign / path).read_text("utf-8")
    (campaign / path).write_text(f"{text}3.{second[2:].replace('A phone', 'One phone')}\n", "utf-8")


def _without_effects(campaign: Path) -> None:
    _without_lines(campaign, f"{ANSWERS}/effects.md", "1. ", "2. ", "3. ")


def _without_the_location(campaign: Path) -> None:
    _without_lines(campaign, "config.yaml", "city:", "county:", "state:")
    for name, old in (
        ("landing-page", " is in {{ district.city }}, {{ district.county }}, {{ district.state }}"),
        ("flyer", " over {{ district.county }} in {{ district.state }}, around the town of"),
        ("policy", "In {{ district.city }}, {{ district.state }}, "),
    ):
        _change(campaign, f"{ANSWERS}/{name}.md", old, "")
    _change(campaign, f"{ANSWERS}/flyer.md", " {{ district.city }}.", ".")


def _without_the_location_in_a_background(campaign: Path) -> None:
    _change(
        campaign,
        f"{ANSWERS}/policy.md",
        "In {{ district.city }}, {{ district.state }}, ",
        "Here ",
    )


def _without_the_demographics(campaign: Path) -> None:
    config = (campaign / "config.yaml").read_text("utf-8")
    config = re.sub(r"  demographics:\n(    .*\n)+", "", config)
    config = re.sub(r"  (free_or_reduced_lunch|english_learners): .*\n", "", config)
    (campaign / "config.yaml").write_text(config, "utf-8")


def _without_the_demographics_in_a_background(campaign: Path) -> None:
    path = f"{ANSWERS}/flyer.md"
    _change(
        campaign,
        path,
        " {{ given(district.demographics) }}By group, "
        "its students are {{ district.demographics }}.",
        "",
    )
    _change(
        campaign,
        path,
        " {{ given(district.english_learners) }}{{ district.english_learners }} are learning",
        " Many are learning",
    )


def _without_the_purpose(campaign: Path) -> None:
    _without_lines(campaign, f"{ANSWERS}/policy.md", "purpose:")


def _without_the_kind(campaign: Path) -> None:
    _without_lines(campaign, f"{ANSWERS}/policy.md", "kind:")


def _of_another_kind(campaign: Path) -> None:
    _change(campaign, f"{ANSWERS}/policy.md", "kind: policy", "kind: poster")


def _without_the_background(campaign: Path) -> None:
    _cut_after(campaign, f"{ANSWERS}/policy.md", "{{ given(district.city")


def _without_the_reflection(campaign: Path) -> None:
    (campaign / ANSWERS / "reflection.md").unlink()


def _with_an_empty_reflection(campaign: Path) -> None:
    _cut_after(campaign, f"{ANSWERS}/reflection.md", "Three changes")


def _without_the_flyer(campaign: Path) -> None:
    (campaign / "content/print/flyer.md").unlink()


def _with_a_flyer_that_does_not_build(campaign: Path) -> None:
    _change(
        campaign,
        "content/print/flyer.md",
        "leading_fact: none-or-phone-only",
        "leading_fact: none-or-phone",
    )


def _without_artifacts(campaign: Path) -> None:
    for name in ("landing-page", "flyer", "policy"):
        (campaign / ANSWERS / f"{name}.md").unlink()


MISSING = "write it: Why does it matter that your district knows of the homework gap, and "
KINDS = (
    "write one of: `awareness`: It makes staff or the public aware. `policy`: It sets out a policy."
)
TAKEN_AWAY: list[tuple[Callable[[Path], None], dict[str, list[str]]]] = [
    (
        _ten_words_more,
        {
            "Why it matters": [
                f"{ANSWERS}/why-it-matters.md:15: error: 201 words, and the box holds 200\n"
                "  hint: take one out"
            ]
        },
    ),
    (
        _without_the_answer,
        {
            "Why it matters": [
                f"{ANSWERS}/why-it-matters.md:1: error: this answer is not there\n"
                f"  hint: {MISSING}understands it?"
            ]
        },
    ),
    (
        _without_the_third_effect,
        {
            "How it has harmed students": [
                f"{ANSWERS}/effects.md:16: error: "
                "this answer names 2 different things; it must name 3 or more\n"
                "  hint: write each as an item of a list that starts with 1., 2., 3."
            ]
        },
    ),
    (
        _with_the_second_effect_twice,
        {
            "How it has harmed students": [
                f"{ANSWERS}/effects.md:16: error: "
                "this answer names 2 different things; it must name 3 or more\n"
                "  hint: this says what another one says: "
                '"One phone made the work smaller. Students with only a phone …"'
            ]
        },
    ),
    (
        _without_effects,
        {
            "How it has harmed students": [
                f"{ANSWERS}/effects.md:16: error: "
                "this answer lists nothing; it must name 3 or more\n"
                "  hint: write each as an item of a list that starts with 1., 2., 3."
            ]
        },
    ),
    (
        _without_the_location,
        {
            title: [
                "config.yaml:17: error: "
                "the district's location stands nowhere in config.yaml\n"
                "  hint: write one at least of `city`, `county`, and `state`"
            ]
            for title in ("The landing page", "The flyer for families", "The policy")
        },
    ),
    (
        _without_the_location_in_a_background,
        {
            "The policy": [
                f"{ANSWERS}/policy.md:16: error: "
                "the background does not say where the district is\n"
                "  hint: write `{{ district.city }}, {{ district.state }}` into it"
            ]
        },
    ),
    (
        _without_the_demographics_in_a_background,
        {
            "The flyer for families": [
                f"{ANSWERS}/flyer.md:16: error: "
                "the background does not say who the district's students are, in a figure or two "
                "groups of config.yaml\n"
                "  hint: write `{{ district.demographics }}` into it"
            ]
        },
    ),
    (
        _without_the_purpose,
        {
            "The policy": [
                f"{ANSWERS}/policy.md:2: error: this artifact has no `purpose`\n"
                "  hint: write into its settings what it is for: `purpose: Families learn …`"
            ]
        },
    ),
    (
        _without_the_kind,
        {
            "The policy": [
                f"{ANSWERS}/policy.md:2: error: this artifact has no `kind`\n  hint: {KINDS}"
            ]
        },
    ),
    (
        _of_another_kind,
        {
            "The policy": [
                f"{ANSWERS}/policy.md:6: error: `kind`: `poster` is not one that counts here\n"
                f"  hint: {KINDS}"
            ]
        },
    ),
    (
        _without_the_background,
        {
            "The policy": [
                f"{ANSWERS}/policy.md:2: error: this artifact has no background\n"
                "  hint: say where the district is, who its students are, and why you chose this "
                "form"
            ]
        },
    ),
    (
        _without_the_reflection,
        {
            "Reflection": [
                f"{ANSWERS}/reflection.md:1: error: this answer is not there\n"
                "  hint: write it: Which meaningful changes would make your artifacts more "
                "relevant?"
            ]
        },
    ),
    (
        _with_an_empty_reflection,
        {
            "Reflection": [
                f"{ANSWERS}/reflection.md:2: error: this answer has no words yet\n"
                "  hint: write it: Which meaningful changes would make your artifacts more "
                "relevant?"
            ]
        },
    ),
    (
        _without_the_flyer,
        {
            "The flyer for families": [
                f"{ANSWERS}/flyer.md:5: error: "
                "`artifact`: there is no page or print document content/print/flyer.md\n"
                "  hint: did you mean `content/pages/index.md`?"
            ]
        },
    ),
    (
        _without_artifacts,
        {
            "One artifact or more": [
                f"{ANSWERS}: error: there are 0 artifacts, and it takes 1\n"
                f"  hint: each has a file in {ANSWERS}/, whose `artifact` names it: "
                "content/print/flyer.md"
            ]
        },
    ),
]


@pytest.mark.parametrize(
    ("take_away", "expected"), TAKEN_AWAY, ids=[case[0].__name__[1:] for case in TAKEN_AWAY]
)
def test_what_is_taken_away_is_missing_with_its_file_and_line(
    take_away: Callable[[Path], None], expected: dict[str, list[str]], campaign: Path
) -> None:
    take_away(campaign)

    dossier = dossier_of(campaign)

    missing = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    assert missing == expected
    assert not dossier.is_ready


def test_what_is_not_ready_gets_a_packet_and_no_zip(campaign: Path) -> None:
    _without_the_purpose(campaign)

    submission = submit(campaign, TODAY, Silence())

    folder = campaign / "output/credential"
    written = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert written == list(submission.files)
    assert {"readiness.html", "packet.pdf"} < set(written)
    assert "submission.zip" not in written


def test_demographics_that_config_does_not_know_are_missing_though_all_texts_hold(
    campaign: Path,
) -> None:
    _without_the_demographics(campaign)

    dossier = dossier_of(campaign)

    (landing, *_) = dossier.missing
    assert landing.requirement == "The landing page"
    artifacts = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    assert artifacts["The flyer for families"][-1] == (
        "config.yaml:17: error: "
        "the demographics of the district's students stand nowhere in config.yaml\n"
        "  hint: write one at least of `demographics`, `free_or_reduced_lunch`, and "
        "`english_learners`"
    )
    assert not dossier.is_ready


def test_an_artifact_that_did_not_build_is_missing_with_what_kept_it(campaign: Path) -> None:
    _with_a_flyer_that_does_not_build(campaign)

    submission = submit(campaign, TODAY, Silence())

    missing = {f.requirement: [str(p) for p in f.missing] for f in submission.dossier.missing}
    assert missing["The flyer for families"] == [
        "content/print/flyer.md:6: error: content/print/flyer.md was not built: "
        "there is no fact called `none-or-phone`\n"
        "  hint: did you mean `none-or-phone-only`?"
    ]
    assert missing["The policy"] == [
        "content/print/flyer.md:6: error: content/pages/policy.md was not built, "
        "because of an error elsewhere\n"
        "  hint: mend what is wrong here; nothing is built before"
    ]
    assert {path.name for path in (campaign / "output/credential").iterdir()} == {
        "readiness.html",
        "texts",
    }
    assert not (campaign / "output/site").exists()


def _files(made: Made) -> dict[str, bytes]:
    return {
        path.relative_to(made.folder).as_posix(): path.read_bytes()
        for path in sorted(made.folder.rglob("*"))
        if path.is_file()
    }


def test_each_answer_is_a_file_of_its_own_and_the_zip_holds_what_a_reviewer_opens(
    worked_example: Made,
) -> None:
    texts = [
        "texts/1-why-it-matters.txt",
        "texts/2-effects.txt",
        "texts/3-landing-page.txt",
        "texts/4-flyer.txt",
        "texts/5-policy.txt",
        "texts/6-reflection.txt",
        "texts/sources.txt",
    ]
    files = _files(worked_example)
    assert sorted(files) == sorted(["packet.pdf", "readiness.html", "submission.zip", *texts])
    with zipfile.ZipFile(io.BytesIO(files["submission.zip"])) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert archive.read("packet.pdf") == files["packet.pdf"]
    artifacts = {name.removeprefix("artifacts/") for name in names if name.startswith("artifacts/")}
    assert artifacts == {
        *("index.html", "help.html", "policy.html", "sources.html", "flyer.pdf", "policy.pdf"),
        *("flyer.webp", "policy.webp", "assets/logo.svg"),
    }
    assert set(names) == {"packet.pdf", *(f"artifacts/{name}" for name in artifacts)}


@pytest.mark.parametrize(
    ("link", "held"),
    [
        ("a.html", "a.html"),
        ("a.html#part", "a.html"),
        ("es/#part", "es/index.html"),
        ("es/", "es/index.html"),
        ("es/b.html", "es/b.html"),
        ("#part", None),
        ("https://example.org/a.html", None),
    ],
)
def test_the_zip_holds_what_its_pages_lead_to(link: str, held: str | None) -> None:
    page = f'<p><a href="{link}">More</a></p>'.encode()
    files = {"index.html": page, "a.html": b"", "es/index.html": b"", "es/b.html": b""}
    exhibit: Any = SimpleNamespace(artifacts=[SimpleNamespace(address="index.html")])
    site: Any = SimpleNamespace(files=files)

    with zipfile.ZipFile(io.BytesIO(zipped(b"", [exhibit], site))) as archive:
        names = set(archive.namelist())

    also = {f"artifacts/{held}"} if held else set()
    assert names == {"packet.pdf", "artifacts/index.html", *also}


def test_every_file_of_the_zip_opens(worked_example: Made) -> None:
    with zipfile.ZipFile(worked_example.folder / "submission.zip") as archive:
        for name in archive.namelist():
            _open(name, archive.read(name))


def _open(name: str, content: bytes) -> None:
    suffix = name.rpartition(".")[2]
    if suffix == "pdf":
        with pypdfium2.PdfDocument(content) as document:
            assert document[0].get_textpage().count_chars() > 100
    elif suffix == "html":
        assert tinyhtml5.parse(content.decode()).find(".//{*}h2") is not None or "404" in name
    elif suffix == "txt":
        assert content.decode().strip()
    elif suffix in {"webp", "png"}:
        Image.open(io.BytesIO(content)).verify()
    else:
        assert suffix in {"svg", "xml"}
        ElementTree.fromstring(content)


def test_a_second_run_in_another_process_and_time_zone_makes_the_same_bytes(
    worked_example: Made, campaign: Path
) -> None:
    ran = run_process("credential", "--quiet", "-C", campaign, TZ="Asia/Tokyo", LANG="C.UTF-8")
    assert (ran.status, ran.err) == (0, "")
    again = Made(worked_example.submission, campaign / "output" / "credential")
    assert _files(again) == _files(worked_example)


def test_the_texts_are_what_a_box_takes(worked_example: Made) -> None:
    effects = (worked_example.folder / "texts/2-effects.txt").read_text("utf-8")
    assert effects.startswith("Teachers, counselors and families told us what they see.\n\n1. Gr")
    assert "\n2. A phone made the work smaller. Students with only a phone wrote" in effects
    assert "**" not in effects
    why = (worked_example.folder / "texts/1-why-it-matters.txt").read_text("utf-8")
    assert "7.7% of children aged 3 to 18 had no internet at home, or only a smartphone.[1]" in why
    flyer = (worked_example.folder / "texts/4-flyer.txt").read_text("utf-8").split("\n\n")
    assert flyer[:2] == ["https://example.org/homework-gap/flyer.pdf", "Background"]
    assert flyer[-2] == "Purpose"
    sources = (worked_example.folder / "texts/sources.txt").read_text("utf-8")
    assert sources.startswith("[1] National Center for Education Statistics. (2024). Digest of")
    assert "\n\n[2] Pew Research Center. (2022). " in sources


def test_words_are_counted_as_a_box_in_a_browser_counts_them(
    worked_example: Made, browser: Browser
) -> None:
    page = browser.new_page()
    page.set_content("<textarea></textarea>")
    answers = worked_example.submission.dossier.answers.by_name
    for number, name in ((1, "why-it-matters"), (2, "effects"), (6, "reflection")):
        text = (worked_example.folder / f"texts/{number}-{name}.txt").read_text("utf-8")
        page.fill("textarea", text)
        counted = page.evaluate(
            "document.querySelector('textarea').value.trim().split(/\\s+/).length"
        )
        assert answers[name].words == counted
    page.close()


def test_nothing_of_it_is_under_the_site(campaign: Path) -> None:
    done = run("build", "--quiet", "-C", campaign), run("credential", "--quiet", "-C", campaign)
    assert [ran.status for ran in done] == [0, 0]
    site = campaign / "output" / "site"
    names = {path.name for path in site.rglob("*")}
    assert names.isdisjoint({"packet.pdf", "readiness.html", "submission.zip", "texts"})
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        for said in ("Evenings became long", "Our own count", "credential"):
            assert said not in text


def test_no_name_of_a_person_is_in_the_packet_or_its_metadata(campaign: Path) -> None:
    _change(campaign, "config.yaml", "name: Family Technology Desk", "name: Xaviera Quint")
    submit(campaign, TODAY, Silence())
    folder = campaign / "output" / "credential"
    packet = folder / "packet.pdf"
    with pypdfium2.PdfDocument(packet) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    metadata = pikepdf.open(packet)
    texts = [path.read_text("utf-8") for path in (folder / "texts").iterdir()]
    described = [str(value) for _, value in metadata.docinfo.items()]
    assert "/Author" not in metadata.docinfo
    with metadata.open_metadata() as described_in_xmp:
        assert "dc:creator" not in described_in_xmp
    for text in (*pages, *texts, *described, (folder / "readiness.html").read_text("utf-8")):
        assert "Xaviera" not in text
    with zipfile.ZipFile(folder / "submission.zip") as archive:
        assert archive.comment == b""
        assert {(i.date_time, i.create_system, i.extra) for i in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3, b"")
        }


def test_the_packet_shows_the_parts_in_order_with_links_and_pictures(worked_example: Made) -> None:
    objects = pikepdf.open(worked_example.folder / "packet.pdf")
    with pypdfium2.PdfDocument(worked_example.folder / "packet.pdf") as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    said = " ".join(text.split())
    order = [
        "Part 1. Overview questions",
        "Part 2. Artifacts",
        "The landing page",
        "artifacts/index.html",
        "The flyer for families",
        "artifacts/flyer.pdf (1 page)",
        "The policy",
        "artifacts/policy.pdf (3 pages)",
        "Part 3. Reflection",
        "NCES district number 0000000",
        "58% White, 27% Hispanic",
        "Sources",
    ]
    position = said.index("Sources 5")
    for words in order:
        position = said.index(words, position)
    links = [str(a.A.URI) for p in objects.pages for a in p.get("/Annots", []) if "/A" in a]
    base = "https://example.org/homework-gap/"
    for link in (base, f"{base}flyer.pdf", f"{base}policy.html"):
        assert link in links
    assert len({name for page in objects.pages for name in page.get_images()}) == 7
    assert "of 200 words" not in said
    assert said.count("(not published yet)") == 3
    assert "The review is double blind, so no person is named here." in said


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readiness_page_is_valid_and_accessible(
    worked_example: Made, browser: Browser, html_checker: HtmlChecker, width: int, scheme: str
) -> None:
    file = worked_example.folder / "readiness.html"
    assert html_checker.errors(file.read_bytes()) == []
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.title().startswith("Ready to submit · Foundations of Digital Equity")
    rows = page.locator("tbody tr").all_inner_texts()
    assert [re.split("[\t\n]", row)[0] for row in rows] == REQUIREMENTS
    assert all(row.rstrip().endswith("Yes") for row in rows)
    said = " ".join(page.inner_text("main").split())
    assert (
        "Paste each text into its box, and upload the packet, or the zip, which holds the packet "
        "and the artifacts. A form may forget what is typed when its page is left: paste, and "
        "send it at once."
    ) in said
    assert "To look at before you hand it in The address on the web https://example.org/" in said
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.locator("ul a").all():
        assert (worked_example.folder / str(link.get_attribute("href"))).is_file()
    assert Axe().run(page).response["violations"] == []
    context.close()


def test_the_readiness_page_tells_what_is_missing(campaign: Path, browser: Browser) -> None:
    _without_the_purpose(campaign)
    submit(campaign, TODAY, Silence())
    page = browser.new_page()
    page.goto((campaign / "output/credential/readiness.html").as_uri())
    assert page.locator("h1").inner_text() == "Not ready yet"
    assert "1 of 7 needs something still." in page.locator("main").inner_text()
    (row,) = [r for r in page.locator("tbody tr").all_inner_texts() if r.endswith("No")]
    assert "this artifact has no `purpose`" in row
    assert "This is what there is so far." in page.locator("main").inner_text()
    assert f"{ANSWERS}/policy.md:2" in row
    marked = page.locator("tbody tr.no").all_inner_texts()
    assert marked == [row]
    page.close()


def test_the_command_prints_a_table_and_exits_with_0(campaign: Path) -> None:
    ran = run("credential", "-C", campaign)
    assert ran.status == 0
    table = ran.out[ran.out.index("\nFoundations") :]
    assert re.sub(r"\(\d+\.\d s\)", "(0.0 s)", table) == (
        f"""
Foundations of Digital Equity: Understanding the Homework Gap, Consortium for School Networking (CoSN)

It asks for                 There is                                                                 Ready
Why it matters              content/credential/why-it-matters.md: 190 of 200 words                   Yes
How it has harmed students  content/credential/effects.md: 3 different things, 136 of 200 words      Yes
One artifact or more        content/pages/index.md, content/print/flyer.md, content/pages/policy.md  Yes
The landing page            index.html, in English                                                   Yes
The flyer for families      flyer.pdf, 1 page, in English                                            Yes
The policy                  policy.pdf, 3 pages, in English                                          Yes
Reflection                  content/credential/reflection.md: 161 words                              Yes

To look at before you hand it in
The address on the web: https://example.org/homework-gap is an example, which nobody can open
  hint: publish the site, write its address into config.yaml, and make the packet anew

Ready to submit (0.0 s).
Open {campaign}/output/credential/readiness.html
"""  # noqa: E501 - as it is printed
    )


def test_the_command_tells_what_is_missing_and_exits_with_1(campaign: Path) -> None:
    _without_the_purpose(campaign)
    ran = run("credential", "-C", campaign)
    assert ran.status == 1
    assert ran.err == (
        f"{ANSWERS}/policy.md:2: error: this artifact has no `purpose`\n"
        "  hint: write into its settings what it is for: `purpose: Families learn …`\n"
    )
    assert "\n1 of 7 needs something still (" in ran.out
    table = r"^The policy .* No\n  missing: this artifact has no `purpose`$"
    assert re.search(table, ran.out, re.MULTILINE)


def test_a_file_that_answers_nothing_is_told(campaign: Path) -> None:
    (campaign / ANSWERS / "reflection.md").rename(campaign / ANSWERS / "reflections.md")
    submission = submit(campaign, TODAY, Silence())
    assert [str(problem) for problem in submission.problems] == [
        f"{ANSWERS}/reflections.md:2: warning: "
        "no question of the credential has this answer, and it names no `artifact`\n"
        "  hint: did you mean `reflection.md`?"
    ]


def test_an_answer_in_another_language_is_told(campaign: Path) -> None:
    shutil.copy(campaign / ANSWERS / "reflection.md", campaign / ANSWERS / "reflection.es.md")
    ran = run("check", "--quiet", "-C", campaign)
    assert ran.status == 1
    assert ran.err.splitlines()[:2] == [
        f"{ANSWERS}/reflection.es.md: error: "
        "an answer is in one language, English: nothing reads this file",
        "  hint: remove it",
    ]


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("identifying-challenges", "Identifying challenges", "survey"),
        ("engaging-stakeholders", "Engaging stakeholders", "plan"),
        ("creating-a-district-plan", "Creating a district plan", "plan"),
        ("implementing-the-plan", "Implementing the plan", "evidence"),
    ],
)
def test_the_others_of_the_stack_are_described_and_say_that_they_are_incomplete(
    name: str, title: str, kind: str, campaign: Path
) -> None:
    _change(
        campaign,
        "config.yaml",
        "credential: understanding-the-homework-gap",
        f"credential: {name}",
    )
    for file in ("landing-page", "flyer"):
        _change(campaign, f"{ANSWERS}/{file}.md", "kind: awareness", f"kind: {kind}")
    _change(campaign, f"{ANSWERS}/policy.md", "kind: policy", f"kind: {kind}")
    dossier = dossier_of(campaign)
    assert dossier.credential.title == title
    (missing,) = dossier.missing
    assert missing.requirement == "What else the issuer asks for"
    (problem,) = missing.missing
    lines = (ROOT / "credentials" / f"{name}.yaml").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if text.startswith("incomplete:"))
    assert str(problem).startswith(
        f"credentials/{name}.yaml:{line}: error: "
        "the description of this credential is not complete\n  hint: We know only "
    )


SPANISH = """\
title: Agua limpia en la escuela
issuer: Una red de escuelas
parts:
  - title: Pruebas
    artifacts:
      asks: Dos cosas que enseñen el agua.
      least: 2
      kinds:
        cartel: Un cartel.
  - title: Preguntas
    questions:
      - answer: agua
        title: El agua
        asks: ¿Qué sabe del agua?
        most_words: 5
"""


def test_another_issuers_credential_takes_no_python(campaign: Path) -> None:
    _change(
        campaign,
        "config.yaml",
        "credential: understanding-the-homework-gap",
        "credential: agua",
    )
    (campaign / "credentials").mkdir()
    (campaign / "credentials" / "agua.yaml").write_text(SPANISH, "utf-8")
    shutil.rmtree(campaign / ANSWERS)
    (campaign / ANSWERS).mkdir()
    (campaign / ANSWERS / "agua.md").write_text("---\n---\nEs clara, es de todos.\n", "utf-8")
    for name in ("print/flyer", "pages/index"):
        file = campaign / ANSWERS / f"{name.replace('/', '-')}.md"
        settings = f"artifact: content/{name}.md\nkind: cartel\npurpose: Para ver.\n"
        file.write_text(f"---\n{settings}---\nUn fondo.\n", "utf-8")

    submission = submit(campaign, TODAY, Silence())

    dossier = submission.dossier
    assert dossier.is_ready, dossier.missing
    assert [finding.evidence for finding in dossier.findings][-1] == (
        f"{ANSWERS}/agua.md: 5 of 5 words"
    )
    assert "submission.zip" in submission.files


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        (
            "title: A\nissuer: B\n",
            "credentials/agua.yaml:1: error: `parts` is missing\n"
            "  hint: it is: its parts, in order.",
        ),
        (
            SPANISH.replace("most_words: 5", "most_words: many"),
            "credentials/agua.yaml:15: error: "
            '`parts.2.questions.1.most_words`: "many" is not a whole number\n'
            "  hint: write digits alone: 1840",
        ),
        (
            SPANISH.replace("issuer:", "isuer:"),
            "credentials/agua.yaml:2: error: `isuer` is not a key that Handbill knows\n"
            "  hint: did you mean `issuer`?",
        ),
        (
            SPANISH + "      - answer: agua\n        title: Otra\n        asks: ¿Otra?\n",
            "credentials/agua.yaml: error: two questions have the answer `agua`\n"
            "  hint: rename one of them",
        ),
        (
            SPANISH + "  - title: Nada\n",
            "credentials/agua.yaml:16: error: the part `Nada` asks for nothing\n"
            "  hint: write its `questions` or its `artifacts`",
        ),
    ],
    ids=["no-parts", "no-number", "unknown-key", "twice", "nothing-asked"],
)
def test_a_broken_description_is_told_and_nothing_is_written(
    description: str, expected: str, campaign: Path
) -> None:
    _change(
        campaign,
        "config.yaml",
        "credential: understanding-the-homework-gap",
        "credential: agua",
    )
    (campaign / "credentials").mkdir()
    (campaign / "credentials" / "agua.yaml").write_text(description, "utf-8")
    with pytest.raises(CampaignError) as wrong:
        submit(campaign, TODAY, Silence())
    assert str(wrong.value) == expected
    assert not (campaign / "output").exists()


def test_a_credential_that_is_not_there_is_told(campaign: Path) -> None:
    _change(
        campaign,
        "config.yaml",
        "credential: understanding-the-homework-gap",
        "credential: understanding-the-homework-gaps",
    )
    ran = run("credential", "--quiet", "-C", campaign)
    line = _line_of(campaign, "config.yaml", "credential:")
    assert ran.status == 1
    assert ran.err == (
        f"config.yaml:{line}: error: "
        "`credential`: there is no credentials/understanding-the-homework-gaps.yaml\n"
        "  hint: did you mean `understanding-the-homework-gap`?\n"
        "1 error. Nothing was written; output/ is as it was.\n"
    )


def _a_real_district(campaign: Path) -> None:
    _without_lines(campaign, "config.yaml", "notice:")
    _change(campaign, "config.yaml", "url: https://example.org/", "url: https://otter.k12.mt.us/")


def test_a_worked_example_is_no_answer_of_a_real_district(campaign: Path) -> None:
    _a_real_district(campaign)
    _without_lines(campaign, f"{ANSWERS}/reflection.md", "example:")
    reflection = campaign / ANSWERS / "reflection.md"
    front_matter = reflection.read_text("utf-8").partition("\n---\n")[0]
    own = "We would count again in the spring, and ask each family which help it used. " * 3
    reflection.write_text(f"{front_matter}\n---\n{own}\n", "utf-8")

    dossier = dossier_of(campaign)

    missing = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    says = "this is the worked example still, of a fictional district"
    hint = "  hint: write what is so in yours, and remove this line"
    assert missing == {
        "Why it matters": [f"{ANSWERS}/why-it-matters.md:4: error: {says}\n{hint}"],
        "How it has harmed students": [f"{ANSWERS}/effects.md:4: error: {says}\n{hint}"],
        "The landing page": [f"{ANSWERS}/landing-page.md:12: error: {says}\n{hint}"],
        "The flyer for families": [f"{ANSWERS}/flyer.md:10: error: {says}\n{hint}"],
        "The policy": [f"{ANSWERS}/policy.md:10: error: {says}\n{hint}"],
    }


def test_the_words_of_the_worked_example_are_no_answer_of_a_real_district(campaign: Path) -> None:
    _a_real_district(campaign)
    for answer in (campaign / ANSWERS).glob("*.md"):
        _without_lines(campaign, f"{ANSWERS}/{answer.name}", "example:")

    dossier = dossier_of(campaign)

    found = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    assert found["Reflection"] == [
        f"{ANSWERS}/reflection.md:13: error: the worked example, of a fictional district, says the "
        "same: lines 13, 15, 17, 19, 21\n  hint: write what is so in yours"
    ]
    assert len(found) == 6


def test_an_answer_that_cannot_be_read_is_missing_for_that_reason(campaign: Path) -> None:
    (campaign / ANSWERS / "reflection.md").write_text("Words alone.\n", "utf-8")

    dossier = dossier_of(campaign)

    missing = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    assert missing["Reflection"] == [
        f"{ANSWERS}/reflection.md:1: error: the first line is not `---`\n"
        "  hint: put `---` on a line before the settings and on one after them"
    ]
    assert missing["The policy"][0].startswith(
        f"{ANSWERS}/reflection.md:1: error: content/pages/policy.md was not built, because of"
    )


def test_an_answer_with_an_error_is_not_ready(campaign: Path) -> None:
    path = campaign / ANSWERS / "reflection.md"
    path.write_text(path.read_text("utf-8") + "\n<b>More</b>\n", "utf-8")

    dossier = dossier_of(campaign)

    missing = {f.requirement: [p.message for p in f.missing] for f in dossier.missing}
    assert missing["Reflection"] == ["`<b>` is HTML, which content cannot hold"]


def test_an_answer_that_cannot_be_filled_counts_no_words(campaign: Path) -> None:
    path = campaign / ANSWERS / "reflection.md"
    path.write_text(path.read_text("utf-8") + "\n{{ nonsense }}\n", "utf-8")

    dossier = dossier_of(campaign)

    (finding,) = (f for f in dossier.missing if f.requirement == "Reflection")
    assert finding.evidence == f"{ANSWERS}/reflection.md"
    assert [p.message for p in finding.missing] == ["nothing here is called `nonsense`"]


def test_the_file_of_an_artifact_that_cannot_be_read_has_a_row_of_its_own(campaign: Path) -> None:
    _change(campaign, f"{ANSWERS}/flyer.md", "kind: awareness", "kind: [awareness")

    dossier = dossier_of(campaign)

    missing = {f.requirement: [str(p) for p in f.missing] for f in dossier.missing}
    assert missing[f"{ANSWERS}/flyer.md"][0].startswith(f"{ANSWERS}/flyer.md:")


def test_an_empty_item_is_no_effect(campaign: Path) -> None:
    path = f"{ANSWERS}/effects.md"
    lines = (campaign / path).read_text("utf-8").splitlines()
    lines[_line_of(campaign, path, "3. ") - 1] = "3. "
    (campaign / path).write_text("\n".join(lines[: _line_of(campaign, path, "3. ")]), "utf-8")

    dossier = dossier_of(campaign)

    (finding,) = dossier.missing
    assert [p.message for p in finding.missing] == [
        "this answer names 2 different things; it must name 3 or more"
    ]


def test_a_fact_about_the_country_is_no_demographic_of_the_district(campaign: Path) -> None:
    """12% of teens could not finish homework; 12% of the district's students learn English."""
    path = f"{ANSWERS}/flyer.md"
    front = (campaign / path).read_text("utf-8").split("---\n")[1]
    (campaign / path).write_text(
        f"---\n{front}---\n\n{{{{ district.city }}}}, {{{{ district.state }}}}. "
        '{{ fact("cannot-finish") }}.\n',
        "utf-8",
    )

    dossier = dossier_of(campaign)

    (finding,) = dossier.missing
    assert [p.message for p in finding.missing] == [
        "the background does not say who the district's students are, "
        "in a figure or two groups of config.yaml"
    ]


def test_each_part_takes_the_artifacts_of_its_kinds(campaign: Path) -> None:
    description = (
        "title: Two parts\nissuer: A board\nparts:\n"
        "  - title: A plan\n    artifacts:\n      asks: One.\n      least: 1\n"
        "      kinds:\n        policy: It sets out a policy.\n"
        "  - title: A survey\n    artifacts:\n      asks: One.\n      least: 1\n"
        "      kinds:\n        awareness: It makes people aware.\n      most_words: 20\n"
    )
    (campaign / "credentials").mkdir()
    (campaign / "credentials" / "own.yaml").write_text(description, "utf-8")
    _change(campaign, "config.yaml", "understanding-the-homework-gap", "own")

    findings = dossier_of(campaign).findings

    assert [(f.part, f.requirement, f.is_met) for f in findings] == [
        ("A plan", "One artifact or more", True),
        ("A plan", "The policy", True),
        ("A survey", "One artifact or more", True),
        ("A survey", "The landing page", False),
        ("A survey", "The flyer for families", False),
    ]
    over = findings[-1].missing[0]
    said = re.fullmatch(r"the background has (\d+) words, and may have 20", over.message)
    assert said
    assert over.hint == f"take {int(said[1]) - 20} out"


def test_a_text_is_numbered_by_its_place_in_the_form(campaign: Path) -> None:
    _without_the_answer(campaign)

    submission = submit(campaign, TODAY, Silence())

    assert "texts/2-effects.txt" in submission.files
    assert not any(name.startswith("texts/1-") for name in submission.files)


@pytest.mark.parametrize(
    ("what", "text", "says_it"),
    [
        ("location", "Ours is a small town in Ohio.", True),
        ("location", "Maple Hollow School District made this.", False),
        ("location", "Maple Hollow lies in the hills.", True),
        ("location", "Of Ohioan make.", False),
        ("demographics", "12% are learning English.", True),
        ("demographics", "12 percent are learning English.", True),
        ("demographics", "312% is no share of ours.", False),
        ("demographics", "Most are White or Hispanic.", True),
        ("demographics", "It is printed in black and white.", False),
        ("demographics", "The Black family teaches here.", False),
        ("demographics", "The Black family and many Hispanic ones.", True),
    ],
)
def test_what_a_background_says_of_the_district(what: str, text: str, says_it: bool) -> None:
    campaign, _ = read(ROOT)
    assert campaign is not None
    assert CONTEXTS[what].is_said(text, campaign) is says_it


def test_an_answer_that_nothing_asks_for_is_not_handed_in(campaign: Path) -> None:
    (campaign / ANSWERS / "diary.md").write_text("---\n---\nDear diary.\n", "utf-8")
    submission = submit(campaign, TODAY, Silence())
    assert not [name for name in submission.files if "diary" in name]
    assert [str(problem) for problem in submission.problems] == [
        f"{ANSWERS}/diary.md:2: warning: "
        "no question of the credential has this answer, and it names no `artifact`\n"
        "  hint: remove it; it will not be handed in"
    ]


def test_an_artifact_without_a_word_of_its_language_is_shown_as_it_is(campaign: Path) -> None:
    _change(campaign, "config.yaml", "languages: [en]", "languages: [en, es]")
    _change(campaign, "content/print/flyer.md", "audience:", "languages: [es]\naudience:")

    dossier = dossier_of(campaign)

    assert dossier.is_ready, dossier.missing
    assert [exhibit.file for exhibit in dossier.exhibits][1] == "artifacts/es/flyer.pdf"


def test_of_several_languages_the_default_one_is_shown(campaign: Path) -> None:
    _change(campaign, "config.yaml", "languages: [en]", "languages: [en, es]")
    _change(campaign, "content/pages/policy.md", "pdf: policy", "pdf: policy\nlanguages: [es, en]")
    shutil.copy(ROOT / "content/pages/policy.es.md", campaign / "content/pages")

    exhibits = dossier_of(campaign).exhibits

    assert "artifacts/policy.pdf" in [exhibit.file for exhibit in exhibits]
