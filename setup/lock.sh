#!/bin/sh
# lock.sh: makes requirements/*.txt from pyproject.toml, and tests/audit/package-lock.json from the
# package.json beside it, with the newest versions that they allow.
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

# One version for every Python, so that a flyer's bytes are the same on each. docopt is for a command
# of num2words that nobody calls here, and has no wheel.
compile() {
    echo "Writing $1…"
    "$tools/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.10 \
        --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-emit-package docopt \
        --custom-compile-command "make lock" --output-file "$@"
}
compile requirements/handbill.txt pyproject.toml
compile requirements/test.txt pyproject.toml --group test --constraint requirements/handbill.txt
compile requirements/mutants.txt --group pyproject.toml:mutants --constraint requirements/test.txt

if ! command -v npm >/dev/null; then
    echo "tests/audit/package-lock.json stays as it is: npm is missing, which make audit installs."
    exit
fi
echo "Writing tests/audit/package-lock.json…"
cp tests/audit/package.json "$tools"
quietly npm install --prefix "$tools" --package-lock-only --omit-lockfile-registry-resolved \
    --ignore-scripts --no-audit --no-fund || stop "npm could not resolve them: see the lines above."
# The lock names nobody's address. Without addresses, npm cannot tell whether a version is the
# "latest" that some package asks for, and refuses the lock: so it asks for that version.
# shellcheck disable=SC2016 # the dollars are JavaScript's
node -e '
    const lock = require(`${process.argv[1]}/package-lock.json`);
    for (const entry of Object.values(lock.packages)) {
        delete entry.funding;
        for (const [name, range] of Object.entries(entry.dependencies ?? {}))
            if (range === "latest")
                entry.dependencies[name] = lock.packages[`node_modules/${name}`].version;
    }
    console.log(JSON.stringify(lock, null, 2));
' "$tools" >"$tools/shorter.json"
mv "$tools/shorter.json" tests/audit/package-lock.json
