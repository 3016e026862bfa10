"""What no requirement names, and somebody should look at before a submission is handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.credential.exhibits import Exhibit
from handbill.languages import Language
from handbill.translations import State, standings


@dataclass(frozen=True)
class Remark:
    """What to look at, how it stands, line by line, and what to do about it."""

    subject: str
    stands: tuple[str, ...]
    hint: str


def remarks_on(campaign: Campaign, exhibits: Sequence[Exhibit]) -> tuple[Remark, ...]:
    """Whether a reviewer can open the addresses, and whether somebody read the translations."""
    return (*_addresses(campaign, exhibits), *_translations(campaign))


def _addresses(campaign: Campaign, exhibits: Sequence[Exhibit]) -> Iterator[Remark]:
    url = campaign.settings.url
    if exhibits and not exhibits[0].is_published:
        hint = "publish the site, write its address into config.yaml, and make the packet anew"
        yield Remark(
            "The address on the web", (f"{url} is an example, which nobody can open",), hint
        )
    elif exhibits:
        hint = "open it once before you hand in: Handbill does not look on the web"
        yield Remark("The address on the web", (url,), hint)


def _translations(campaign: Campaign) -> Iterator[Remark]:
    open_ones = []
    for language in campaign.languages[1:]:
        states = Counter(standing.state for standing in standings(campaign.as_written, language))
        done = states[State.DONE] + states[State.NOT_MARKED]
        total = sum(states.values())
        if done < total:
            name = Language(language).name
            open_ones.append(f"{total - done} of {total} not reviewed, or not done: {name}")
    if open_ones:
        hint = "whoever reads one and finds it right says so in it: python3 build.py translations"
        yield Remark("The translations", tuple(open_ones), hint)
