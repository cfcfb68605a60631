# shellcheck shell=bash disable=SC2154,SC2164
# Counts over all stages. A check that could not run has failed.
passed=0
failed=0
failures=()

say() { printf '== %s\n' "$*"; }

ok() { passed=$((passed + 1)); }

bad() {
    failed=$((failed + 1))
    failures+=("$1")
}

# add NAME PASSED FAILED: what a tool of its own counted
add() {
    passed=$((passed + $2))
    failed=$((failed + $3))
    if [ "$3" -gt 0 ]; then failures+=("$1: $3 failed"); fi
}

log_of() { printf '%s/%s.log' "$logs" "$(printf '%s' "$1" | tr -c 'a-zA-Z0-9' '-')"; }

# check NAME COMMAND…: one check, its output in a log of its own, shown when it fails
check() {
    local name=$1 log start=$SECONDS
    shift
    log=$(log_of "$name")
    if "$@" >"$log" 2>&1; then
        ok
        say "$name: ok ($((SECONDS - start)) s)"
    else
        bad "$name (see $log)"
        say "$name: FAILED ($((SECONDS - start)) s)"
        tail -n 60 "$log"
    fi
}

cargo_tests() {
    local log start=$SECONDS status=0 p f i
    log=$(log_of tests)
    # With the solver, so that the optimum is tested; clippy looks at the service as it is shipped.
    cargo test --locked --features optimum --no-fail-fast >"$log" 2>&1 || status=$?
    read -r p f i < <(awk '/^test result:/ { p += $4; f += $6; i += $8 } END { print p + 0, f + 0, i + 0 }' "$log")
    add "cargo test" "$p" "$f"
    # A test that was switched off is no test that passed.
    if [ "$i" -gt 0 ]; then add "ignored tests" 0 "$i"; fi
    if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then bad "cargo test stopped (see $log)"; fi
    if [ "$p" -eq 0 ]; then bad "cargo test ran nothing"; fi
    if [ "$status" -ne 0 ]; then
        grep -E '^(error|warning: unused)|panicked at|^test .*FAILED' "$log" | head -n 80 || true
        tail -n 60 "$log"
    fi
    say "cargo test: $p passed, $f failed, $i ignored ($((SECONDS - start)) s)"
}

# counted NAME COMMAND…: a tool that ends with a line "passed N failed N"
counted() {
    local name=$1 log start=$SECONDS status=0 line p f
    shift
    log=$(log_of "$name")
    "$@" >"$log" 2>&1 || status=$?
    line=$(grep -E '^passed [0-9]+ failed [0-9]+$' "$log" | tail -n 1 || true)
    if [ -z "$line" ]; then
        bad "$name stopped before it could count (see $log)"
        tail -n 60 "$log"
        return 0
    fi
    read -r _ p _ f <<<"$line"
    add "$name" "$p" "$f"
    if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then bad "$name ended with $status (see $log)"; fi
    if [ "$p" -eq 0 ]; then bad "$name checked nothing"; fi
    if [ "$status" -ne 0 ]; then grep -E '^FAIL' "$log" | head -n 60 || tail -n 60 "$log"; fi
    say "$name: $p passed, $f failed ($((SECONDS - start)) s)"
}

finish() {
    local failure
    for failure in "${failures[@]+"${failures[@]}"}"; do say "failed: $failure"; done
    say "$((SECONDS / 60)) min $((SECONDS % 60)) s"
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
}
