"""The kinds of values that a leader writes: colours, shares, addresses, counts, words."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.types import StringConstraints
from pydantic_core import PydanticCustomError

from handbill.characters import for_machines
from handbill.outside import MAILBOX
from handbill.telephones import NoTelephone, read_telephone
from handbill.web_addresses import NoAddress, read_site_address, read_web_address

TOLD = "told"
"""The kind of a pydantic error that brings its own words: `says`, and a `hint`."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class ForPeople:
    """Marks a text that people read and a translation may replace."""


Words = Annotated[Text, ForPeople()]
FORMS: dict[str, tuple[str, str]] = {}
"""What each pattern asks for, in words, and a hint: `"..." is not MEANS`."""


def _form(pattern: str, means: str, hint: str = "") -> StringConstraints:
    FORMS[pattern] = (means, hint)
    return StringConstraints(pattern=pattern)


def _telephone(text: str) -> str:
    found = read_telephone(text)
    if isinstance(found, NoTelephone):
        raise PydanticCustomError(TOLD, "{says}", {"says": found.says, "hint": found.hint})
    return found.written


def _web_address(text: str) -> str:
    return _or_told(read_web_address(text))


def _site_address(text: str) -> str:
    return _or_told(read_site_address(text))


def _or_told(found: str | NoAddress) -> str:
    if isinstance(found, NoAddress):
        raise PydanticCustomError(TOLD, "{says}", {"says": found.says, "hint": found.hint})
    return found


def _without_mailto(value: object) -> object:
    return re.sub(r"(?i)^mailto:\s*", "", value) if isinstance(value, str) else value


def _seen(value: object) -> object:
    return for_machines(value) if isinstance(value, str) else value


ForMachines = BeforeValidator(_seen)
"""Takes off what cannot be seen in a value that a program reads."""
Code = Annotated[str, ForMachines, StringConstraints(min_length=1)]
"""A language's code, or the name of a file."""
Colour = Annotated[
    str,
    ForMachines,
    _form(
        r"^#[0-9A-Fa-f]{6}\Z",
        "a colour like #14213D",
        "write # and six digits, in quotes; any drawing program shows them",
    ),
]
Share = Annotated[str, ForMachines, _form(r"^\d{1,3}(\.\d+)?%\Z", "a share like 31% or 5.4%")]
WebAddress = Annotated[str, AfterValidator(_web_address)]
SiteAddress = Annotated[str, AfterValidator(_site_address)]
Phone = Annotated[str, AfterValidator(_telephone)]
NOBODY = "none"
PhoneOrNobody = Annotated[
    str, AfterValidator(lambda text: NOBODY if text.strip().lower() == NOBODY else _telephone(text))
]
Email = Annotated[
    str,
    BeforeValidator(_without_mailto),
    ForMachines,
    _form(
        rf"^{MAILBOX}\Z",
        "an e-mail address like help@example.org",
    ),
]
_IDENTIFIER = r"^[a-z0-9][a-z0-9-]*\Z"
Identifier = Annotated[
    str,
    ForMachines,
    _form(
        _IDENTIFIER,
        "a name of small letters, digits and hyphens",
        "write the name of its file or entry, without spaces",
    ),
]
NcesId = Annotated[
    str,
    ForMachines,
    _form(r"^\d{7}\Z", "a district number of seven digits", "with its leading zero"),
]

ShortHash = Annotated[
    str,
    ForMachines,
    _form(
        r"^[0-9a-f]{8}\Z",
        "the mark of an original, eight digits and letters from a to f",
        "remove this line, and let `translations --accept` write it",
    ),
]


def _without_commas(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(,\d{3})+", value):
        return value.replace(",", "")
    return value


Count = Annotated[int, Field(gt=0), BeforeValidator(_without_commas), ForMachines]
Locale = Literal[
    "City, large",
    "City, midsize",
    "City, small",
    "Suburb, large",
    "Suburb, midsize",
    "Suburb, small",
    "Town, fringe",
    "Town, distant",
    "Town, remote",
    "Rural, fringe",
    "Rural, distant",
    "Rural, remote",
]


def is_identifier(text: str) -> bool:
    """Whether a text can be the name of a fact or a source."""
    return re.match(_IDENTIFIER, text) is not None
