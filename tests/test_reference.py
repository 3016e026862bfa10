"""What is written about the keys follows the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.reference import PAGE, reference
from handbill.schema import Schema, Settings
from tests.conftest import ROOT

STARTER = ROOT / "handbill" / "starter" / "campaign"


def _keys(schema: type[Schema]) -> list[str]:
    keys = []
    for name, field in schema.model_fields.items():
        keys.append(name)
        if isinstance(field.annotation, type) and issubclass(field.annotation, Schema):
            keys += _keys(field.annotation)
    return keys


def test_the_reference_page_is_made_from_the_schema() -> None:
    assert PAGE.read_text("utf-8") == reference(), "type: make docs"


@pytest.mark.parametrize("key", _keys(Settings))
@pytest.mark.parametrize("config", [ROOT / "config.yaml", STARTER / "config.yaml"])
def test_both_config_files_show_every_key(config: Path, key: str) -> None:
    lines = [line.strip(" #") for line in config.read_text("utf-8").splitlines()]

    assert any(line.startswith(f"{key}:") for line in lines)


@pytest.mark.parametrize("key", _keys(Settings))
def test_every_key_has_a_description(key: str) -> None:
    row = next(r for r in reference().splitlines() if f".{key}`" in r or f"| `{key}`" in r)

    description = row.split("|")[2].strip()
    assert description.endswith(".")
