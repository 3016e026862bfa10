"""The pictures that are drawn: what a standard says of them."""

from __future__ import annotations

import re

import pytest

from handbill.colours import palette
from handbill.render.pictures import qr_code

_BYTES_AT_LEVEL_M = {2: 26, 3: 42, 4: 62, 5: 84}
"""How many bytes a QR code of a version holds at level M (ISO/IEC 18004:2015, table 7)."""


@pytest.mark.parametrize(("version", "most"), _BYTES_AT_LEVEL_M.items())
def test_a_qr_code_is_as_small_as_level_m_allows_and_no_smaller(version: int, most: int) -> None:
    colours = palette("#14213D", "#FFC83D")
    for length, needed in ((most, version), (most + 1, version + 1)):
        address = "https://example.org/".ljust(length, "x")
        drawn = qr_code(address, "A code", colours, 1.4)
        modules = 17 + 4 * needed + 2 * 4  # with a quiet zone of four on each side
        assert re.findall(r'viewBox="0 0 (\d+) (\d+)"', drawn) == [(str(modules), str(modules))]
