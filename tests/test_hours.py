"""Opening hours as people write them, and as English and Spanish say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.campaign import FreePlace
from handbill.hours import parse_hours
from handbill.languages import Language
from handbill.problems import Place
from handbill.vocabulary import Vocabulary
from tests.printing import workshop_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


def _understood(text: str) -> list[str] | None:
    openings = parse_hours(text)
    if openings is None:
        return None
    return [
        f"{o.first_day}-{o.last_day} "
        + (f"{o.opens:%H:%M}-{o.closes:%H:%M}" if o.opens and o.closes else "always")
        for o in openings
    ]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Mon-Fri 9am-5pm; Sat 10am-2pm", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Daily 24 hours", ["0-6 always"]),
        ("every day 9am-5pm", ["0-6 09:00-17:00"]),
        ("Mon 9:30 a.m. - 5 p.m.", ["0-0 09:30-17:00"]),
        ("Monday–Friday: 9am–5pm", ["0-4 09:00-17:00"]),  # noqa: RUF001 - en dashes
        ("Monday to Friday 9 AM to 5 PM", ["0-4 09:00-17:00"]),
        ("Tues, Thurs 10am-noon", ["1-1 10:00-12:00", "3-3 10:00-12:00"]),
        ("Mon-Wed, Fri 9-17", ["0-2 09:00-17:00", "4-4 09:00-17:00"]),
        ("Mon-Fri 9:00-17:30", ["0-4 09:00-17:30"]),
        ("Sat 10am to midnight", ["5-5 10:00-00:00"]),
        ("Sun noon-6pm", ["6-6 12:00-18:00"]),
        ("Weds 12pm-12am", ["2-2 12:00-00:00"]),
        ("Fri-Sun 6pm-2am", ["4-6 18:00-02:00"]),
        ("Saturdays 14:00-24:00", ["5-5 14:00-00:00"]),
        ("Mon 9-13", ["0-0 09:00-13:00"]),
        ("Mon 1am-12pm", ["0-0 01:00-12:00"]),
        ("Mon 9 am - 5 pm", ["0-0 09:00-17:00"]),
        ("Mon 0:00-23:59", ["0-0 00:00-23:59"]),
        ("Sat closed; Sun closed; Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Sat-Mon 9am-5pm; Tue closed", ["5-0 09:00-17:00"]),
    ],
)
def test_it_is_understood_as_a_person_would(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    "unclear",
    [
        *("", "Closed", "9am-5pm", "Mon-Fri", "Mon-Fri 9am", "Funday 9am-5pm", "Mon-Fri 9am-5pm;"),
        *("Mon-Fri 25:00-26:00", "Mon-Fri 9:75am-5pm", "Mon-Fri 13pm-14pm", "Mon-Fri 0am-5pm"),
        *("Mon-Fri 10am-10am", "Mon-Fri 9am-5pm, Sat 10am-2pm"),
        *("Mon 9:60am-5pm", "Mon 9:00-23:60", "Mon 9:00-25:00", "Mon 1am-13pm"),
        *("Sat closed; Sun closed; Sat 9am-5pm", "Sat-Mon 9am-5pm; Mon closed"),
    ],
)
def test_what_is_not_understood_is_refused(unclear: str) -> None:
    assert parse_hours(unclear) is None


@pytest.mark.parametrize(
    "unclear", ["Mon-Fri 9-5", "Mon 1-5pm", "Mon 9am-5", "Mon 9-noon", "Mon 9-12"]
)
def test_hours_that_may_be_morning_or_afternoon_are_refused(unclear: str) -> None:
    assert parse_hours(unclear) is None


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        (
            "Mon-Fri 9am-5pm; Sat 10:30am-noon",
            ["Monday to Friday, 9 a.m. to 5 p.m.", "Saturday, 10:30 a.m. to noon"],
            ["De lunes a viernes, de 9:00 a.m. a 5:00 p.m.", "Sábado, de 10:30 a.m. a 12:00 p.m."],
        ),
        ("Daily 24 hours", ["Every day, day and night"], ["Todos los días, día y noche"]),
        (
            "Daily 9-17",
            ["Every day, 9 a.m. to 5 p.m."],
            ["Todos los días, de 9:00 a.m. a 5:00 p.m."],
        ),
    ],
)
def test_each_language_says_it_its_own_way(
    written: str, english: list[str], spanish: list[str]
) -> None:
    workshop = workshop_of(SMALL_CAMPAIGN)
    openings = parse_hours(written)
    assert openings is not None
    place = FreePlace("A", "B", openings, None, Place("places.csv", 2))
    for code, expected in (("en", english), ("es", spanish)):
        said = Vocabulary(workshop.campaign, code, workshop.words[code]).place_view(place).hours
        assert [str(text).replace("\u00a0", " ") for text in said] == expected


def test_a_time_does_not_break_before_its_half_of_the_day() -> None:
    opening = (parse_hours("Mon 9am-5pm") or ())[0]
    assert opening.opens is not None
    assert Language("en").time(opening.opens) == "9\u00a0a.m."
    assert Language("es").time(opening.opens) == "9:00\u00a0a.m."
