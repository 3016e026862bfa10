"""Whether a campaign has what its credential asks for: a finding for each requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.campaign import Campaign
from handbill.credential.answers import Answer, Answers
from handbill.credential.exhibits import Exhibit, document_of
from handbill.credential.missing import (
    Inventory,
    distinct,
    not_made,
    still_an_example,
    things,
    wrong_background,
    wrong_kind,
    wrong_with,
)
from handbill.credential.requirements import Artifacts, Credential, Part, Question, place_of
from handbill.languages import Language
from handbill.problems import Place, Problem, Severity, did_you_mean, error, warning

FOLDER = "content/credential"


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
    inventory = Inventory(campaign, answers, exhibits, problems)
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


def _findings(credential: Credential, inventory: Inventory) -> Iterator[Finding]:
    for part in credential.parts:
        for question in part.questions:
            yield _question(part, question, inventory)
        if part.artifacts:
            theirs = _answers_for(part, credential, inventory)
            yield _number(part, part.artifacts, theirs, inventory)
            for answer in theirs:
                yield _artifact(part, part.artifacts, answer, inventory)
    yield from _unreadable(credential, inventory)
    if credential.incomplete:
        place = place_of("incomplete", inventory.campaign)
        says = "the description of this credential is not complete"
        missing = error(place, says, credential.incomplete)
        yield Finding("", "What else the issuer asks for", "", (missing,))


def _answers_for(part: Part, credential: Credential, inventory: Inventory) -> list[Answer]:
    """The artifacts of a part: those whose kind it lists, and of the first one those of no kind."""
    others = [p.artifacts.kinds for p in credential.parts if p.artifacts and p is not part]
    first = next(p for p in credential.parts if p.artifacts)
    kinds = part.artifacts.kinds if part.artifacts else {}
    return [
        answer
        for answer in inventory.answers.of_artifacts
        if (kind := answer.content.settings.kind) in kinds
        or (part is first and not any(kind in other for other in others))
    ]


def _unreadable(credential: Credential, inventory: Inventory) -> Iterator[Finding]:
    """The files of artifacts that could not be read: nobody knows what they are about."""
    asked = {f"{FOLDER}/{question.answer}.md" for question in credential.questions}
    known = {answer.content.path for answer in inventory.answers.by_name.values()}
    broken: dict[str, list[Problem]] = {}
    for problem in inventory.problems:
        path = problem.place.path
        is_answer = path.startswith(f"{FOLDER}/") and path not in asked | known
        if is_answer and problem.severity is Severity.ERROR:
            broken.setdefault(path, []).append(problem)
    for path, problems in broken.items():
        yield Finding("", path, path, tuple(problems))


def _question(part: Part, question: Question, inventory: Inventory) -> Finding:
    path = f"{FOLDER}/{question.answer}.md"
    answer = inventory.answers.by_name.get(question.answer)
    if answer is None:
        missing = error(Place(path, 1), "this answer is not there", f"write it: {question.asks}")
        unread = tuple(p for p in inventory.errors if p.place.path == path)
        return Finding(part.title, question.title, path, unread or (missing,))
    problems = dict.fromkeys(
        (
            *wrong_with(answer, question),
            *inventory.errors_in(path),
            *still_an_example(answer, inventory.campaign),
        )
    )
    evidence = path if answer.problem else f"{path}: {_counted(answer, question)}"
    return Finding(part.title, question.title, evidence, tuple(problems))


def _counted(answer: Answer, question: Question) -> str:
    words = f"{answer.words} of {question.most_words}" if question.most_words else answer.words
    counted = [f"{words} words"]
    if question.least_items:
        counted.insert(0, things(distinct(answer.items)))
    return ", ".join(counted)


def _number(
    part: Part, asked: Artifacts, answers: Sequence[Answer], inventory: Inventory
) -> Finding:
    campaign = inventory.campaign
    named = {
        document.path: answer.content.path
        for answer in answers
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


def _artifact(part: Part, asked: Artifacts, answer: Answer, inventory: Inventory) -> Finding:
    content = answer.content
    document = document_of(answer, inventory.campaign)
    exhibit = next((e for e in inventory.exhibits if e.answer is answer), None)
    missing = [
        *not_made(answer, document, exhibit, inventory),
        *wrong_kind(answer, asked),
        *inventory.errors_in(content.path),
        *wrong_background(answer, asked, inventory.campaign),
        *still_an_example(answer, inventory.campaign),
    ]
    title = content.original("title") or (document and document.original("title")) or content.id
    evidence = _made(exhibit) if exhibit else str(content.settings.artifact)
    return Finding(part.title, title, evidence, tuple(dict.fromkeys(missing)))


def _made(exhibit: Exhibit) -> str:
    """What there is of an artifact: its file, its pages and its languages."""
    pages = {0: "", 1: ", 1 page"}.get(exhibit.pages, f", {exhibit.pages} pages")
    names = Language("en").list(Language(code).name for code in exhibit.languages)
    return f"{exhibit.shown.address}{pages}, in {names}"
