use tokio::signal::unix::{SignalKind, signal};

/// Ready when the process is asked to stop: SIGTERM (systemd, containers) or SIGINT (Ctrl-C).
pub async fn requested() {
    let (terminate, interrupt) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    match (terminate, interrupt) {
        (Ok(mut terminate), Ok(mut interrupt)) => tokio::select! {
            _ = terminate.recv() => tracing::info!("asked to stop (SIGTERM)"),
            _ = interrupt.recv() => tracing::info!("asked to stop (SIGINT)"),
        },
        // Without handlers the signals end the process at once, which loses nothing that was answered.
        _ => std::future::pending().await,
    }
}
