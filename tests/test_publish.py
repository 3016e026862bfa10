"""The word `publish`, with real git and bare repositories on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbill.problems import CampaignError
from handbill.progress import Silence
from handbill.publish import Published, destination_of, domain_of, publish
from tests.command_line import Ran, run
from tests.conftest import ROOT
from tests.test_command import SMALL_CAMPAIGN

URL = "https://brantlake.example.org/radon"
BRANCH = "refs/heads/gh-pages"
REFUSED = (
    "\n  hint: somebody else may have published meanwhile: try again. If it stays so, you may lack "
    "the right to push to it. Nothing on this computer was changed"
)


@dataclass(frozen=True)
class Repository:
    """A leader's repository, and the bare one on disk that is its origin."""

    folder: Path
    bare: Path

    @property
    def site(self) -> Path:
        return self.folder / "output" / "site"

    def git(self, *words: str) -> str:
        return _git(self.folder, *words)

    def published(self) -> dict[str, str]:
        """What stands on the remote's gh-pages."""
        names = _git(self.bare, "ls-tree", "-r", "--name-only", "-z", BRANCH).split("\0")
        return {name: _git(self.bare, "show", f"{BRANCH}:{name}") for name in names if name}

    def commits(self) -> list[str]:
        """The commits of the remote's gh-pages, the newest first."""
        refs = _git(self.bare, "for-each-ref", BRANCH)
        return _git(self.bare, "rev-list", BRANCH).split() if refs else []

    def publish(self, url: str = URL, remote: str = "origin") -> Published:
        return publish(destination_of(self.folder, remote), url, Silence())

    def problem(self, remote: str = "origin") -> str:
        with pytest.raises(CampaignError) as raised:
            self.publish(remote=remote)
        assert _leftovers(self.folder) == ""
        return str(raised.value)

    def set_on_the_remote(self, path: str, content: bytes) -> None:
        """What GitHub's settings do: a commit on gh-pages that nobody here has."""
        blob = _git(self.bare, "hash-object", "-w", "--stdin", given=content)
        _git(self.bare, "read-tree", BRANCH)
        _git(self.bare, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
        tree = _git(self.bare, "write-tree")
        commit = _git(self.bare, "commit-tree", tree, "-p", BRANCH, "-m", f"Create {path}")
        _git(self.bare, "update-ref", BRANCH, commit)


def _git(folder: Path, *words: str, given: bytes = b"") -> str:
    done = subprocess.run(["git", *words], cwd=folder, input=given, capture_output=True, check=True)
    return done.stdout.decode(errors="replace").rstrip("\n")  # pictures are read, too


def _leftovers(folder: Path) -> str:
    return _git(folder, "for-each-ref", "refs/heads/handbill*")


def _hook(file: Path, script: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a name for git, and without anything of this machine's."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    config = "[user]\nname = Ada Leader\nemail = ada@example.org\n[init]\ndefaultBranch = main\n"
    (folder / ".gitconfig").write_text(config)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a site in output/ that is quickly made."""
    folder, bare = tmp_path / "school", tmp_path / "remote.git"
    folder.mkdir()
    _git(tmp_path, "init", "--quiet", "--bare", str(bare))
    _git(folder, "init", "--quiet")
    _git(folder, "remote", "add", "origin", str(bare))
    (folder / ".gitignore").write_text("/output/\n")
    (folder / "config.yaml.txt").write_text("title: Radon\n")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message", "First")
    (folder / "output/site/es").mkdir(parents=True)
    (folder / "output/site/index.html").write_text("<h1>Radon</h1>")
    (folder / "output/site/es/index.html").write_text("<h1>Radón</h1>")
    return Repository(folder, bare)


@pytest.fixture
def campaign(repository: Repository) -> Repository:
    """A repository that holds the small campaign, without flyers: it builds in no time."""
    shutil.rmtree(repository.folder / "output")
    shutil.copytree(SMALL_CAMPAIGN, repository.folder, dirs_exist_ok=True)
    shutil.rmtree(repository.folder / "content/print")
    for page in (repository.folder / "content/pages").glob("index*.md"):
        page.write_text(page.read_text("utf-8").replace("{{ downloads() }}", ""), "utf-8")
    return repository


def _run(repository: Repository, *words: str | Path) -> Ran:
    home = os.environ["HOME"]
    return run(*words, folder=repository.folder, HOME=home, GIT_CONFIG_NOSYSTEM="1")


def test_publish_builds_and_pushes_the_site_and_nothing_else(campaign: Repository) -> None:
    ran = _run(campaign, "publish")
    assert (ran.status, ran.err) == (0, "")
    told = ran.out.splitlines()
    assert told[-7:-5] == ["proof   files: 14", "write   output/site/"]
    assert told[-4:] == [
        "Open output/site/index.html",
        "publish gh-pages of origin",
        "Published 14 files to the branch gh-pages of origin.",
        f"Open {URL}",
    ]
    made = {
        path.relative_to(campaign.site).as_posix(): path.read_bytes()
        for path in campaign.site.rglob("*")
        if path.is_file()
    }
    published = campaign.published()
    assert set(published) == {*made, ".nojekyll"}
    assert published.pop(".nojekyll") == ""
    assert published["index.html"] == made["index.html"].decode().rstrip("\n")
    assert _git(campaign.bare, "for-each-ref", "--format=%(refname)") == BRANCH

    again = _run(campaign, "publish")
    assert (again.status, again.err) == (0, "")
    assert again.out.splitlines()[-2:] == [
        "Nothing has changed since the last time: gh-pages of origin is as it was.",
        f"Open {URL}",
    ]
    assert len(campaign.commits()) == 1
    assert _run(campaign, "publish", "--quiet") == Ran(0, "", "")


def test_a_campaign_in_another_folder_does_not_take_the_places_of_the_first(
    campaign: Repository,
) -> None:
    assert _run(campaign, "publish", "--quiet").status == 0
    other = campaign.folder / "other"
    shutil.copytree(campaign.folder / "content", other / "content")
    shutil.copytree(campaign.folder / "assets", other / "assets")
    for config in campaign.folder.glob("config*.yaml"):
        shutil.copy(config, other)

    ran = _run(campaign, "-C", other, "publish", "--quiet")

    assert ran == Ran(
        1,
        "",
        "output/site: error: gh-pages of `origin` holds another campaign, that of the "
        "repository's top folder\n"
        "  hint: a repository has one site: give this campaign a repository of its own. "
        "Nothing on this computer was changed\n",
    )
    assert len(campaign.commits()) == 1


def test_another_folder_and_another_remote_may_be_given(campaign: Repository) -> None:
    campaign.git("remote", "rename", "origin", "school")
    ran = _run(campaign, "-C", campaign.folder, "publish", "--remote", "school")
    assert (ran.status, ran.err) == (0, "")
    assert "Published 14 files to the branch gh-pages of school.\n" in ran.out
    assert "index.html" in campaign.published()


def test_a_campaign_with_an_error_is_not_published(campaign: Repository) -> None:
    page = campaign.folder / "content/pages/about.md"
    page.write_text(page.read_text("utf-8").replace("menu: About", "mneu: About"), "utf-8")
    ran = _run(campaign, "publish")
    assert ran.status == 1
    assert ran.err == (
        "content/pages/about.md:4: error: `mneu` is not a key that Handbill knows\n"
        "  hint: did you mean `menu`?\n"
        "1 error. Nothing was written; output/ is as it was.\n"
    )
    assert campaign.commits() == []


def test_what_is_left_of_the_sample_is_not_published_for_another_district(
    campaign: Repository,
) -> None:
    config = campaign.folder / "config.yaml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if "notice:" not in line), "utf-8")
    assert _run(campaign, "check", "--quiet").status == 0
    ran = _run(campaign, "publish")
    assert ran.status == 1
    assert (
        "config.yaml:11: error: `phone`: 555-0160 is nobody's number\n"
        "  hint: numbers from 555-0100 to 555-0199 are kept for examples: write one that is "
        "answered\n"
    ) in ran.err
    assert ran.err.endswith("Nothing was written; output/ is as it was.\n")
    assert campaign.commits() == []


def test_the_default_campaign_with_config_yaml_rewritten_alone_is_not_published(
    repository: Repository,
) -> None:
    shutil.rmtree(repository.folder / "output")
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, repository.folder / name)
    shutil.copy(ROOT / "tests/sample/config.yaml", repository.folder)
    ran = _run(repository, "publish", "--quiet")
    assert ran.status == 1
    told = (ROOT / "tests/sample/expected.txt").read_text("utf-8")
    left = [line for line in told.splitlines() if line.startswith("content/")]
    assert len(left) == 48
    refused = [line for line in ran.err.splitlines() if line.startswith("content/")]
    assert refused == [line.replace(": warning: ", ": error: ") for line in left]
    assert not repository.site.exists()
    assert repository.commits() == []


def test_a_problem_of_publishing_is_told_like_any_other(campaign: Repository) -> None:
    shutil.rmtree(campaign.bare)
    ran = _run(campaign, "publish")
    assert ran.status == 1
    assert ran.err == (
        f"output/site: error: `origin` cannot be reached: '{campaign.bare}' does not appear to be "
        "a git repository\n  hint: is this computer online, and is the address right? "
        "Nothing on this computer was changed\n"
    )
    assert (campaign.site / "index.html").is_file()


def test_what_has_changed_is_a_commit_upon_the_last_one(repository: Repository) -> None:
    assert repository.publish() == Published("origin", 2, True)
    (first,) = repository.commits()
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    (repository.site / "es/index.html").unlink()
    assert repository.publish() == Published("origin", 1, True)
    assert repository.commits()[1:] == [first]
    assert repository.published() == {".nojekyll": "", "index.html": "<h1>Less radon</h1>"}


def test_without_a_change_there_is_no_commit(repository: Repository) -> None:
    repository.publish()
    first = repository.commits()
    (repository.site / "index.html").touch()
    assert repository.publish() == Published("origin", 2, False)
    assert repository.commits() == first


def test_a_commit_names_who_published_and_what(repository: Repository) -> None:
    repository.publish()
    told = _git(repository.bare, "log", "--format=%an <%ae>|%cn <%ce>|%s", BRANCH)
    assert told == "Ada Leader <ada@example.org>|Ada Leader <ada@example.org>|Publish output/site/"


def test_who_has_no_name_in_git_can_publish(repository: Repository, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    repository.publish()
    assert _git(repository.bare, "log", "--format=%cn <%ce>", BRANCH) == (
        "Handbill <handbill@localhost>"
    )
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    repository.publish()
    assert len(repository.commits()) == 2
    config = repository.folder / ".git/config"
    assert "user" not in config.read_text()


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://radon.example.org", "radon.example.org"),
        ("https://Radon.Example.org/", "radon.example.org"),
        ("http://radon.example.org:8080", "radon.example.org"),
        ("https://müll.example", "xn--mll-hoa.example"),
        ("https://radon.example.org/campaign", ""),
        ("https://brantlake.github.io", ""),
        ("https://brantlake.github.io/radon", ""),
        ("https://github.io", ""),
        ("https://notgithub.io", "notgithub.io"),
        ("http://localhost", ""),
        ("http://127.0.0.1:8000", ""),
        ("http://[::1]", ""),
        ("http://[nothing", ""),
        ("https://radon..example.org", ""),
    ],
)
def test_an_address_without_a_path_is_a_domain_of_its_own(url: str, domain: str) -> None:
    assert domain_of(url) == domain


def test_the_domain_of_config_yaml_is_published_as_cname(repository: Repository) -> None:
    url = "https://radon.example.org"
    assert repository.publish(url) == Published("origin", 2, True)
    assert repository.published()["CNAME"] == "radon.example.org"
    assert repository.publish(url) == Published("origin", 2, False)
    repository.publish("https://other.example.org")
    assert repository.published()["CNAME"] == "other.example.org"


def test_without_a_domain_there_is_no_cname(repository: Repository) -> None:
    repository.publish("https://brantlake.github.io/radon")
    assert "CNAME" not in repository.published()


@pytest.mark.parametrize("content", [b"radon.example.org", b"radon.example.org\r\n"])
def test_a_domain_that_was_set_on_the_remote_survives(
    repository: Repository, content: bytes
) -> None:
    repository.publish()
    repository.set_on_the_remote("CNAME", content)
    assert repository.publish() == Published("origin", 2, False)
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    assert repository.publish() == Published("origin", 2, True)
    blob = _git(repository.bare, "rev-parse", f"{BRANCH}:CNAME")
    assert blob == _git(repository.bare, "hash-object", "--stdin", given=content)
    repository.publish("https://other.example.org")
    assert repository.published()["CNAME"] == "other.example.org"


def test_a_cname_in_the_site_goes_before_the_remotes(repository: Repository) -> None:
    repository.publish()
    repository.set_on_the_remote("CNAME", b"radon.example.org")
    (repository.site / "CNAME").write_text("own.example.org\n")
    repository.publish()
    assert repository.published()["CNAME"] == "own.example.org"


def test_hidden_files_and_links_stay_at_home(repository: Repository, tmp_path: Path) -> None:
    site = repository.site
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key").write_text("secret")
    (site / "link").symlink_to(tmp_path / "secret/key")
    (site / "es/folder").symlink_to(tmp_path / "secret")
    (site / "broken").symlink_to("nowhere")
    os.mkfifo(site / "pipe")
    (site / ".DS_Store").write_text("x")
    (site / "es/.git").mkdir()
    (site / "es/.git/config").write_text("x")
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("Contact: x")
    (site / "mine with spaces.txt").write_text("mine")
    (site / "radón.txt").write_text("mine")
    (site / "index.html").chmod(0o755)
    assert repository.publish() == Published("origin", 5, True)
    listed = _git(repository.bare, "ls-tree", "-r", "-z", BRANCH).split("\0")
    assert [line.split()[0] + line.partition("\t")[2] for line in listed if line] == [
        "100644.nojekyll",
        "100644.well-known/security.txt",
        "100644es/index.html",
        "100644index.html",
        "100644mine with spaces.txt",
        "100644radón.txt",
    ]


def test_nothing_of_the_leaders_is_touched(repository: Repository) -> None:
    folder = repository.folder
    repository.git("switch", "--quiet", "--create", "gh-pages")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Mine")
    repository.git("switch", "--quiet", "--create", "draft")
    (folder / "staged.txt").write_text("staged")
    repository.git("add", "staged.txt")
    (folder / "config.yaml.txt").write_text("title: Changed\n")
    (folder / "untracked.txt").write_text("mine")
    for name in ("ghp_import.py", "datetime.py"):  # names of what Python itself looks for
        (folder / name).write_text("raise SystemExit('the wrong module')\n")

    def state() -> tuple[str, ...]:
        return (
            repository.git("for-each-ref", "refs/heads", "refs/tags", "refs/stash"),
            repository.git("symbolic-ref", "HEAD"),
            repository.git("status", "--porcelain=v2"),
            repository.git("diff"),
            repository.git("diff", "--cached"),
            repository.git("config", "--local", "--list"),
        )

    before = state()
    repository.publish()
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    repository.publish()
    assert state() == before
    mine = repository.git("rev-parse", "gh-pages")
    assert mine not in repository.commits()
    assert len(repository.commits()) == 2


@pytest.mark.parametrize("name", ["handbill-publishing-now", "gh-pages", "repository"])
def test_a_branch_of_hers_keeps_its_commits_whatever_its_name(
    repository: Repository, name: str
) -> None:
    repository.git("switch", "--quiet", "--create", name)
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Mine")
    before = repository.git("for-each-ref"), repository.git("rev-parse", "HEAD")
    repository.git("config", "remote.origin.fetch", "+refs/heads/*:refs/heads/*")
    repository.publish()
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    repository.set_on_the_remote("theirs.txt", b"theirs")
    repository.git("config", "remote.origin.fetch", "+refs/heads/*:refs/mine/*")
    repository.publish()
    assert len(repository.commits()) == 3
    others = [
        line for line in repository.git("for-each-ref").splitlines() if "refs/mine" not in line
    ]
    assert ("\n".join(others), repository.git("rev-parse", "HEAD")) == before
    assert not (repository.folder / ".git/FETCH_HEAD").exists()
    assert repository.git("fsck", "--connectivity-only") == ""


@pytest.mark.parametrize(
    "variable",
    [
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"),
        *("GIT_NAMESPACE", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXEC_PATH", "GIT_TRACE"),
    ],
)
def test_what_a_hook_of_git_sets_leads_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    other = tmp_path / "other"
    _git(tmp_path, "init", "--quiet", str(other))
    before = sorted(other.rglob("*"))
    with monkeypatch.context() as patch:
        patch.setenv(variable, str(other / ".git"))
        repository.publish()
    assert sorted(other.rglob("*")) == before
    assert set(repository.published()) == {".nojekyll", "index.html", "es/index.html"}


def test_a_remote_with_the_name_of_an_option_runs_nothing(
    repository: Repository, tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    remote = f"--upload-pack=touch {ran};git-upload-pack"
    with (repository.folder / ".git/config").open("a") as config:
        config.write(f'[remote "{remote}"]\n\turl = {repository.bare}\n')
    repository.publish(remote=remote)
    assert not ran.exists()
    assert len(repository.commits()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://ada:hunter2@127.0.0.1:1/school.git",
        "https://hunter2@127.0.0.1:1/school.git",
        "https://ada:hun/ter2@127.0.0.1:1/school.git",
        "https://ada:hun%20ter2@127.0.0.1:1/school.git",
        "http://127.0.0.1:1/school.git?private_token=hunter2",
        "ada:hunter2@127.0.0.1:school.git",
        "/nowhere/ada:hunter2@127.0.0.1:1/school.git",
    ],
)
def test_no_password_is_ever_printed(repository: Repository, address: str) -> None:
    ssh = "sh -c 'echo \"cannot reach $*\" >&2; exit 1' ssh"
    repository.git("config", "core.sshCommand", ssh)
    repository.git("remote", "set-url", "origin", address)
    told = repository.problem()
    assert "cannot be reached" in told
    assert "ter2" not in told


def test_no_password_is_printed_that_was_given_as_a_remotes_name(repository: Repository) -> None:
    assert repository.problem("https://ada:hunter2@example.org/school.git") == (
        "output/site: error: the git repository knows no remote `https://example.org/school.git`\n"
        "  hint: known here: `origin`"
    )


def test_a_campaign_may_be_a_folder_of_a_repository(repository: Repository) -> None:
    below = repository.folder / "campaigns/radon"
    shutil.copytree(repository.site, below / "output/site")
    repository.git("remote", "set-url", "origin", "../remote.git")
    publish(destination_of(below, "origin"), URL, Silence())
    assert set(repository.published()) == {".nojekyll", "index.html", "es/index.html"}


def test_git_that_is_not_installed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(CampaignError) as raised:
        repository.publish()
    assert str(raised.value) == (
        "output/site: error: git is not installed\n"
        "  hint: install it, or publish in one of the other ways: docs/publish.md tells how"
    )


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    with pytest.raises(CampaignError) as raised:
        destination_of(tmp_path, "origin")
    assert str(raised.value) == (
        "output/site: error: the campaign's folder is in no git repository\n"
        "  hint: publish in one of the other ways: docs/publish.md tells how"
    )


def test_a_repository_of_somebody_elses(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = shutil.which("git")
    _hook(tmp_path / "bin/git", f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{git}" "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(CampaignError) as raised:
        repository.publish()
    folder = repository.folder
    assert str(raised.value) == (
        "output/site: error: git does not open the repository: "
        f"detected dubious ownership in repository at '{folder}'\n"
        f"  hint: if it is yours, type: git config --global --add safe.directory {folder}"
    )


def test_a_remote_that_is_not_there(repository: Repository) -> None:
    says = "output/site: error: the git repository knows no remote `orign`\n"
    assert repository.problem("orign") == f"{says}  hint: did you mean `origin`?"
    repository.git("remote", "remove", "origin")
    hint = "  hint: give it one: docs/publish.md tells how"
    assert repository.problem("orign") == f"{says}{hint}"


def test_a_remote_that_cannot_be_reached(repository: Repository) -> None:
    repository.git("remote", "set-url", "origin", "http://127.0.0.1:9/school.git")
    assert repository.problem().startswith(
        "output/site: error: `origin` cannot be reached: unable to access "
        "'http://127.0.0.1:9/school.git/': "
    )
    repository.git("remote", "set-url", "origin", "https://user:secret@127.0.0.1:9/school.git")
    assert "secret" not in repository.problem()


def test_a_reason_that_ssh_tells(repository: Repository, tmp_path: Path) -> None:
    _hook(tmp_path / "ssh", "echo 'git@school: Permission denied (publickey).' >&2; exit 255")
    repository.git("config", "core.sshCommand", str(tmp_path / "ssh"))
    repository.git("remote", "set-url", "origin", "git@school:radon.git")
    assert repository.problem() == (
        "output/site: error: `origin` cannot be reached: git@school: Permission denied "
        "(publickey).\n  hint: is this computer online, and is the address right? "
        "Nothing on this computer was changed"
    )


def test_a_push_that_a_rule_of_the_remote_refuses(repository: Repository) -> None:
    repository.publish()
    first = repository.commits()
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    script = "echo 'Only Ms. Rao publishes.'; printf 'Ask \\033[31mher.\\n'; exit 1"
    _hook(repository.bare / "hooks/pre-receive", script)
    assert repository.problem() == (
        "output/site: error: `origin` refused the site: pre-receive hook declined: "
        "Only Ms. Rao publishes. Ask [31mher.\n"
        "  hint: a rule of its own forbids it: ask whoever looks after it to let you push to "
        "gh-pages. Nothing on this computer was changed"
    )
    assert repository.commits() == first
    assert (repository.site / "index.html").read_text() == "<h1>Less radon</h1>"


def test_a_branch_that_stands_in_the_way(repository: Repository) -> None:
    repository.git("push", "--quiet", "origin", "HEAD:refs/heads/gh-pages/old")
    repository.git("fetch", "--quiet")
    assert repository.problem() == (
        "output/site: error: `origin` has a branch `gh-pages/old`, which stands in the way of "
        "`gh-pages`\n"
        "  hint: rename it there, to gh-pages-old for example (on GitHub: Branches), and publish "
        "again. Nothing on this computer was changed"
    )
    _git(repository.bare, "branch", "--quiet", "--move", "gh-pages/old", "gh-pages-old")
    assert repository.publish() == Published("origin", 2, True)
    # What this computer remembers of the old branch is in nobody's way either.
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    assert repository.publish() == Published("origin", 2, True)
    assert len(repository.commits()) == 2
    assert "refs/remotes/origin/gh-pages/old" in repository.git("for-each-ref")


@pytest.mark.parametrize(
    "words",
    [
        ("branch", "gh-pages/old"),
        ("tag", "gh-pages"),
        ("switch", "--quiet", "--create", "gh-pages"),
        ("push", "--quiet", "origin", "HEAD:refs/tags/gh-pages"),
        ("push", "--quiet", "origin", "HEAD:refs/heads/old/gh-pages"),
        ("push", "--quiet", "origin", "HEAD:refs/heads/gh-pages-old"),
    ],
    ids=" ".join,
)
def test_branches_and_tags_of_like_names_are_in_nobodys_way(
    repository: Repository, words: tuple[str, ...]
) -> None:
    repository.git(*words)
    before = repository.git("for-each-ref", "refs/heads", "refs/tags")
    assert repository.publish() == Published("origin", 2, True)
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    assert repository.publish() == Published("origin", 2, True)
    assert len(repository.commits()) == 2
    assert repository.git("for-each-ref", "refs/heads", "refs/tags") == before


def test_a_remote_that_has_the_branch_checked_out(repository: Repository, tmp_path: Path) -> None:
    other = tmp_path / "other"
    _git(tmp_path, "init", "--quiet", "--initial-branch", "gh-pages", str(other))
    _git(other, "commit", "--quiet", "--allow-empty", "--message", "Theirs")
    repository.git("remote", "set-url", "origin", str(other))
    assert repository.problem() == (
        "output/site: error: `origin` refused the site: branch is currently checked out\n"
        "  hint: it has files of its own, of the branch gh-pages: publish to a bare repository, or "
        "let it switch to another branch. Nothing on this computer was changed"
    )


def test_a_remote_that_protects_the_branch(repository: Repository) -> None:
    # What GitHub says of a protected branch, by a hook of the same name as its own.
    _hook(
        repository.bare / "hooks/update",
        "echo 'error: GH006: Protected branch update failed for refs/heads/gh-pages.'; exit 1",
    )
    assert repository.problem() == (
        "output/site: error: `origin` refused the site: hook declined: error: GH006: Protected "
        "branch update failed for refs/heads/gh-pages. error: hook declined to update "
        "refs/heads/gh-pages\n"
        "  hint: a rule of its own forbids it: ask whoever looks after it to let you push to "
        "gh-pages. Nothing on this computer was changed"
    )


def test_a_remote_that_cannot_be_written(repository: Repository, tmp_path: Path) -> None:
    repository.git("remote", "set-url", "--push", "origin", str(tmp_path / "gone.git"))
    assert repository.problem() == (
        f"output/site: error: `origin` refused the site: '{tmp_path}/gone.git' does not appear to "
        f"be a git repository{REFUSED}"
    )


def test_somebody_who_publishes_at_the_same_moment_is_not_overwritten(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.publish()
    repository.set_on_the_remote("theirs.txt", b"theirs")
    theirs = _git(repository.bare, "rev-parse", BRANCH)
    _git(repository.bare, "update-ref", BRANCH, f"{BRANCH}~1")
    (repository.site / "index.html").write_text("<h1>Less radon</h1>")
    git = shutil.which("git")
    meanwhile = f'GIT_DIR="{repository.bare}" "{git}" update-ref {BRANCH} {theirs}'
    _hook(tmp_path / "bin/git", f'[ "$1" != push ] || {meanwhile}\nexec "{git}" "$@"')
    with monkeypatch.context() as patch:
        patch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
        assert repository.problem() == (
            f"output/site: error: `origin` refused the site: fetch first{REFUSED}"
        )
    assert repository.commits()[0] == theirs
    repository.publish()
    assert repository.commits()[1] == theirs
    assert "theirs.txt" not in repository.published()


def test_a_file_that_git_cannot_take(repository: Repository) -> None:
    (repository.site / "two\nlines.txt").write_text("mine")
    says = "output/site: error: git cannot take the site in: "
    assert repository.problem() == (
        f"{says}Expected 'data n' command, found: lines.txt\n"
        "  hint: is there a file in output/site/ with an unusual name? Rename it. Nothing on this "
        "computer was changed"
    )
    assert repository.commits() == []


def test_a_site_that_is_gone(repository: Repository) -> None:
    shutil.rmtree(repository.site)
    assert repository.problem() == (
        "output/site: error: the site cannot be gathered: No such file or directory\n"
        "  hint: see that the disk has room and that nobody removes output/, and publish again"
    )


def test_git_never_waits_for_a_password_without_a_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "ASKED": str(tmp_path / "asked")}
    _hook(tmp_path / "bin/git", 'echo "$GIT_TERMINAL_PROMPT" >>"$ASKED"; exit 1')
    environment["PATH"] = f"{tmp_path / 'bin'}{os.pathsep}{environment['PATH']}"
    code = "from pathlib import Path; from handbill.git import git; git(Path(), 'fetch')"
    subprocess.run(
        [sys.executable, "-c", code], env=environment, stdin=subprocess.DEVNULL, check=True
    )
    main, secondary = os.openpty()
    subprocess.run([sys.executable, "-c", code], env=environment, stdin=secondary, check=True)
    os.close(main)
    os.close(secondary)
    assert (tmp_path / "asked").read_text() == "0\n\n"
