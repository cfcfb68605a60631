//! `/desk/erasures`: what was erased, what stays, why and until when. Printable; about nobody who could be found out.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    privacy::{ErasureId, report},
    web::{Ctx, Page, WebError, html},
};

const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "coordinator/privacy/reports.html")]
struct ListPage {
    page: Page,
    lines: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "coordinator/privacy/report.html")]
struct ReportPage {
    page: Page,
    when: String,
    by: String,
    /// For whoever restores an older backup.
    again: String,
    erased: Vec<(String, i64)>,
    kept: Vec<KeptView>,
}

struct KeptView {
    what: String,
    why: String,
    until: String,
}

pub async fn list(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let found = report::newest(&mut tx, MOST).await?;
    tx.commit().await?;
    let lines = found
        .into_iter()
        .map(|one| {
            let when = ctx.l.moment(one.erased_at, ctx.rules.zone());
            (format!("/desk/erasures/{}", one.id), when, by(&ctx, one.by_service))
        })
        .collect();
    let page = ctx.page("erasures-title");
    Ok(html(StatusCode::OK, &ListPage { page, lines }))
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: ErasureId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let found = report::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    tx.commit().await?;
    let l = &ctx.l;
    let local = ctx.rules.local(found.erased_at);
    let when = l.with(
        "date-and-time",
        &[
            ("date", l.date_numeric(local.date()).into()),
            ("time", l.time(local.time()).into()),
        ],
    );
    let erased = found.report.erased.into_iter();
    let kept = found.report.kept.into_iter();
    let template = ReportPage {
        page: ctx.page_titled(l.with("erasure-report-title", &[("when", when.clone().into())])),
        when,
        by: by(&ctx, found.by_service),
        again: found.person.to_string(),
        erased: erased
            .map(|(what, count)| (l.t(&format!("erased-{what}")), count))
            .collect(),
        kept: kept
            .map(|kept| KeptView {
                what: l.with(&format!("kept-{}", kept.what), &[("count", kept.count.into())]),
                why: l.t(&format!("kept-{}-why", kept.what)),
                until: match kept.until {
                    Some(day) => l.with("kept-until", &[("date", l.date_numeric(day).into())]),
                    None => l.t("kept-for-good"),
                },
            })
            .collect(),
    };
    Ok(html(StatusCode::OK, &template))
}

fn by(ctx: &Ctx, service: bool) -> String {
    ctx.l.t(if service {
        "erasure-by-service"
    } else {
        "erasure-by-desk"
    })
}
