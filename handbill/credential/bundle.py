"""The files of a submission: texts to paste, and one zip of everything that is handed in."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from handbill.credential.answers import Answer, Answers
from handbill.credential.exhibits import FOLDER as ARTIFACTS
from handbill.credential.exhibits import Exhibit
from handbill.credential.plain_text import plain_text
from handbill.outline import outline_of
from handbill.site import Site

ZIP = "submission.zip"
_TEXTS = "texts"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: the same bytes on whatever day it is made."""
_READABLE = 0o644


def texts_of(answers: Answers, exhibits: Sequence[Exhibit]) -> dict[str, bytes]:
    """Each answer as plain text, by the name of its file, numbered by its place in the form."""
    shown = {exhibit.answer.content.id: exhibit for exhibit in exhibits}
    written = {
        f"{_TEXTS}/{answers.numbers[name]}-{name.replace('/', '-')}.txt": _text(
            answer, shown.get(name)
        )
        for name, answer in answers.by_name.items()
        if answer.text
    }
    if answers.sources:
        written[f"{_TEXTS}/sources.txt"] = "\n\n".join(_sources(answers))
    return {name: f"{text}\n".encode() for name, text in written.items()}


def zipped(packet: bytes, exhibits: Sequence[Exhibit], site: Site) -> bytes:
    """A zip of what a reviewer opens: the packet, and the artifacts with all that they lead to.

    The same files give the same bytes: nothing in it tells a time, a system or a user.
    """
    held = {"packet.pdf": packet}
    held |= {f"{ARTIFACTS}/{path}": site.files[path] for path in _opened(exhibits, site.files)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in sorted(held.items()):
            entry = zipfile.ZipInfo(path, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = _READABLE << 16
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()


def _opened(exhibits: Sequence[Exhibit], files: Mapping[str, bytes]) -> set[str]:
    """The files of artifacts, and those that their pages show or lead to."""
    found: set[str] = set()
    waiting = [artifact.address for exhibit in exhibits for artifact in exhibit.artifacts]
    while waiting:
        path = waiting.pop()
        if path in found or path not in files:
            continue
        found.add(path)
        if path.endswith(".html"):
            outline = outline_of(files[path].decode())
            named = [link.href for link in outline.links]
            named += [image.source for image in outline.images]
            waiting += [_beside(path, name) for name in named]
    return found


def _beside(path: str, name: str) -> str:
    """The file that a page's link leads to, from the top of the site."""
    address = name.partition("#")[0]
    if not address:
        return path
    reached = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
    return f"{reached}/index.html".removeprefix("./") if address.endswith(("/", ".")) else reached


def _text(answer: Answer, exhibit: Exhibit | None) -> str:
    """An answer; of an artifact its address, its background and its purpose."""
    if answer.content.settings.artifact is None:
        return answer.text
    parts = [exhibit.link.href] if exhibit else []
    parts += ["Background", answer.text]
    parts += ["Purpose", str(answer.purpose)] if answer.purpose else []
    return "\n\n".join(parts)


def _sources(answers: Answers) -> Iterator[str]:
    for entry in answers.sources:
        notes = "".join(f" {note}" for note in entry.notes)
        yield f"[{entry.number}] {plain_text(str(entry.reference.__html__()))}{notes}"
