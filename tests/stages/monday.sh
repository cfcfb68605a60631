# shellcheck shell=bash disable=SC2154,SC2164
# "Your first Monday" of the README, on an empty database of each engine, in a real browser. Between filing and
# confirming lie two weeks: the program is stopped and started again on a later day (faketime).

# monday_on ENGINE URL
monday_on() {
    local engine=$1 url=$2 port folder
    folder=$work/monday-$engine
    mkdir "$folder" "$folder/mails"
    port=$(free_port)
    cd "$folder"
    check "monday on $engine: init" "$binary" init
    sed -i -e "s#<https://sprachpool.example>#http://127.0.0.1:$port#" -e "s#127.0.0.1:8080#127.0.0.1:$port#" \
        -e 's#<\([a-z@.]*\)>#\1#' -e '/^\[smtp\]/,$d' \
        -e 's#^\[mail\]#[mail]\ntransport = "file"\nfolder = "mails"#' sprachpool.toml
    export DATABASE_URL=$url
    local at="2027-03-01 09:00:00"
    check "monday on $engine: check-config" "$binary" check-config
    check "monday on $engine: rules" faketime -f "@$at" "$binary" pool import "$root/config/pools/muenster.toml"
    check "monday on $engine: first coordinator" faketime -f "@$at" \
        "$binary" user add --name "Cora Brandt" --email cora@pool.example
    part_of_monday one "$at" && part_of_monday two "2027-03-17 09:00:00"
    unset DATABASE_URL
    cd "$root"
}

# part_of_monday PART UTC
part_of_monday() {
    local service
    # The faked clock runs on from this instant.
    start "monday-$engine-$1" env TZ=UTC faketime -f "@$2" "$binary" serve
    service=$started
    if ! wait_for "http://127.0.0.1:$port/readyz" "$service" 60; then
        tail -n 40 "$(log_of "monday-$engine-$1")"
        bad "the service did not start on $engine"
        return 1
    fi
    ok
    CHROMIUM=$(chromium_path) SCREENSHOTS=$root/target/screenshots OFFSET=$(($(date -ud "$2" +%s) - $(date +%s))) \
        counted "first Monday on $engine, part $1" \
        node "$root/tests/browser/monday.mjs" "$1" "http://127.0.0.1:$port" "$folder"
    stop "$service"
}

createdb_monday() { "$(postgres_bin)/createdb" --maintenance-db="$TEST_POSTGRES_URL" monday; }
monday_on sqlite "$work/monday-sqlite/pool.sqlite"
check "createdb monday" createdb_monday
monday_on postgres "${TEST_POSTGRES_URL%/postgres}/monday"
