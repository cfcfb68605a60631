//! `/desk`: what needs a person, the most urgent first.

use std::collections::HashMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};

use super::{
    tasks::{TaskView, Words},
    week::{self, Day},
};
use crate::{
    database::Tx,
    q,
    tasks::{self, Task},
    wall,
    web::{Ctx, Page, WebError, html},
};

/// Due within this time counts as now.
const NOW: Duration = Duration::hours(3);
/// So many of one kind stand one below the other; more are folded under the first.
const APART: usize = 3;
/// So many are named under it; the others move up.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "coordinator/worklist.html")]
struct Worklist {
    page: Page,
    time: String,
    tasks: String,
    running: Vec<String>,
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
    /// Others of its kind.
    same: Option<Same>,
}

struct Same {
    title: String,
    lines: Vec<Line>,
    left: Option<String>,
}

struct Line {
    by: String,
    title: String,
    href: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    let mut jobs: Vec<(Urgency, Job)> = Vec::new();
    for (urgency, tasks) in together(&ctx, today, open) {
        let first = jobs.is_empty();
        jobs.push((urgency, job(&ctx, &mut tx, &mut words, urgency, &tasks, first).await?));
    }
    let week = week::of(&ctx, &mut tx, today).await?;
    let running = running(&ctx, &mut tx).await?;
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
            running,
            week,
            groups,
        },
    ))
}

/// Most urgent first; many of one kind in one group together, where the first of them stands.
fn together(ctx: &Ctx, today: NaiveDate, open: Vec<Task>) -> Vec<(Urgency, Vec<Task>)> {
    let mut groups: Vec<(Urgency, Vec<Task>)> = Vec::new();
    let mut counts: HashMap<(Urgency, String), usize> = HashMap::new();
    for task in &open {
        *counts
            .entry((urgency(ctx, today, task.due_at), task.kind.clone()))
            .or_default() += 1;
    }
    for task in open {
        let urgency = urgency(ctx, today, task.due_at);
        let many = counts[&(urgency, task.kind.clone())] > APART;
        let group = groups
            .iter_mut()
            .find(|(of, tasks)| many && *of == urgency && tasks[0].kind == task.kind);
        match group {
            Some((_, tasks)) => tasks.push(task),
            None => groups.push((urgency, vec![task])),
        }
    }
    groups
}

async fn job(
    ctx: &Ctx,
    tx: &mut Tx,
    words: &mut Words,
    urgency: Urgency,
    tasks: &[Task],
    first: bool,
) -> Result<Job, WebError> {
    let l = &ctx.l;
    let (by, by_more) = due(ctx, urgency, tasks[0].due_at);
    let task = words.of(ctx, tx, &tasks[0]).await?;
    let mut lines = Vec::new();
    for other in tasks.iter().skip(1).take(NAMED) {
        let view = words.of(ctx, tx, other).await?;
        lines.push(Line {
            by: due(ctx, urgency, other.due_at).0,
            title: view.title,
            href: view.href.unwrap_or_else(|| "/desk".to_owned()),
        });
    }
    let others = tasks.len() - 1;
    let left = others - lines.len();
    Ok(Job {
        now: urgency == Urgency::Now,
        first,
        by,
        by_more,
        task,
        same: (others > 0).then(|| Same {
            title: l.with("desk-same-kind", &[("count", others.into())]),
            lines,
            left: (left > 0).then(|| l.with("desk-same-kind-left", &[("count", left.into())])),
        }),
    })
}

/// What needs nobody, in numbers.
async fn running(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<String>, WebError> {
    let (searches,) = q!("SELECT COUNT(*) FROM search WHERE ended_at IS NULL")
        .one::<(i64,)>(tx)
        .await?;
    let (reports,) = q!("SELECT COUNT(*) FROM proof WHERE state IN ('open', 'reported')")
        .one::<(i64,)>(tx)
        .await?;
    let mut said = vec![ctx.l.with("desk-running", &[("count", searches.into())])];
    if reports > 0 {
        said.push(ctx.l.with("desk-running-proofs", &[("count", reports.into())]));
    }
    Ok(said)
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
fn due(ctx: &Ctx, urgency: Urgency, due_at: DateTime<Utc>) -> (String, String) {
    let l = &ctx.l;
    let local = due_at.with_timezone(&ctx.rules.zone()).naive_local();
    let time = l.with("desk-by-time", &[("time", l.time(local.time()).into())]);
    let length = |minutes: i64| ("length", l.length(minutes).into());
    match urgency {
        Urgency::Now if due_at < ctx.now => {
            let today = wall::day_of(ctx.rules.zone(), ctx.now) == local.date();
            let late = (ctx.now - due_at).num_minutes();
            // Past an hour nobody counts minutes.
            let late = if late > 60 { late - late % 60 } else { late };
            let by = if today { time } else { l.date_short(local.date()) };
            (by, l.with("desk-overdue", &[length(late)]))
        }
        Urgency::Now => (time, l.with("desk-left", &[length((due_at - ctx.now).num_minutes())])),
        Urgency::Today => (time, String::new()),
        Urgency::Week | Urgency::Later => {
            let weekday = l.weekday(local.date());
            (
                l.with("desk-by-day", &[("weekday", weekday.into())]),
                l.day_and_month(local.date()),
            )
        }
    }
}
