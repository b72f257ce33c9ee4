# shellcheck shell=bash
# Read by packaging/run and packaging/test, which differ only in what they do once the ground is there.
# Expects `set -euo pipefail`; sets `root` (the source tree) and `builds` (where everything is built).

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
builds=${CALLCARD_BUILD_ROOT:-$root/build}
jobs=${CALLCARD_JOBS:-$(nproc)}

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$1"
    exit "${2:-1}"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -- "$@"; fi
}

# packages GROUP... : the packages of these groups that this machine still needs.
packages() {
    local wanted
    wanted=$(awk -v groups=" $* " '
        /^#/ || NF == 0 { next }
        /^\[/ { inside = index(groups, " " substr($1, 2, length($1) - 2) " "); next }
        inside && (NF < 2 || system("command -v " $2 " >/dev/null 2>&1") != 0) { print $1 }' "$root/packaging/packages.txt")
    # One question for all of them: dpkg-query costs milliseconds, apt-get seconds.
    comm -23 <(sort -u <<<"$wanted") <(
        # shellcheck disable=SC2086 # a list of words
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

install_packages() {
    local missing
    missing=$(packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        die "These Debian packages are missing, and only root may install them. Run as root, then start this again:"$'\n'"  apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$missing")"
    fi
    command -v apt-get >/dev/null || die "These Debian packages are missing, and there is no apt-get to install them:"$'\n'"$missing"
    say "Installing $(wc -w <<<"$missing") Debian packages …"
    local log=$builds/apt.log
    mkdir -p "$builds"
    # shellcheck disable=SC2086
    if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
        tail -20 "$log" >&2
        die "Installing packages failed; the whole story is in $log"
    fi
}

# build PRESET [-Dname=value...] -- TARGET... : configures when asked for something new, then builds. Speaks only when it fails.
build() {
    local preset=$1 options=() folder=$builds/$1
    shift
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    mkdir -p "$folder"
    # Rooms in a few large pieces: whoever comes here builds from nothing. CALLCARD_COLD=OFF builds each file by itself, as the presets
    # do when CMake is called by hand.
    options+=("-DCALLCARD_COLD=${CALLCARD_COLD:-ON}")
    # Ninja configures again by itself when a CMake file changes; only other options need us.
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/options" 2>/dev/null)" != "${options[*]}" ]; then
        if ! (cd "$root" && cmake --preset "$preset" -B "$folder" "${options[@]}") >"$folder/configure.log" 2>&1; then
            tail -40 "$folder/configure.log" >&2
            return 1
        fi
        printf '%s' "${options[*]}" >"$folder/options"
    fi
    if [ -t 2 ]; then
        NINJA_STATUS="[$preset %f/%t] " cmake --build "$folder" -j "$jobs" --target "$@" >&2
    elif ! cmake --build "$folder" -j "$jobs" --target "$@" >"$folder/build.log" 2>&1; then
        grep -nE 'error|undefined reference|FAILED|warning:' "$folder/build.log" | head -60 >&2 || true
        say "The whole build log is in $folder/build.log"
        return 1
    fi
}
