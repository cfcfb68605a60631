//! `/desk/rules/late`: what counts as late, and what follows from it. Three kinds of notice do not fit into one
//! field, so this rule has a page of its own.

use askama::Template;
use axum::{Router, http::StatusCode, response::Response, routing::get};
use chrono::{DateTime, Duration, NaiveTime, Utc};

use crate::{
    app::Shared,
    desks::{
        coordinator::{
            rules::save::{self, Outcome},
            steps::find::Choice,
        },
        schedule::dates,
    },
    requests::draft,
    settings::{Late, LateRequests, Notice, change::Change, timeline::Timeline},
    wall,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

const KINDS: [&str; 3] = ["hours", "working_days", "day_before"];
/// The kind of the rule, and its key: there is one.
const LATE: &str = "late";
const PATH: &str = "/desk/rules/late";

#[derive(Template)]
#[template(path = "coordinator/late.html")]
struct LatePage {
    page: Page,
    problems: Problems,
    now: String,
    parts: Vec<Part>,
    later: Vec<Choice>,
    from: String,
}

/// One notice of the form.
struct Part {
    legend: String,
    /// What it means for an appointment in two weeks.
    example: String,
    kind: Input,
    kinds: Vec<Choice>,
    number: Input,
    time: Input,
}

struct Input {
    name: &'static str,
    value: String,
}

/// The fields of one notice.
struct Names {
    legend: &'static str,
    kind: &'static str,
    number: &'static str,
    time: &'static str,
}

const REQUEST: Names = Names {
    legend: "late-request",
    kind: "request_kind",
    number: "request_number",
    time: "request_time",
};
const CANCELLATION: Names = Names {
    legend: "late-cancellation",
    kind: "cancellation_kind",
    number: "cancellation_number",
    time: "cancellation_time",
};

pub fn routes() -> Router<Shared> {
    Router::new().route(PATH, get(show).post(take))
}

async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let typed = typed(ctx.rules.late());
    Ok(html(StatusCode::OK, &template(&ctx, &typed, Problems::default())))
}

async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut problems = Problems::default();
    let request = notice(&ctx, &fields, &REQUEST, &mut problems);
    let later = LateRequests::from_code(&fields.get("later"));
    if later.is_none() {
        problems.add("later", ctx.l.t("late-missing-later"));
    }
    let cancellation = notice(&ctx, &fields, &CANCELLATION, &mut problems);
    let from = valid_from(&ctx, &fields.get("from"));
    if let Err(key) = from {
        problems.add("from", ctx.l.t(key));
    }
    let (Some(request), Some(later_requests), Some(cancellation), Ok(from)) = (request, later, cancellation, from)
    else {
        return Ok(unprocessable(&template(&ctx, &fields, problems)));
    };
    let late = Late {
        request,
        later_requests,
        cancellation,
    };
    if late == *ctx.rules.late() && from <= ctx.now {
        return Ok(see_other(&format!("{PATH}/{LATE}?same=yes")));
    }
    let mut tx = ctx.app.db.begin().await?;
    let timeline = Timeline::read(&mut tx).await?;
    let change = Change {
        kind: LATE.to_owned(),
        key: LATE.to_owned(),
        value: Some(serde_json::json!(late)),
        valid_from: from,
        seen: timeline.of(LATE, LATE).first().map(|newest| newest.id),
        takes_back: None,
    };
    match save::save(&ctx, tx, change, &fields, PATH).await? {
        // To its history, which says what was saved; or first to what it would hurt.
        Outcome::Answer(answer) => Ok(answer),
        // The newest line was read under the same lock, and a notice fits any other rule.
        Outcome::Stale => Err(WebError::Conflict),
        Outcome::Wrong(problems) => Err(WebError::Internal(format!("{problems:?}"))),
    }
}

/// Empty: from now on; else from the beginning of that day. The error is the key of what is wrong.
fn valid_from(ctx: &Ctx, typed: &str) -> Result<DateTime<Utc>, &'static str> {
    if typed.is_empty() {
        return Ok(ctx.now);
    }
    let day = dates::read(typed).ok_or("late-bad-date")?;
    let today = ctx.rules.local(ctx.now).date();
    if day == today {
        return Ok(ctx.now);
    }
    if day < today || day > today + chrono::Days::new(366) {
        return Err("late-past-date");
    }
    Ok(wall::first_instant(ctx.rules.zone(), day.and_time(NaiveTime::MIN)))
}

fn notice(ctx: &Ctx, fields: &Fields, names: &Names, problems: &mut Problems) -> Option<Notice> {
    let number = fields.get(names.number);
    let found: Result<Notice, (&'static str, &'static str)> = match fields.get(names.kind).as_str() {
        "hours" => format!("{number} h")
            .parse()
            .map_err(|_| (names.number, "late-missing-number")),
        "working_days" => format!("{number} working days")
            .parse()
            .map_err(|_| (names.number, "late-missing-number")),
        "day_before" => draft::time(&fields.get(names.time))
            .map(Notice::DayBefore)
            .map_err(|_| (names.time, "late-missing-time")),
        _ => Err((names.kind, "late-missing-kind")),
    };
    found.map_err(|(field, key)| problems.add(field, ctx.l.t(key))).ok()
}

/// The rule in force as it would be typed.
fn typed(late: &Late) -> Fields {
    let mut pairs = vec![("later".to_owned(), late.later_requests.code().to_owned())];
    for (names, notice) in [(&REQUEST, late.request), (&CANCELLATION, late.cancellation)] {
        let (kind, number, time) = match notice {
            Notice::Hours(hours) => ("hours", hours.to_string(), String::new()),
            Notice::WorkingDays(days) => ("working_days", days.to_string(), String::new()),
            Notice::DayBefore(time) => ("day_before", String::new(), time.format("%H:%M").to_string()),
        };
        pairs.push((names.kind.to_owned(), kind.to_owned()));
        pairs.push((names.number.to_owned(), number));
        pairs.push((names.time.to_owned(), time));
    }
    Fields::from_pairs(pairs)
}

fn template(ctx: &Ctx, typed: &Fields, problems: Problems) -> LatePage {
    let (l, rules) = (&ctx.l, &ctx.rules);
    let late = rules.late();
    let later = typed.get("later");
    let input = |name: &'static str| Input {
        name,
        value: typed.get(name),
    };
    // An appointment to show what the rule means: in two weeks, at this time of day.
    let start = ctx.now + Duration::days(14);
    let part = |names: &Names, notice: Notice| Part {
        legend: l.t(names.legend),
        example: l.with(
            "late-example",
            &[
                ("start", l.moment(start, rules.zone()).into()),
                ("until", notice.until(l, rules, start).into()),
            ],
        ),
        kind: input(names.kind),
        kinds: KINDS
            .iter()
            .map(|code| Choice::new(*code, l.t(&format!("late-kind-{code}")), &typed.get(names.kind)))
            .collect(),
        number: input(names.number),
        time: input(names.time),
    };
    LatePage {
        page: ctx.page("late-title"),
        now: l.with(
            "late-now",
            &[
                ("request", late.request.words(l).into()),
                ("cancellation", late.cancellation.words(l).into()),
            ],
        ),
        parts: vec![part(&REQUEST, late.request), part(&CANCELLATION, late.cancellation)],
        later: LateRequests::ALL
            .into_iter()
            .map(|one| Choice::new(one.code(), l.t(&format!("late-later-{}", one.code())), &later))
            .collect(),
        from: typed.get("from"),
        problems,
    }
}
