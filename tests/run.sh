#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every suite. Ends with "N passed, N failed" over all of
# them and fails if any did, or if none ran.
#
#   tests/run.sh                   everything (about twenty minutes on two cores)
#   tests/run.sh --quick           without clang-tidy, page tests and stories
#   tests/run.sh --all-browsers    the details of our own pages in Firefox as well (five minutes more)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=installer/packages.sh
source installer/packages.sh

quick=false
for option in "$@"; do
    case $option in
    --quick) quick=true ;;
    --all-browsers) export SUPERLINK_ALL_BROWSERS=1 ;;
    *)
        echo "usage: tests/run.sh [--quick] [--all-browsers]" >&2
        exit 2
        ;;
    esac
done

passed=0
failed=0
failures=()
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# One thing that passes or fails as a whole.
check() {
    local name=$1
    shift
    echo "== $name"
    if "$@" >"$results/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        failures+=("$name")
        tail -n 40 "$results/out"
    fi
}

# What everything else needs: without it there is nothing to count.
must() {
    local name=$1
    shift
    echo "== $name"
    if ! "$@" >"$results/out" 2>&1; then
        tail -n 60 "$results/out"
        echo "$name failed; nothing was tested."
        echo "0 passed, 1 failed"
        exit 1
    fi
}

count() {
    passed=$((passed + $2))
    failed=$((failed + $3))
    echo "   $1: $2 passed, $3 failed"
    [[ $3 -eq 0 ]] || failures+=("$1")
}

run_ctest() {
    echo "== ctest"
    ctest --test-dir build --output-on-failure -j2 >"$results/ctest" 2>&1
    # "100% tests passed, 0 tests failed out of 143"
    local line total bad
    line=$(grep 'tests failed out of' "$results/ctest")
    total=$(sed -n 's/.*out of \([0-9]*\).*/\1/p' <<<"$line")
    bad=$(sed -n 's/.*, \([0-9]*\) tests failed.*/\1/p' <<<"$line")
    if [[ -z $total ]]; then
        tail -n 40 "$results/ctest"
        count ctest 0 1
        return
    fi
    [[ $bad -eq 0 ]] || tail -n 80 "$results/ctest"
    count ctest $((total - bad)) "$bad"
}

# run_vitest NAME VITEST-OPTIONS...
run_vitest() {
    local name=$1 out=$results/vitest.json counts
    shift
    echo "== vitest: $name"
    rm -f "$out"
    (cd extension && npx vitest run "$@" --reporter=default --reporter=json --outputFile.json="$out") >"$results/vitest" 2>&1
    local status=$?
    # A suite that could not begin has failed without a failed test.
    counts=$(node -e '
        const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        const broken = r.testResults.filter((s) => s.status === "failed" && s.assertionResults.every((a) => a.status !== "failed"));
        const skipped = r.testResults.flatMap((s) => s.assertionResults).filter((a) => a.status !== "passed" && a.status !== "failed");
        console.log(r.numPassedTests, r.numFailedTests + broken.length + skipped.length);
    ' "$out" 2>/dev/null) || counts="0 1"
    local good=${counts% *} bad=${counts#* }
    if [[ $status -ne 0 && $bad -eq 0 ]]; then bad=1; fi
    [[ $bad -eq 0 ]] || grep -vE '^ *✓' "$results/vitest" | tail -n 80
    count "$name" "$good" "$bad"
}

packages=("${BUILD_PACKAGES[@]}" "${DEMO_PACKAGES[@]}" "${TEST_PACKAGES[@]}")
need_packages "${packages[@]}" || exit 1
need_node || exit 1

must "configure the host" cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DSUPERLINK_TESTS=ON
must "build the host" cmake --build build
must "fetch what the extension is built with" install_npm_packages
must "build the extension" npm --prefix extension run build

start_tidy() {
    nice -n 15 run-clang-tidy -quiet -p build -extra-arg=-Wno-unknown-warning-option "$PWD/(host|installer)/.*\.cpp$" >"$results/tidy" 2>&1 &
    tidy=$!
}
finish_tidy() {
    wait "$tidy" || { grep -E 'error:' "$results/tidy" | sort -u && return 1; }
}
lint_extension() (
    cd extension && node lint-manifest.mjs
)

check "C++ is formatted" bash -c "git ls-files -co --exclude-standard -- '*.cpp' '*.hpp' | xargs clang-format --dry-run -Werror"
check "TypeScript, JSON and CSS are formatted and lint-free" npm --prefix extension run lint
check "TypeScript is sound" npm --prefix extension run check
check "shell scripts are sound" bash -c "git ls-files -co --exclude-standard -- '*.sh' .ci/run | xargs shellcheck -x"
check "Firefox's add-on linter finds nothing" lint_extension

# It takes minutes and waits for nothing; the browsers' tests wait a lot. Side by side they fill both cores.
if ! $quick; then
    start_tidy
fi

run_ctest
run_vitest "units and contract" --project unit
if ! $quick; then
    run_vitest "pages in a browser" --project page --maxWorkers=2 --minWorkers=1
    run_vitest "stories in Chromium and Firefox" --project story --maxWorkers=2 --minWorkers=1
    check "the demo shows badges and a popup" node installer/demo/demo.mjs
    check "clang-tidy finds nothing" finish_tidy
fi

echo
[[ ${#failures[@]} -eq 0 ]] || printf 'failed: %s\n' "${failures[@]}"
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
