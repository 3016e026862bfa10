"""Addresses on the web as people write and copy them, and why some lead nowhere."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from handbill.characters import for_machines

_FORM = re.compile(r"https?://[^\s/<>\"]+[^\s<>\"]*", re.IGNORECASE)
_TWICE = re.compile(r"https?:/*https?:/*", re.IGNORECASE)
_SCHEME = re.compile(r"https?(?P<after>[;:.,]?[/\\]*)", re.IGNORECASE)
_NOT_IN_A_PATH = re.compile(r"[\[\]{}|\\^`]")
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_](?:[\w-]*[^\W_])?\.?|localhost|\[[0-9a-f:.]+\]"
)
_INDEX = re.compile(r"(?<=/)index\.html?$", re.IGNORECASE)
_PAGE = re.compile(r"(?<=/)[^/]+\.(?:html?|php|aspx?|jsp|cfm)$", re.IGNORECASE)
_REPOSITORY = re.compile(r"https?://(?:www\.)?github\.com/([\w-]+)/([\w.-]+?)(?:\.git)?/?$")
_END_OF_A_SENTENCE = re.compile(r"[.,;:!]+$")
_LOCAL = re.compile(
    r"localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+"
    r"|[^.]+|.+\.(?:local|lan|internal|localhost)",
    re.IGNORECASE,
)
"""Hosts that nobody else's computer finds (RFC 1918, RFC 6761, RFC 6762)."""
_LAST_PORT = 65535


@dataclass(frozen=True)
class NoAddress:
    """Why a text is no address that leads somewhere, and what to write."""

    says: str
    hint: str


def read_web_address(text: str) -> str | NoAddress:
    """Read the address of a page on the web, without what cannot be seen in it."""
    address = for_machines(text)
    if (twice := _TWICE.match(address)) is not None:
        return NoAddress("begins with https:// twice", f"write {address[twice.end() - 8 :]}")
    if not _FORM.fullmatch(address):
        return _no_form(address)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = _taken_apart(address), _LAST_PORT + 1
    if "@" in parts.netloc:
        hint = "leave out what stands before the @: everybody would read it"
        return NoAddress("holds a name or a password", hint)
    host = parts.netloc.rpartition("@")[2].partition(":")[0] if "[" not in parts.netloc else ""
    if (host and not _HOST.fullmatch(host)) or "[" in parts.netloc:
        return NoAddress("has no name of a site after https://", _like_a_site(host))
    if (stranger := _of_another_alphabet(host)) is not None:
        says = f"holds `{stranger}`, which is no Latin letter and looks like one"
        return NoAddress(says, "type its name anew")
    if port is not None and not 0 < port <= _LAST_PORT:
        return NoAddress("has a port that there is not", "leave out the colon and the number")
    if (sign := _NOT_IN_A_PATH.search(address.partition("?")[0])) is not None:
        return NoAddress(f"holds `{sign[0]}`, which no address can", "copy it from a browser")
    return address


def read_site_address(text: str) -> str | NoAddress:
    """Read the address where a whole site will stand: that of its folder."""
    address = read_web_address(text)
    if isinstance(address, NoAddress):
        return address
    parts = urlsplit(address)
    for sign, rest in (("?", parts.query), ("#", parts.fragment)):
        if rest or address.endswith(sign):
            says = f"has a `{sign}`, and more addresses could not begin with it"
            return NoAddress(says, f"write {address.partition(sign)[0]}")
    if (repository := _REPOSITORY.match(address)) is not None:
        owner, name = repository[1].lower(), repository[2]
        folder = "" if name.lower() == f"{owner}.github.io" else name
        says = "is where the files are, and not where the page will stand"
        return NoAddress(says, f"write https://{owner}.github.io/{folder}")
    if (end := _END_OF_A_SENTENCE.search(address)) is not None:
        return NoAddress(f"ends in `{end[0]}`", f"write {address[: end.start()]}")
    address = _INDEX.sub("", address)
    if (page := _PAGE.search(address)) is not None:
        says = "is one page, and a site stands in a folder"
        return NoAddress(says, f"write {address[: page.start()]}")
    return address


def is_local(address: str) -> bool:
    """Whether an address leads nowhere but on the computer, or in the building, of who wrote it."""
    host = urlsplit(address).hostname or ""
    return _LOCAL.fullmatch(host) is not None


def _of_another_alphabet(host: str) -> str | None:
    """A letter that is not of the alphabet of those beside it, which may lead to a stranger."""
    for label in host.split("."):
        letters = [(c, unicodedata.name(c, "").partition(" ")[0]) for c in label if c.isalpha()]
        others = [c for c, alphabet in letters if alphabet in {"CYRILLIC", "GREEK"}]
        if others and any(alphabet == "LATIN" for _, alphabet in letters):
            return others[0]
    return None


def _no_form(address: str) -> NoAddress:
    if " " in address:
        return NoAddress("has a space in it", "write it without; a browser shows how")
    scheme = _SCHEME.match(address)
    rest = address[scheme.end() :] if scheme else address
    hint = f"write https://{rest}" if _HOST.fullmatch(re.split("[/:?#]", rest)[0]) else ""
    if scheme is not None and scheme["after"] != "://":
        return NoAddress("does not begin with https:// as it must", hint)
    return NoAddress("is not a web address like https://example.org/campaign", hint)


def _taken_apart(address: str) -> SplitResult:
    scheme, _, rest = address.partition("://")
    netloc, _, path = rest.partition("/")
    return SplitResult(scheme, netloc, path, "", "")


def _like_a_site(host: str) -> str:
    if "," in host:
        return f"write a full stop for the comma: {host.replace(',', '.')}"
    return "write one like https://example.org/campaign"
