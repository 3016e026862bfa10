# What the set-up scripts share.
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
