"""What the program knows of its sample is what stands in the default campaign."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from handbill.campaign import Campaign, Content
from handbill.read.campaign import read
from handbill.sample import (
    Passage,
    days_of,
    logo_of,
    passages,
    passages_of,
    passages_translated,
    the_sample,
    values_of,
)
from tests.conftest import ROOT

RECORD = ROOT / "handbill" / "sample.json"
NAMES = ["Maple Hollow", "Alder County", "ميبل هولو", "枫谷"]

TRUE_EVERYWHERE = (
    # what the homework gap is, and arithmetic with the reader's own numbers
    "If our homes are like the country's, that many have no internet",
    "It shows in school.",
    "About that many students have no internet at home",
    "The homework gap is the gap between",
    '"No internet at home" and "no broadband"',
    "Much homework needs the internet.",
    "{{ district.name }} teaches every student.",
    "This policy says what we lend",
    "**Homework gap** means",
    "**Enough internet** means",
    "**Online homework** means",
    "**Offline way** means",
    "**Equipment** means",
    # what every district that has these pages does
    "[Our policy](policy.md) says",
    "Each offer says who it is for",
    "Some help that you may read about has ended.",
    "The policy of {{ district.name }} on homework",
    "What our schools lend, what teachers do",
    "Teachers plan the offline way",
    "Students and families take care of it",
    "{{ policy.board }} reviews this policy by",
    "The board adopts this policy in English.",
    "Every figure on these pages and flyers",
    "Each figure here names its source",
    "A one-page flyer for families",
    # help that is the country's
    "If you qualify, Lifeline takes up to",
)
"""How those passages begin that promise nothing in the name of a district."""

HEADINGS_OF_ALL = (
    *("Get help now", "What it means here", "Free Wi-Fi near you", "What we are doing"),
    *("Flyers to print and share", "Help you can get", "Places with free Wi-Fi"),
    *("Watch out for old offers", "The facts", "How to read them", "Purpose"),
    *("What the words mean", "What we provide", "Homework that needs no internet at home"),
    *("Equipment loans", "Privacy", "Who does what", "Review", "Three things you can do today"),
    *("Call us", "Come by", "Pay less", "Every offer and every place with free Wi-Fi"),
)
"""Headings under which any district says what it does."""


def _own(campaign: Campaign) -> list[Content[Any]]:
    """What may be the district's own: no national fact, and no offer of somebody else's."""
    return [
        *campaign.documents,
        *(offer for offer in campaign.offers.values() if offer.settings.url is None),
        *(
            fact
            for fact in campaign.facts.values()
            if fact.settings.scope in ("district", "school")
        ),
    ]


def _promises(campaign: Campaign) -> list[tuple[str, list[str | None]]]:
    """Each promise of the sample, and the digests of its translations."""
    found: dict[str, list[str | None]] = {}
    for content in _own(campaign):
        original = list(passages(content))
        translations: list[list[Passage]] = []
        for language in campaign.languages[1:]:
            translations.append(list(passages_translated(content, language)))
            assert len(translations[-1]) == len(original), (content.path, language)
        for number, passage in enumerate(original):
            is_promise = not passage.plain.startswith(TRUE_EVERYWHERE)
            if is_promise and passage.plain not in HEADINGS_OF_ALL:
                found[passage.plain] = [translation[number].digest for translation in translations]
    return list(found.items())


def _recorded(campaign: Campaign) -> dict[str, Any]:
    promises = _promises(campaign)
    with (ROOT / "content/data/places.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))[1:]
    return {
        "settings": values_of(campaign),
        "names": NAMES,
        "places": rows,
        "logo": logo_of((ROOT / "assets/logo.svg").read_bytes()),
        "promises": [text for text, _ in promises],
        "translated": {
            language: [digests[number] for _, digests in promises]
            for number, language in enumerate(campaign.languages[1:])
        },
        "days": {content.path: days for content in _own(campaign) if (days := days_of(content))},
        "answers": sorted(
            {p.digest for answer in campaign.answers.values() for p in passages_of(answer.body)}
        ),
    }


def test_the_record_holds_what_the_default_campaign_says(pytestconfig: pytest.Config) -> None:
    campaign, problems = read(ROOT)
    assert campaign is not None
    assert problems == ()
    recorded = json.dumps(_recorded(campaign), ensure_ascii=False, indent=1) + "\n"
    if pytestconfig.getoption("--renew-golden"):
        RECORD.write_text(recorded, "utf-8")
    assert recorded == RECORD.read_text("utf-8")


def test_each_passage_that_is_true_everywhere_stands_in_the_default_campaign() -> None:
    campaign, _ = read(ROOT)
    assert campaign is not None
    there = [passage.plain for content in _own(campaign) for passage in passages(content)]
    for start in TRUE_EVERYWHERE:
        assert any(passage.startswith(start) for passage in there), start
    assert set(HEADINGS_OF_ALL) <= set(there)


def test_what_is_promised_in_numbers_and_days_is_the_districts_own() -> None:
    promises = " ".join(the_sample().promises)
    for words in (
        "no fee, no deposit and no proof of income",
        "two school days before it is due",
        "five school days after it was due",
        "The signal reaches the cars".lower(),
        "The family pays".replace("The", "A") + " nothing for wear",
        "fewer than ten",
        "We answer within five school days",
        "Sign one form and take it home the same day.",
    ):
        assert words in promises, words
    assert "1,840" not in promises
    assert Path(RECORD).stat().st_size < 30_000
