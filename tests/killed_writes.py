"""Kills a write at every instant at which it touches the disk, and tells what was left each time.

Run in a process of its own, because it forks: `python -m tests.killed_writes FOLDER [HOW]`.
With `stepwise` the file system cannot exchange two folders at once, and with `overlay` it cannot
move an old one either. It prints one line of JSON:
for each kill, the event and what stood in output/site/ after it and after the next write.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
from pathlib import Path

import handbill.write.swap
from handbill.write import write

OLD = {"index.html": b"old", "es/index.html": b"old es", "flyer.pdf": b"old pdf"}
NEW = {"index.html": b"new", "es/index.html": b"new es", "vi/index.html": b"new vi"}
NEXT = {"index.html": b"next", "vi/index.html": b"next vi"}
OWN = {"mine.txt": b"mine", "mine/too.txt": b"mine, too"}
_EVENTS = ("open", "os.", "shutil.", "ctypes.dlsym")


def as_an_overlay_renames(entry: Path, target: Path) -> Path:
    """What an overlay does with a folder of its lower layer."""
    if entry.name == "site" and entry.parent.name == "output":
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
    os.rename(entry, target)  # noqa: PTH104 - Path.rename is what is replaced
    return target


def _tree(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _prepare(campaign: Path, start: str) -> None:
    shutil.rmtree(campaign, ignore_errors=True)
    campaign.mkdir()
    if start == "old":
        write(campaign, "site", OLD)
        for path, content in OWN.items():
            (campaign / "output/site" / path).parent.mkdir(exist_ok=True)
            (campaign / "output/site" / path).write_bytes(content)


def _write_and_die(campaign: Path, last: int) -> str | None:
    """Write in another process, which dies at its n-th event; None when it came to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if event.startswith(_EVENTS):
                count += 1
                if count == last:
                    os.write(writing, f"{event} {arguments[:2]}"[:200].encode())
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        write(campaign, "site", NEW)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        event = pipe.read()
    _, status = os.waitpid(child, 0)
    return event if os.WIFSIGNALED(status) else None


def main() -> None:
    """Kill at the first event, then at the second, and so on until the write comes to its end."""
    campaign = Path(sys.argv[1])
    if "stepwise" in sys.argv or "overlay" in sys.argv:
        handbill.write.swap.exchange_at_once = lambda *_: False
    if "overlay" in sys.argv:
        Path.rename = as_an_overlay_renames  # type: ignore[assignment, method-assign]  # in this process alone
    told = []
    for start in ("nothing", "old"):
        for last in range(1, 10_000):
            _prepare(campaign, start)
            event = _write_and_die(campaign, last)
            site = campaign / "output" / "site"
            after_the_kill = _tree(site)
            write(campaign, "site", NEXT)
            left = sorted(entry.name for entry in (campaign / "output").iterdir())
            told.append([start, event, after_the_kill, _tree(site), left])
            if event is None:
                break
    print(json.dumps(told))


if __name__ == "__main__":
    main()
