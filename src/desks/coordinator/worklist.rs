//! `/desk`: what needs a person, the most urgent first.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};

use super::{
    tasks::{TaskView, Words},
    week::{self, Day},
};
use crate::{
    q, tasks, wall,
    web::{Ctx, Page, WebError, html},
};

/// Due within this time counts as now.
const NOW: Duration = Duration::hours(3);

#[derive(Template)]
#[template(path = "coordinator/worklist.html")]
struct Worklist {
    page: Page,
    time: String,
    tasks: String,
    running: String,
    week: Vec<Day>,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    jobs: Vec<Job>,
}

struct Job {
    /// Red: within hours.
    now: bool,
    /// The one main action of the page.
    first: bool,
    by: String,
    by_more: String,
    task: TaskView,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Now,
    Today,
    Week,
    Later,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let zone = ctx.rules.zone();
    let today = wall::day_of(zone, ctx.now);
    let mut tx = ctx.app.db.read().await?;
    let open = tasks::open(&mut tx).await?;
    let count = open.len();
    let mut words = Words::default();
    let mut jobs: Vec<(Urgency, Job)> = Vec::with_capacity(count);
    for task in open {
        let urgency = urgency(&ctx, today, task.due_at);
        let (by, by_more) = by(&ctx, urgency, task.due_at);
        let view = words.of(&ctx, &mut tx, &task).await?;
        let first = jobs.is_empty();
        jobs.push((
            urgency,
            Job {
                now: urgency == Urgency::Now,
                first,
                by,
                by_more,
                task: view,
            },
        ));
    }
    let week = week::of(&ctx, &mut tx, today).await?;
    let (running,) = q!("SELECT COUNT(*) FROM search WHERE ended_at IS NULL")
        .one::<(i64,)>(&mut tx)
        .await?;
    tx.commit().await?;

    let l = &ctx.l;
    let named = [
        (Urgency::Now, "desk-group-now"),
        (Urgency::Today, "desk-group-today"),
        (Urgency::Week, "desk-group-week"),
        (Urgency::Later, "desk-group-later"),
    ];
    let mut groups = Vec::new();
    for (urgency, title) in named {
        let (these, others) = jobs.into_iter().partition::<Vec<_>, _>(|(of, _)| *of == urgency);
        jobs = others;
        if !these.is_empty() {
            groups.push(Group {
                title: l.t(title),
                jobs: these.into_iter().map(|(_, job)| job).collect(),
            });
        }
    }
    let time = l.time(ctx.now.with_timezone(&zone).time());
    Ok(html(
        StatusCode::OK,
        &Worklist {
            page: ctx.page_titled(l.date(today)),
            time: l.with("desk-time", &[("time", time.into())]),
            tasks: l.with("desk-tasks", &[("count", count.into())]),
            running: l.with("desk-running", &[("count", running.into())]),
            week,
            groups,
        },
    ))
}

fn urgency(ctx: &Ctx, today: NaiveDate, due_at: DateTime<Utc>) -> Urgency {
    let day = wall::day_of(ctx.rules.zone(), due_at);
    if due_at <= ctx.now + NOW {
        Urgency::Now
    } else if day == today {
        Urgency::Today
    } else if day.iso_week() == today.iso_week() {
        Urgency::Week
    } else {
        Urgency::Later
    }
}

/// "bis 11:00 Uhr", "noch 1 Stunde 8 Minuten"
fn by(ctx: &Ctx, urgency: Urgency, due_at: DateTime<Utc>) -> (String, String) {
    let l = &ctx.l;
    let local = due_at.with_timezone(&ctx.rules.zone()).naive_local();
    let time = l.with("desk-by-time", &[("time", l.time(local.time()).into())]);
    let length = |minutes: i64| ("length", l.length(minutes).into());
    match urgency {
        Urgency::Now if due_at < ctx.now => {
            let today = wall::day_of(ctx.rules.zone(), ctx.now) == local.date();
            let late = (ctx.now - due_at).num_minutes();
            let by = if today { time } else { l.date_short(local.date()) };
            (by, l.with("desk-overdue", &[length(late)]))
        }
        Urgency::Now => (time, l.with("desk-left", &[length((due_at - ctx.now).num_minutes())])),
        Urgency::Today => (time, String::new()),
        Urgency::Week | Urgency::Later => {
            let weekday = l.weekday(local.date());
            (
                l.with("desk-by-day", &[("weekday", weekday.into())]),
                l.date_short(local.date()),
            )
        }
    }
}
