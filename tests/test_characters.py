"""Characters that nobody sees, or that went wrong on their way: in YAML, CSV and addresses."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.characters import for_machines, for_people
from handbill.languages import is_known, unknown
from handbill.problems import Place
from handbill.web_addresses import NoAddress, read_site_address, read_web_address
from handbill.yaml_lines import parse_mapping
from tests.test_problems import as_text, copy_base, problems_of


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("\u202d555-0143\u202c", "555-0143"),
        ("555\u20110143", "555-0143"),
        ("a\u00a0b\u202fc", "a b c"),
        ("\ufeffx\u200b", "x"),
        ("\uff21\uff22\uff11", "AB1"),
        ("2026\u201311\u201302", "2026-11-02"),
    ],
)
def test_a_machine_reads_what_is_seen(written: str, seen: str) -> None:
    assert for_machines(written) == seen


@pytest.mark.parametrize(
    "kept", ["می\u200cخواهیم", "क्\u200dष", "Wi-Fi \u200f(واي فاي)", "👩\u200d🏫", "geo\u00adgraphy"]
)
def test_what_a_language_writes_with_stays(kept: str) -> None:
    assert for_people(kept) == kept


def test_what_only_steers_a_text_goes() -> None:
    assert for_people("\u202a12 Main\u00a0Street\u202c\u200b") == "12 Main Street"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("title:\u00a0Case\n", {"title": "Case"}),
        ("title:\u00a0\u00a0Case\u00a0at noon\n", {"title": "Case\u00a0at noon"}),
        ("\u00a0title: Case\n", {"title": "Case"}),
        ("a:\n\u00a0\u00a0b: c\n", {"a": {"b": "c"}}),
        ("title\uff1aCase\nmenu\uff1a x\n", {"title": "Case", "menu": "x"}),
        ("menu\u200b: x\n", {"menu": "x"}),
        ("languages:\n-\u00a0en\n-\u00a0es\n", {"languages": ["en", "es"]}),
        (
            "title: 12:30\nurl: https://example.org\n",
            {"title": "12:30", "url": "https://example.org"},
        ),
        ("note: |\n  a: b\n  c\n", {"note": "a: b\nc\n"}),
        ('title: "a\uff1ab"\n', {"title": "a\uff1ab"}),
    ],
)
def test_yaml_is_read_as_it_looks(written: str, value: object) -> None:
    parsed = parse_mapping(written, "f.yaml")
    assert parsed.problems == ()
    assert parsed.value == value


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/gap", "https://example.org/gap"),
        ("https://example.org/gap/index.html", "https://example.org/gap/"),
        ("https://example.org/index.HTM", "https://example.org/"),
        ("https://www.example.org/gap", "https://www.example.org/gap"),
        ("https://example.org/gap\u200b", "https://example.org/gap"),
        ("\u202ahttps://example.org\u202c", "https://example.org"),
        ("https\uff1a//example.org", "https://example.org"),
        ("https://münchen.de/schule", "https://münchen.de/schule"),
        ("http://localhost:8000/x", "http://localhost:8000/x"),
        ("https://192.0.2.7/x", "https://192.0.2.7/x"),
    ],
)
def test_the_address_of_a_site_is_that_of_its_folder(written: str, address: str) -> None:
    assert read_site_address(written) == address


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        (
            "https://example.org/a#top",
            "has a `#`, and more addresses could not begin with it",
            "write https://example.org/a",
        ),
        (
            "https://example.org/a?x=1",
            "has a `?`, and more addresses could not begin with it",
            "write https://example.org/a",
        ),
        (
            "https://ana:secret@example.org",
            "holds a name or a password",
            "leave out what stands before the @: everybody would read it",
        ),
        (
            "https://example.org:99999/a",
            "has a port that there is not",
            "leave out the colon and the number",
        ),
        (
            "https://example.org//[",
            "holds `[`, which no address can",
            "copy it from a browser",
        ),
        (
            "https://[",
            "has no name of a site after https://",
            "write one like https://example.org/campaign",
        ),
        (
            "https://example,org",
            "has no name of a site after https://",
            "write a full stop for the comma: example.org",
        ),
        ("https://https://example.org", "begins with https:// twice", "write https://example.org"),
        (
            "http//example.org",
            "does not begin with https:// as it must",
            "write https://example.org",
        ),
        (
            "www.example.org",
            "is not a web address like https://example.org/campaign",
            "write https://www.example.org",
        ),
        ("https://exa mple.org", "has a space in it", "write it without; a browser shows how"),
        ("ftp://example.org", "is not a web address like https://example.org/campaign", ""),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_by_its_own_reason(
    written: str, says: str, hint: str
) -> None:
    assert read_site_address(written) == NoAddress(says, hint)


def test_a_page_of_others_may_have_a_query_and_an_anchor() -> None:
    address = "https://example.org/find?zip=12345&far=10#results"
    assert read_web_address(address) == address


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        *(("prs", "fa-AF"), ("kar", "ksw"), ("cn", "zh-Hans"), ("jp", "ja"), ("vn", "vi")),
        *(("sp", "es"), ("zh_Hans", "zh-Hans"), ("spanish", "es")),
    ],
)
def test_a_code_by_another_name_is_told_by_the_one_that_is_known(code: str, meant: str) -> None:
    assert not is_known(code)
    assert is_known(meant)
    assert meant in unknown(code, Place("config.yaml", 3)).hint


RIGHT = {
    "pt": "NÃO é só São Paulo: à noite, às 9 h, há «pão» e “maçã”.",
    "fr": "Être là où l’on s’élève, Âme à Âme : «\u00a0Ça va\u00a0» à 25\u00a0°C.",
    "vi": "Đường đến trường Âu Cơ có Wi-Fi; ấy là điều quý vị cần.",
    "tr": "İstanbul’da ödev için internet şart; ağabeyim ığdır.",
    "es": "Él dijo: «está aquí». ¿Año nuevo? ¡Ñandú! “Sí”…",
    "de": "Müller & Söhne, Straße 5; § 3 – „größer“.",
    "so": "Waxaan u baahanahay internet-ka guriga si aan shaqada guriga u qabto.",
    "el": "Ο μαθητής χρειάζεται διαδίκτυο — “στο σπίτι”.",
    "he": "שיעורי בית דורשים אינטרנט – “בבית”.",
    "hmn": "Cov ntaub ntawv tom tsev yuav tsum muaj internet.",
    "tl": "Ang takdang-aralin ay nangangailangan ng internet. “Oo,” sabi niya.",
}


@pytest.mark.parametrize("language", RIGHT)
def test_texts_of_many_languages_are_left_in_peace(tmp_path: Path, language: str) -> None:
    base = copy_base(tmp_path)
    page = base / "content/pages/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n{RIGHT[language]}\n", "utf-8")
    told = as_text(problems_of(base))
    assert "encoding" not in told
    assert "lost" not in told
