"""Pages, print documents and every other text: links, images and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from handbill.campaign import Campaign, Content
from handbill.characters import printable
from handbill.check.links import check_links, may_appear
from handbill.figures import parse_figure
from handbill.image_files import PICTURES, PictureError
from handbill.markup import Body, split_sections
from handbill.outside import unreachable
from handbill.placeholders import without_slots
from handbill.problems import Place, Problem, did_you_mean, error, warning
from handbill.references import Target, understand
from handbill.schema import DocumentSettings, FactSettings, OfferSettings

_SIDES = 2
_LONG_ADDRESS = 75
"""Codes of longer addresses could not be read from every noisy scan."""
_ELSEWHERE = re.compile(r"https?://|mailto:|tel:|sms:", re.IGNORECASE)
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|heic)", re.IGNORECASE)
_NUMBERING = {"policy", "policy-page"}
"""Layouts that number the headings of a text."""
_TYPED_NUMBER = re.compile(
    r"^##[ \t]+(?P<title>(?:(?:\d+|[IVX]+)[.)][ \t]+\S|(?:(?:Article|Section|Chapter|Part|"
    r"Artículo|Sección|Điều)[ \t]+|§[ \t]*)(?:\d+|[IVX]+)\b).*)$",
    re.MULTILINE | re.IGNORECASE,
)


def check_documents(campaign: Campaign) -> Iterator[Problem]:
    """What is wrong with the campaign's texts."""
    if "index" not in campaign.pages and "index" not in campaign.unread:
        place = Place("content/pages")
        yield error(place, "there is no landing page", "write content/pages/index.md")
    for document in campaign.prints.values():
        if document.settings.pdf:
            says = "`pdf` is for pages; what stands in content/print/ is a PDF already"
            yield error(document.place("pdf"), says, "name the layout in `layout`")
        yield from _long_code(document, campaign)
    for document in campaign.unsettled(campaign.documents):
        yield from _named_pages(document, campaign)
        yield from _numbered_articles(document)
        yield from _icons(document)
        yield from _languages(document, campaign)
    for content in campaign.unsettled(campaign.texts):
        below = isinstance(content.settings, FactSettings | OfferSettings)
        first_level = 4 if below else 2
        for body in (content.body, *(t.body for t in content.translations.values())):
            yield from check_links(body, campaign)
            yield from _images(body, campaign)
            yield from _headings(body, first_level)
            if not campaign.unread:
                yield from _empty_blocks(body, campaign)


def _empty_blocks(body: Body, campaign: Campaign) -> Iterator[Problem]:
    blocks = {
        "offers": (campaign.offers, "content/help/ has no offer"),
        "places": (campaign.places, "content/data/places.csv has no place"),
        "downloads": (campaign.prints, "content/print/ has no document"),
        "facts": (campaign.facts, "content/facts/ has no fact"),
    }
    for slot in body.slots:
        name = slot.expression.split("(")[0].strip()
        if name in blocks and not blocks[name][0]:
            hint = f"{blocks[name][1]}: add one, or remove the placeholder and its heading"
            yield warning(slot.place, f"`{{{{ {slot.shown} }}}}` prints nothing", hint)


def _languages(document: Content[DocumentSettings], campaign: Campaign) -> Iterator[Problem]:
    own = document.settings.languages or ()
    for number, code in enumerate(own):
        place = document.place("languages", number)
        if code not in campaign.languages:
            says = f"`{code}` is not one of the campaign's languages"
            yield error(place, says, did_you_mean(code, campaign.languages))
        elif code in own[:number]:
            yield error(place, f"`{code}` stands here twice", "remove one of the two")
    if document is campaign.prints.get(document.id) and len(own) > _SIDES:
        says = f"a sheet has two sides, and these are {len(own)} languages"
        hint = "make a document for each two of them"
        yield error(document.place("languages"), says, hint)
    missing = [code for code in campaign.languages if own and code not in own]
    if document is campaign.pages.get("index") and missing:
        says = f"the landing page is not in {', '.join(missing)}"
        hint = "remove `languages`; what is not translated falls back"
        yield error(document.place("languages"), says, hint)


