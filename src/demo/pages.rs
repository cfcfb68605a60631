//! What only the demo has: the page with the three doors, the clock, the mailbox.

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::Demo;
use crate::{
    act::Actor,
    app::Shared,
    l10n::FIRST,
    people::session,
    q, timers,
    web::{Ctx, Fields, Page, WebError, cookies, html, see_other},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/demo", get(doors))
        .route("/demo/door", post(enter))
        .route("/demo/clock", post(move_clock))
        .route("/mailbox", get(mailbox))
        .route("/mailbox/{id}", get(mail))
        .route("/mailbox/{id}/html", get(mail_html))
}

#[derive(Template)]
#[template(path = "demo/wait.html")]
struct WaitTemplate {
    title: String,
    text: String,
    day: String,
    style_version: String,
}

/// While the year is being made every page says how far it is. Who has not come in yet starts at the doors.
pub async fn wait_until_ready(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let waiting = app.demo.as_ref().filter(|demo| !demo.is_ready());
    let Some(demo) = waiting.filter(|_| !path.starts_with("/static/") && path != "/healthz") else {
        let nobody = cookies::get(request.headers(), cookies::SESSION).is_none();
        if path == "/" && nobody {
            return see_other("/demo");
        }
        return next.run(request).await;
    };
    let l = app.l10n.locale(FIRST);
    let template = WaitTemplate {
        title: l.t("demo-wait-title"),
        text: l.t("demo-wait-text"),
        day: demo.day().map(|day| l.date(day)).unwrap_or_default(),
        style_version: crate::web::assets::style_version(),
    };
    let mut response = html(StatusCode::SERVICE_UNAVAILABLE, &template);
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

#[derive(Template)]
#[template(path = "demo/doors.html")]
struct DoorsTemplate {
    page: Page,
}

async fn doors(ctx: Ctx) -> Response {
    html(
        StatusCode::OK,
        &DoorsTemplate {
            page: ctx.page("demo-title"),
        },
    )
}

fn demo(app: &Shared) -> Result<&Demo, WebError> {
    app.demo.as_deref().ok_or(WebError::NotFound)
}

async fn enter(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let doors = demo(&ctx.app)?.doors().ok_or(WebError::NotFound)?;
    let (person, to) = match fields.get("role").as_str() {
        "institution" => (doors.contact, "/requests"),
        "volunteer" => (doors.volunteer, "/me"),
        "coordinator" => (doors.coordinator, "/desk"),
        _ => return Err(WebError::Bad),
    };
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act_as(Actor::Person(person));
    let token = session::start(&mut tx, &act, person, &ctx.network).await?;
    // Nobody has an app for an invented coordinator: behind this door the second factor counts as shown.
    if let Some(signed_in) = session::find(&mut tx, &token, ctx.now).await? {
        session::second_factor_shown(&mut tx, &act, signed_in.session).await?;
    }
    ctx.app.commit(tx).await?;
    let mut response = see_other(to);
    let cookie = cookies::set(
        cookies::SESSION,
        &token,
        session::LASTS.num_seconds(),
        ctx.app.is_https(),
    );
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// The clock only goes forward; what became due on the way is done before the page shows again.
async fn move_clock(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    demo(&ctx.app)?;
    let to = match fields.get("to").as_str() {
        "next" => next_wave(&ctx).await?,
        "morning" => next_morning(&ctx),
        "after" => after_appointment(&ctx).await?,
        _ => return Err(WebError::Bad),
    };
    if let Some(to) = to.filter(|to| *to > ctx.now) {
        ctx.app.clock.set(to);
        let workers = crate::workers::Workers::new(&ctx.app);
        workers
            .catch_up()
            .await
            .map_err(|error| WebError::Internal(error.to_string()))?;
    }
    let back = fields.get("back");
    Ok(see_other(if back.starts_with('/') && !back.starts_with("//") {
        &back
    } else {
        "/demo"
    }))
}

async fn next_wave(ctx: &Ctx) -> Result<Option<DateTime<Utc>>, WebError> {
    let mut tx = ctx.app.db.read().await?;
    Ok(timers::next_due(&mut tx).await?)
}

fn next_morning(ctx: &Ctx) -> Option<DateTime<Utc>> {
    let tomorrow = ctx.rules.local(ctx.now).date().succ_opt()?;
    ctx.rules.to_utc(tomorrow, NaiveTime::from_hms_opt(7, 0, 0)?).ok()
}

/// The end of the next appointment of the institution behind the first door, else of anybody's.
async fn after_appointment(ctx: &Ctx) -> Result<Option<DateTime<Utc>>, WebError> {
    let contact = demo(&ctx.app)?.doors().map(|doors| doors.contact.0);
    let mut tx = ctx.app.db.read().await?;
    let row = q!(
        "SELECT a.ends_at FROM assignment a JOIN request r ON r.id = a.request_id JOIN contact c ON c.id = r.contact_id
         WHERE a.ended_at IS NULL AND a.ends_at > $1
         ORDER BY CASE WHEN c.person_id = $2 THEN 0 ELSE 1 END, a.ends_at LIMIT 1",
        ctx.now,
        contact
    )
    .optional::<(DateTime<Utc>,)>(&mut tx)
    .await?;
    Ok(row.map(|(at,)| at + Duration::minutes(1)))
}

struct Line {
    id: Uuid,
    when: String,
    to: String,
    subject: String,
}

#[derive(Template)]
#[template(path = "demo/mailbox.html")]
struct MailboxTemplate {
    page: Page,
    lines: Vec<Line>,
    only: Option<String>,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Deserialize)]
struct Only {
    to: Option<String>,
    /// Counted from 0, the newest mails first.
    page: Option<usize>,
}

const LINES: usize = 100;

async fn mailbox(ctx: Ctx, Query(only): Query<Only>) -> Result<Response, WebError> {
    let mailbox = &demo(&ctx.app)?.mailbox;
    let mails = match &only.to {
        Some(address) => mailbox.to(address),
        None => mailbox.all(),
    };
    let line = |mail: &std::sync::Arc<crate::mail::memory::KeptMail>| Line {
        id: mail.id,
        when: ctx.l.moment(mail.at, ctx.rules.zone()),
        to: format!("{} <{}>", mail.to_name, mail.to_address),
        subject: mail.subject.clone(),
    };
    let number = only.page.unwrap_or(0).min(mails.len() / LINES);
    let lines = mails.iter().skip(number * LINES).take(LINES).map(line).collect();
    let link = |number: usize| {
        let mut query = vec![("page", number.to_string())];
        query.extend(only.to.iter().map(|address| ("to", address.clone())));
        format!("/mailbox?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    };
    let template = MailboxTemplate {
        page: ctx.page("demo-mailbox-title"),
        lines,
        newer: number.checked_sub(1).map(link),
        older: ((number + 1) * LINES < mails.len()).then(|| link(number + 1)),
        only: only.to.clone(),
    };
    Ok(html(StatusCode::OK, &template))
}

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct MailTemplate {
    page: Page,
    id: Uuid,
    when: String,
    to: String,
    address: String,
    /// The mailbox narrowed to that address.
    others: String,
    /// Paragraphs of the text part; links on their own line can be clicked.
    lines: Vec<(String, bool)>,
    calendar: Option<String>,
    has_html: bool,
}

async fn mail(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let mail = demo(&ctx.app)?.mailbox.find(id).ok_or(WebError::NotFound)?;
    let local = ctx.app.base_url.as_str();
    let lines = mail
        .text
        .lines()
        .map(|line| match line.trim().strip_prefix(local) {
            Some(path) => (path.to_owned(), true),
            None => (line.to_owned(), false),
        })
        .collect();
    let template = MailTemplate {
        page: ctx.page_titled(mail.subject.clone()),
        id,
        when: ctx.l.moment(mail.at, ctx.rules.zone()),
        to: mail.to_name.clone(),
        address: mail.to_address.clone(),
        others: serde_urlencoded::to_string([("to", &mail.to_address)]).unwrap_or_default(),
        lines,
        calendar: mail.calendar.as_deref().map(str::to_owned),
        has_html: !mail.html.is_empty(),
    };
    Ok(html(StatusCode::OK, &template))
}

/// The HTML part as a mail program shows it; mails carry inline styles, so its own policy allows these.
async fn mail_html(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let mail = demo(&ctx.app)?.mailbox.find(id).ok_or(WebError::NotFound)?;
    if mail.html.is_empty() {
        return Err(WebError::Gone);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        ),
    ];
    Ok((headers, mail.html.clone()).into_response())
}
