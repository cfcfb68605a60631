//! The whole site at a glance.

use std::time::Duration;

use axum::{Router, middleware, routing::get};
use tower_http::{
    catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer, trace::TraceLayer,
};

use super::{WebError, assets, error, guard};
use crate::{app::Shared, demo, desks};

const MAX_BODY_BYTES: usize = 64 * 1024;
const MAX_TIME: Duration = Duration::from_secs(30);

pub fn router(app: Shared) -> Router {
    let mut site = Router::new()
        .route("/healthz", get(desks::health::healthz))
        .route("/readyz", get(desks::health::readyz))
        .route("/static/{name}", get(assets::asset))
        .merge(desks::public::routes())
        .merge(desks::entrance::routes())
        .merge(desks::institution::routes())
        .merge(desks::own_data::routes())
        .merge(desks::slip::routes())
        .merge(desks::volunteer::routes())
        .merge(desks::coordinator::routes());
    if app.demo.is_some() {
        site = site.merge(demo::routes());
    }
    if app.demo.is_some() {
        site = site.layer(middleware::from_fn_with_state(app.clone(), demo::wait_until_ready));
    }
    site.fallback(|| async { WebError::NotFound })
        .layer(RequestBodyLimitLayer::new(MAX_BODY_BYTES))
        // Files are larger than forms; the routes that take them say how large.
        .merge(desks::coordinator::uploads())
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            MAX_TIME,
        ))
        .layer(middleware::from_fn(guard::same_site))
        .layer(middleware::from_fn_with_state(app.clone(), error::error_pages))
        .layer(middleware::from_fn_with_state(app.clone(), guard::headers))
        // The route's pattern, never the path: links' tokens stay out of the log.
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(|request: &axum::extract::Request| {
                    let route = request
                        .extensions()
                        .get::<axum::extract::MatchedPath>()
                        .map_or("", |path| path.as_str());
                    tracing::info_span!("http", method = %request.method(), route)
                })
                // Whoever answers a 5xx has logged why.
                .on_failure(()),
        )
        .with_state(app)
}
