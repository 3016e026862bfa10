"""The pictures that are drawn: what a standard says of them."""

from __future__ import annotations

import re

import pytest

from handbill.image_files import size_of_svg
from handbill.render.pictures import qr_code

_BYTES_AT_LEVEL_M = {2: 26, 3: 42, 4: 62, 5: 84}
"""How many bytes a QR code of a version holds at level M (ISO/IEC 18004:2015, table 7)."""


@pytest.mark.parametrize(("version", "most"), _BYTES_AT_LEVEL_M.items())
def test_a_qr_code_is_as_small_as_level_m_allows_and_no_smaller(version: int, most: int) -> None:
    for length, needed in ((most, version), (most + 1, version + 1)):
        address = "https://example.org/".ljust(length, "x")
        drawn = qr_code(address, "A code", 1.4)
        modules = 17 + 4 * needed + 2 * 4  # with a quiet zone of four on each side
        assert re.findall(r'viewBox="0 0 (\d+) (\d+)"', drawn) == [(str(modules), str(modules))]


@pytest.mark.parametrize(("version", "most"), _BYTES_AT_LEVEL_M.items())
def test_a_denser_qr_code_is_wider_so_that_its_squares_are_no_smaller(
    version: int, most: int
) -> None:
    drawn = qr_code("https://example.org/".ljust(most, "x"), "A code", 1.4)
    (inches,) = re.findall(r'width="([\d.]+)in"', drawn) or re.findall(r"width: ?([\d.]+)in", drawn)
    modules = 17 + 4 * version + 2 * 4
    usual = 17 + 4 * 3 + 2 * 4  # of an address of up to 42 letters
    assert float(inches) == pytest.approx(1.4 * max(1, modules / usual), abs=0.01)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 20 10"', (20, 10)),
        ('viewBox="0,0,20.4,9.6" width="1" height="1"', (20, 10)),
        ('width="20px" height="10px"', (20, 10)),
        ('width="20" height="10"', (20, 10)),
        ('width="2em" height="10"', None),
        ('width="100%" height="10"', None),
        ('viewBox="0 0 0 10"', None),
        ("", None),
    ],
)
def test_a_drawing_has_the_size_that_it_says(attributes: str, size: tuple[int, int] | None) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    assert size_of_svg(drawing) == size
