# shellcheck shell=bash disable=SC2154,SC2164
# A PostgreSQL of our own in a temporary folder, on a free loopback port.
# initdb refuses root, so as root it belongs to Debian's user "postgres".
postgres_dir=$work/postgres

as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
    local bin port
    bin=$(postgres_bin)
    mkdir "$postgres_dir"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$postgres_dir"; fi
    cd "$postgres_dir"
    as_postgres "$bin/initdb" -D "$postgres_dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$logs/initdb.log" 2>&1 ||
        { cat "$logs/initdb.log" >&2; exit 2; }
    # fsync stays on, as in real life; the rest makes a fresh database for each test cheap.
    for _ in 1 2 3; do
        port=$(free_port)
        if as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -w -t 60 -l "$postgres_dir/log" -o "-p $port \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_dir -c fsync=on \
            -c max_connections=200 -c shared_buffers=256MB -c checkpoint_timeout=30min -c max_wal_size=4GB \
            -c wal_init_zero=off -c autovacuum=off -c log_lock_waits=on" start >"$logs/pg_ctl.log" 2>&1; then
            export TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres"
            cd "$root"
            say "PostgreSQL: $("$bin/postgres" --version)"
            return
        fi
    done
    cat "$logs/pg_ctl.log" "$postgres_dir/log" >&2
    exit 2
}

stop_postgres() {
    local pid
    [ -f "$postgres_dir/data/postmaster.pid" ] || return 0
    pid=$(head -n 1 "$postgres_dir/data/postmaster.pid")
    cp "$postgres_dir/log" "$logs/postgres.log" 2>/dev/null || true
    kill -INT "$pid" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -QUIT "$pid" 2>/dev/null || true
}
