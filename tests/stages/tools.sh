# shellcheck shell=bash disable=SC2154,SC2164
# What the tests need. Debian's packages are installed when this user may; else they are named.

missing_packages() {
    command -v cc >/dev/null || echo build-essential
    command -v openssl >/dev/null || echo openssl
    command -v curl >/dev/null || echo curl
    command -v runuser >/dev/null || echo util-linux
    { command -v node && command -v npm; } >/dev/null || echo nodejs npm
    python3 -c 'import venv, ensurepip' 2>/dev/null || echo python3 python3-venv
    [ -x "$(chromium_path)" ] || echo chromium fonts-dejavu-core
    [ -n "$(postgres_bin)" ] || echo postgresql postgresql-contrib
    command -v faketime >/dev/null || echo faketime
}

chromium_path() { command -v chromium || command -v chromium-browser || echo /usr/bin/chromium; }

# The newest PostgreSQL server on this machine; Debian keeps its programs out of PATH.
postgres_bin() {
    local dir
    for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
        if [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ]; then
            echo "$dir"
            return
        fi
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_tools() {
    local packages
    if ! command -v cargo >/dev/null; then
        echo "Missing: Rust. Install it with rustup (https://rustup.rs); rust-toolchain.toml names the version." >&2
        exit 2
    fi
    packages=$(missing_packages | xargs)
    if [ -n "$packages" ]; then
        if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
            say "installing $packages"
            # shellcheck disable=SC2086
            { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends $packages; } \
                >"$logs/apt.log" 2>&1 </dev/null || { tail -n 20 "$logs/apt.log" >&2; }
        fi
        packages=$(missing_packages | xargs)
        if [ -n "$packages" ]; then
            echo "Missing on this machine: $packages" >&2
            exit 2
        fi
    fi
    (cd tests/browser && npm ci --no-audit --no-fund) >"$logs/npm.log" 2>&1 </dev/null ||
        { tail -n 20 "$logs/npm.log" >&2; echo "Missing: the packages of tests/browser (npm ci)" >&2; exit 2; }
    venv=$root/target/test-venv
    { [ -x "$venv/bin/python" ] || python3 -m venv "$venv"; } >"$logs/pip.log" 2>&1
    "$venv/bin/python" -m pip install --disable-pip-version-check -q -r tests/smtp/requirements.txt >>"$logs/pip.log" 2>&1 </dev/null ||
        { tail -n 20 "$logs/pip.log" >&2; echo "Missing: the packages of tests/smtp/requirements.txt (pip)" >&2; exit 2; }
}