def _named_pages(document: Content[DocumentSettings], campaign: Campaign) -> Iterator[Problem]:
    settings = document.settings
    yield from _first_button(document, campaign)
    for key, name in (("action", settings.action), ("page", settings.page)):
        if name is not None and _ELSEWHERE.match(name):
            yield from _address(document, key, name)
        elif name is not None:
            yield from _page(document, key, name, campaign)
    if settings.action and not settings.action_words:
        yield error(document.place("action"), "`action` needs `action_words`: what the button says")
    if settings.action_words and not settings.action:
        says = "`action_words` needs an `action`: the page or the address that the button opens"
        yield error(document.place("action_words"), says)
    if settings.leading_words and not (settings.leading_fact or settings.leading_figure):
        says = "`leading_words` needs a `leading_fact`: the fact whose figure they stand beside"
        yield error(document.place("leading_words"), says, "or, for words: leading_figure: Free")
    if settings.leading_figure and parse_figure(settings.leading_figure):
        says = f"`leading_figure` is for words, and {settings.leading_figure} is a number"
        hint = "write it as a fact with its source, and name that: leading_fact: its-name"
        yield error(document.place("leading_figure"), says, hint)
    if settings.leading_fact and settings.leading_figure:
        says = "a document is led by a `leading_fact` or by a `leading_figure`, not by both"
        yield error(document.place("leading_figure"), says, "keep one of the two")


def _address(document: Content[DocumentSettings], key: str, address: str) -> Iterator[Problem]:
    wrong = unreachable(address)
    if key == "page" and not address.lower().startswith("http"):
        says = f"`page`: {address} is no address of a page"
        yield error(document.place(key), says, "a QR code opens a page: https://…")
    elif wrong is not None:
        yield error(document.place(key), f"`{key}`: {address} {wrong.says}", wrong.hint)


def _page(
    document: Content[DocumentSettings], key: str, name: str, campaign: Campaign
) -> Iterator[Problem]:
    if name.partition("#")[0].removesuffix(".md") in campaign.unread or _is_page(name, campaign):
        return
    if ended := campaign.ends_at(name):
        says = f"`{key}`: {name} ended on {ended}"
        yield error(document.place(key), says, "name another page, or write a later day there")
    elif key in document.settings.model_fields_set or "index" in campaign.pages:
        pages = [page.path.removeprefix("content/pages/") for page in campaign.pages.values()]
        says = f"`{key}`: there is no page {name} in content/pages/"
        yield error(document.place(key), says, did_you_mean(name, pages))


def _first_button(document: Content[DocumentSettings], campaign: Campaign) -> Iterator[Problem]:
    settings, contact = document.settings, campaign.settings.district.contact
    if settings.first_button == "write" and not contact.email:
        says = "`first_button`: `write` needs an e-mail address in config.yaml"
        yield error(document.place("first_button"), says, "write `email` under `contact` there")
    if settings.first_button == "action" and not settings.action:
        says = "`first_button`: `action` needs an `action`: where the button leads"
        yield error(document.place("first_button"), says, "action: help.md, or an address")


def _numbered_articles(document: Content[DocumentSettings]) -> Iterator[Problem]:
    """Numbers typed before the titles of a policy's articles, which its layouts number."""
    if not {document.settings.layout, document.settings.pdf} & _NUMBERING:
        return
    for body in (document.body, *(t.body for t in document.translations.values())):
        for match in _TYPED_NUMBER.finditer(body.source):
            says = f"this article would have two numbers: {_shown(match['title'])}"
            hint = "leave the number out: the layout writes it"
            yield error(body.place_at(match.start()), says, hint)


