"""Links that lead out of the site: to a page, a mailbox or a telephone."""

from __future__ import annotations

import re

from handbill.telephones import NoTelephone, read_telephone
from handbill.web_addresses import NoAddress, is_local, read_web_address

MAILBOX = r"[^@\s<>\",;:?()]+@[^@\s<>\",;:?()]+\.[^@\s<>\",;:?().]+"
"""An e-mail address (a pattern)."""
_MAILBOX = re.compile(MAILBOX)
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|edu|gov|io|net|org|us)(?:/\S*)?")
_DIALLED = re.compile(r"(?:tel|sms):", re.IGNORECASE)


def unreachable(href: str) -> NoAddress | NoTelephone | None:
    """Why a link with a scheme opens nothing; None where it may."""
    scheme, _, rest = href.partition(":")
    if scheme.lower() == "mailto":
        if all(map(_MAILBOX.fullmatch, rest.partition("?")[0].split(","))):
            return None
        return NoAddress("is no e-mail address", "write mailto:help@example.org")
    if _DIALLED.match(href):
        found = read_telephone(rest.partition("?")[0].partition(";")[0])
        return found if isinstance(found, NoTelephone) else None
    address = read_web_address(href)
    if isinstance(address, NoAddress):
        return address
    if is_local(address):
        hint = "write the one that everybody can open"
        return NoAddress("is an address that only a computer near by can open", hint)
    return None


def with_scheme(path: str) -> str | None:
    """What somebody meant who left https:, mailto: or tel: out; None where it is a file's name."""
    if _MAILBOX.fullmatch(path):
        return f"mailto:{path}"
    if _SITE.fullmatch(path):
        return f"https://{path}"
    is_number = re.fullmatch(r"[\d\s().+-]{7,}", path) is not None
    return f"tel:{path}" if is_number else None
