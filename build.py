"""The door to Handbill: `python3 build.py` builds the campaign in this folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
OWN_PYTHON = HOME / ".venv" / "bin" / "python"


def main() -> None:
    """Run the command with the Python that `make` set up, or say how to set it up."""
    sys.path.insert(0, str(HOME))
    try:
        from handbill.command import main as command  # noqa: PLC0415 - it may not be installed
    except ModuleNotFoundError as missing:
        if OWN_PYTHON.is_file() and Path(sys.prefix) != OWN_PYTHON.parent.parent:
            os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])  # noqa: S606 - no shell
        sys.exit(
            f"build.py: error: Handbill is not set up yet ({missing.name} is missing)\n"
            f"  hint: type `make` in {HOME}"
        )
    command()


if __name__ == "__main__":
    main()
