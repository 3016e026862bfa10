"""Public programs for getting online that have ended, and that old pages still offer."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class EndedProgram:
    """A program, when it ended, and how texts name it."""

    name: str
    ended: str
    pattern: re.Pattern[str]


ENDED_PROGRAMS = (
    EndedProgram(
        "the Emergency Broadband Benefit",
        "the Affordable Connectivity Program replaced it in 2021, and ended in 2024",
        re.compile(
            r"Emergency Broadband Benefit|\bEBB\b|Beneficio de Emergencia (?:para|de) Banda"
        ),
    ),
    EndedProgram(
        "the Affordable Connectivity Program",
        "June 1, 2024",
        re.compile(
            r"Affordable Connectivity Program|\bACP\b"
            r"|Programa de Conectividad (?:Asequible|Económica)",
            re.IGNORECASE,
        ),
    ),
    EndedProgram(
        "E-Rate support for hotspots and school-bus Wi-Fi",
        "September 30, 2025",
        re.compile(r"E-?Rate[^.\n]{0,60}(?:hotspot|bus)|(?:hotspot|bus)[^.\n]{0,60}E-?Rate", re.I),
    ),
    EndedProgram(
        "the Digital Equity Act grants",
        "May 2025",
        re.compile(r"Digital Equity Act|Ley de Equidad Digital", re.IGNORECASE),
    ),
)

_ENDED = re.compile(
    r"\b(?:ended|has ended|expired|over|closed|no longer|stopped|until|was|were|former"
    r"|terminó|terminaron|terminado|ya no|venció|cerró|hasta)\b",
    re.IGNORECASE,
)


def says_that_it_ended(sentence: str) -> bool:
    """Whether a sentence that names a program also says that it is over."""
    return bool(_ENDED.search(sentence))
