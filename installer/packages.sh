# shellcheck shell=bash
# What SuperLink needs from Debian, in one place for installer/quickstart.sh and tests/run.sh. To be sourced.

# shellcheck disable=SC2034 # read by those who source this file
BUILD_PACKAGES=(g++ cmake ninja-build nlohmann-json3-dev libboost-dev libsqlitecpp-dev libsqlite3-dev
    libspdlog-dev libfmt-dev libcli11-dev libabsl-dev libutf8proc-dev ca-certificates)
# shellcheck disable=SC2034
DEMO_PACKAGES=(chromium fonts-liberation fonts-roboto-unhinted fonts-noto-color-emoji)
# shellcheck disable=SC2034
TEST_PACKAGES=(catch2 clang-format clang-tidy firefox-esr sqlite3 shellcheck)

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_installed() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# need_packages PACKAGE...: installs those that are missing; asks nobody anything, and is silent if none is.
need_packages() {
    command -v apt-get >/dev/null || die "This needs Debian's apt-get. Elsewhere, see the README for what to install by hand."
    local package missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    ((EUID == 0)) || command -v sudo >/dev/null ||
        die "These packages must be installed, as root or with sudo: ${missing[*]}"
    echo "Installing ${missing[*]} ..."
    local log
    log=$(mktemp)
    if ! { as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        die "apt-get failed; everything it said is in $log"
    fi
    rm -f "$log"
}

# need_node: Node 18 or newer with its npm, from wherever they come; Debian's if there is no Node at all.
need_node() {
    if ! command -v node >/dev/null; then
        need_packages nodejs npm
    elif (($(node -p 'parseInt(process.versions.node)') < 18)); then
        die "Node $(node -p process.versions.node) is too old: 18 or newer is needed ($(command -v node))."
    elif ! command -v npm >/dev/null; then
        # Debian's npm goes with Debian's Node alone.
        [[ $(dpkg-query -W -f='${Version}' nodejs 2>/dev/null) == *+dfsg* ]] ||
            die "Node is here without npm ($(command -v node)): install the npm that belongs to it."
        need_packages npm
    fi
}

# install_npm_packages: what the lock file of extension/ names, unless it is there already.
install_npm_packages() (
    cd "$(dirname "${BASH_SOURCE[0]}")/../extension" || return
    local installed=node_modules/.package-lock.json
    [[ -f $installed && ! package-lock.json -nt $installed ]] || npm ci --no-audit --no-fund
)
