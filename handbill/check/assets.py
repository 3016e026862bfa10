"""Pictures in SVG: they hold drawings alone, and reach nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from handbill.campaign import Campaign
from handbill.problems import Place, Problem, error

_ENTITIES = re.compile(r"<!DOCTYPE[^>]*\[|<!ENTITY", re.IGNORECASE)
_ENCODING = re.compile(r"<\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_FETCHING = re.compile(
    r"""url\(\s*["']?(?!#|data:)|@import|image-set\(\s*["'](?!data:)""", re.IGNORECASE
)
_OWN = re.compile(r"#|data:image/")
_LINKS = {"href", "src"}


def check_assets(campaign: Campaign) -> Iterator[Problem]:
    """SVG files that hold scripts or entities, or name another file or address."""
    for path, content in campaign.assets.items():
        if path.lower().endswith(".svg") and (found := _found(content)):
            does, word = found
            text = content.decode(errors="replace")
            line = text.count("\n", 0, max(text.lower().find(word), 0)) + 1
            hint = "save it as a plain SVG, with what it needs inside it"
            yield error(Place(path, line), f"this picture {does}", hint)


def _found(content: bytes) -> tuple[str, str] | None:
    """What is wrong with an SVG, and a word that stands there; None where nothing is."""
    try:
        text = content.decode()
        root = ElementTree.fromstring(content)  # noqa: S314 - expat refuses entities that explode
    except UnicodeDecodeError:
        return "is not saved as UTF-8", ""
    except (ElementTree.ParseError, ValueError, LookupError):
        root, text = None, content.decode(errors="replace")
    if _ENCODING.search(text):
        return "is not saved as UTF-8", ""
    if match := _ENTITIES.search(text):
        return "declares entities", match[0].lower()
    for element in root.iter() if root is not None else ():
        if found := _found_in(element):
            return found
    return None


def _found_in(element: ElementTree.Element) -> tuple[str, str] | None:
    name = str(element.tag).rpartition("}")[2].lower()
    if name == "foreignobject":
        return "holds a piece of a web page, which paper cannot show", name
    if name in {"script", "handler"}:
        return "holds a script", name
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2].lower()
        if attribute.startswith("on"):
            return "holds a script", attribute
        animated = attribute == "attributename" and value.rpartition(":")[2].lower() in _LINKS
        leads_out = attribute in _LINKS and value.strip() and not _OWN.match(value.strip())
        if animated or leads_out or _FETCHING.search(value):
            return "reaches for another file", value.strip().lower()
    if name == "style" and (match := _FETCHING.search(element.text or "")):
        return "reaches for another file", match[0].lower()
    return None
