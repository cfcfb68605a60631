# shellcheck shell=bash disable=SC2154,SC2164
# A mail server that is not ours (aiosmtpd), with STARTTLS, AUTH and a certificate of a private authority.
# The tests in tests/smtp/ send through it and read what arrived.

start_smtp_server() {
    local dir=$work/smtp port
    mkdir -p "$dir/mails"
    {
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=Test authority" \
            -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign \
            -keyout "$dir/ca.key" -out "$dir/ca.pem"
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" \
            -keyout "$dir/server.key" -out "$dir/server.csr"
        openssl x509 -req -in "$dir/server.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -CAcreateserial -days 2 \
            -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n') \
            -out "$dir/server.pem"
    } >"$logs/openssl.log" 2>&1 || { cat "$logs/openssl.log" >&2; exit 2; }
    port=$(free_port)
    start smtp-server "$venv/bin/python" tests/smtp/server.py "$port" "$dir/server.pem" "$dir/server.key" \
        "$dir/mails" pool "only for tests"
    for _ in $(seq 100); do
        grep -q '^listening' "$(log_of smtp-server)" && break
        kill -0 "$started" 2>/dev/null || { cat "$(log_of smtp-server)" >&2; exit 2; }
        sleep 0.1
    done
    export TEST_SMTP_URL="smtp://pool:only%20for%20tests@localhost:$port" \
        TEST_SMTP_CA="$dir/ca.pem" TEST_SMTP_FOLDER="$dir/mails"
}
