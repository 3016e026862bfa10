"""What GitHub runs: the workflow that publishes, and the container of Codespaces."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "publish.yml"
MAIN = "refs/heads/main"
PULL_REQUEST = "refs/pull/7/merge"


@pytest.fixture(scope="module")
def workflow() -> Any:
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))


@pytest.fixture(scope="module")
def commands() -> set[str]:
    """The commands that README gives: lines of their own, with a note after # or without."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return set(re.findall(r"^    ((?:make|python3)\b.*?) *(?: #.*)?$", readme, re.MULTILINE))


def fits_the_schema(file: Path) -> bool:
    """Whether GitHub's schema of workflows, which the checker brings, accepts a file."""
    command = ("check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
    nowhere = {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-m", *command], env=nowhere, capture_output=True, check=False, text=True
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    return done.returncode == 0


def _happens(step: Any, ref: str) -> bool:
    """Whether a step or a job is run for a branch or a pull request."""
    conditions = {
        None: True,
        f"github.ref == '{MAIN}'": ref == MAIN,
        f"github.ref != '{MAIN}'": ref != MAIN,
    }
    return conditions[step.get("if")]


def _action(step: Any) -> str:
    return str(step.get("uses", "")).partition("@")[0]


def test_it_fits_the_schema_of_workflows(tmp_path: Path) -> None:
    assert fits_the_schema(WORKFLOW)
    broken = tmp_path / "publish.yml"
    broken.write_text(WORKFLOW.read_text("utf-8").replace("runs-on:", "runs_on:"), "utf-8")
    assert not fits_the_schema(broken)


def test_each_action_is_pinned_to_a_commit_and_names_its_version() -> None:
    uses = re.findall(r"uses: *(.*)", WORKFLOW.read_text("utf-8"))
    assert len(uses) == 4
    for action in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_it_runs_the_commands_that_readme_gives(workflow: Any, commands: set[str]) -> None:
    runs = {
        step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
    }
    assert runs == {
        "make install",
        "python3 build.py check --to-publish",
        "python3 build.py build --to-publish",
    }
    assert runs <= commands


_RUNS = {
    "install": ["sh setup/install.sh build"],
    "build": ["sh setup/install.sh build", ".venv/bin/python build.py"],
    "test": [
        "sh setup/install.sh test",
        ".venv/bin/python -m ruff check",
        ".venv/bin/python -m ruff format --check",
        ".venv/bin/python -m mypy",
        ".venv/bin/python -m pytest -n 2 --dist worksteal",
    ],
}


@pytest.mark.parametrize("target", _RUNS)
def test_make_runs_these_commands_and_no_others(target: str) -> None:
    # `make test` would hand its own flags on.
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    told = subprocess.run(
        ["make", "--dry-run", target],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.splitlines() == _RUNS[target]


def test_it_runs_on_main_for_every_pull_request_and_each_night(workflow: Any) -> None:
    events = workflow[True]  # YAML reads `on` as true
    assert events == {
        "push": {"branches": ["main"]},
        "pull_request": None,
        "workflow_dispatch": None,
        "schedule": [{"cron": "23 9 * * *"}],  # each night in America
    }
    assert workflow["concurrency"]["cancel-in-progress"] is False


def test_a_pull_request_is_checked_once_and_not_published(workflow: Any) -> None:
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    steps = [step for step in build["steps"] if _happens(step, PULL_REQUEST)]
    assert [step["run"] for step in steps if "run" in step] == [
        "make install",
        "python3 build.py check --to-publish",
    ]
    assert [_action(step) for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert not _happens(deploy, PULL_REQUEST)


def test_main_is_built_once_and_output_site_alone_is_published(workflow: Any) -> None:
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    steps = [step for step in build["steps"] if _happens(step, MAIN)]
    assert [step["run"] for step in steps if "run" in step] == [
        "make install",
        "python3 build.py build --to-publish",
    ]
    handed_over = [step for step in steps if _action(step) == "actions/upload-pages-artifact"]
    assert [step["with"] for step in handed_over] == [{"path": "output/site"}]
    assert _happens(deploy, MAIN)
    assert deploy["needs"] == "build"
    assert [_action(step) for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["environment"] == {
        "name": "github-pages",
        "url": "${{ steps.deployment.outputs.page_url }}",
    }
    assert deploy["steps"][0]["id"] == "deployment"


def test_each_job_may_do_no_more_than_it_must(workflow: Any) -> None:
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    (checkout,) = (
        step for step in workflow["jobs"]["build"]["steps"] if _action(step) == "actions/checkout"
    )
    assert checkout["with"] == {"persist-credentials": False}


def test_a_codespace_is_set_up_by_a_command_that_readme_gives(commands: set[str]) -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    assert container == {
        "name": "Handbill",
        "image": "python:3.12-bookworm",
        "postCreateCommand": "make install",
        "forwardPorts": [8000],
    }
    assert container["postCreateCommand"] in commands
