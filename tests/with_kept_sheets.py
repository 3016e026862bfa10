"""The command in a process of its own that takes its sheets from the store of this run.

python -m tests.with_kept_sheets COMMONS serve -C campaign
"""

from __future__ import annotations

import sys
from pathlib import Path

from handbill.command import main
from tests.commons import Commons
from tests.made_once import pressed_once

if __name__ == "__main__":
    commons = sys.argv.pop(1)
    with pressed_once(Commons(Path(commons))):
        main()
