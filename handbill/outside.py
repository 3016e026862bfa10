"""Links that lead out of the site: to a page, a mailbox or a telephone."""

from __future__ import annotations

import re
from urllib.parse import unquote

from handbill.bare_addresses import link_to
from handbill.characters import for_machines
from handbill.telephones import NoTelephone, read_telephone
from handbill.web_addresses import NoAddress, is_local, read_web_address

MAILBOX = r"[^@\s<>\",;:?()]+@[^@\s<>\",;:?()]+\.[^@\s<>\",;:?().]+"
"""An e-mail address (a pattern)."""
_MAILBOX = re.compile(MAILBOX)
_AT = re.compile(r"\s*@\s*|\s+[(\[]?at[)\]]?\s+", re.IGNORECASE)
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|edu|gov|io|net|org|us)(?:/\S*)?")
_PARAMETER = re.compile(r";(?!ext=)[a-z-]+=", re.IGNORECASE)
"""What RFC 3966 lets stand after a number, and is no extension."""
_CODE = re.compile(r"\d{5,6}|\d{3}-\d{3}")
"""A number that takes texts alone: 741741, 898-211."""
_CODE_AND_WORDS = re.compile(r"(\d{5,6}) (\D+)")
_OF_NO_LENGTH = re.compile(r"\d{1,2}|\d{4}|\d{8,9}")
_FIELD = re.compile(r"\w+=")
_PAUSES = re.compile(r"(?P<number>.*?\d)(?P<pauses>(?:\s*[,;pw]+\s*\d{1,6})+)#?", re.IGNORECASE)
"""What a telephone dials after a while: 419-555-0142,204."""
_SPACE_BEFORE_A_FIELD = re.compile(r"\s*&\s*(?=(?:b?cc|body|subject|to)=)", re.IGNORECASE)
_OF_THE_WORDS = re.compile(r"(?<!^)&(?![\w-]+=)|#|%(?![0-9A-Fa-f]{2})")
"""Signs that would end the words of a message where they stand."""
_WRITTEN_IN_CODE = {"%20": " ", "%2c": ",", "%3b": ";", "%40": "@"}


def unreachable(href: str) -> NoAddress | NoTelephone | None:
    """Why a link with a scheme opens nothing; None where it may."""
    found = _read(href)
    return None if isinstance(found, str) else found


def opened(href: str) -> str:
    """A link as a telephone or a mail program opens it: tel:+12075550142;ext=3."""
    found = link_to(href) if href.lower().startswith("http") else _read(href)
    return found if isinstance(found, str) else href


def _read(href: str) -> str | NoAddress | NoTelephone:
    scheme, _, rest = href.partition(":")
    if scheme.lower() == "mailto":
        return _letter(rest)
    if scheme.lower() == "tel":
        return _call(rest)
    if scheme.lower() == "sms":
        return _text_message(rest)
    address = read_web_address(href)
    if isinstance(address, str) and is_local(address):
        hint = "write the one that everybody can open"
        return NoAddress("is an address that only a computer near by can open", hint)
    return address


def _letter(rest: str) -> str | NoAddress:
    """Addresses stand with a comma and no space between them (RFC 6068)."""
    written, mark, fields = rest.partition("?")
    plain = re.sub("(?i)%(?:20|2c|3b|40)", lambda code: _WRITTEN_IN_CODE[code[0].lower()], written)
    to = for_machines(plain).strip("/,; ")
    addresses = [address for part in re.split("[,;]", to) if (address := part.strip())]
    fields = f"{mark}{_fields(fields)}"
    if not addresses and _FIELD.search(fields):
        return f"mailto:{fields}"
    if not addresses or not all(map(_MAILBOX.fullmatch, addresses)):
        return _no_letter(_MAILBOX.findall(_AT.sub("@", to.replace("&", " "))), fields)
    if re.search(r"&\w+=", to):
        return NoAddress("has a & where a ? belongs", f"write mailto:{to.replace('&', '?', 1)}")
    if fields.strip("?&") and not _FIELD.search(fields):
        words = fields.lstrip("?&")
        hint = f"write mailto:{','.join(addresses)}?subject={words}"
        return NoAddress("has words that no mail program reads", hint)
    return f"mailto:{','.join(addresses)}{fields}"


