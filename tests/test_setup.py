"""Setting up on systems that are not this one: its commands are played by stand-ins."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browsers import _first_that_works
from tests.conftest import ROOT

_REAL = (
    "sh",
    "echo",
    "env",
    "cat",
    "cksum",
    "tail",
    "rm",
    "mkdir",
    "touch",
    "dirname",
    "xargs",
    "grep",
    "pwd",
)
_STUB = '#!/bin/sh\necho "Command requires the chromium snap to be installed." >&2\nexit 1\n'
_ASKED = '#!/bin/sh\n[ "$1" = --version ] || exit 1  # else it would open its window and stay\n'
_SNAP = f"{_ASKED}echo Chromium 142.0.7444.59 snap\n"
_BROWSER = f"{_ASKED}echo Chromium 142.0.7444.59 built on Debian\n"
"""What the commands of Ubuntu without its snap, of Ubuntu with it, and of Debian say."""


class Computer:
    """A computer of stand-ins: each command that it runs is noted."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.commands = folder / "bin"
        self.log = folder / "log"
        self.log.touch()
        self.commands.mkdir()
        for name in _REAL:
            (self.commands / name).symlink_to(str(shutil.which(name)))
        shutil.copytree(ROOT / "setup", self.project / "setup")
        shutil.copytree(ROOT / "requirements", self.project / "requirements")
        for name in ("apt-get", "git", "java"):
            self.has(name)
        self.has("id", "#!/bin/sh\necho 0\n")
        self.has("uname", "#!/bin/sh\necho Linux\n")
        self.has("dpkg-query", "#!/bin/sh\necho install ok installed\n")
        self.has("python3", self._noting("python3", 'case "$*" in *venv*) make_venv;; esac\n'))

    def has(self, name: str, script: str = "") -> None:
        file = self.commands / name
        file.unlink(missing_ok=True)  # it may be a link to this machine's own command
        file.write_text(script or self._noting(name))
        file.chmod(0o755)

    def knows(self, *packages: str) -> None:
        """What its apt could install."""
        cases = "|".join(("libpango-1.0-0", *packages))
        self.has(
            "apt-cache",
            f'#!/bin/sh\ncase "$2" in {cases}) echo "  Candidate: 1.0";; *) echo none;; esac\n',
        )

    def _noting(self, name: str, then: str = "") -> str:
        return (
            "#!/bin/sh\n"
            f'echo "{name} $*" >>"{self.log}"\n'
            f'make_venv() {{ mkdir -p "{self.project}/.venv/bin"; '
            f'cat "$0" >"{self.project}/.venv/bin/python"; '
            f'/bin/chmod +x "{self.project}/.venv/bin/python"; }}\n'
            'if [ "$1" = -V ]; then echo Python 3.12.1; fi\n'
            f"{then}"
        )

    def install(self, goal: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "setup/install.sh", goal],
            cwd=self.project,
            env={"PATH": str(self.commands), **environment},
            check=False,
            capture_output=True,
            text=True,
        )

    def ran(self, start: str) -> list[str]:
        return [line for line in self.log.read_text().splitlines() if line.startswith(start)]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_another_python_gets_an_environment_of_its_own(computer: Computer) -> None:
    computer.knows()
    newer = computer._noting("python3.14", 'case "$*" in *venv*) make_venv;; esac\n')
    computer.has("python3.14", newer.replace("Python 3.12.1", "Python 3.14.0"))
    made = "-m venv .venv"
    computer.install("build")
    assert len(computer.ran(f"python3 {made}")) == 1

    computer.install("build", PYTHON="python3")
    assert len(computer.ran(f"python3 {made}")) == 1
    computer.install("build", PYTHON="python3.14")
    assert len(computer.ran(f"python3.14 {made}")) == 1


_PLAYWRIGHTS_OWN = ["python3 -m playwright install --with-deps chromium"]


@pytest.mark.parametrize("browser", [_STUB, _SNAP], ids=["without its snap", "with its snap"])
def test_on_ubuntu_the_tests_get_playwrights_own_browser(computer: Computer, browser: str) -> None:
    computer.knows("chromium-browser")
    for name in ("chromium-browser", "chromium"):
        computer.has(name, browser)

    done = computer.install("test")

    assert (done.returncode, done.stderr) == (0, "")
    assert computer.ran("python3 -m playwright") == _PLAYWRIGHTS_OWN
    assert computer.ran("apt-get") == []
    assert "Installing a browser for the tests (once, about a minute)…" in done.stdout
    assert computer.install("test").stdout == "", "a second run has nothing to do"


