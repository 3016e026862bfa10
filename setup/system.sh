#!/bin/sh
# system.sh build|test|audit|mutants: installs the system's libraries and programs that are missing.
# It prints nothing and asks for no rights when nothing is.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh
goal=$1
python=${PYTHON:-python3}

python_works() { works "$python" -c 'import ensurepip, venv'; }
library_works() { works "$python" -c "import ctypes; ctypes.CDLL('$1')"; }
# Lighthouse runs on this one or a newer one.
oldest_node=18.16
node_works() {
    works npm --version && works node -e "
        const [oldest, here] = ['$oldest_node', process.versions.node].map((v) => v.split('.'));
        process.exit((here[0] - oldest[0] || here[1] - oldest[1]) < 0 ? 1 : 0)"
}
lacks_node() { [ "$goal" = audit ] && ! node_works; }

# --- Debian and Ubuntu ---

installed() { dpkg-query --show --showformat '${Status}' "$1" 2>/dev/null | grep -q ' installed$'; }
known() { LC_ALL=C apt-cache policy "$1" | grep -q 'Candidate: [^(]'; }

missing_packages() {
    python_works || echo "${python##*/}-venv"
    for library in libpango-1.0-0 libpangoft2-1.0-0; do
        installed "$library" || echo "$library"
    done
    # Ubuntu 22.04 does not have this one, and builds more slowly. (Where apt has no lists yet
    # it does not know Pango either, and cannot tell.)
    library=libharfbuzz-subset0
    if ! installed $library && { known $library || ! known libpango-1.0-0; }; then echo $library; fi
    [ "$goal" != build ] || return 0
    works git --version || echo git
    works java -version || echo default-jre-headless
    # Playwright's own node, which drives the browser, is linked against this one.
    installed libatomic1 || echo libatomic1
    # Ubuntu has no package of a browser that works: install.sh takes Playwright's own there.
    if ! browser_works; then
        if known chromium-headless-shell; then
            echo chromium-headless-shell
        elif known chromium || ! known libpango-1.0-0; then
            echo chromium
        fi
    fi
    if lacks_node; then
        works node --version || echo nodejs
        works npm --version || echo npm
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

stop_for_packages() {
    update="apt-get update"
    install="apt-get install --yes $missing"
    if [ "$(id -u)" = 0 ]; then
        command="$update && $install"
    elif works command -v sudo; then
        command="sudo $update && sudo $install"
    else
        command="su - -c '$update && $install'"
    fi
    stop "Handbill needs these system packages, and $1:
    $missing

Type this, or ask whoever looks after this computer to type it, and then make again:

    $command"
}

with_apt() {
    missing=$(missing_packages | xargs)
    if [ -n "$missing" ]; then
        if [ "$(id -u)" != 0 ] && ! works command -v sudo; then
            stop_for_packages "only an administrator can install them"
        fi
        echo "Installing system packages: $missing…"
        [ "$(id -u)" = 0 ] || echo "(Your password may be asked for.)"
        # A broken list of some other program need not matter: the install will tell.
        quietly as_root apt-get -qq update || true
        missing=$(missing_packages | xargs)
        # shellcheck disable=SC2086 # one word for each package
        quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
            install --no-install-recommends $missing ||
            stop_for_packages "they could not be installed (see the lines above)"
    fi
    if lacks_node; then
        stop "Lighthouse needs Node.js $oldest_node or newer, with npm, and here is $(node --version).
A newer Debian or Ubuntu has it. Everything but make audit works on this one, too."
    fi
}

# --- macOS ---

with_brew() {
    works command -v brew ||
        stop "Handbill needs Homebrew, which installs programs on a Mac. Install it, then type make again."
    missing=$(
        [ -n "${PYTHON:-}" ] || [ -x "$(brew --prefix)/bin/python3" ] || echo python
        for package in pango harfbuzz; do
            works brew list --versions "$package" || echo "$package"
        done
        ! lacks_node || echo node
    )
    if [ -n "$missing" ]; then
        missing=$(echo "$missing" | xargs)
        echo "Installing with Homebrew: $missing…"
        # shellcheck disable=SC2086 # one word for each package
        quietly brew install --quiet $missing ||
            stop "Homebrew could not install them (see the lines above). Type this, and then make again:

    brew install $missing"
    fi
    [ "$goal" != build ] || return 0
    works java -version || stop "The tests need Java, which is missing. Type this, and then make $goal again:

    brew install --cask temurin"
}

# --- elsewhere ---

by_hand() {
    missing=$(
        python_works || echo "  Python with venv and pip"
        for library in libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0; do
            # Python is what looks for them.
            ! works "$python" -V || library_works "$library" || echo "  $library"
        done
        if [ "$goal" != build ]; then
            works git --version || echo "  git"
            works java -version || echo "  java"
            browser_works || echo "  chromium"
        fi
        ! lacks_node || echo "  Node.js $oldest_node or newer, with npm"
    )
    [ -n "$missing" ] || return 0
    if works command -v dnf; then
        command="sudo dnf install python3 pango harfbuzz"
        tools="git java-latest-openjdk-headless chromium libatomic"
    elif works command -v zypper; then
        command="sudo zypper install python3 libpango-1_0-0 libharfbuzz-subset0"
        tools="git java-21-openjdk-headless chromium"
    elif works command -v pacman; then
        command="sudo pacman -S --needed python pango harfbuzz"
        tools="git jre-openjdk-headless chromium"
    else
        command="(this computer's command for installing:) python3 pango harfbuzz"
        tools="git java chromium"
    fi
    [ "$goal" != audit ] || tools="$tools nodejs npm"
    [ "$goal" != build ] || tools=
    stop "Handbill needs these, and they are missing:
$missing

Type this, or ask whoever looks after this computer to type it, and then make again:

    $command $tools"
}

if works "$python" -V && ! works "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    if [ "$(uname)" != Darwin ] || [ -n "${PYTHON:-}" ]; then
        stop "Handbill needs Python 3.10 or newer, and $python is $("$python" -V).
If there is a newer one here, type its name before make, for example: PYTHON=python3.12 make"
    fi
fi

if [ "$(uname)" = Darwin ]; then
    with_brew
elif works command -v apt-get && works command -v dpkg-query; then
    with_apt
else
    by_hand
fi
