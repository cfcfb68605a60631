# shellcheck shell=bash disable=SC2154,SC2164
# The built program as an operator meets it: a new folder, both engines, migrations twice.
binary=$root/target/debug/sprachpool

commands_work_on() {
    local url=$1
    cd "$operator"
    export DATABASE_URL=$url
    "$binary" migrate && "$binary" migrate &&
        "$binary" pool import "$root/config/pools/muenster.toml" &&
        "$binary" user add --name "Cora Brandt" --email cora@pool.example
}

operator=$work/operator
(umask 022 && mkdir "$operator")
check "init" "$binary" init --dir "$operator"
psql_ready() { "$(postgres_bin)/createdb" --maintenance-db="$TEST_POSTGRES_URL" operator; }
check "createdb" psql_ready
check "commands on SQLite" commands_work_on "$operator/pool.sqlite"
check "commands on PostgreSQL" commands_work_on "${TEST_POSTGRES_URL%/postgres}/operator"
cd "$root"
unset DATABASE_URL
