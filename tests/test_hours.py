"""Opening hours as people write them, and as English and Spanish say them."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handbill.campaign import FreePlace
from handbill.hours import Opening, parse_hours
from handbill.languages import Language
from handbill.problems import Place
from handbill.times import Unclear
from handbill.vocabulary import Vocabulary
from tests.printing import workshop_of

SMALL_CAMPAIGN = Path(__file__).parent / "golden" / "campaign"


def _read(text: str) -> tuple[Opening, ...]:
    openings = parse_hours(text)
    assert isinstance(openings, tuple), openings
    return openings


def _understood(text: str) -> list[str]:
    return [
        f"{o.first_day}-{o.last_day} "
        + (f"{o.opens:%H:%M}-{o.closes:%H:%M}" if o.opens and o.closes else "always")
        for o in _read(text)
    ]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Mon-Fri 9am-5pm; Sat 10am-2pm", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Daily 24 hours", ["0-6 always"]),
        ("24 hours a day, 7 days a week", ["0-6 always"]),
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
        ("Mon-Fri 9 - 5 p.m.; Sun 1 - 5 p.m.", ["0-4 09:00-17:00", "6-6 13:00-17:00"]),
        ("Mon - Fri 09:00 - 17:00", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9am-5pm;", ["0-4 09:00-17:00"]),
        ("Mon & Wed 10am-6pm", ["0-0 10:00-18:00", "2-2 10:00-18:00"]),
        ("Mon-Thu 9am-8pm, Fri 9am-5pm", ["0-3 09:00-20:00", "4-4 09:00-17:00"]),
        ("24/7", ["0-6 always"]),
        ("Mon\u2011Fri 9am\u20115pm", ["0-4 09:00-17:00"]),
        ("M-F 9-17", ["0-4 09:00-17:00"]),
        ("Daily 1p-5p", ["0-6 13:00-17:00"]),
        ("7 days 9am-9pm", ["0-6 09:00-21:00"]),
        ("7 days a week, 9am - 9pm", ["0-6 09:00-21:00"]),
        ("Mon-Fri 9 - 17", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9am-12pm, 1pm-5pm", ["0-4 09:00-12:00", "0-4 13:00-17:00"]),
        ("Mon-Fri 9am-12pm & 1-5pm", ["0-4 09:00-12:00", "0-4 13:00-17:00"]),
        ("weekdays 8am-4pm; weekends noon-5pm", ["0-4 08:00-16:00", "5-6 12:00-17:00"]),
        ("Mon-Fri 0900-1700", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9:00 AM - 5:00 PM", ["0-4 09:00-17:00"]),
        ("Mon: 9am-5pm Tue: 10am-6pm", ["0-0 09:00-17:00", "1-1 10:00-18:00"]),
        ("9am-5pm Mon-Fri", ["0-4 09:00-17:00"]),
        ("9am-5pm Mon-Fri, 10am-2pm Sat", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Mon-Fri 9am-5pm Sat 10am-2pm", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Closed Sundays; Mon-Sat 9am-5pm", ["0-5 09:00-17:00"]),
        ("Mon Wed Fri 10am-2pm", ["0-0 10:00-14:00", "2-2 10:00-14:00", "4-4 10:00-14:00"]),
        ("M/W/F 10am-2pm", ["0-0 10:00-14:00", "2-2 10:00-14:00", "4-4 10:00-14:00"]),
        ("MWF 10am-2pm", ["0-0 10:00-14:00", "2-2 10:00-14:00", "4-4 10:00-14:00"]),
        ("TTh 1pm-3pm", ["1-1 13:00-15:00", "3-3 13:00-15:00"]),
        ("Tue/Thu 3:30-5pm", ["1-1 15:30-17:00", "3-3 15:30-17:00"]),
        ("Mo-Fr 8:00-18:00", ["0-4 08:00-18:00"]),
        ("Sa 10-14", ["5-5 10:00-14:00"]),
        ("Sun 12-5pm", ["6-6 12:00-17:00"]),
        ("Mon-Fri: 24 hours", ["0-4 always"]),
        ("Open 24 hours", ["0-6 always"]),
        ("Mon-Sun 24 hours", ["0-6 always"]),
        ("Mon-Fri 9.30am-5.30pm", ["0-4 09:30-17:30"]),
        ("Mon-Fri 8am-9pm Sat-Sun 9am-5pm", ["0-4 08:00-21:00", "5-6 09:00-17:00"]),
        (
            "Mon-Fri 9am-5pm, Sat & Sun 10am-4pm",
            ["0-4 09:00-17:00", "5-5 10:00-16:00", "6-6 10:00-16:00"],
        ),
        ("Mon, Tue and Wed 9am-5pm", ["0-0 09:00-17:00", "1-1 09:00-17:00", "2-2 09:00-17:00"]),
        ("Mon to Fri from 9am to 5pm", ["0-4 09:00-17:00"]),
        ("Mon\u2013Thurs 10\u20138, Fri 10\u20136", ["0-3 10:00-20:00", "4-4 10:00-18:00"]),
        ("Mon-Fri 9am-5pm / Sat 9am-1pm", ["0-4 09:00-17:00", "5-5 09:00-13:00"]),
        ("Mon-Fri 9-17h", ["0-4 09:00-17:00"]),
        ("Mon-Fri 8-noon", ["0-4 08:00-12:00"]),
        ("Mon 12-12", ["0-0 12:00-00:00"]),
        ("12am-12pm Mon", ["0-0 00:00-12:00"]),
        ("Mon-Fri 7:30a-4:30p", ["0-4 07:30-16:30"]),
        ("T-Th 9am-5pm", ["1-3 09:00-17:00"]),
        ("8a-5p M W F", ["0-0 08:00-17:00", "2-2 08:00-17:00", "4-4 08:00-17:00"]),
        ("9a-5p M-F", ["0-4 09:00-17:00"]),
        ("Sa 9a-1p\nM 5p-9p", ["0-0 17:00-21:00", "5-5 09:00-13:00"]),
        ("Su 1p-5p\nM 6p-8p\nTu 8a-8p", ["0-0 18:00-20:00", "1-1 08:00-20:00", "6-6 13:00-17:00"]),
        ("Mon 9 a. m. - 5 p. m.", ["0-0 09:00-17:00"]),
        ("9am-12 noon Sat", ["5-5 09:00-12:00"]),
        ("Sat 12 noon-8pm", ["5-5 12:00-20:00"]),
        ("Fri 6pm-12 midnight", ["4-4 18:00-00:00"]),
        ("9am-5pm, Mon-Fri", ["0-4 09:00-17:00"]),
        ("9am-5pm Mon-Fri; Sat 10am-2pm", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Monday-Friday (9am-5pm)", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9am-5pm. Sat 9am-noon.", ["0-4 09:00-17:00", "5-5 09:00-12:00"]),
        ("Open 24 hours daily", ["0-6 always"]),
        ("24 hours Mon-Fri", ["0-4 always"]),
        ("24h", ["0-6 always"]),
        ("24 hrs/day", ["0-6 always"]),
        ("Mon-Fri 24-hour", ["0-4 always"]),
        ("Mon-Fri all day", ["0-4 always"]),
        ("MTWThF 9am-5pm", [f"{day}-{day} 09:00-17:00" for day in range(5)]),
        ("TuTh 1pm-3pm", ["1-1 13:00-15:00", "3-3 13:00-15:00"]),
        ("Mon-Fri 9h00-17h30", ["0-4 09:00-17:30"]),
        ("\u200eMon-Fri 9am-5pm\u200f", ["0-4 09:00-17:00"]),
        (
            "Mon-Fri 9\uff1a00-17\uff1a00\uff1bSat 10\uff5e14",
            ["0-4 09:00-17:00", "5-5 10:00-14:00"],
        ),
        ("Mon-Fri 9am\u00ad-5pm", ["0-4 09:00-17:00"]),
        ("\u201cMon-Fri 9am-5pm\u201d", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9am ~ 5pm", ["0-4 09:00-17:00"]),
        ("Mon 5am-1am", ["0-0 05:00-01:00"]),
    ],
)
def test_it_is_understood_as_a_person_would(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


_TO_SATURDAY = ["1-1 10:00-16:00", "3-3 10:00-16:00", "5-5 10:00-16:00"]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Tuesday, Thursday, and Saturday, 10 a.m.\u20134 p.m.", _TO_SATURDAY),
        ("Tues., Thurs., & Sat. 10-16", _TO_SATURDAY),
        ("10am-4pm Tue, Thu, and Sat", _TO_SATURDAY),
        ("Tue, Thu plus Sat 10am-4pm", _TO_SATURDAY),
        ("Mon, Tues, and Thurs: 10-18", ["0-0 10:00-18:00", "1-1 10:00-18:00", "3-3 10:00-18:00"]),
        (
            "Mon. through Thurs., and Sat., 10 a.m.\u20138 p.m.",
            ["0-3 10:00-20:00", "5-5 10:00-20:00"],
        ),
        ("Mon-Fri 8 a.m.-noon, and 1-4 p.m.", ["0-4 08:00-12:00", "0-4 13:00-16:00"]),
        ("Mon-Fri 9am-5pm, and Sat 10am-2pm", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Mon-Fri 9am-5pm, and closed Sat", ["0-4 09:00-17:00"]),
    ],
)
def test_a_comma_may_stand_before_the_last_of_several(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why"),
    [
        ("Mon,, Wed 9am-5pm", "Mon", "it says no times"),
        ("Mon and, Wed 9am-5pm", "Mon", "it says no times"),
        ("Mon-Fri 9am-5pm, and Sat", "Sat", "it says no times"),
        ("Mo-Fr 08:00-17:00+", "08:00-17:00+", "that is neither a day nor a time"),
        ("Mon-Fri 9am-5pm+; Sat 10-14", "9am-5pm+", "that is neither a day nor a time"),
    ],
)
def test_a_mark_between_several_stands_between_them(written: str, part: str, why: str) -> None:
    unclear = parse_hours(written)
    assert isinstance(unclear, Unclear)
    assert (unclear.part, unclear.why) == (part, why)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Mon-Thu 12:00 Noon - 8:00 PM", ["0-3 12:00-20:00"]),
        ("Sunday: 12:00 noon\u20135:00 p.m.", ["6-6 12:00-17:00"]),
        ("Sun 12:00 p.m.(noon)-5:00 p.m.", ["6-6 12:00-17:00"]),
        ("Sun 12 p.m. noon-5 p.m.", ["6-6 12:00-17:00"]),
        ("Sun noon (12 p.m.) - 5 p.m.", ["6-6 12:00-17:00"]),
        ("Sun noon (12:00)-5pm", ["6-6 12:00-17:00"]),
        ("Mon-Thu 12n-8p", ["0-3 12:00-20:00"]),
        ("Sat 8a-12n", ["5-5 08:00-12:00"]),
        ("Sat 8am-12:00N", ["5-5 08:00-12:00"]),
        ("Sat 8am-midday", ["5-5 08:00-12:00"]),
        ("Fri 6pm-12:00 midnight", ["4-4 18:00-00:00"]),
        ("Fri 6pm-12 a.m. (midnight)", ["4-4 18:00-00:00"]),
        ("Fri 6pm-midnite", ["4-4 18:00-00:00"]),
        ("Fri 6pm-midnight (12am)", ["4-4 18:00-00:00"]),
        ("Mon 12:00 midnight-12:00 noon", ["0-0 00:00-12:00"]),
        ("Sat 9-12:00 noon", ["5-5 09:00-12:00"]),
        ("Sun noon-5pm (Mon noon-6pm)", ["0-0 12:00-18:00", "6-6 12:00-17:00"]),
    ],
)
def test_noon_may_be_a_word_beside_its_number(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why"),
    [
        ("Sun 12 a.m. noon-5pm", "12 a.m.", "it says one time, and not until when"),
        (
            "Fri 6pm-12 p.m. midnight",
            "6pm-12 p.m.",
            "12 p.m. is noon: it would be open for 18 hours, past midnight",
        ),
        ("Sun 12:30 noon-5pm", "12:30", "it says one time, and not until when"),
        ("Sat 9am - n", "n", "that is neither a day nor a time"),
        ("Sat 9am - 11n", "11n", "that is neither a day nor a time"),
        ("Sun noon (12am)-5pm", "noon", "it says one time, and not until when"),
        ("Sat 9am-12 (noon-5pm Sun)", "9am-12", "it may be in the morning or in the evening"),
        ("Sat 9-12/noon-5pm", "9-12", "it may be in the morning or in the evening"),
    ],
)
def test_a_number_beside_noon_that_is_not_noon_is_told(written: str, part: str, why: str) -> None:
    unclear = parse_hours(written)
    assert isinstance(unclear, Unclear)
    assert (unclear.part, unclear.why) == (part, why)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Mon - Fri | 9:00 am - 5:00 pm", ["0-4 09:00-17:00"]),
        ("Mon | 9am-5pm | Tue | 10am-6pm", ["0-0 09:00-17:00", "1-1 10:00-18:00"]),
        ("Mon-Fri 9am-5pm | Sat 10-14 | Sun closed", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("9am-5pm Mon-Fri | 10am-2pm Sat", ["0-4 09:00-17:00", "5-5 10:00-14:00"]),
        ("Mon-Fri \u2022 9am-5pm \u00b7 Sat \u00b7 closed", ["0-4 09:00-17:00"]),
        ("Mon-Sun | 24 hours", ["0-6 always"]),
        ("Mon-Fri.....9am-5pm", ["0-4 09:00-17:00"]),
        ("Weekdays \u2026 9am-5pm", ["0-4 09:00-17:00"]),
        ("Sunday \u2014 Closed; Mon-Sat 9-17", ["0-5 09:00-17:00"]),
        ("Closed \u2013 Sundays; Mon-Sat 9-17", ["0-5 09:00-17:00"]),
        ("Monday - 9am-5pm, Tuesday - 10am-6pm", ["0-0 09:00-17:00", "1-1 10:00-18:00"]),
        ("Mon-Fri-9-17", ["0-4 09:00-17:00"]),
        ("9am-5pm - Mon-Fri", ["0-4 09:00-17:00"]),
        ("Monday -- Friday 9am -- 5pm", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9am--5pm", ["0-4 09:00-17:00"]),
        ("Mon-Fri -- 9am---5pm", ["0-4 09:00-17:00"]),
        ("Daily - 24 hours", ["0-6 always"]),
        ("Mon-Sun \u2014 open 24 hours", ["0-6 always"]),
        ("24 hours - Mon-Fri", ["0-4 always"]),
        ("Mon 9-24 hours", ["0-0 09:00-00:00"]),
        ("Mon 18h - 24h", ["0-0 18:00-00:00"]),
    ],
)
def test_a_mark_may_stand_between_days_and_times(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why"),
    [
        ("Mon | 9am", "9am", "it says one time, and not until when"),
        ("Mon - 5pm", "5pm", "it says one time, and not until when"),
        ("Mon until 9am-5pm", "Mon", "it says no times"),
        ("Mon; 9am-5pm", "Mon", "it says no times"),
        ("Mon | Tue | 9am-5pm | 10am-6pm", "Mon", "it says no times"),
        ("9am-5pm | Mon | 10am-2pm | Tue", "9am-5pm", "it says no day"),
        ("Mon-Fri | 9am-5pm | 6pm-8pm", "6pm-8pm", "it says no day"),
        ("Sunday: Closed - Mon-Sat - 9am-5pm", "-", "it says no times"),
        ("Tue closed - Thu closed", "-", "it says no times"),
        ("Mon 9am - Tue 5pm", "9am", "it says one time, and not until when"),
        ("Mon 9...17", "9", "it says one time, and not until when"),
        ("Mon - - Fri 9am-5pm", "Mon", "it says no times"),
        ("M-TTh 9am-5pm", "M-TTh", "that is no first and last day"),
    ],
)
def test_a_mark_that_divides_nothing_is_told(written: str, part: str, why: str) -> None:
    unclear = parse_hours(written)
    assert isinstance(unclear, Unclear)
    assert (unclear.part, unclear.why) == (part, why)


_SATURDAY = "5-5 10:00-14:00"


def _each(*days: int, at: str) -> list[str]:
    return [f"{day}-{day} {at}" for day in days]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("M T W R F 8am-4pm", _each(0, 1, 2, 3, 4, at="08:00-16:00")),
        ("M, T, W, Th, and F 8am-4pm", _each(0, 1, 2, 3, 4, at="08:00-16:00")),
        ("M/T/W/T/F 8am-4pm", _each(0, 1, 2, 3, 4, at="08:00-16:00")),
        ("MTWTF 8am-4pm", _each(0, 1, 2, 3, 4, at="08:00-16:00")),
        ("M T W 8am-4pm", _each(0, 1, 2, at="08:00-16:00")),
        ("MTW 8am-4pm", _each(0, 1, 2, at="08:00-16:00")),
        ("TWF 8am-4pm", _each(1, 2, 4, at="08:00-16:00")),
        ("T, W & F 8am-4pm", _each(1, 2, 4, at="08:00-16:00")),
        ("M, T, W-F 8am-4pm", ["0-0 08:00-16:00", "1-1 08:00-16:00", "2-4 08:00-16:00"]),
        ("TR 3-6pm", _each(1, 3, at="15:00-18:00")),
        ("T/R 3:00pm-6pm", _each(1, 3, at="15:00-18:00")),
        ("3pm-6pm T R", _each(1, 3, at="15:00-18:00")),
        ("MTR 3pm-6pm", _each(0, 1, 3, at="15:00-18:00")),
        ("MWR 3pm-6pm", _each(0, 2, 3, at="15:00-18:00")),
        ("W, R 3pm-6pm", _each(2, 3, at="15:00-18:00")),
        ("WF 3pm-6pm", _each(2, 4, at="15:00-18:00")),
        ("MTuWThF 8am-4pm", _each(0, 1, 2, 3, 4, at="08:00-16:00")),
        (
            "MWF 9-17; TR 10-18",
            sorted([*_each(0, 2, 4, at="09:00-17:00"), *_each(1, 3, at="10:00-18:00")]),
        ),
        ("MW 9am-5pm; R 10am-6pm", ["0-0 09:00-17:00", "2-2 09:00-17:00", "3-3 10:00-18:00"]),
        ("M 9-17; T 9-18; R 9-19", ["0-0 09:00-17:00", "1-1 09:00-18:00", "3-3 09:00-19:00"]),
        ("T & T 8am-4pm", _each(1, 3, at="08:00-16:00")),
        ("S/S 8am-4pm", _each(5, 6, at="08:00-16:00")),
        ("M T W T F S S 8am-4pm", _each(0, 1, 2, 3, 4, 5, 6, at="08:00-16:00")),
        ("SMTWTFS 8am-4pm", _each(0, 1, 2, 3, 4, 5, 6, at="08:00-16:00")),
        ("T\u2013F 10\u20136", ["1-4 10:00-18:00"]),
        ("T-Sat 10am-4pm", ["1-5 10:00-16:00"]),
        ("T-Su 10am-4pm; M off", ["1-6 10:00-16:00"]),
        ("ThF 8am-4pm", _each(3, 4, at="08:00-16:00")),
        ("MThF 8am-4pm", _each(0, 3, 4, at="08:00-16:00")),
        ("SaSu 8am-4pm", _each(5, 6, at="08:00-16:00")),
    ],
)
def test_letters_are_days_where_the_others_settle_it(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why"),
    [
        ("T, F 10am-6pm", "T", "it may be Tuesday or Thursday"),
        ("M, T 10am-6pm", "T", "it may be Tuesday or Thursday"),
        ("M, W, T 10am-6pm", "T", "it may be Tuesday or Thursday"),
        ("M-T, W 10am-6pm", "T", "it may be Tuesday or Thursday"),
        ("M 9-17; T 9-17; W 9-17", "T", "it may be Tuesday or Thursday"),
        ("T 9-12; T 13-17", "T", "it may be Tuesday or Thursday"),
        ("T-R 10am-6pm", "R", "it may be Thursday"),
        ("R 10am-6pm", "R", "it may be Thursday"),
        ("Mon, R 10am-6pm", "R", "it may be Thursday"),
        ("M-R 10am-6pm; F 10am-1pm", "R", "it may be Thursday"),
        ("M, S 10am-6pm", "S", "it may be Saturday or Sunday"),
        ("S-S 10am-6pm", "S", "it may be Saturday or Sunday"),
        ("S 10am-2pm; S noon-4pm", "S", "it may be Saturday or Sunday"),
        ("MF 10am-6pm", "MF", "it may be Monday and Friday, or Monday to Friday"),
        ("MTh 9-17", "MTh", "it may be Monday and Thursday, or Monday to Thursday"),
        ("TF 10am-6pm", "TF", "it may be Tuesday and Friday, or Thursday and Friday"),
        ("W-T 10am-6pm", "T", "it may be Tuesday or Thursday"),
        ("MT 10am-6pm", "MT", "that is neither a day nor a time"),
        ("MSU Mon 10am-6pm", "MSU", "that is neither a day nor a time"),
        ("Mr. Mon 10am-6pm", "Mr.", "that is neither a day nor a time"),
    ],
)
def test_letters_that_may_be_two_days_are_told(written: str, part: str, why: str) -> None:
    unclear = parse_hours(written)
    assert isinstance(unclear, Unclear)
    assert (unclear.part, unclear.why) == (part, why)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Mon-Fri 9 am til 5 pm", ["0-4 09:00-17:00"]),
        ("Mon-Fri 9 am 'til 5 pm", ["0-4 09:00-17:00"]),
        ("Mon \u2019til Fri, 9 am \u2018til 5 pm", ["0-4 09:00-17:00"]),
        ("Mon thru Fri 9 am 'till 5 pm", ["0-4 09:00-17:00"]),
        ("Office hours: Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Business hours are Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("HOURS OF OPERATION: Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Our regular opening hours \u2013 Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Opening times: Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Open to the public Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("We're open 24/7", ["0-6 always"]),
        ("We are open Mon-Fri 9am-5pm", ["0-4 09:00-17:00"]),
        ("Every Tuesday 4-6pm", ["1-1 16:00-18:00"]),
        ("Each Monday and every Wed. 4-6pm", ["0-0 16:00-18:00", "2-2 16:00-18:00"]),
        ("4pm-6pm on Tuesdays", ["1-1 16:00-18:00"]),
        ("4pm-6pm on every Tuesday", ["1-1 16:00-18:00"]),
        ("Every weekday 9am-5pm; all weekend 10-14", ["0-4 09:00-17:00", "5-6 10:00-14:00"]),
        ("Each day 9am-5pm", ["0-6 09:00-17:00"]),
        ("Mondays only, 9am-5pm", ["0-0 09:00-17:00"]),
        ("Only on Mondays, 9am-5pm", ["0-0 09:00-17:00"]),
        ("Mon & Wed (only) 9am-5pm only", ["0-0 09:00-17:00", "2-2 09:00-17:00"]),
        ("7 days/week 9am-5pm", ["0-6 09:00-17:00"]),
        ("24 hours/day, 7 days/week", ["0-6 always"]),
        ("24/7/365", ["0-6 always"]),
        ("24x7", ["0-6 always"]),
        (
            "Mo-Fr 08:00-17:00; Sa 10:00-14:00; Su off",
            ["0-4 08:00-17:00", "5-5 10:00-14:00"],
        ),
        ("Mo 08:00-12:00,13:00-17:00", ["0-0 08:00-12:00", "0-0 13:00-17:00"]),
        ("Off Sundays; Mon-Sat 9-17", ["0-5 09:00-17:00"]),
        ("Mon-Fri 9-17; Sat closed all day; Sun not open", ["0-4 09:00-17:00"]),
    ],
)
def test_words_that_add_nothing_are_left_out(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why"),
    [
        ("Every other Tuesday 4-6pm", "Every other", "that is neither a day nor a time"),
        ("Every 2nd Tuesday 4-6pm", "Every", "that is neither a day nor a time"),
        ("Each first Monday 4-6pm", "Each first", "that is neither a day nor a time"),
        (
            "Every Monday except holidays 4-6pm",
            "except holidays",
            "that is neither a day nor a time",
        ),
        ("Every Tuesday of the month 4-6pm", "of the month", "that is neither a day nor a time"),
        ("Mon 9am-5pm students only", "students only", "that is neither a day nor a time"),
        ("Mon-Fri only Sat 10am-2pm", "only", "that is neither a day nor a time"),
        ("Only students Mon 9am-5pm", "Only students", "that is neither a day nor a time"),
        ("Mon 9am-5pm; office hours Tue 9am-noon", "office", "that is neither a day nor a time"),
        ("Summer hours: Mon 9am-5pm", "Summer", "that is neither a day nor a time"),
        ("Drive-thru hours: Mon 9am-5pm", "Drive-thru", "that is neither a day nor a time"),
        ("Office hours vary", "vary", "that is neither a day nor a time"),
        ("Hours of operation:", "Hours of operation:", "there is nothing in them"),
        ("5 days/week 9am-5pm", "days/week", "that is neither a day nor a time"),
        ("Mo-Fr 08:00-17:00; PH off", "PH", "that is neither a day nor a time"),
        ("Mon 9am-5pm; off season closed", "season", "that is neither a day nor a time"),
        ("Mon not open until 10am", "until", "it says no times"),
        *(
            (text, text, "a day is open in one and closed in the other")
            for text in (
                "Mon-Fri 9am-5pm; Closed Mon",
                "Closed Mon-Wed; Tue 9am-5pm",
                "Closed - Sun; Sun 1pm-5pm",
            )
        ),
        (
            "Mon-Sat 9-17; Mon off",
            "Mon-Sat 9-17; Mon off",
            "a day is open in one and closed in the other",
        ),
        ("Closed 24 hours", "Closed", "it does not say which days are closed"),
        ("Mon til", "Mon", "it says no times"),
        ("Mon until til 5pm", "Mon", "it says no times"),
    ],
)
def test_words_that_may_matter_are_told(written: str, part: str, why: str) -> None:
    unclear = parse_hours(written)
    assert isinstance(unclear, Unclear)
    assert (unclear.part, unclear.why) == (part, why)


_WRITE = "write them like this: Mon-Fri 9am-5pm; Sat 10am-2pm"
_IN_THE_NOTE = (
    "say it in the column `note`, and here days and times alone: Mon-Fri 9am-5pm; Sat 10am-2pm"
)


def test_the_local_time_needs_no_word() -> None:
    assert _understood("Mon-Fri 9am-5pm (local time)") == ["0-4 09:00-17:00"]


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("Mon-Fri 9am-5pm ET", "ET"),
        ("Mon-Fri 9am-5pm EST", "EST"),
        ("Mon-Fri 9am-5pm (CDT)", "(CDT)"),
        ("Mon-Fri 9am-5pm (Central)", "(Central)"),
        ("Mon-Fri 9am-5pm Eastern Standard Time; Sat 10-14", "Eastern Standard Time"),
        ("Mon-Fri 9am ET - 5pm ET", "ET"),
        ("9am-5pm pacific time Mon-Fri", "pacific time"),
        ("Mon-Fri 9am-5pm MT", "MT"),
        ("Mon-Fri 9-17 Hawaii time", "Hawaii time"),
    ],
)
def test_a_time_zone_is_told(written: str, part: str) -> None:
    hint = (
        "the page prints hours as they are on the clock at the place: "
        "remove it, or say it in the column `note`"
    )
    assert parse_hours(written) == Unclear(part, "it may be a time zone", hint)


@pytest.mark.parametrize(
    ("written", "part", "hint"),
    [
        ("Wednsday 9am-5pm", "Wednsday", "did you mean `Wednesday`?"),
        ("Mon-Firday 9am-5pm", "Firday", "did you mean `Friday`?"),
        ("Wendesday-Friday 9am-5pm", "Wendesday", "did you mean `Wednesday`?"),
        ("Saturday/Sudnay 9am-5pm", "Sudnay", "did you mean `Sunday`?"),
        ("Mon and (saterdays) 9am-5pm", "saterdays", "did you mean `Saturday`?"),
        ("Mon-Thrus 9am-5pm", "Thrus", "did you mean `Thursday`?"),
        ("Dialy 9am-5pm", "Dialy", "did you mean `daily`?"),
        ("Thrs 9am-5pm", "Thrs", "did you mean `Thursday`?"),
        ("Tusday 9am-5pm", "Tusday", "did you mean `Tuesday` or `Thursday`?"),
        ("Funday 9am-5pm", "Funday", "did you mean `Sunday`?"),
        ("Munday 9am-5pm", "Munday", "did you mean `Monday` or `Sunday`?"),
        ("Weekdys 9am-5pm", "Weekdys", "did you mean `weekdays`?"),
        ("Dailly 9am-5pm", "Dailly", "did you mean `daily`?"),
        ("Mon untill Fri 9am-5pm", "untill", "did you mean `until`?"),
        ("Mon throuhg Fri 9am-5pm", "throuhg", "did you mean `through`?"),
        ("Wednsday by appointment", "Wednsday", "did you mean `Wednesday`?"),
        ("Mon 9am-5pm; Holidays closed", "Holidays", _IN_THE_NOTE),
        ("Mon 9am-close", "9am-close", _IN_THE_NOTE),
        ("Midday Monday: clothing closet", "clothing closet", _IN_THE_NOTE),
        ("Mon monthly 9am-5pm", "monthly", _IN_THE_NOTE),
        ("Weeknights 5pm-9pm", "Weeknights", _IN_THE_NOTE),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_it_may_mean(
    written: str, part: str, hint: str
) -> None:
    assert parse_hours(written) == Unclear(part, "that is neither a day nor a time", hint)


@pytest.mark.parametrize(
    ("written", "part", "why", "hint"),
    [
        (
            "Daily 24 hours; Mon 9am-5pm",
            "Daily 24 hours; Mon 9am-5pm",
            "a day is open twice at one time",
            "name each day once, or give it times that do not meet",
        ),
        (
            "Mon-Fri 9am-5pm; Fri 10am-2pm",
            "Mon-Fri 9am-5pm; Fri 10am-2pm",
            "a day is open twice at one time",
            "name each day once, or give it times that do not meet",
        ),
        ("1p-5p", "1p-5p", "it says no day", "say on which, as in Daily 1p-5p or Mon-Fri 1p-5p"),
        (
            "Closed",
            "Closed",
            "it says no day on which it is open",
            "remove the row, or say in the column `note` when it opens",
        ),
        (
            "Sun closed",
            "Sun closed",
            "it says no day on which it is open",
            "remove the row, or say in the column `note` when it opens",
        ),
        (
            "Mon-Fri 9-12, 1-5pm",
            "9-12",
            "it may be in the morning or in the evening",
            "write 9am-noon or 9am-midnight or 9pm-midnight",
        ),
        ("By appointment", "By appointment", "that is neither a day nor a time", _IN_THE_NOTE),
        (
            "Mon-Fri 9am-5pm by appointment",
            "by appointment",
            "that is neither a day nor a time",
            _IN_THE_NOTE,
        ),
        (
            "Mon-Fri 9 to 5",
            "9 to 5",
            "it may be in the morning or in the evening",
            "write 9am-5pm or 9pm-5am",
        ),
        (
            "Sat 8 - 9 p.m.",
            "8 - 9 p.m.",
            "it may be in the morning or in the evening",
            "write 8am-9pm or 8pm-9pm",
        ),
        (
            "0900-1700",
            "0900-1700",
            "it says no day",
            "say on which, as in Daily 0900-1700 or Mon-Fri 0900-1700",
        ),
        (
            "Mon-Fri 9-5 (school days only)",
            "(school days only)",
            "that is neither a day nor a time",
            _IN_THE_NOTE,
        ),
        (
            "Mon-Fri 3:30-5",
            "3:30-5",
            "it may be in the morning or in the evening",
            "write 3:30pm-5am or 3:30pm-5pm",
        ),
        ("2nd Sat 10am-2pm", "2nd", "that is neither a day nor a time", _IN_THE_NOTE),
        (
            "Mon-Fri 9am-5pm closed 12pm-1pm",
            "closed 12pm-1pm",
            "that is a break",
            "write the times before and after it: Mon-Fri 9am-noon, 1pm-5pm",
        ),
        ("T 9am-5pm", "T", "it may be Tuesday or Thursday", "write Tue or Thu"),
        (
            "Sat 10am - 2",
            "10am - 2",
            "it may be in the morning or in the evening",
            "write 10am-2am or 10am-2pm",
        ),
        (
            "Sat 5pm-2am; Sun 1am-3am",
            "Sat 5pm-2am; Sun 1am-3am",
            "a day is open twice at one time",
            "name each day once, or give it times that do not meet",
        ),
        ("Summer: Mon-Fri 9am-3pm", "Summer:", "that is neither a day nor a time", _IN_THE_NOTE),
        ("", "", "there is nothing in them", _WRITE),
        ("Mon-Fri 13pm-14pm", "13pm-14pm", "there is no time 13pm", _WRITE),
        ("Mon-Wed-Fri 9am-5pm", "Mon-Wed-Fri", "that is no first and last day", _WRITE),
        ("Daily", "Daily", "it says no times", _WRITE),
        (
            "9am-5pm",
            "9am-5pm",
            "it says no day",
            "say on which, as in Daily 9am-5pm or Mon-Fri 9am-5pm",
        ),
        ("Mon-Fri 9am", "9am", "it says one time, and not until when", _WRITE),
        (
            "Sat 10am-10am",
            "10am-10am",
            "it opens and closes at the same time",
            "a place that never closes is open 24 hours",
        ),
        (
            "Mon-Fri 9am-5pm; Mon-Fri 9am-5pm",
            "Mon-Fri 9am-5pm; Mon-Fri 9am-5pm",
            "a day is open twice at one time",
            "name each day once, or give it times that do not meet",
        ),
        (
            "Sunrise to sunset",
            "Sunrise to sunset",
            "that is neither a day nor a time",
            _IN_THE_NOTE,
        ),
        (
            "After school until 5pm",
            "After school",
            "that is neither a day nor a time",
            _IN_THE_NOTE,
        ),
        (
            "Mon-Fri 9am\u20135pm • Sat 10\u20132",
            "10\u20132",
            "it may be in the morning or in the evening",
            "write 10am-2am or 10am-2pm or 10pm-2am",
        ),
        (
            "8am-noon Mon-Fri; closed noon-1pm Mon-Fri; 1pm-5pm Mon-Fri",
            "closed noon-1pm Mon-Fri; 1pm-5pm Mon-Fri",
            "that is a break",
            "write the times before and after it: Mon-Fri 9am-noon, 1pm-5pm",
        ),
        (
            "CLOSED; Mon-Fri 9am-5pm",
            "CLOSED",
            "it does not say which days are closed",
            "name them: Sun closed",
        ),
        (
            "Closed Sunday, Mon-Sat 9am-5pm",
            "Closed Sunday, Mon-Sat",
            "the closed days and the others run together",
            "write a semicolon after the closed ones: Sun closed;",
        ),
        ("M-R 9am-5pm", "R", "it may be Thursday", "write Thu"),
        (
            "Mon-Fri 9am-5am",
            "9am-5am",
            "it would be open for 20 hours, past midnight",
            "look at a.m. and p.m.: Mon-Fri 9am-5pm; Sat 10am-2pm",
        ),
        (
            "Mon-Fri 12am-8pm",
            "12am-8pm",
            "12 a.m. is midnight: it would be open for 20 hours",
            "write noon-8pm, or 00:00-20:00 if it is so",
        ),
        (
            "Mon-Fri 9pm-5pm",
            "9pm-5pm",
            "it would be open for 20 hours, past midnight",
            "look at a.m. and p.m.: Mon-Fri 9am-5pm; Sat 10am-2pm",
        ),
        *(
            (
                f"{days} 9am-5pm",
                days,
                "days are written here in English",
                "write Mon-Fri: each language prints its own words for them",
            )
            for days in ("Lun-Vie", "\u5468\u4e00\u81f3\u5468\u4e94", "Thứ")
        ),
        ("Call for hours", "Call for", "that is neither a day nor a time", _IN_THE_NOTE),
    ],
)
def test_what_is_not_certain_is_told_by_its_very_part(
    written: str, part: str, why: str, hint: str
) -> None:
    assert parse_hours(written) == Unclear(part, why, hint)


@pytest.mark.parametrize(
    "unclear",
    [
        *("Mon-Fri", "Funday 9am-5pm", "Mon-Fri 25:00-26:00", "Mon-Fri 9:75am-5pm"),
        *("Mon-Fri 0am-5pm", "Mon 9:60am-5pm", "Mon 9:00-23:60", "Mon 9:00-25:00"),
        *("Mon 1am-13pm", "Sat closed; Sun closed; Sat 9am-5pm", "Sat-Mon 9am-5pm; Mon closed"),
        *("Mon 9am-5pm 10am-2pm", "Sun 10pm-2am; Mon 1am-5am", "Mon 24:30-25:00", ";", "-"),
    ],
)
def test_what_is_not_understood_is_refused(unclear: str) -> None:
    assert isinstance(parse_hours(unclear), Unclear)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Daily 9am-5pm, closed Sun", ["0-5 09:00-17:00"]),
        ("Closed Sundays; open daily 9am-5pm", ["0-5 09:00-17:00"]),
        ("Every day 9am-5pm; Wed closed", ["0-1 09:00-17:00", "3-6 09:00-17:00"]),
        ("Weekdays 9am-5pm, closed Wed & Fri", ["0-1 09:00-17:00", "3-3 09:00-17:00"]),
        ("24 hours daily; Sun closed", ["0-5 always"]),
        ("9am-5pm Mon, Wed, Fri; 10am-2pm Sat", [*_each(0, 2, 4, at="09:00-17:00"), _SATURDAY]),
        ("9am-5pm Mon, Wed, Fri, 10am-2pm Sat", [*_each(0, 2, 4, at="09:00-17:00"), _SATURDAY]),
        ("Mon-Fri noon to 4", ["0-4 12:00-16:00"]),
        ("Mon-Fri noon-4pm", ["0-4 12:00-16:00"]),
        ("Sun 12pm-5", ["6-6 12:00-17:00"]),
        ("Fri 6pm-noon", ["4-4 18:00-12:00"]),
        ("Mon midnight-5pm", ["0-0 00:00-17:00"]),
        ("Mon 00:30-17:00", ["0-0 00:30-17:00"]),
        ("Mon 22:00-14:00", ["0-0 22:00-14:00"]),
        ("Sat 1am-5am", ["5-5 01:00-05:00"]),
        ("Fri 5pm-9am", ["4-4 17:00-09:00"]),
    ],
)
def test_what_a_person_is_sure_of_is_read(written: str, understood: list[str]) -> None:
    assert _understood(written) == understood


@pytest.mark.parametrize(
    ("written", "part", "why", "hint"),
    [
        (
            "Fri 6pm-12pm",
            "6pm-12pm",
            "12 p.m. is noon: it would be open for 18 hours, past midnight",
            "write 6pm-midnight, or 18:00-12:00 if it is so",
        ),
        (
            "Fri 8pm-12:30pm",
            "8pm-12:30pm",
            "12 p.m. is noon: it would be open for 16.5 hours, past midnight",
            "write 8pm-12:30am, or 20:00-12:30 if it is so",
        ),
        (
            "Mon 12:00 AM-5:00 PM",
            "12:00 AM-5:00 PM",
            "12 a.m. is midnight: it would be open for 17 hours",
            "write noon-5pm, or 00:00-17:00 if it is so",
        ),
        (
            "Mon 12:30am-5pm",
            "12:30am-5pm",
            "12 a.m. is midnight: it would be open for 16.5 hours",
            "write 12:30pm-5pm, or 00:30-17:00 if it is so",
        ),
        (
            "Sat 1-5 am",
            "1-5 am",
            "it would be open in the night, and closed by day",
            "write 1am-5am or 1pm-5pm",
        ),
        (
            "Sat 12-4 am",
            "12-4 am",
            "it would be open in the night, and closed by day",
            "write midnight-4am or noon-4pm",
        ),
        (
            "Mon 10pm-2pm",
            "10pm-2pm",
            "it would be open for 16 hours, past midnight",
            "look at a.m. and p.m.: Mon-Fri 9am-5pm; Sat 10am-2pm",
        ),
    ],
)
def test_what_a_slip_of_the_pen_makes_is_asked(
    written: str, part: str, why: str, hint: str
) -> None:
    assert parse_hours(written) == Unclear(part, why, hint)


@given(st.text(alphabet="MonTueFriSat 0123456789apm:.,;&-/closed", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = parse_hours(text)
    if isinstance(found, tuple):
        assert list(found) == sorted(found, key=lambda o: (o.first_day, o.opens or time()))


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@given(st.integers(0, 6), st.integers(0, 6), st.times(), st.times())
def test_what_is_written_out_in_full_is_read_as_it_was_meant(
    first: int, last: int, opens: time, closes: time
) -> None:
    opens, closes = (t.replace(second=0, microsecond=0) for t in (opens, closes))
    assume(opens != closes)
    past_midnight = opens > closes and closes > time(3)
    assume(not past_midnight or opens.hour - closes.hour > 6)  # past 18 hours it is asked
    assume(not (opens > closes >= time(12)))  # from one evening to the next it is asked
    assume(opens.hour or closes <= time(12))  # 12 a.m. may be noon
    written = f"{_DAYS[first]}-{_DAYS[last]} {opens:%I:%M %p} - {closes:%I:%M %p}"
    assert _read(written) == (Opening(first, last, opens, closes),)


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
            "Fri-Sat 10am-2pm; Sun-Mon noon-6pm",
            ["Friday and Saturday, 10 a.m. to 2 p.m.", "Sunday and Monday, noon to 6 p.m."],
            [
                "Viernes y sábado, de 10:00 a.m. a 2:00 p.m.",
                "Domingo y lunes, de 12:00 p.m. a 6:00 p.m.",
            ],
        ),
        (
            "Mon-Wed, Fri 9am-5pm; Sat 10am-2pm",
            [
                "Monday to Wednesday and Friday, 9 a.m. to 5 p.m.",
                "Saturday, 10 a.m. to 2 p.m.",
            ],
            [
                "De lunes a miércoles y viernes, de 9:00 a.m. a 5:00 p.m.",
                "Sábado, de 10:00 a.m. a 2:00 p.m.",
            ],
        ),
        (
            "Wed-Thu 9am-5pm",
            ["Wednesday and Thursday, 9 a.m. to 5 p.m."],
            ["Miércoles y jueves, de 9:00 a.m. a 5:00 p.m."],
        ),
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
    openings = _read(written)
    place = FreePlace("A", "B", openings, None, Place("places.csv", 2))
    for code, expected in (("en", english), ("es", spanish)):
        said = Vocabulary(workshop.campaign, code, workshop.words[code]).place_view(place).hours
        assert [str(text).replace("\u00a0", " ") for text in said] == expected


def test_in_a_sentence_only_the_first_line_has_a_capital() -> None:
    workshop = workshop_of(SMALL_CAMPAIGN)
    place = FreePlace("A", "B", _read("Mon-Wed 9-17; Sat 10-14"), None, Place("places.csv", 2))
    said = [
        str(Vocabulary(workshop.campaign, code, workshop.words[code]).place_view(place).hours)
        for code in ("en", "es")
    ]
    assert [text.replace("\u00a0", " ") for text in said] == [
        "Monday to Wednesday, 9 a.m. to 5 p.m.; Saturday, 10 a.m. to 2 p.m.",
        "De lunes a miércoles, de 9:00 a.m. a 5:00 p.m.; sábado, de 10:00 a.m. a 2:00 p.m.",
    ]


def test_a_time_does_not_break_before_its_half_of_the_day() -> None:
    (opening,) = _read("Mon 9am-5pm")
    assert opening.opens is not None
    assert Language("en").time(opening.opens) == "9\u00a0a.m."
    assert Language("es").time(opening.opens) == "9:00\u00a0a.m."