def _no_letter(meant: list[str], fields: str) -> NoAddress:
    says = "has no comma between its addresses" if len(meant) > 1 else "is no e-mail address"
    to = f"{','.join(meant)}{fields}" if meant else "help@example.org"
    return NoAddress(says, f"write mailto:{to}")


def _call(rest: str) -> str | NoTelephone:
    number, parameters = unquote(rest.partition("?")[0]).lstrip("/"), ""
    if (paused := _PAUSES.fullmatch(number.strip())) is not None:
        return _call_and_wait(paused["number"], re.findall(r"\d+", paused["pauses"]))
    if _PARAMETER.search(number):
        number, _, parameters = number.partition(";")
    found = read_telephone(number)
    if isinstance(found, NoTelephone):
        return found
    return f"{found.address};{_without_spaces(parameters)}" if parameters else found.address


def _call_and_wait(number: str, dialled: list[str]) -> str | NoTelephone:
    """A call in which more is dialled once it is answered: that is an extension (RFC 3966, 5.3)."""
    found = read_telephone(number)
    if isinstance(found, NoTelephone):
        return found
    if len(dialled) > 1 or ";ext=" in found.address:
        hint = "keep one extension, and say beside the link what is dialled then"
        return NoTelephone("dials more than one number after the call is answered", hint)
    return f"{found.address};ext={dialled[0]}"


def _text_message(rest: str) -> str | NoTelephone:
    """A message to one number or several, perhaps with its words (RFC 5724)."""
    to, mark, fields = re.split(r"([?&]|;(?=\s*(?:body=|[?&]|$))|$)", rest, maxsplit=1)
    numbers = []
    for written in unquote(to).lstrip("/").split(","):
        number = _texted(written)
        if isinstance(number, NoTelephone):
            return number
        numbers.append(number)
    fields = _fields(fields.lstrip("?&; "))
    address = f"sms:{','.join(numbers)}"
    if not fields:
        return address
    if not _FIELD.match(fields):
        return _with_words(address, fields)
    is_of_the_standard = mark == "?" and not rest.startswith(f"{to}?&")
    return f"{address}{'?' if is_of_the_standard else '?&'}{fields}"


def _texted(written: str) -> str | NoTelephone:
    """What a message is sent to, as it is dialled."""
    plain = for_machines(written)
    if _CODE.fullmatch(plain):
        return plain.replace("-", "")
    if (code := _CODE_AND_WORDS.fullmatch(plain)) is not None:
        return _with_words(f"sms:{code[1]}", _without_spaces(code[2]))
    found = read_telephone(plain)
    digits = re.sub(r"[\s().-]", "", plain)
    if isinstance(found, NoTelephone) and _OF_NO_LENGTH.fullmatch(digits):
        hint = "a code for texts has five or six, a number seven, or ten with its area code"
        return NoTelephone(f"has {len(digits)} digits, and no texts go there", hint)
    if isinstance(found, NoTelephone):
        return found
    if ";ext=" in found.address:
        return NoTelephone("has an extension, which takes no texts", "leave it out, or write tel:")
    return found.address.removeprefix("tel:")


def _with_words(address: str, words: str) -> NoTelephone:
    return NoTelephone("has words that no phone reads", f"write {address}?body={words}")


def _fields(written: str) -> str:
    """The subject and the words of a message, in which nothing ends them too soon."""
    parted = _SPACE_BEFORE_A_FIELD.sub("&", written)
    whole = _OF_THE_WORDS.sub(lambda sign: f"%{ord(sign[0]):02X}", parted)
    return _without_spaces(whole)


def _without_spaces(fields: str) -> str:
    return fields.strip().replace(" ", "%20")


def with_scheme(path: str) -> str | None:
    """What somebody meant who left https:, mailto: or tel: out; None where it is a file's name."""
    if _MAILBOX.fullmatch(path):
        return f"mailto:{path}"
    if _SITE.fullmatch(path):
        return f"https://{path}"
    is_number = re.fullmatch(r"[\d\s().+-]{7,}", path) is not None
    return f"tel:{path}" if is_number else None
