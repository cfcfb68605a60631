//! `/requests/{id}/details`: another room or another hint, without asking anybody anew.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    filter::Asked,
    status::{self, Appointment},
};
use crate::{
    database::Tx,
    matching::Mode,
    requests::{self, Details, DetailsError, Request, draft},
    web::{
        Ctx, Fields, Page, Problems, WebError,
        forms::{TextProblem, check_line, check_lines},
        html, see_other, unprocessable,
    },
};

/// As much as the form takes that files a request.
const MEETING_POINT: usize = 200;
const REMARKS: usize = 300;
const JOINING: usize = 300;

#[derive(Template)]
#[template(path = "institution/details.html")]
struct DetailsPage {
    page: Page,
    /// The request, and from there the way it was opened.
    back: String,
    reference: String,
    problems: Problems,
    typed: Fields,
    /// By video: how to join it is asked, too.
    video: bool,
    /// Who hears of it.
    told: String,
    appointment: Appointment,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    if !requests::can_be_moved(&request, ctx.now) {
        return Ok(see_other(&Asked::of(&ctx).request(request.id)));
    }
    let typed = Fields::from_pairs(vec![
        ("meeting_point".to_owned(), request.meeting_point.clone()),
        ("remarks".to_owned(), request.remarks.clone()),
        ("joining".to_owned(), request.joining.clone()),
    ]);
    let page = template(&ctx, &mut tx, &request, typed, Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let there = Asked::of(&ctx).request(request.id);
    let new = Details {
        meeting_point: fields.get("meeting_point"),
        remarks: fields.get("remarks"),
        joining: (request.mode == Mode::Video).then(|| fields.get("joining")),
    };
    let mut problems = Problems::default();
    if let Some(joining) = new.joining.as_deref() {
        check_joining(&ctx, &mut problems, joining);
    }
    let checks = [
        (
            "meeting_point",
            check_line(&new.meeting_point, MEETING_POINT),
            MEETING_POINT,
            &new.meeting_point,
        ),
        ("remarks", check_lines(&new.remarks, REMARKS), REMARKS, &new.remarks),
    ];
    for (field, check, max, text) in checks {
        match check {
            Ok(()) if field == "meeting_point" && text.is_empty() && request.mode.is_on_site() => {
                problems.add(field, ctx.l.t("problem-missing-meeting-point"));
            }
            Ok(()) if draft::identifies(text) => problems.add(field, ctx.l.t("problem-identifying")),
            Ok(()) => {}
            Err(TextProblem::NotAllowed) => problems.add(field, ctx.l.t("problem-characters")),
            Err(TextProblem::TooLong) => {
                let args = [("max", max.into()), ("used", text.chars().count().into())];
                problems.add(field, ctx.l.with("problem-long-text", &args));
            }
        }
    }
    if !problems.is_empty() {
        let page = template(&ctx, &mut tx, &request, fields, problems).await?;
        return Ok(unprocessable(&page));
    }
    match requests::change_details(&mut tx, &ctx.act()?, request.id, &new).await {
        Ok(_) => ctx.app.commit(tx).await?,
        // The status page says what is true.
        Err(DetailsError::Over) => {}
        Err(DetailsError::NotFound) => return Err(WebError::NotFound),
        Err(DetailsError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

/// A link, or what to dial: a link that anybody could listen in on is none.
fn check_joining(ctx: &Ctx, problems: &mut Problems, joining: &str) {
    let mut add = |key: &str| problems.add("joining", ctx.l.t(key));
    match check_lines(joining, JOINING) {
        Err(TextProblem::NotAllowed) => return add("problem-characters"),
        Err(TextProblem::TooLong) => {
            let args = [("max", JOINING.into()), ("used", joining.chars().count().into())];
            return problems.add("joining", ctx.l.with("problem-long-text", &args));
        }
        Ok(()) => {}
    }
    let links = joining.split_whitespace().filter(|word| word.contains("://"));
    let mut links = links.peekable();
    if links.peek().is_none() && draft::identifies(joining) {
        return add("problem-identifying");
    }
    if links.any(|link| !is_secure(link)) {
        add("problem-joining-link");
    }
}

/// "https://" and a host.
fn is_secure(link: &str) -> bool {
    let host = link
        .strip_prefix("https://")
        .map(|rest| rest.split(['/', '?', '#']).next());
    host.flatten().is_some_and(|host| {
        host.contains('.')
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
    })
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    typed: Fields,
    problems: Problems,
) -> Result<DetailsPage, WebError> {
    let told = if request.assignments.is_empty() {
        "details-told-nobody"
    } else {
        "details-told-coming"
    };
    Ok(DetailsPage {
        page: ctx.page_titled(super::drafts::title(ctx, "details-title", &problems)),
        back: Asked::of(ctx).request(request.id),
        reference: request.reference.clone(),
        problems,
        typed,
        video: request.mode == Mode::Video,
        told: ctx.l.t(told),
        appointment: status::appointment(ctx, tx, request).await?,
    })
}
