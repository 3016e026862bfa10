# What the set-up scripts say, and what they ask of this computer.
# shellcheck shell=sh

# stop MESSAGE: ends the set-up.
stop() {
    printf '\n%s\n\n' "$1" >&2
    exit 1
}

# quietly COMMAND…: shows what the command printed only if it fails.
quietly() {
    output=$("$@" 2>&1) || {
        printf '%s\n' "$output" | tail -n 20 >&2
        return 1
    }
}

works() { "$@" >/dev/null 2>&1; }

# A snap's browser cannot read the folders that tests write to, and Ubuntu's commands of these names
# only lead to a snap: so each is asked.
browser_works() {
    for browser in chromium-headless-shell chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if version=$("$browser" --version 2>/dev/null); then
            case $version in *snap) ;; *) return 0 ;; esac
        fi
    done
    return 1
}