def test_a_build_needs_no_browser(computer: Computer) -> None:
    computer.knows("chromium-browser")

    assert computer.install("build").returncode == 0
    assert computer.ran("python3 -m playwright") == []


def test_a_browser_that_works_is_taken(computer: Computer) -> None:
    computer.knows("chromium-browser")
    computer.has("google-chrome", _BROWSER)

    assert computer.install("test").returncode == 0
    assert computer.ran("python3 -m playwright") == []


@pytest.mark.parametrize(
    ("known", "package"),
    [
        (("chromium-headless-shell", "chromium"), "chromium-headless-shell"),
        (("chromium",), "chromium"),
    ],
)
def test_debian_has_a_package(computer: Computer, known: tuple[str, ...], package: str) -> None:
    computer.knows(*known)

    computer.install("test")

    (installed,) = [line for line in computer.ran("apt-get") if " install " in line]
    assert installed.endswith(f"--no-install-recommends {package}")


@pytest.mark.parametrize(
    ("known", "here", "asked"),
    [
        (("libharfbuzz-subset0",), "install ok installed", []),
        (("libharfbuzz-subset0",), "unknown ok not-installed", ["libharfbuzz-subset0"]),
        ((), "unknown ok not-installed", []),  # as on Ubuntu 22.04, which has none
    ],
)
def test_a_library_is_installed_where_it_lacks_and_is_to_be_had(
    computer: Computer, known: tuple[str, ...], here: str, asked: list[str]
) -> None:
    computer.knows(*known)
    computer.has(
        "dpkg-query",
        f'#!/bin/sh\ncase "$*" in *subset0) echo {here};; *) echo install ok installed;; esac\n',
    )

    computer.install("build")

    installed = [line for line in computer.ran("apt-get") if " install " in line]
    assert [line.split()[-1] for line in installed] == asked


_FAILS = "#!/bin/sh\nexit 1\n"


def test_a_broken_list_of_some_other_program_does_not_end_the_install(computer: Computer) -> None:
    computer.knows("chromium")
    noting = f'#!/bin/sh\necho "apt-get $*" >>"{computer.log}"\n'
    computer.has("apt-get", f'{noting}case "$*" in *update*) exit 100;; esac\n')

    computer.install("test")

    assert any(" install " in line for line in computer.ran("apt-get"))


@pytest.mark.parametrize(("command", "package"), [("java", "default-jre-headless"), ("git", "git")])
def test_what_the_tests_call_is_installed_for_them_alone(
    computer: Computer, command: str, package: str
) -> None:
    computer.knows("chromium")
    computer.has("google-chrome", _BROWSER)
    computer.has(command, _FAILS)

    assert computer.install("build").returncode == 0
    assert computer.ran("apt-get") == []
    computer.install("test")

    (installed,) = [line for line in computer.ran("apt-get") if " install " in line]
    assert installed.endswith(f"--no-install-recommends {package}")


def test_a_browser_that_cannot_be_had_is_told(computer: Computer) -> None:
    computer.knows("chromium-browser")
    fails = 'case "$*" in *playwright*) echo no network >&2; exit 1;; *venv*) make_venv;; esac\n'
    computer.has("python3", computer._noting("python3", fails))

    done = computer.install("test")

    assert done.returncode == 1
    assert done.stderr == (
        "no network\n\n"
        "The tests need a web browser, and it could not be installed: see the lines above.\n"
        "Install Chromium or Google Chrome, and then type make test again.\n\n"
    )


