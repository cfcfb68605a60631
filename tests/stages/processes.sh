# shellcheck shell=bash disable=SC2154,SC2164
# Programs that run beside the tests: remembered by pid, ended by pid.
pids=()

# start NAME COMMAND…: in the background, its output in a log; $started is its pid
start() {
    local log
    log=$(log_of "$1")
    shift
    "$@" >"$log" 2>&1 </dev/null &
    started=$!
    pids+=("$started")
}

# Children first: a wrapper such as faketime would leave its program behind.
stop() {
    local child
    for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do kill "$child" 2>/dev/null || true; done
    kill "$1" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$1" 2>/dev/null || { wait "$1" 2>/dev/null || true; return 0; }
        sleep 0.1
    done
    kill -9 "$1" 2>/dev/null || true
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_for URL PID SECONDS
wait_for() {
    local deadline=$((SECONDS + $3))
    while [ "$SECONDS" -lt "$deadline" ]; do
        curl -fsS -o /dev/null --max-time 2 "$1" 2>/dev/null && return 0
        kill -0 "$2" 2>/dev/null || return 1
        sleep 0.2
    done
    return 1
}

stop_everything() {
    local status=$? pid
    trap - EXIT
    for pid in "${pids[@]+"${pids[@]}"}"; do stop "$pid"; done
    stop_postgres
    rm -rf "$work"
    exit "$status"
}
