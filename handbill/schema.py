"""What a leader may write, key by key: config.yaml, the sources, and every front matter.

The descriptions are the reference: docs/reference.md is made from them.
A key marked as Words is for people to read, and so is what a translation may hold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from handbill.characters import for_machines
from handbill.figures import FORMS_ALLOWED
from handbill.forms import (
    Code,
    Colour,
    Count,
    Email,
    ForPeople,
    Identifier,
    Locale,
    NcesId,
    Phone,
    PhoneOrNobody,
    Share,
    ShortHash,
    SiteAddress,
    Text,
    WebAddress,
    Words,
)

MOST_WINDOWS = 400

Icon = Literal["phone", "hotspot", "laptop", "book", "bill", "desk", "home"]


_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")


class Schema(BaseModel):
    """A group of keys; unknown keys are errors, and what was read is never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", regex_engine="python-re")

    @model_validator(mode="before")
    @classmethod
    def _nothing_in_it(cls, value: object) -> object:
        """A group whose every key is taken out, or a note, is an empty group.

        Dates, numbers and choices are read without what cannot be seen in them.
        """
        if not isinstance(value, Mapping):
            return {} if value is None else value
        return {
            key: for_machines(given) if isinstance(given, str) and cls._is_no_text(key) else given
            for key, given in value.items()
        }

    @field_validator("*", mode="before")
    @classmethod
    def _day_in_full(cls, value: object, info: ValidationInfo) -> object:
        """A day is year-month-day: pydantic would take `20261123`, or 0, for seconds since 1970."""
        field = cls.model_fields[info.field_name or ""]
        is_day = datetime.date in _types_in(field.annotation)
        if is_day and isinstance(value, str) and not _DAY.fullmatch(value):
            raise PydanticCustomError("date_from_datetime_parsing", "is not a date")
        return value

    @classmethod
    def _is_no_text(cls, key: str) -> bool:
        field = cls.model_fields.get(key)
        return field is not None and str not in _types_in(field.annotation)


def _types_in(annotation: Any) -> set[Any]:
    """Every type that an annotation names, however deep."""
    inner = [_types_in(part) for part in getattr(annotation, "__args__", ())]
    return {annotation}.union(*inner) if inner else {annotation}


S = TypeVar("S", bound=Schema)


class Contact(Schema):
    """Whom a family can reach."""

    name: Words | None = Field(None, description="Who answers: a person or an office.")
    role: Words | None = Field(None, description="What that person or office does.")
    phone: Phone | None = Field(None, description="The number to call, as people write it here.")
    email: Email | None = Field(None, description="The address to write to.")
    address: Text | None = Field(None, description="Where to come by: street, number and town.")


class District(Schema):
    """Who speaks: the school district, or whoever runs the campaign."""

    name: Words = Field(description="The full name.")
    short_name: Words | None = Field(
        None, description="The name that people say; without it, the full name."
    )
    city: Text | None = Field(None, description="City or town.")
    county: Text | None = Field(None, description="County, in full: `Alder County`.")
    state: Text | None = Field(None, description="State, in full.")
    nces_id: NcesId | None = Field(
        None, description="The NCES district number: seven digits, with its leading zero."
    )
    enrollment: Count | None = Field(None, description="How many students there are.")
    schools: Count | None = Field(None, description="How many schools there are.")
    grades: Text | None = Field(None, description="The grades taught: `K-12`.")
    locale: Locale | None = Field(
        None, description="The NCES locale: City, Suburb, Town or Rural, and its size or distance."
    )
    demographics: dict[str, Share] = Field(
        default_factory=dict, description="Groups of students and their shares: `Hispanic: 31%`."
    )
    free_or_reduced_lunch: Share | None = Field(
        None, description="Share of students eligible for free or reduced-price lunch."
    )
    english_learners: Share | None = Field(
        None, description="Share of students who are learning English."
    )
    contact: Contact = Field(default_factory=Contact, description="Whom a family can reach.")


