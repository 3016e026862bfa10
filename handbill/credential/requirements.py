"""What a credential asks for: one YAML file in credentials/ describes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from handbill.campaign import Campaign
from handbill.forms import Count, Identifier, Text
from handbill.problems import Place, Problem, did_you_mean, error
from handbill.read.files import read_text
from handbill.read.schema_errors import fit
from handbill.schema import Schema
from handbill.yaml_lines import parse_mapping

FOLDER = "credentials"
_PACKAGE = Path(__file__).parent.parent


class Question(Schema):
    """A question that is answered in words."""

    answer: Identifier = Field(description="The answer's file in content/credential/, without .md.")
    title: Text = Field(description="What the answer is called.")
    asks: Text = Field(description="The question, in your own words.")
    most_words: Count | None = Field(None, description="How many words the platform's box holds.")
    least_items: Count | None = Field(
        None, description="How many different things the answer must list, if it is a list."
    )


class Artifacts(Schema):
    """The artifacts that are handed in, and what comes with each."""

    asks: Text = Field(description="What is asked for, in your own words.")
    least: Count = Field(description="How many artifacts there must be.")
    kinds: dict[str, Text] = Field(description="The kinds that count, and what each does.")
    background: list[Literal["location", "demographics"]] = Field(
        default_factory=list, description="What the background of each must say of the district."
    )
    most_words: Count | None = Field(None, description="How many words a background may have.")


class Part(Schema):
    """A part of a credential: questions, or artifacts."""

    title: Text = Field(description="What the part is called.")
    questions: list[Question] = Field(default_factory=list, description="Its questions.")
    artifacts: Artifacts | None = Field(None, description="Its artifacts.")


class Credential(Schema):
    """A credential, and what its issuer asks for."""

    title: Text = Field(description="Its title.")
    issuer: Text = Field(description="Who issues it.")
    step: Count | None = Field(None, description="Its place in a stack of credentials.")
    review: Text | None = Field(None, description="How it is reviewed, and what to heed.")
    names: Text | None = Field(
        None, description="What the packet says on its first page of the names in it."
    )
    incomplete: Text | None = Field(
        None, description="What this file does not know; nobody is ready while it says so."
    )
    parts: Annotated[list[Part], Field(min_length=1)] = Field(description="Its parts, in order.")

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all its parts."""
        return tuple(question for part in self.parts for question in part.questions)


def read_credential(campaign: Campaign) -> tuple[Credential | None, list[Problem]]:
    """The credential that config.yaml names: the campaign's own description, or Handbill's."""
    name = campaign.settings.credential
    path = path_of(campaign)
    folders = _folders(campaign.folder)
    folder = next((folder for folder in folders if (folder / path).is_file()), None)
    if folder is None:
        says = f"`credential`: there is no {path}"
        known = {file.stem for other in folders for file in (other / FOLDER).glob("*.yaml")}
        return None, [error(campaign.config.place("credential"), says, did_you_mean(name, known))]
    file, problem = read_text(folder, path)
    if file is None:
        return None, [problem] if problem else []
    parsed = parse_mapping(file.text, path)
    credential, problems = fit(parsed, Credential, path)
    if credential is not None:
        problems += _repeated(credential, path)
        problems += [
            error(
                Place(path, parsed.lines.of("parts", number)),
                f"the part `{part.title}` asks for nothing",
                "write its `questions` or its `artifacts`",
            )
            for number, part in enumerate(credential.parts)
            if not part.questions and part.artifacts is None
        ]
    return (None if problems else credential), problems


def path_of(campaign: Campaign) -> str:
    """Where the description of the campaign's credential stands."""
    return f"{FOLDER}/{campaign.settings.credential}.yaml"


def place_of(key: str, campaign: Campaign) -> Place:
    """Where a key of the description of the campaign's credential stands."""
    path = path_of(campaign)
    for folder in _folders(campaign.folder):
        file, _ = read_text(folder, path)
        if file is not None:
            return Place(path, parse_mapping(file.text, path).lines.of(key))
    return Place(path)


def _folders(campaign_folder: Path) -> tuple[Path, ...]:
    """Where credentials/ is looked for: first in the campaign."""
    own = _PACKAGE if (_PACKAGE / FOLDER).is_dir() else _PACKAGE.parent
    return tuple(dict.fromkeys((campaign_folder.resolve(), own.resolve())))


def _repeated(credential: Credential, path: str) -> Iterator[Problem]:
    names = [question.answer for question in credential.questions]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield error(Place(path), f"two questions have the answer `{name}`", "rename one of them")