@pytest.mark.parametrize(
    ("scripts", "found"),
    [
        ({"chromium": _BROWSER}, "chromium"),
        ({"chromium": _STUB}, None),
        ({"chromium": _SNAP, "google-chrome": _BROWSER}, "google-chrome"),
        ({}, None),
    ],
)
def test_the_tests_drive_the_browser_that_the_set_up_found(
    computer: Computer,
    scripts: dict[str, str],
    found: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, script in scripts.items():
        computer.has(name, script)
    monkeypatch.setenv("PATH", str(computer.commands))

    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

    assert _first_that_works(names) == (str(computer.commands / found) if found else None)


@pytest.mark.parametrize(
    ("version", "is_enough"),
    [("3.9.25", False), ("3.10.0", True), ("3.14.0", True), ("2.7.18", False)],
)
def test_the_oldest_python_is_3_10(computer: Computer, version: str, is_enough: bool) -> None:
    """A real Python compares, which says that it is an older or a newer one."""
    computer.knows()
    major, minor, micro = version.split(".")
    python = computer.commands / "python3"
    stand_in = python.read_text().replace("Python 3.12.1", f"Python {version}")
    asked = (
        'case "$*" in *sys.version_info*)\n'
        f'  exec {sys.executable} -c "import sys; '
        f'sys.version_info = ({major}, {minor}, {micro}); $(echo "$2" | sed s/^import.sys.//)";;\n'
        "esac\n"
    )
    computer.has("sed", f'#!/bin/sh\nexec {shutil.which("sed")} "$@"\n')
    computer.has("python3", stand_in + asked)

    done = computer.install("build")

    assert done.returncode == (0 if is_enough else 1)
    assert done.stderr == (
        ""
        if is_enough
        else f"\nHandbill needs Python 3.10 or newer, and python3 is Python {version}.\n"
        "If there is a newer one here, type its name before make, for example: "
        "PYTHON=python3.12 make\n\n"
    )


@pytest.mark.parametrize(
    ("manager", "goal", "command"),
    [
        ("dnf", "build", "sudo dnf install python3 pango harfbuzz"),
        (
            "dnf",
            "test",
            "sudo dnf install python3 pango harfbuzz git java-latest-openjdk-headless chromium "
            "libatomic",
        ),
        ("zypper", "build", "sudo zypper install python3 libpango-1_0-0 libharfbuzz-subset0"),
        (
            "zypper",
            "test",
            "sudo zypper install python3 libpango-1_0-0 libharfbuzz-subset0 git "
            "java-21-openjdk-headless chromium",
        ),
        ("pacman", "build", "sudo pacman -S --needed python pango harfbuzz"),
        (
            "pacman",
            "audit",
            "sudo pacman -S --needed python pango harfbuzz git jre-openjdk-headless chromium "
            "nodejs npm",
        ),
        (
            "",
            "audit",
            "(this computer's command for installing:) python3 pango harfbuzz git java chromium "
            "nodejs npm",
        ),
    ],
)
def test_elsewhere_it_says_what_to_type(
    computer: Computer, manager: str, goal: str, command: str
) -> None:
    for name in ("apt-get", "dpkg-query"):
        (computer.commands / name).unlink()
    fails = 'case "$*" in *ctypes*) exit 1;; *venv*) make_venv;; esac\n'
    computer.has("python3", computer._noting("python3", fails))
    if manager:
        computer.has(manager)

    done = computer.install(goal)

    assert done.returncode == 1
    assert done.stderr.rstrip().splitlines()[-1].strip() == command
    missing = [line for line in done.stderr.splitlines() if line.startswith("  ")][:-1]
    libraries = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
    tools = {"build": (), "test": ("chromium",)}
    others = tools.get(goal, ("chromium", "Node.js 18.16 or newer, with npm"))
    assert [line.strip() for line in missing] == [*libraries, *others]


@pytest.mark.parametrize("works", [True, False])
def test_elsewhere_a_python_that_makes_no_environment_is_told(
    computer: Computer, works: bool
) -> None:
    for name in ("apt-get", "dpkg-query"):
        (computer.commands / name).unlink()
    fails = "" if works else "*ensurepip*) exit 1;; "
    computer.has(
        "python3",
        computer._noting("python3", f'case "$*" in {fails}*venv*) make_venv;; esac\n'),
    )

    done = computer.install("build")

    assert ("Python with venv and pip" in done.stderr) is not works
    assert done.returncode == (0 if works else 1)


@pytest.mark.parametrize("changes", ["nothing", "lock", "script", "system"])
def test_it_is_done_again_when_what_it_rests_on_changes(computer: Computer, changes: str) -> None:
    computer.knows()
    release = computer.project / "os-release"
    release.write_text("Debian 12\n")
    computer.has(
        "cat",
        "#!/bin/sh\n"
        f"[ $# -gt 0 ] || exec {shutil.which('cat')}\n"
        "for file do\n"
        f'  if [ "$file" = /etc/os-release ]; then file="{release}"; fi\n'
        f'  {shutil.which("cat")} "$file" || exit 1\n'
        "done\n",
    )
    changed = {
        "lock": computer.project / "requirements" / "handbill.txt",
        "script": computer.project / "setup" / "messages.sh",
        "system": release,
    }
    assert computer.install("build").returncode == 0

    if changes in changed:
        with changed[changes].open("a") as file:
            file.write("# more\n")
    again = computer.install("build")

    assert again.returncode == 0
    assert (again.stdout == "") is (changes == "nothing")