class Colours(Schema):
    """The district's own two colours, as #RRGGBB."""

    ink: Colour = Field("#14213D", description="The dark one: text, lines and dark windows.")
    lamp: Colour = Field("#FFC83D", description="The light one: lit windows and buttons.")


class Look(Schema):
    """How the campaign looks."""

    colours: Colours = Field(default_factory=Colours, description="Two colours.")
    logo: Code | None = Field(
        None, description="A picture in assets/: SVG, PNG or JPEG, e.g. `assets/logo.svg`."
    )
    paper: Literal["letter", "a4"] = Field("letter", description="The paper of the flyers.")


class Policy(Schema):
    """How the campaign's policy was adopted."""

    number: Text | None = Field(None, description="Its number among the district's policies.")
    board: Words | None = Field(
        None, description="Who adopts it, as it stands in a sentence: `The Board of Education`."
    )
    adopted: datetime.date | None = Field(
        None, description="The day of its adoption; without it the policy says that it is a draft."
    )
    revised: datetime.date | None = Field(None, description="The day of its last revision.")
    next_review: datetime.date | None = Field(
        None, description="The day by which it is to be reviewed; the build warns when it is past."
    )


class Settings(Schema):
    """config.yaml: the campaign."""

    title: Words = Field(description="The campaign's name.")
    url: SiteAddress = Field(
        description="Where the site will stand on the web; the QR codes lead there."
    )
    languages: Annotated[list[Code], Field(min_length=1)] = Field(
        description="The languages as codes in brackets, `[en, es]`; the first is the default."
    )
    notice: Words | None = Field(
        None, description="A sentence to print at the foot of every page and flyer."
    )
    district: District = Field(description="Who speaks.")
    look: Look = Field(default_factory=Look, description="Colours, logo and paper.")
    policy: Policy = Field(
        default_factory=Policy, description="How the campaign's policy was adopted."
    )
    page_budget: Annotated[int, Field(ge=1, le=1000)] = Field(
        14,
        description="How many KB the landing page and its style may weigh, compressed. "
        "One round trip to a server carries 14.",
    )
    credential: Identifier = Field(
        "understanding-the-homework-gap",
        description="The micro-credential to earn: a file in credentials/, without .yaml.",
    )


class Source(Schema):
    """An entry of content/sources.yaml."""

    author: Text | Annotated[list[Text], Field(min_length=1)] | None = Field(
        None,
        description="Who wrote it, as APA style writes it: `Horrigan, J. B.`; a list for several. "
        "Without it the publisher is the author.",
    )
    title: Text = Field(description="The title, in the source's own language.")
    publisher: Text = Field(description="Who published it, or the journal with volume and pages.")
    year: Annotated[int, Field(ge=1800, le=2200)] = Field(description="The year it was published.")
    url: WebAddress = Field(description="Where it can be read.")
    language: Code | None = Field(
        None, description="The language of the title, if it is not the campaign's default."
    )


class FactSettings(Schema):
    """The front matter of a file in content/facts/."""

    claim: Words = Field(
        description="The fact in one sentence, without its full stop; "
        "`{{ figure }}` stands for the figure."
    )
    figure: Text | None = Field(None, description=f"The number: {FORMS_ALLOWED}.")
    sum_of: Annotated[list[Identifier], Field(min_length=2)] | None = Field(
        None,
        description="Instead of a figure: the facts whose figures add up to this one. "
        "Their groups must not overlap.",
    )
    of: Words | None = Field(None, description="Whom the figure counts: `children aged 3 to 18`.")
    scope: Literal["national", "state", "district", "school"] = Field(
        "national", description="Where the figure holds: national, state, district or school."
    )
    as_of: Annotated[int, Field(ge=1800, le=2200)] = Field(
        description="The year that the figure describes."
    )
    checked: datetime.date = Field(
        description="The day on which someone last compared it with its source: `2026-11-23`."
    )
    source: Identifier = Field(
        description="The name of its entry in content/sources.yaml; `district` for what your "
        "district itself says: a loan period, a fee, a deadline, its own count."
    )
    note: Words | None = Field(
        None, description="What a careful reader must know; printed with the source."
    )
    picture: Literal["windows", "blocks", "none"] | None = Field(
        None,
        description="`windows` draws it as the lit and dark windows of homes, which the caption "
        "explains; `blocks` draws the same as blocks, where it is not about homes; "
        "`none` keeps a leading figure from being drawn by what it says alone.",
    )
    windows: Annotated[int, Field(ge=2, le=MOST_WINDOWS)] = Field(
        30, description="How many windows, or blocks, to draw."
    )
    caption: Words | None = Field(
        None,
        description="What a lit and a dark window, or block, stand for; required with a picture.",
    )
    lit: bool = Field(
        False,
        description="`yes` where the figure counts those who have it: in the list of facts the "
        "others are the dark windows.",
    )
    order: int = Field(0, description="Its place in lists of facts; low numbers come first.")


