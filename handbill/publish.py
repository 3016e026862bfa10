"""Publishing: what stands in output/site/ becomes the branch gh-pages of a git repository.

The leader's own branches, her index and her files are left alone: git gathers the site on a
branch that nobody else uses, pushes that, and forgets it again.
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

from handbill.git import Ran, git, run
from handbill.pipeline import SITE
from handbill.problems import CampaignError, Place, did_you_mean, error
from handbill.progress import Progress

BRANCH = "gh-pages"
_OURS = "handbill-publishing-now"
_OURS_REF = f"refs/heads/{_OURS}"
_BRANCH_REF = f"refs/heads/{BRANCH}"
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
    repository: Path
    remote: str

    def git(self, *words: str) -> Ran:
        """Run git in the campaign's folder."""
        return git(self.folder, *words)

    def name(self, revision: str) -> str:
        """The name that git gives to a commit or a tree."""
        return self.git("rev-parse", "--verify", revision).text


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
        hint = did_you_mean(remote, known) or "give it one: docs/publish.md tells how"
        raise _problem(f"the git repository knows no remote `{remote}`", hint)
    return Destination(folder, Path(found.text), remote)


def publish(destination: Destination, url: str, progress: Progress) -> Published:
    """Make the branch gh-pages of a remote hold what stands in output/site/.

    Where it does already, there is no new commit. Raises CampaignError, and leaves everything as
    it was, when the remote cannot be reached or refuses.
    """
    progress.step("publish", f"{BRANCH} of {destination.remote}")
    try:
        with tempfile.TemporaryDirectory() as place:
            before = _fetch(destination)
            _stop_at_another_campaign(destination, before)
            files = _gather(destination, before, Path(place) / SITE)
            _commit(destination, domain_of(url), Path(place))
        is_new = not before or _tree(destination, before) != _tree(destination, _OURS_REF)
        if is_new:
            _push(destination)
    except OSError as wrong:
        raise _problem(f"the site cannot be gathered: {wrong.strerror or wrong}") from wrong
    finally:
        _forget(destination)
    return Published(destination.remote, files, is_new)


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


def _fetch(destination: Destination) -> str:
    """Set our branch to the remote's gh-pages. The commit's name, or nothing without one."""
    _forget(destination)  # a run that was killed may have left it
    remote = destination.remote
    asked = destination.git("ls-remote", "--heads", remote, _BRANCH_REF, f"{_BRANCH_REF}/*")
    names = [line.partition("\t")[2] for line in asked.text.splitlines()]
    _stop_at_a_branch_below(remote, names)
    is_there = _BRANCH_REF in names
    if is_there:
        # Of the leader's own notes on the remote, refs/remotes/, none is renewed.
        refs = f"+{_BRANCH_REF}:{_OURS_REF}"
        asked = destination.git("fetch", "--quiet", "--no-tags", "--refmap=", remote, refs)
    if asked.failed:
        says = f"`{remote}` cannot be reached: {asked.reason}"
        raise _problem(says, f"is this computer online, and is the address right? {_UNCHANGED}")
    return destination.name(_OURS_REF) if is_there else ""


def _stop_at_a_branch_below(remote: str, names: Iterable[str]) -> None:
    """Git keeps branches as files in folders: beside gh-pages/old there can be no gh-pages."""
    below = [name for name in names if name.startswith(f"{_BRANCH_REF}/")]
    if below:
        branch = below[0].removeprefix("refs/heads/")
        says = f"`{remote}` has a branch `{branch}`, which stands in the way of `{BRANCH}`"
        hint = f"rename it there, to {branch.replace('/', '-')} for example (on GitHub: Branches)"
        raise _problem(says, f"{hint}, and publish again. {_UNCHANGED}")


def _stop_at_another_campaign(destination: Destination, before: str) -> None:
    """A repository has one site: a campaign in another folder of it must not take its place."""
    subject = destination.git("log", "-1", "--format=%s", before).text if before else ""
    last = _MESSAGE.fullmatch(subject)
    own = destination.git("rev-parse", "--show-prefix").text
    if last and last[1] != own:
        other = f"the folder {last[1].rstrip('/')}" if last[1] else "the repository's top folder"
        says = f"{BRANCH} of `{destination.remote}` holds another campaign, that of {other}"
        hint = "a repository has one site: give this campaign a repository of its own"
        raise _problem(says, f"{hint}. {_UNCHANGED}")


def _gather(destination: Destination, before: str, to: Path) -> int:
    """Copy the site to a folder, and the domain that was set on the remote; count its files."""
    site = destination.folder / "output" / SITE
    shutil.copytree(site, to, ignore=_unpublished, copy_function=shutil.copyfile)
    files = sum(path.is_file() for path in to.rglob("*"))
    if before and not (to / "CNAME").exists():
        domain = destination.git("cat-file", "blob", f"{before}:CNAME")
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


def _commit(destination: Destination, domain: str, place: Path) -> None:
    """Commit the site onto our branch, with the mark that GitHub is not to build it anew."""
    committer = {
        variable: os.environ.get(variable) or destination.git("config", key).text or otherwise
        for variable, (key, otherwise) in _COMMITTER.items()
    }
    # ghp-import starts at what -r and -b name together: here that is our branch itself.
    message = f"Publish {destination.git('rev-parse', '--show-prefix').text}output/site/"
    options = ["-n", "-m", message, "-b", _OURS, "-r", "refs/heads"]
    options += ["-c", domain] if domain else []
    command = [sys.executable, "-m", "ghp_import", *options, SITE]
    # It runs outside the repository, whose files may be named like modules of Python's.
    made = run(command, place, {**committer, "GIT_DIR": str(destination.repository)})
    if made.failed:
        raise _problem(f"git cannot take the site in: {made.reason}")


def _tree(destination: Destination, revision: str) -> str:
    return destination.name(f"{revision}^{{tree}}")


def _push(destination: Destination) -> None:
    remote, refs = destination.remote, f"{destination.name(_OURS_REF)}:{_BRANCH_REF}"
    pushed = destination.git("push", "--porcelain", remote, refs)
    if not pushed.failed:
        return
    refused = [line for line in pushed.text.splitlines() if line.startswith("!")]
    reason = refused[0].partition(" (")[2].rstrip(")") if refused else pushed.reason
    said = [line.removeprefix("remote: ") for line in pushed.told if line.startswith("remote: ")]
    if _CHECKED_OUT in reason:
        said = []  # git's advice there, of fifteen lines
    says = ": ".join(filter(None, [f"`{remote}` refused the site", reason, " ".join(said)]))
    hint = next((hint for mark, hint in _REFUSALS.items() if mark in reason), _NO_RIGHT)
    raise _problem(says, f"{hint}. {_UNCHANGED}")


def _forget(destination: Destination) -> None:
    destination.git("update-ref", "-d", _OURS_REF)


def _problem(message: str, hint: str = "") -> CampaignError:
    return CampaignError([error(Place(f"output/{SITE}"), message, hint)])