def _icons(document: Content[DocumentSettings]) -> Iterator[Problem]:
    """A picture for each step under the first heading that has steps: no fewer, no more."""
    icons = document.settings.icons
    if not icons:
        return
    _, sections = split_sections(document.body.html)
    steps = next((len(section.parts) for section in sections if section.parts), 0)
    if len(icons) != steps:
        says = f"`icons`: {_so_many(len(icons), 'picture')} for {_so_many(steps, 'step')}"
        hint = "name one for each smaller heading (###) under the first heading (##) that has any"
        yield error(document.place("icons"), says, hint)


def _so_many(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _long_code(document: Content[DocumentSettings], campaign: Campaign) -> Iterator[Problem]:
    """A QR code whose address is so long that noisy scans of it failed, however large it is."""
    page = document.settings.page
    outside = page.lower().startswith("http")
    address = page if outside else f"{campaign.settings.url}/{page.removesuffix('.md')}"
    if len(address) > _LONG_ADDRESS:
        key = document.place("page") if outside else campaign.config.place("url")
        says = f"the QR code of {document.path} holds an address of {len(address)} letters"
        hint = f"a copier may lose its small squares: shorten it to {_LONG_ADDRESS} or fewer"
        yield warning(key, says, hint)


def _is_page(name: str, campaign: Campaign) -> bool:
    reference = understand(name, "content/pages/index.md", campaign)
    return reference.target is Target.DOCUMENT and reference.path.startswith("content/pages/")


def _images(body: Body, campaign: Campaign) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for image in body.outline.images:
        place = body.place_of(without_slots(image.source), seen[image.source])
        seen[image.source] += 1
        if not (image.alternative or "").strip():
            says = f"the image {image.source} has no text alternative"
            yield error(place, says, "say what it shows: ![what it shows](assets/picture.jpg)")
        elif _FILE_NAME.fullmatch((image.alternative or "").strip()):
            says = f"the text alternative of {image.source} is the name of a file"
            yield error(place, says, "say what it shows: ![what it shows](assets/picture.jpg)")
        reference = understand(image.source, body.place.path, campaign)
        if reference.target in {Target.OUTSIDE, Target.FORBIDDEN}:
            says = f"an image from elsewhere is not allowed: {image.source}"
            yield error(place, says, "put the file into assets/, and name it there")
        elif reference.target is Target.MISSING and may_appear(reference.path, campaign):
            continue
        elif reference.target is not Target.ASSET:
            says = f"there is no image {image.source}"
            hint = did_you_mean(image.source, campaign.assets)
            yield error(place, says, hint or "put the file into assets/, and name it there")
        elif not reference.path.lower().endswith(PICTURES):
            says = f"{image.source} is not a picture that browsers show"
            yield error(place, says, "use an SVG, PNG, JPEG, GIF or WebP file")
        elif isinstance(wrong := campaign.pictures.get(reference.path), PictureError):
            yield error(place, wrong.says, wrong.hint)


def _headings(body: Body, first_level: int) -> Iterator[Problem]:
    last = first_level - 1
    for heading in body.outline.headings:
        place = _heading_place(body, heading.words)
        if not heading.words:
            yield error(place, "this heading has no words", "write them after the #, or remove it")
        if heading.level < first_level:
            says = (
                f"a heading with {'#' * heading.level} cannot stand here: {_shown(heading.words)}"
            )
            yield error(place, says, f"the largest heading of a text here is {'#' * first_level}")
        elif heading.level > last + 1:
            says = f"this heading skips a level: {_shown(heading.words)}"
            yield error(place, says, f"write it with {'#' * (last + 1)}")
        last = heading.level


def _heading_place(body: Body, words: str) -> Place:
    start = re.split("[\ue000\ue001]", words)[0].strip()
    pattern = rf"^#+[ \t]*{re.escape(start[:20])}" if start else r"^#+[ \t]*\{\{"
    pattern = pattern if words else r"^#+[ \t]*#*[ \t]*$"
    match = re.search(pattern, body.source, re.MULTILINE)
    return body.place_at(match.start()) if match else body.place_of(start)


def _shown(words: str) -> str:
    return f'"{printable(without_slots(words)).strip()}"'