class OfferSettings(Schema):
    """The front matter of a file in content/help/."""

    title: Words = Field(description="What is offered.")
    summary: Words | None = Field(
        None,
        description="What a card says of it: one or two short sentences. Without it the card "
        "has `who` and `how`.",
    )
    who: Words = Field(description="Who it is for.")
    cost: Words = Field(description="What it costs: `Free`.")
    how: Words = Field(description="How to get it.")
    icon: Icon | None = Field(
        None, description="The picture beside its title: a line drawing in a lit window."
    )
    phone: PhoneOrNobody | None = Field(
        None,
        description="The number to call, if it is not the district's own; `none` if nobody is "
        "to call.",
    )
    url: WebAddress | None = Field(None, description="Its page on the web.")
    checked: datetime.date = Field(description="The day on which someone last checked it.")
    ends: datetime.date | None = Field(None, description="Its last day, if it has one.")
    ours: bool = Field(
        False,
        description="`yes` says that what is left in it of the sample's promises holds in your "
        "schools, too.",
    )
    order: int = Field(0, description="Its place among the offers; low numbers come first.")


class DocumentSettings(Schema):
    """The front matter of a file in content/pages/ or content/print/."""

    title: Words = Field(description="The headline, and the title of the page or the PDF.")
    description: Words | None = Field(
        None, description="What search engines and link previews show: a sentence or two."
    )
    menu: Words | None = Field(
        None, description="A short name for the menu; without it the page is not in the menu."
    )
    order: int = Field(0, description="Its place in menus and lists; low numbers come first.")
    languages: Annotated[list[Code], Field(min_length=1)] | None = Field(
        None,
        description="The languages that it comes in, `[en, es]`, if not all of the campaign's. "
        "A print document in two languages has one on each side of its sheet.",
    )
    layout: Identifier | None = Field(
        None,
        description="The layout: a file in layouts/ without .html; `page` or `flyer` if unset.",
    )
    pdf: Identifier | None = Field(
        None,
        description="Makes a PDF of a page, too: the print layout that it is poured into, "
        "e.g. `policy`.",
    )
    summary: Words | None = Field(
        None,
        description="A sentence or two under the headline; `**words**` in it are bold.",
    )
    date: datetime.date | None = Field(
        None, description="The day of this edition; a flyer shows its month and year."
    )
    icons: list[Icon] = Field(
        default_factory=list,
        description="A picture for each step (###) under the first heading that has any, in "
        "their order: `[phone, book, bill]`.",
    )
    leading_fact: Identifier | None = Field(
        None, description="The fact whose figure is the largest thing there is."
    )
    leading_figure: Words | None = Field(
        None,
        description="Instead of a leading fact: words that are the largest thing there is, `Free`.",
    )
    leading_words: Words | None = Field(
        None,
        description="What stands beside that figure: `in a class of 30`. Without it a page whose "
        "figure is drawn in windows has the street at night alone.",
    )
    audience: Words | None = Field(None, description="Whom it is for, at the top of a flyer.")
    action: Code | None = Field(
        None,
        description="Where a button leads: a file in content/pages/, e.g. `help.md`, or an "
        "address, e.g. of your form.",
    )
    action_words: Words | None = Field(None, description="What that button says.")
    first_button: Literal["call", "write", "action", "none"] = Field(
        "call",
        description="Which button comes first: `call` or `write` to the district's contact, or "
        "the `action`. With `none` there is no button but an `action`.",
    )
    page: Code = Field(
        "index.md",
        description="What the QR code opens: a file in content/pages/, or an address on the web.",
    )
    until: datetime.date | None = Field(
        None,
        description="Its last day: from the day after, a build leaves it out. It is told two "
        "weeks before.",
    )
    listed: bool = Field(
        True, description="`no` keeps a print document out of `{{ downloads() }}`."
    )
    ours: bool = Field(
        False,
        description="`yes` says that what is left in it of the sample's promises holds in your "
        "schools, too.",
    )
    rules: list[Text] = Field(
        default_factory=list,
        description='Percentages in the text that are a rule or a goal, not a fact: `["95%"]`.',
    )
    extra: dict[str, Text] = Field(
        default_factory=dict, description="Anything that a layout of your own asks for."
    )


