"""Addresses on the web as people write and copy them, and why some lead nowhere."""

from __future__ import annotations

import re
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
    if port is not None and not 0 < port <= _LAST_PORT:
        return NoAddress("has a port that there is not", "leave out the colon and the number")
    if (sign := _NOT_IN_A_PATH.search(address)) is not None:
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
    return _INDEX.sub("", address)


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
