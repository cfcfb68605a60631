# shellcheck shell=bash disable=SC2154,SC2164
# The demo in a real browser.

browser_tests() {
    local port
    port=$(free_port)
    start demo "$binary" demo --listen "127.0.0.1:$port"
    if ! wait_for "http://127.0.0.1:$port/readyz" "$started" 240; then
        tail -n 40 "$(log_of demo)"
        bad "the demo did not start"
        return
    fi
    ok
    CHROMIUM=$(chromium_path) SCREENSHOTS=$root/target/screenshots \
        counted "every page" node tests/browser/walk.mjs "http://127.0.0.1:$port"
    CHROMIUM=$(chromium_path) SCREENSHOTS=$root/target/screenshots \
        counted browser node tests/browser/journey.mjs "http://127.0.0.1:$port"
    CHROMIUM=$(chromium_path) \
        counted "by keyboard" node tests/browser/keyboard.mjs "http://127.0.0.1:$port"
    stop "$started"
}

browser_tests
