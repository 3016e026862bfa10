"""Whether a campaign has what its credential asks for: a finding for each requirement."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.campaign import Campaign, Content
from handbill.credential.answers import Answer, Answers
from handbill.credential.contexts import CONTEXTS
from handbill.credential.exhibits import Exhibit, document_of
from handbill.credential.requirements import Artifacts, Credential, Part, Question, path_of
from handbill.languages import Language
from handbill.problems import Place, Problem, Severity, did_you_mean, error, warning
from handbill.schema import DocumentSettings

FOLDER = "content/credential"
_THE_SAME = 0.8
"""Two texts that are alike to this ratio (difflib's, 1 for equal texts) say the same."""


_SHOWN = 60


@dataclass(frozen=True)
class Finding:
    """One requirement, what there is of it, and what is missing."""

    part: str
    requirement: str
    evidence: str
    missing: tuple[Problem, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def assess(
    credential: Credential,
    campaign: Campaign,
    answers: Answers,
    exhibits: Sequence[Exhibit],
    problems: Sequence[Problem],
) -> tuple[Finding, ...]:
    """The findings, in the order of the credential's parts.

    `exhibits` are the artifacts that were made, and `problems` what kept others from it.
    """
    inventory = _Inventory(campaign, answers, exhibits, problems)
    return tuple(_findings(credential, inventory))


def unasked(credential: Credential, campaign: Campaign) -> Iterator[Problem]:
    """A warning for each file that answers no question, and is about no artifact."""
    asked = [question.answer for question in credential.questions]
    for name, answer in campaign.answers.items():
        if name not in asked and answer.settings.artifact is None:
            says = "no question of the credential has this answer, and it names no `artifact`"
            known = [f"{other}.md" for other in asked if other not in campaign.answers]
            hint = did_you_mean(f"{name}.md", known) or "remove it; it will not be handed in"
            yield warning(answer.place(), says, hint)


@dataclass(frozen=True)
class _Inventory:
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


def _findings(credential: Credential, inventory: _Inventory) -> Iterator[Finding]:
    for part in credential.parts:
        for question in part.questions:
            yield _question(part, question, inventory)
        if part.artifacts:
            yield _number(part, part.artifacts, inventory)
            for answer in inventory.answers.of_artifacts:
                yield _artifact(part, part.artifacts, answer, inventory)
    if credential.incomplete:
        place = Place(path_of(inventory.campaign))
        says = "the description of this credential is not complete"
        missing = error(place, says, credential.incomplete)
        yield Finding("", "What else the issuer asks for", "", (missing,))


def _question(part: Part, question: Question, inventory: _Inventory) -> Finding:
    path = f"{FOLDER}/{question.answer}.md"
    answer = inventory.answers.by_name.get(question.answer)
    if answer is None:
        missing = error(Place(path, 1), "this answer is not there", f"write it: {question.asks}")
        unread = tuple(p for p in inventory.errors if p.place.path == path)
        return Finding(part.title, question.title, path, unread or (missing,))
    problems = (*_wrong_with(answer, question), *_still_an_example(answer, inventory.campaign))
    return Finding(part.title, question.title, f"{path}: {_counted(answer, question)}", problems)


def _still_an_example(answer: Answer, campaign: Campaign) -> Iterator[Problem]:
    """A campaign that does not say that it is a sample has answers of its own."""
    if answer.content.settings.example and campaign.settings.notice is None:
        says = "this is the worked example still, of a fictional district"
        hint = "write what is so in yours, and remove this line"
        yield error(answer.content.place("example"), says, hint)


def _counted(answer: Answer, question: Question) -> str:
    words = f"{answer.words} of {question.most_words}" if question.most_words else answer.words
    counted = [f"{words} words"]
    if question.least_items:
        counted.insert(0, _things(_distinct(answer.items)))
    return ", ".join(counted)


def _wrong_with(answer: Answer, question: Question) -> Iterator[Problem]:
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
    distinct = _distinct(answer.items)
    if len(distinct) >= least:
        return
    place, hint = answer.start, "write each as an item of a list that starts with 1., 2., 3."
    repeated = next((item for item in answer.items if item not in distinct), None)
    if repeated is not None:
        hint = f'this says what another one says: "{repeated[:_SHOWN]}…"'
    named = f"names {_things(distinct)}" if distinct else "lists nothing"
    yield error(place, f"this answer {named}; it must name {least} or more", hint)


def _things(items: Sequence[str]) -> str:
    return "1 thing" if len(items) == 1 else f"{len(items)} different things"


def _distinct(items: Sequence[str]) -> list[str]:
    """Those that do not say what one before them says."""
    kept: list[str] = []
    for item in items:
        if not any(_alike(item, other) for other in kept):
            kept.append(item)
    return kept


def _alike(one: str, other: str) -> bool:
    words, others = (re.findall(r"\w+", text.casefold()) for text in (one, other))
    return difflib.SequenceMatcher(None, words, others, autojunk=False).ratio() >= _THE_SAME


def _number(part: Part, asked: Artifacts, inventory: _Inventory) -> Finding:
    campaign = inventory.campaign
    named = {
        document.path: answer.content.path
        for answer in inventory.answers.of_artifacts
        if (document := document_of(answer, campaign))
    }
    names = ", ".join(named)
    what = "One artifact or more" if asked.least == 1 else f"{asked.least} artifacts or more"
    if len(named) >= asked.least:
        return Finding(part.title, what, names)
    count = "is 1 artifact" if len(named) == 1 else f"are {len(named)} artifacts"
    says = f"there {count}, and it takes {asked.least}"
    hint = f"each has a file in {FOLDER}/, whose `artifact` names it: content/print/flyer.md"
    return Finding(part.title, what, names, (error(Place(FOLDER), says, hint),))


def _artifact(part: Part, asked: Artifacts, answer: Answer, inventory: _Inventory) -> Finding:
    content = answer.content
    document = document_of(answer, inventory.campaign)
    exhibit = next((e for e in inventory.exhibits if e.answer is answer), None)
    missing = [
        *_not_made(answer, document, exhibit, inventory),
        *_kind(answer, asked),
        *_background(answer, asked, inventory.campaign),
        *_still_an_example(answer, inventory.campaign),
    ]
    title = content.original("title") or (document and document.original("title")) or content.id
    evidence = _made(exhibit) if exhibit else str(content.settings.artifact)
    return Finding(part.title, title, evidence, tuple(dict.fromkeys(missing)))


def _made(exhibit: Exhibit) -> str:
    """What there is of an artifact: its file, its pages and its languages."""
    pages = {0: "", 1: ", 1 page"}.get(exhibit.pages, f", {exhibit.pages} pages")
    names = Language("en").list(Language(code).name for code in exhibit.languages)
    return f"{exhibit.shown.address}{pages}, in {names}"


def _not_made(
    answer: Answer,
    document: Content[DocumentSettings] | None,
    exhibit: Exhibit | None,
    inventory: _Inventory,
) -> Iterator[Problem]:
    if exhibit is not None:
        return
    if document is None:
        named = answer.content.settings.artifact or ""
        known = [d.path for d in inventory.campaign.documents]
        says = f"`artifact`: there is no page or print document {named}"
        yield error(answer.content.place("artifact"), says, did_you_mean(named, known))
        return
    paths = {document.path, *(t.path for t in document.translations.values())}
    own = [problem for problem in inventory.errors if problem.place.path in paths]
    for problem in (own or inventory.errors)[:1]:
        says = f"{document.path} was not built: {problem.message}"
        yield error(problem.place, says, problem.hint)


def _kind(answer: Answer, asked: Artifacts) -> Iterator[Problem]:
    kind = answer.content.settings.kind
    hint = "write one of: " + " ".join(f"`{name}`: {what}" for name, what in asked.kinds.items())
    if kind is None:
        yield error(answer.content.place(), "this artifact has no `kind`", hint)
    elif kind not in asked.kinds:
        says = f"`kind`: `{kind}` is not one that counts here"
        yield error(answer.content.place("kind"), says, hint)


def _background(answer: Answer, asked: Artifacts, campaign: Campaign) -> Iterator[Problem]:
    if not str(answer.purpose or "").strip() and not answer.problem:
        hint = "write into its settings what it is for: `purpose: Families learn …`"
        yield error(answer.content.place(), "this artifact has no `purpose`", hint)
    if answer.problem:
        yield answer.problem
    elif not answer.words:
        hint = "say where the district is, who its students are, and why you chose this form"
        yield error(answer.start, "this artifact has no background", hint)
    for what in asked.background:
        context = CONTEXTS[what]
        if not context.is_known(campaign):
            keys = Language("en").list(f"`{key}`" for key in context.keys)
            place = campaign.config.place("district")
            yield error(place, f"{context.nowhere} in config.yaml", f"write one at least of {keys}")
        elif answer.words and not context.is_said(answer.text, campaign):
            yield error(answer.start, f"the background does not say {context.what}", context.hint)
