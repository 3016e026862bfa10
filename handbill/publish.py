"""Publishing: what stands in output/site/ becomes the branch gh-pages of a git repository.

The leader's own branches, her index and her files are left alone: git gathers the site in a
repository of its own, a folder for a few seconds, that shares nothing with hers but the store of
objects; from there her own git pushes it, as she has set it up.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from handbill.git import git, run, without_credentials
from handbill.pipeline import SITE
from handbill.problems import CampaignError, Place, did_you_mean, error
from handbill.progress import Progress
from handbill.scratch_repository import Scratch, scratch_beside

BRANCH = "gh-pages"
_BRANCH_REF = f"refs/heads/{BRANCH}"
_TREE = f"{_BRANCH_REF}^{{tree}}"
_MESSAGE = re.compile(r"Publish (.*)output/site/")
"""How a commit tells which folder's campaign it holds."""
_COMMITTER = {
    "GIT_COMMITTER_NAME": ("user.name", "Handbill"),
    "GIT_COMMITTER_EMAIL": ("user.email", "handbill@localhost"),
}
_OTHER_WAYS = "publish in one of the other ways: docs/publish.md tells how"
_UNCHANGED = "Nothing on this computer was changed"
_NO_RIGHT = (
    "somebody else may have published meanwhile: try again. If it stays so, you may lack the right "
    "to push to it"
)
_CHECKED_OUT = "branch is currently checked out"
_REFUSALS = {
    "hook declined": (
        f"a rule of its own forbids it: ask whoever looks after it to let you push to {BRANCH}"
    ),
    _CHECKED_OUT: (
        f"it has files of its own, of the branch {BRANCH}: publish to a bare repository, or let it "
        "switch to another branch"
    ),
}
"""What to do, by what git's reason for a refusal holds."""


@dataclass(frozen=True)
class Published:
    """Where the site was published, of how many files it is, and whether anything was new."""

    remote: str
    files: int
    is_new: bool


@dataclass(frozen=True)
class Destination:
    """A remote of the git repository that holds a campaign's folder."""

    folder: Path
    remote: str

    @property
    def shown(self) -> str:
        """The remote's name as it may be printed."""
        return without_credentials(self.remote)


def destination_of(folder: Path, remote: str) -> Destination:
    """Find the repository that holds a folder, and its remote. Raises CampaignError without."""
    if not shutil.which("git"):
        raise _problem("git is not installed", f"install it, or {_OTHER_WAYS}")
    found = git(folder, "rev-parse", "--absolute-git-dir")
    if found.failed and "not a git repository" in found.reason:
        raise _problem("the campaign's folder is in no git repository", _OTHER_WAYS)
    if found.failed:
        mends = [f"if it is yours, type: {line}" for line in found.told if "git config" in line]
        raise _problem(f"git does not open the repository: {found.reason}", "".join(mends))
    known = git(folder, "remote").text.splitlines()
    if remote not in known:
        known = [without_credentials(name) for name in known]
        hint = did_you_mean(remote, known) or "give it one: docs/publish.md tells how"
        says = f"the git repository knows no remote `{without_credentials(remote)}`"
        raise _problem(says, hint)
    return Destination(folder, remote)


def publish(destination: Destination, url: str, progress: Progress) -> Published:
    """Make the branch gh-pages of a remote hold what stands in output/site/.

    Where it does already, there is no new commit. Raises CampaignError, and leaves everything as
    it was, when the remote cannot be reached or refuses.
    """
    progress.step("publish", f"{BRANCH} of {destination.shown}")
    try:
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            scratch = scratch_beside(destination.folder, place / "repository")
            before = _fetch(destination, scratch)
            _stop_at_another_campaign(destination, scratch, before)
            files = _gather(destination, scratch, before, place / SITE)
            _commit(destination, scratch, domain_of(url), place)
            is_new = not before or scratch.name(f"{before}^{{tree}}") != scratch.name(_TREE)
            if is_new:
                _push(destination, scratch)
    except OSError as wrong:
        says = f"the site cannot be gathered: {wrong.strerror or wrong}"
        hint = "see that the disk has room and that nobody removes output/, and publish again"
        raise _problem(says, hint) from wrong
    return Published(destination.shown, files, is_new)


def domain_of(url: str) -> str:
    """The domain that is the site's own: that of an address without a path. Or nothing."""
    try:
        address = urlsplit(url)
        host = (address.hostname or "").rstrip(".").encode("idna").decode()
    except ValueError:  # it only looks like an address
        return ""
    _, dot, top = host.rpartition(".")
    is_own = dot and not top.isdigit() and not f".{host}".endswith(".github.io")
    return host if is_own and not address.path.strip("/") else ""


