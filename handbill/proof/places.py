"""Where something in an artifact was written: in its content, or in its layout."""

from __future__ import annotations

from handbill.layouts import Layouts
from handbill.plan import Artifact
from handbill.problems import Place
from handbill.schema import words_of


def written_at(text: str, artifact: Artifact, layouts: Layouts) -> Place:
    """The file and line where a piece of text stands; the document as a whole if nowhere."""
    document, language = artifact.document, artifact.language
    for key in words_of(type(document.settings)):
        written = document.words(key, language)
        if written is not None and text in written.text:
            return written.place
    if document.settings.action and text in document.settings.action:
        return document.place("action")
    body, _ = document.body_in(language)
    if text in body.source:
        return body.place_of(text)
    for name in (artifact.layout, "parts/blocks.html", "parts/sources.html"):
        file = layouts.find(name)
        if file is not None and text in (source := file.read_text("utf-8")):
            return layouts.place(name, source[: source.index(text)].count("\n") + 1)
    return document.place()
