"""The district and its policy in config.yaml as content and layouts see them, in one language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from handbill.languages import Language
from handbill.phrases import PhoneNumber, Phrase, Quantity, WebLink
from handbill.schema import District, Policy
from handbill.views import ContactView, DistrictView, PolicyView, Shares


def district_view(
    district: District,
    language: Language,
    words: Callable[[str], Phrase | None],
    name: Callable[[Any], Any],
) -> DistrictView:
    """The district in a language.

    `words` gives a translated text of config.yaml by its key, and `name` typesets what is not
    translated; both give None for what the district does not say.
    """

    def quantity(number: int | None) -> Quantity | None:
        return None if number is None else Quantity(Decimal(number), language.number(number))

    def share(text: str | None) -> Phrase | None:
        return None if text is None else Phrase(percent(text, language))

    full_name = words("district.name")
    assert full_name is not None, "the schema requires a name"  # noqa: S101
    contact = district.contact
    return DistrictView(
        name=full_name,
        short_name=words("district.short_name") or full_name,
        city=name(district.city),
        county=name(district.county),
        state=name(district.state),
        nces_id=name(district.nces_id),
        enrollment=quantity(district.enrollment),
        schools=quantity(district.schools),
        grades=name(district.grades),
        locale=name(district.locale),
        demographics=_shares(district.demographics, language),
        free_or_reduced_lunch=share(district.free_or_reduced_lunch),
        english_learners=share(district.english_learners),
        contact=ContactView(
            name=words("district.contact.name"),
            role=words("district.contact.role"),
            phone=PhoneNumber(contact.phone) if contact.phone else None,
            email=WebLink(f"mailto:{contact.email}") if contact.email else None,
            address=name(contact.address),
        ),
    )


def _shares(shares: Mapping[str, str], language: Language) -> Shares | None:
    written = {group: percent(share, language) for group, share in shares.items()}
    listed = language.list(f"{share} {group}" for group, share in written.items())
    phrases = {group: Phrase(share) for group, share in written.items()}
    return Shares(phrases, Phrase(listed)) if shares else None


def policy_view(
    policy: Policy,
    language: Language,
    words: Callable[[str], Phrase | None],
    name: Callable[[Any], Any],
) -> PolicyView:
    """How the policy was adopted, in a language; `words` and `name` as for the district."""

    def day(date: datetime.date | None) -> str | None:
        return language.date(date) if date else None

    return PolicyView(
        number=name(policy.number),
        board=words("policy.board"),
        adopted=day(policy.adopted),
        revised=day(policy.revised),
        next_review=day(policy.next_review),
    )


def percent(text: str, language: Language) -> str:
    """A share such as 31% or 5.4% as the language writes it."""
    number = text.rstrip("%")
    return language.percent(Decimal(number) / 100, len(number.partition(".")[2]))
