//! `/c/{token}.ics`: a volunteer's calendar, for a program that asks again and again. GET only; nothing is changed.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::link;
use crate::{
    links::Purpose,
    mail::{feed, render::Desk},
    volunteers::{self, VolunteerId},
    web::{Ctx, WebError},
};

/// A program may keep it for itself so long, nobody else may.
const CACHE: &str = "private, max-age=600";

pub async fn show(ctx: Ctx, Path(file): Path<String>, headers: HeaderMap) -> Result<Response, WebError> {
    let token = file.strip_suffix(".ics").ok_or(WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let found = link::find(&mut tx, Purpose::Calendar, token).await?;
    let volunteer = volunteers::store::get(&mut tx, VolunteerId(found.subject_id)).await?;
    let volunteer = volunteer.ok_or(WebError::NotFound)?;
    if link::is_dead(&found, ctx.now) || volunteer.is_retired() {
        return Err(WebError::Gone);
    }
    let desk = Desk {
        l10n: &ctx.app.l10n,
        keys: &ctx.app.keys,
        settings: &ctx.app.mail,
        rules: &ctx.rules,
        now: ctx.now,
        only_to_look: false,
    };
    let l = ctx.app.l10n.locale(&volunteer.locale);
    let feed = feed::feed(&mut tx, &desk, &l, volunteer.id).await?;
    tx.commit().await?;
    let tag = etag(&feed.ics);
    let mut answer = if is_known(&headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
        (kind, feed.ics).into_response()
    };
    let told = answer.headers_mut();
    for (name, value) in [
        (header::ETAG, Some(tag)),
        (header::CACHE_CONTROL, Some(CACHE.to_owned())),
        (header::LAST_MODIFIED, feed.changed.map(http_date)),
    ] {
        if let Some(value) = value.and_then(|value| value.parse().ok()) {
            told.insert(name, value);
        }
    }
    Ok(answer)
}

fn etag(ics: &str) -> String {
    let digest = Sha256::digest(ics.as_bytes());
    let hex: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// The tag decides. A date alone would miss an appointment that left the window.
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag))
}

fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
