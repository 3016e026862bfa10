#!/bin/sh
# lock.sh: makes requirements/*.txt from pyproject.toml, with the newest versions it allows.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh

# uv lives in a folder of its own, so that a lock that cannot be installed can still be made again.
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
trap 'exit 130' INT TERM HUP
echo "Installing uv (for this one run)…"
"${PYTHON:-python3}" -m venv "$tools"
quietly "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv ||
    stop "uv could not be installed: see the lines above."

# One version for every Python, so that a flyer's bytes are the same on each.
compile() {
    echo "Writing $1…"
    "$tools/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.10 \
        --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" --output-file "$@" pyproject.toml
}
compile requirements/handbill.txt
compile requirements/test.txt --group test --constraint requirements/handbill.txt