def _fetch(destination: Destination, scratch: Scratch) -> str:
    """Fetch the remote's gh-pages. The name of its last commit, or nothing where there is none."""
    remote = destination.remote
    asked = scratch.git("ls-remote", "--heads", "--", remote, _BRANCH_REF, f"{_BRANCH_REF}/*")
    names = [line.partition("\t")[2] for line in asked.text.splitlines()]
    _stop_at_a_branch_below(destination.shown, names)
    is_there = _BRANCH_REF in names
    if is_there:
        options = ("--quiet", "--no-tags", "--depth=1", "--refmap=")
        asked = scratch.git("fetch", *options, "--", remote, f"+{_BRANCH_REF}:{_BRANCH_REF}")
    if asked.failed:
        says = f"`{destination.shown}` cannot be reached: {asked.reason}"
        raise _problem(says, f"is this computer online, and is the address right? {_UNCHANGED}")
    return scratch.name(_BRANCH_REF) if is_there else ""


def _stop_at_a_branch_below(remote: str, names: Iterable[str]) -> None:
    """Git keeps branches as files in folders: beside gh-pages/old there can be no gh-pages."""
    below = [name for name in names if name.startswith(f"{_BRANCH_REF}/")]
    if below:
        branch = below[0].removeprefix("refs/heads/")
        says = f"`{remote}` has a branch `{branch}`, which stands in the way of `{BRANCH}`"
        hint = f"rename it there, to {branch.replace('/', '-')} for example (on GitHub: Branches)"
        raise _problem(says, f"{hint}, and publish again. {_UNCHANGED}")


def _stop_at_another_campaign(destination: Destination, scratch: Scratch, before: str) -> None:
    """A repository has one site: a campaign in another folder of it must not take its place."""
    subject = scratch.git("log", "-1", "--format=%s", before).text if before else ""
    last = _MESSAGE.fullmatch(subject)
    own = git(destination.folder, "rev-parse", "--show-prefix").text
    if last and last[1] != own:
        other = f"the folder {last[1].rstrip('/')}" if last[1] else "the repository's top folder"
        says = f"{BRANCH} of `{destination.shown}` holds another campaign, that of {other}"
        hint = "a repository has one site: give this campaign a repository of its own"
        raise _problem(says, f"{hint}. {_UNCHANGED}")


def _gather(destination: Destination, scratch: Scratch, before: str, to: Path) -> int:
    """Copy the site to a folder, and the domain that was set on the remote; count its files."""
    site = destination.folder / "output" / SITE
    shutil.copytree(site, to, ignore=_unpublished, copy_function=shutil.copyfile)
    files = sum(path.is_file() for path in to.rglob("*"))
    if before and not (to / "CNAME").exists():
        domain = scratch.git("cat-file", "blob", f"{before}:CNAME")
        if not domain.failed:
            (to / "CNAME").write_bytes(domain.given)
    return files


def _unpublished(folder: str, names: Iterable[str]) -> set[str]:
    """Hidden files such as .DS_Store or .git, and links, which may lead anywhere."""
    return {
        name
        for name in names
        if (name.startswith(".") and name != ".well-known")
        or (path := Path(folder, name)).is_symlink()
        or not (path.is_file() or path.is_dir())
    }


def _commit(destination: Destination, scratch: Scratch, domain: str, place: Path) -> None:
    """Commit the site upon what was published, with the mark that GitHub is not to build it."""
    committer = {
        variable: os.environ.get(variable) or scratch.git("config", key).text or otherwise
        for variable, (key, otherwise) in _COMMITTER.items()
    }
    # ghp-import starts at what -r and -b name together: here that is the branch itself.
    message = f"Publish {git(destination.folder, 'rev-parse', '--show-prefix').text}output/site/"
    options = ["-n", "-m", message, "-b", BRANCH, "-r", "refs/heads"]
    options += ["-c", domain] if domain else []
    # It runs outside the repository, whose files may be named like modules of Python's.
    command = [sys.executable, "-m", "ghp_import", *options, SITE]
    made = run(command, place, {**scratch.environment, **committer})
    if made.failed:
        hint = f"is there a file in output/site/ with an unusual name? Rename it. {_UNCHANGED}"
        raise _problem(f"git cannot take the site in: {made.reason}", hint)


def _push(destination: Destination, scratch: Scratch) -> None:
    options, refs = ("--porcelain", "--no-follow-tags"), f"{_BRANCH_REF}:{_BRANCH_REF}"
    pushed = scratch.git("push", *options, "--", destination.remote, refs)
    if not pushed.failed:
        return
    refused = [line for line in pushed.text.splitlines() if line.startswith("!")]
    reason = refused[0].partition(" (")[2].rstrip(")") if refused else pushed.reason
    said = [line.removeprefix("remote: ") for line in pushed.told if line.startswith("remote: ")]
    if _CHECKED_OUT in reason:
        said = []  # git's advice there, of fifteen lines
    says = ": ".join(
        filter(None, [f"`{destination.shown}` refused the site", reason, " ".join(said)])
    )
    hint = next((hint for mark, hint in _REFUSALS.items() if mark in reason), _NO_RIGHT)
    raise _problem(says, f"{hint}. {_UNCHANGED}")


def _problem(message: str, hint: str = "") -> CampaignError:
    return CampaignError([error(Place(f"output/{SITE}"), message, hint)])
