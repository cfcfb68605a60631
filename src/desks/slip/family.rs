//! `/s/{token}`: what a family was sent. Opens without sign-in, changes nothing, and says what is true now.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{Stand, When, date_before, dates_asked, of_request, reader};
use crate::{
    requests::store,
    slips::{
        self,
        sheet::{Facts, Line, Reader, Sheet},
    },
    web::{Ctx, WebError, assets, html},
};

#[derive(Template)]
#[template(path = "slips/family.html")]
struct Family {
    reader: Reader,
    title: String,
    pool: String,
    operator: String,
    style_version: String,
    /// Says that the appointment is another one now than when the link was sent.
    changed: Option<Line>,
    sheet: Option<Sheet>,
    /// Instead of a slip.
    notice: Line,
    /// The date before it was moved, and that it is off.
    off: Option<Off>,
    /// What is asked for now, while nobody has said yes.
    asked: Vec<Day>,
}

/// A day in both languages.
struct Day {
    date: Line,
    time: Line,
}

struct Off {
    day: Day,
    says: Line,
}

impl Day {
    fn of(reader: &Reader, facts: &Facts, when: When) -> Self {
        let facts = when.on(facts);
        Self {
            date: reader.line("date", &facts),
            time: reader.line("time", &facts),
        }
    }
}

pub async fn show(ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let (link, slip) = slips::of_token(&mut tx, &token).await?.ok_or(WebError::NotFound)?;
    let request = store::get(&mut tx, slip.request_id).await?.ok_or(WebError::NotFound)?;
    let found = of_request(&ctx, &mut tx, &request).await?;
    let reader = reader(&ctx, &mut tx, &request, &slip.text_code)
        .await?
        .ok_or(WebError::NotFound)?;
    let told = slips::is_as_shown(&slip.shown, &found.facts);
    // Made for the appointment that was moved, and not sent anew since.
    let before = if slip.created_at <= request.filed_at && !told {
        date_before(&ctx, &mut tx, &request).await?
    } else {
        None
    };
    tx.commit().await?;

    let revoked = link.revoked_at.is_some() || slip.revoked_at.is_some();
    let (status, notice) = match found.stand {
        _ if revoked => (StatusCode::GONE, Some("ended")),
        Stand::Cancelled => (StatusCode::GONE, Some("cancelled")),
        Stand::Over => (StatusCode::GONE, Some("over")),
        _ if link.expires_at <= ctx.now => (StatusCode::GONE, Some("ended")),
        Stand::Open => (StatusCode::OK, Some("open")),
        Stand::Ready => (StatusCode::OK, None),
    };
    let sheet = notice.is_none().then(|| reader.sheet(&found.facts));
    let changed = sheet.is_some() && !told;
    let living = matches!(notice, None | Some("open"));
    let off = before.filter(|_| living).map(|when| Off {
        day: Day::of(&reader, &found.facts, when),
        says: reader.line("cancelled", &found.facts),
    });
    let asked = match (&off, notice) {
        (Some(_), Some("open")) => dates_asked(&ctx, &request),
        _ => Vec::new(),
    };
    let asked = asked
        .into_iter()
        .map(|when| Day::of(&reader, &found.facts, when))
        .collect();
    let notice = notice.map(|code| reader.line(code, &found.facts)).unwrap_or_default();
    let template = Family {
        title: sheet
            .as_ref()
            .map_or_else(|| notice.plain(), |sheet| sheet.title.plain()),
        pool: ctx.rules.pool().name.clone(),
        operator: ctx.rules.pool().operator.clone(),
        style_version: assets::style_version(),
        changed: changed.then(|| reader.line("changed", &found.facts)),
        reader,
        sheet,
        notice,
        off,
        asked,
    };
    Ok(html(status, &template))
}
