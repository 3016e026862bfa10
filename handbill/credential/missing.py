"""What is missing of one answer, or of one artifact."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.campaign import Campaign, Content
from handbill.credential.answers import Answer, Answers
from handbill.credential.contexts import CONTEXTS
from handbill.credential.exhibits import Exhibit
from handbill.credential.requirements import Artifacts, Question
from handbill.languages import Language
from handbill.problems import Place, Problem, Severity, did_you_mean, error
from handbill.sample import passages_of, the_sample
from handbill.schema import DocumentSettings

_THE_SAME = 0.8
"""Two texts that are alike to this ratio (difflib's, 1 for equal texts) say the same."""
_SHOWN = 60


@dataclass(frozen=True)
class Inventory:
    """What there is to meet the requirements with."""

    campaign: Campaign
    answers: Answers
    exhibits: Sequence[Exhibit]
    problems: Sequence[Problem]

    @property
    def errors(self) -> Sequence[Problem]:
        """What kept the site from being made: with `--strict` that may be a warning."""
        errors = [problem for problem in self.problems if problem.severity is Severity.ERROR]
        return errors or self.problems

    def errors_in(self, *paths: str) -> tuple[Problem, ...]:
        """The errors that stand in some files."""
        return tuple(
            problem
            for problem in self.problems
            if problem.severity is Severity.ERROR and problem.place.path in paths
        )


def wrong_with(answer: Answer, question: Question) -> Iterator[Problem]:
    """What an answer lacks that its question asks for."""
    if answer.problem:
        yield answer.problem
        return
    if not answer.words:
        yield error(answer.start, "this answer has no words yet", f"write it: {question.asks}")
        return
    if question.most_words and answer.words > question.most_words:
        over = answer.words - question.most_words
        says = f"{answer.words} words, and the box holds {question.most_words}"
        yield error(answer.start, says, f"take {'one' if over == 1 else over} out")
    if question.least_items:
        yield from _too_few(answer, question.least_items)


def _too_few(answer: Answer, least: int) -> Iterator[Problem]:
    different = distinct(answer.items)
    if len(different) >= least:
        return
    place, hint = answer.start, "write each as an item of a list that starts with 1., 2., 3."
    repeated = next((item for item in answer.items if item not in different), None)
    if repeated is not None:
        hint = f'this says what another one says: "{repeated[:_SHOWN]}…"'
    named = f"names {things(different)}" if different else "lists nothing"
    yield error(place, f"this answer {named}; it must name {least} or more", hint)


def still_an_example(answer: Answer, campaign: Campaign) -> Iterator[Problem]:
    """A campaign that does not say that it is a sample has answers of its own."""
    if answer.content.settings.example and campaign.settings.notice is None:
        says = "this is the worked example still, of a fictional district"
        hint = "write what is so in yours, and remove this line"
        yield error(answer.content.place("example"), says, hint)
    elif campaign.settings.notice is None:
        copied = the_sample().answers
        found = [p.line for p in passages_of(answer.content.body) if p.digest in copied]
        if found:
            at = f"line {found[0]}" if len(found) == 1 else f"lines {', '.join(map(str, found))}"
            says = f"the worked example, of a fictional district, says the same: {at}"
            yield error(Place(answer.content.path, found[0]), says, "write what is so in yours")


def things(items: Sequence[str]) -> str:
    """How many different things there are, in words."""
    return "1 thing" if len(items) == 1 else f"{len(items)} different things"


def distinct(items: Sequence[str]) -> list[str]:
    """Those that do not say what one before them says."""
    kept: list[str] = []
    for item in items:
        if not any(_alike(item, other) for other in kept):
            kept.append(item)
    return kept


def _alike(one: str, other: str) -> bool:
    words, others = (re.findall(r"\w+", text.casefold()) for text in (one, other))
    return difflib.SequenceMatcher(None, words, others, autojunk=False).ratio() >= _THE_SAME


def not_made(
    answer: Answer,
    document: Content[DocumentSettings] | None,
    exhibit: Exhibit | None,
    inventory: Inventory,
) -> Iterator[Problem]:
    """What kept an artifact from being made: an error of its own, or one elsewhere."""
    if exhibit is not None:
        return
    if document is None:
        named = answer.content.settings.artifact or ""
        known = [d.path for d in inventory.campaign.documents]
        says = f"`artifact`: there is no page or print document {named}"
        yield error(answer.content.place("artifact"), says, did_you_mean(named, known))
        return
    paths = {document.path, *(t.path for t in document.translations.values())}
    layout = document.settings.pdf or document.settings.layout
    paths |= {f"layouts/{layout}.html", f"layouts/{layout}.css"} if layout else set()
    own = next((problem for problem in inventory.errors if problem.place.path in paths), None)
    if own is not None:
        yield error(own.place, f"{document.path} was not built: {own.message}", own.hint)
    elif inventory.errors and not inventory.errors_in(answer.content.path):
        first = inventory.errors[0].place
        says = f"{document.path} was not built, because of an error elsewhere"
        yield error(first, says, "mend what is wrong here; nothing is built before")


def wrong_kind(answer: Answer, asked: Artifacts) -> Iterator[Problem]:
    """An artifact of no kind, or of one that does not count."""
    kind = answer.content.settings.kind
    hint = "write one of: " + " ".join(f"`{name}`: {what}" for name, what in asked.kinds.items())
    if kind is None:
        yield error(answer.content.place(), "this artifact has no `kind`", hint)
    elif kind not in asked.kinds:
        says = f"`kind`: `{kind}` is not one that counts here"
        yield error(answer.content.place("kind"), says, hint)


def wrong_background(answer: Answer, asked: Artifacts, campaign: Campaign) -> Iterator[Problem]:
    """What an artifact's purpose and background do not say."""
    if not str(answer.purpose or "").strip() and not answer.problem:
        hint = "write into its settings what it is for: `purpose: Families learn …`"
        yield error(answer.content.place(), "this artifact has no `purpose`", hint)
    if answer.problem:
        yield answer.problem
    elif asked.most_words and answer.words > asked.most_words:
        over = answer.words - asked.most_words
        says = f"the background has {answer.words} words, and may have {asked.most_words}"
        yield error(answer.start, says, f"take {'one' if over == 1 else over} out")
    elif not answer.words:
        hint = "say where the district is, who its students are, and why you chose this form"
        yield error(answer.start, "this artifact has no background", hint)
    for what in asked.background:
        context = CONTEXTS[what]
        if not context.is_known(campaign):
            keys = Language("en").list(f"`{key}`" for key in context.keys)
            place = campaign.config.place("district")
            yield error(place, f"{context.nowhere} in config.yaml", f"write one at least of {keys}")
        elif answer.words and not context.is_said(answer.own_text, campaign):
            yield error(answer.start, f"the background does not say {context.what}", context.hint)
