"""What is said of words among opening hours that are neither days nor times."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Sequence

from handbill.hour_words import Token
from handbill.times import EXAMPLE, UnclearError

_OF_ANOTHER_LANGUAGE = re.compile(
    r"\b(?:lun(?:es)?|mar(?:tes)?|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ados?)?"
    r"|dom(?:ingos?)?)\b|[周週]|星期|\bthứ\b|\bch[uủ] nh[aậ]t"
    r"|[\u0600-\u06ff]{3}",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"[ECMP][SD]?T|(?:A|AK|H)[SD]T|UTC|GMT"
    r"|(?:eastern|central|mountain|pacific|atlantic|alaskan?|hawaii(?:an)?)"
    r"(?:\s+(?:standard|daylight))?(?:\s+time)?",
    re.IGNORECASE,
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MEANT = {
    **{word.lower(): word for word in (*_DAYS, "weekdays", "weekends", "daily")},
    **{"tues": "Tuesday", "thurs": "Thursday"},
    **{word: word for word in ("through", "until", "midnight")},
}
_A_SLIP = 0.81
"""How alike a word is to a known one, at least, of which it is a slip of the pen."""
_NEITHER = "that is neither a day nor a time"


def refuse_words(tokens: Sequence[Token], text: str) -> None:
    """Raise UnclearError for the first of them: all that stand together are one part."""
    first = next((at for at, token in enumerate(tokens) if token.kind == "other"), None)
    if first is None:
        return
    run = itertools.takewhile(lambda token: token.kind in {"other", "dash"}, tokens[first:])
    words = [token for token in run if token.kind == "other"]
    part = text[text.rfind(" ", 0, words[0].start + 1) + 1 : words[-1].end]
    if _OF_ANOTHER_LANGUAGE.search(part):
        hint = "write Mon-Fri: each language prints its own words for them"
        raise UnclearError(part, "days are written here in English", hint)
    if first and tokens[first - 1].kind == "time" and _ZONE.fullmatch(part.strip("(),.")):
        hint = (
            "the page prints hours as they are on the clock at the place: "
            "remove it, or say it in the column `note`"
        )
        raise UnclearError(part, "it may be a time zone", hint)
    for slip in re.findall(r"[^\W\d_]+", part):
        if meant := _meant(slip.lower()):
            raise UnclearError(slip, _NEITHER, f"did you mean {meant}?")
    hint = f"say it in the column `note`, and here days and times alone: {EXAMPLE}"
    raise UnclearError(part, _NEITHER, hint)


def _meant(word: str) -> str:
    """What a word may be a slip of, if of anything: one word, or two where both are near."""
    if word in _MEANT or word.rstrip("s") in _MEANT:
        return ""
    near = difflib.get_close_matches(word, _MEANT, n=3, cutoff=_A_SLIP)
    near += [known for known in _MEANT if sorted(known) == sorted(word)]
    return " or ".join(
        dict.fromkeys(f"`{name}`" for known, name in _MEANT.items() if known in near)
    )
