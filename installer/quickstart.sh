#!/usr/bin/env bash
# SuperLink on a fresh Debian 12, in one go: installs what is missing, builds the host and the extension, registers
# the host with this user's browsers, and shows the main job in a throwaway Chromium. Safe to run again.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
programs=$HOME/.local/bin
log=$root/build/quickstart.log
demo=yes
demo_options=()

# shellcheck source-path=SCRIPTDIR source=packages.sh
source "$root/installer/packages.sh"

usage() {
    cat <<END
usage: installer/quickstart.sh [--no-demo | --show]

Builds SuperLink, installs its two programs into ~/.local/bin, registers the host with your browsers
and shows it at work on a sample page, in a browser of its own that never touches yours.

  --no-demo   stop after registering
  --show      leave the demo's window open to play with (needs a display)
  --help      this text
END
}

read_options() {
    local option
    for option in "$@"; do
        case $option in
        --no-demo) demo=no ;;
        --show) demo_options=(--show) ;;
        --help | -h) usage && exit 0 ;;
        *)
            printf 'quickstart.sh: unknown option %s\n\n' "$option" >&2
            usage >&2
            exit 2
            ;;
        esac
    done
    [[ $demo == yes || ${#demo_options[@]} == 0 ]] || refuse "--no-demo and --show do not go together"
    [[ ${#demo_options[@]} == 0 || -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] ||
        refuse "--show needs a display, and there is none here; without it the demo saves pictures"
}

refuse() {
    printf 'quickstart.sh: %s\n' "$1" >&2
    exit 2
}

# Runs a step quietly; its words go to the log, and to the terminal only if it fails.
quietly() {
    local title=$1 started=$SECONDS
    shift
    printf '%s ... ' "$title"
    if ! "$@" >>"$log" 2>&1; then
        printf 'failed\n\n' && tail -n 25 "$log"
        die $'\n'"This step failed: $title"$'\n'"Everything it said is in $log. Once mended, run the same command again."
    fi
    printf 'done in %d s\n' $((SECONDS - started))
}

build_host() {
    # A folder that is configured already keeps its options: it may be a developer's, with the tests in it.
    local options=()
    [[ -f $root/build/CMakeCache.txt ]] || options=(-G Ninja -DCMAKE_BUILD_TYPE=Release -DSUPERLINK_TESTS=OFF)
    cmake -S "$root" -B "$root/build" "${options[@]}" || return
    cmake --build "$root/build" --target superlink-host superlink
}

build_extension() {
    cd "$root/extension" && npm run build
}

# Written beside and renamed: a browser may be running the programs that are replaced.
install_programs() {
    mkdir -p "$programs"
    local program
    for program in superlink-host superlink; do
        install -m 755 "$root/build/$program" "$programs/.$program.new"
        mv -f "$programs/.$program.new" "$programs/$program"
    done
}

register_host() {
    printf '\nThe host is in %s. Registering it with your browsers:\n' "$programs"
    "$programs/superlink" install
    if ((EUID == 0)) && [[ -n ${SUDO_USER:-} ]]; then
        echo "Note: with sudo, this was done for root. For $SUDO_USER, run it without; it asks for sudo itself."
    fi
}

show_demo() {
    printf '\nSuperLink at work, on a sample page where everyone is invented:\n'
    node "$root/installer/demo/demo.mjs" "${demo_options[@]}"
}

tell_how_to_load() {
    cat <<END

Chrome:   chrome://extensions > Developer mode > Load unpacked > $root/extension/dist/chromium
Firefox:  about:debugging#/runtime/this-firefox > Load Temporary Add-on (after each restart again) > $root/extension/dist/firefox/manifest.json
No badge? $programs/superlink doctor finds out why and tells how to mend it.
END
}

read_options "$@"
mkdir -p "$root/build"
: >"$log"
need_packages "${BUILD_PACKAGES[@]}"
need_node
[[ $demo == no ]] || need_packages "${DEMO_PACKAGES[@]}"
quietly "Building the host (the first time a minute or two)" build_host
quietly "Fetching what the extension is built with" install_npm_packages
quietly "Building the extension" build_extension
install_programs
register_host
[[ $demo == no ]] || show_demo
tell_how_to_load