class AnswerSettings(Schema):
    """The front matter of a file in content/credential/."""

    title: Words | None = Field(
        None, description="What to call the artifact: `A flyer for families`."
    )
    artifact: Code | None = Field(
        None,
        description="The content file of the artifact that the text gives the background of: "
        "`content/print/flyer.md`. An answer to a question has none.",
    )
    kind: Identifier | None = Field(
        None,
        description="Which kind of artifact it is, in the credential's terms: `awareness`.",
    )
    purpose: Words | None = Field(None, description="What the artifact is for, in a sentence.")
    example: bool = Field(
        False,
        description="`yes` on a worked example; it does not count once `notice` is gone from "
        "config.yaml.",
    )
    rules: list[Text] = Field(
        default_factory=list,
        description='Percentages in the text that are a rule or a goal, not a fact: `["95%"]`.',
    )
    order: int = Field(0, description="Its place among the artifacts; low numbers come first.")


class TranslationRecord(Schema):
    """What a translation says of itself, beside its words."""

    original: ShortHash | None = Field(
        None,
        description="The mark of the original that it was made from; "
        "`translations --accept` writes it.",
    )
    reviewed_by: Text | None = Field(
        None, description="Who read it and found it right: a role or an office is enough."
    )
    reviewed_on: datetime.date | None = Field(
        None, description="The day on which it was read: `2026-11-23`."
    )
    confirmed: list[Text] = Field(
        default_factory=list,
        description="What the reviewer found right although the build cannot tell: numbers that "
        'the language writes its own way, and what need not be here. `confirmed: ["50"]`.',
    )

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody read it."""
        return self.reviewed_by is not None and self.reviewed_on is not None


@lru_cache
def words_of(schema: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a schema that people read; nested ones with a dot: `contact.role`."""
    names: list[str] = []
    for name, field in schema.model_fields.items():
        if _marked(field.annotation, field.metadata):
            names.append(name)
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Schema):
            names += [f"{name}.{inner}" for inner in words_of(field.annotation)]
    return tuple(names)


@lru_cache
def translation_of(schema: type[BaseModel]) -> type[TranslationRecord]:
    """The schema of a translation: its record, and the words alone, each of them optional."""
    return _words_alone(schema, TranslationRecord)


def _words_alone(schema: type[BaseModel], base: type[S]) -> type[S]:
    fields: dict[str, Any] = {}
    for name, field in schema.model_fields.items():
        annotation = field.annotation
        if _marked(annotation, field.metadata):
            fields[name] = (Words | None, None)
        elif (
            isinstance(annotation, type) and issubclass(annotation, Schema) and words_of(annotation)
        ):
            fields[name] = (_words_alone(annotation, Schema) | None, None)
    return create_model(f"{schema.__name__}Translation", __base__=base, **fields)


def _marked(annotation: Any, metadata: list[Any]) -> bool:
    if any(isinstance(mark, ForPeople) for mark in metadata):
        return True
    inner = [*getattr(annotation, "__metadata__", ()), *metadata]
    if any(isinstance(mark, ForPeople) for mark in inner):
        return True
    return any(_marked(part, []) for part in getattr(annotation, "__args__", ()))
