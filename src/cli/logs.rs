//! Structured logs. No token and no personal data stands in them: a request is logged with the pattern of its
//! route, never its path, and the libraries below (which would log addresses and mails) only from `warn` up.

use tracing::Level;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::config::{LogConfig, LogFormat};

pub fn start(config: &LogConfig) {
    let registry = tracing_subscriber::registry().with(EnvFilter::new(filter(config.level)));
    // A test may have set up its own before.
    let _ = match config.format {
        LogFormat::Json => registry
            .with(fmt::layer().json().flatten_event(true).with_writer(std::io::stderr))
            .try_init(),
        LogFormat::Text => registry
            .with(fmt::layer().with_ansi(false).with_writer(std::io::stderr))
            .try_init(),
    };
    // The message of a panic may hold what a person typed: the place alone is logged.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
}

fn filter(level: Level) -> String {
    let others = level.min(Level::WARN).to_string().to_lowercase();
    format!("{others},sprachpool={}", level.to_string().to_lowercase())
}
