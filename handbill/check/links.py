"""The links of a text: their words, and where they lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from handbill.bare_addresses import link_to
from handbill.campaign import Campaign
from handbill.markup import Body
from handbill.outside import MAILBOX, opened, unreachable, with_scheme
from handbill.placeholders import put_in, without_slots
from handbill.problems import Place, Problem, did_you_mean, error, warning
from handbill.references import Target, understand
from handbill.telephones import Telephone, read_telephone

_VAGUE = {
    *("click here", "here", "learn more", "more", "read more", "see more", "this", "link"),
    *("this link", "this page", "details", "go", "info", "more info", "more information"),
    *("aquí", "haga clic aquí", "clic aquí", "más", "más información", "leer más", "ver más"),
    *("este enlace", "esta página", "enlace", "saber más", "conozca más", "detalles"),
    *("هنا", "اضغط هنا", "اضغطوا هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "التفاصيل"),
    *("这里", "点击这里", "点这里", "更多", "了解更多", "查看更多", "详情", "链接"),
    *("tại đây", "ở đây", "bấm vào đây", "nhấn vào đây", "xem thêm", "tìm hiểu thêm", "chi tiết"),
}
_TELEPHONE = 7
"""Digits: fewer are no number to call, or one that has a name."""
_KINDS_OF_VALUES = {"phone": "555-0142", "email": "help@example.org"}
"""What the last name of a placeholder tells of its value, which was read with its file."""
_MAIL = re.compile(rf"{MAILBOX}")
_SITE = re.compile(
    r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})(?:/\S*)?", re.IGNORECASE
)


def check_links(body: Body, campaign: Campaign) -> Iterator[Problem]:
    """What is wrong with the links of a text: their words, and where they lead."""
    seen: Counter[str] = Counter()
    for link in body.outline.links:
        is_bare = link.href == link_to(link.words)
        written = link.words if is_bare else without_slots(link.href)
        place = body.place_of(written, seen[link.href])
        seen[link.href] += 1
        if link.words.strip(" .…。").casefold() in _VAGUE:
            says = f'the words of this link say too little: "{link.words}"'
            yield warning(
                place, says, "say where it leads: people hear links without their sentence"
            )
        if not link.words.strip():
            yield error(
                place, "this link has no words", "write where it leads: [the words](address)"
            )
        if (other := _other_than_said(link.words, link.href)) is not None:
            says = f"these words name another address than their link: {link.words.strip()}"
            yield warning(place, says, f"the link leads to {other}: write the same in both")
        reference = understand(link.href, body.place.path, campaign)
        if reference.target is Target.ANCHOR and not reference.anchor:
            says = f'this link leads nowhere: "{without_slots(link.words)}"'
            yield error(place, says, "write where it leads: [the words](address)")
        elif reference.target is Target.FORBIDDEN:
            says = f"this kind of link is not allowed: {_as_written(link.href, body)}"
            yield error(place, says, "use https:, mailto: or tel:, or the name of a file")
        elif reference.target is Target.OUTSIDE:
            if (wrong := unreachable(_as_filled(link.href, body))) is not None:
                says = f"this link leads nowhere: {_as_written(link.href, body)} {wrong.says}"
                yield error(place, says, wrong.hint)
        elif reference.target is Target.MISSING and not may_appear(reference.path, campaign):
            yield _missing(reference.path, place, campaign)


def _missing(path: str, place: Place, campaign: Campaign) -> Problem:
    """What to say of a link to something that is not there, or no more."""
    if ended := campaign.ends_at(path):
        says = f"this link leads to {path}, which ended on {ended}"
        return error(place, says, "remove the link, or write a later day into that file")
    known = [d.path.rpartition("/")[2] for d in campaign.documents]
    meant = with_scheme(path)
    hint = f"write {meant}" if meant else did_you_mean(path, [*known, *campaign.assets])
    return error(place, f"this link leads to {path}, which is not there", hint)


def _as_written(href: str, body: Body) -> str:
    """A link with its placeholders, for a message."""
    return put_in(href, {n: f"{{{{ {slot.shown} }}}}" for n, slot in enumerate(body.slots)})


def _as_filled(href: str, body: Body) -> str:
    """A link with a value of its kind for each placeholder."""
    names = (slot.expression.rpartition(".")[2].strip() for slot in body.slots)
    return put_in(href, {n: _KINDS_OF_VALUES.get(name, "words") for n, name in enumerate(names)})


def _other_than_said(words: str, href: str) -> str | None:
    """Where a link leads whose words are a number or an address themselves, but not its own."""
    if without_slots(href) != href:
        return None
    said, (scheme, _, leads) = words.strip(), href.partition(":")
    scheme = scheme.lower()
    opens = opened(href).partition(":")[2].partition("?")[0]
    digits, own = _digits_said(said), re.sub(r"\D", "", opens.partition(";")[0])
    if scheme in {"tel", "sms"} and len(digits) >= _TELEPHONE:
        return None if own.endswith(digits) or digits.endswith(own) else leads
    if scheme == "mailto" and _MAIL.fullmatch(said):
        return None if said.casefold() in opens.casefold().split(",") else leads.partition("?")[0]
    if scheme in {"http", "https"} and (named := _SITE.fullmatch(said)):
        host = leads.removeprefix("//").partition("/")[0].casefold().removeprefix("www.")
        return None if named[1].casefold() == host else host
    return None


def _digits_said(said: str) -> str:
    """The digits of words that are a number, without its extension; none of other words."""
    found = read_telephone(said)
    if isinstance(found, Telephone):
        return re.sub(r"\D", "", found.address.partition(";")[0])
    return "" if re.search(r"[A-Za-z]", said) else re.sub(r"\D", "", said)


def may_appear(path: str, campaign: Campaign) -> bool:
    """Whether a missing file is one that is there and could not be read."""
    name = path.rpartition("/")[2].removesuffix(".md")
    return not campaign.unread.isdisjoint({path, name})
