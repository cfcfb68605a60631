# The service in a small image: docker build -t sprachpool .
FROM rust:1-bookworm AS build
WORKDIR /build
# The image brings its own toolchain; the file would make rustup fetch another.
COPY . .
RUN rm -f rust-toolchain.toml \
 && cargo build --release --locked \
 && cp target/release/sprachpool /sprachpool

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --user-group --home-dir /data --shell /usr/sbin/nologin sprachpool \
 && install -d -o sprachpool -g sprachpool -m 0700 /data
COPY --from=build /sprachpool /usr/local/bin/sprachpool
COPY config /usr/share/sprachpool/config
COPY LICENSE /usr/share/doc/sprachpool/LICENSE
USER 10001
WORKDIR /data
VOLUME /data
ENV SPRACHPOOL_LISTEN=0.0.0.0:8080 \
    SPRACHPOOL_LOG_FORMAT=json
EXPOSE 8080
# SIGTERM lets running requests end.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["sprachpool"]
CMD ["serve"]
