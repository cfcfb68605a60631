//! `POST /desk/tasks/{id}/later`: nobody was found, nobody has time for it now, and the place is still empty.

use axum::{extract::Path, response::Response};
use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::{steps::find, undo};
use crate::{
    database::{DbError, Tx},
    requests::{self, Request},
    settings::Rules,
    tasks::{self, Task, TaskId},
    wall,
    web::{Ctx, Fields, WebError, see_other},
};

/// When the desk opens.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("an hour of the day");
/// Less than that before the start, and nothing can be done any more.
const LEAD: Duration = Duration::hours(2);

pub async fn postpone(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: TaskId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    let about = tasks::request_of(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let request = match tasks::get(&mut tx, id).await? {
        Some(task) => unfilled(&ctx, &mut tx, &task).await?,
        None => None,
    };
    let Some(request) = request else {
        // Settled in another window: the request says what is true.
        let request = match about {
            Some(request) => requests::store::get(&mut tx, request).await?,
            None => None,
        };
        return Ok(request.map_or_else(|| see_other("/desk"), |request| find::unchanged(&request)));
    };
    let starts_at = request.next_start(ctx.now).unwrap_or(ctx.now);
    tasks::postpone(&mut tx, &act, id, again_at(&ctx.rules, ctx.now, starts_at)).await?;
    let there = undo::saved(&mut tx, &act, id.0, &find::path(&request)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

/// The request of such a task, while its place is empty and the appointment lies ahead.
pub async fn unfilled(ctx: &Ctx, tx: &mut Tx, task: &Task) -> Result<Option<Request>, DbError> {
    let Some(id) = task.request_id.filter(|_| task.kind == tasks::Kind::NobodyFound.code()) else {
        return Ok(None);
    };
    let request = requests::store::get(tx, id).await?;
    Ok(request.filter(|request| is_unfilled(ctx, request)))
}

pub fn is_unfilled(ctx: &Ctx, request: &Request) -> bool {
    find::has_an_empty_place(ctx, request) && request.next_start(ctx.now).is_some_and(|start| start > ctx.now)
}

/// On the next morning at the desk, or sooner where the appointment is.
pub fn again_at(rules: &Rules, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    let tomorrow = rules.local(now).date().succ_opt().unwrap_or_default();
    let day = tomorrow.iter_days().take(60).find(|day| rules.is_working_day(*day));
    let morning = wall::first_instant(rules.zone(), day.unwrap_or(tomorrow).and_time(MORNING));
    let last = starts_at - LEAD;
    if last > now {
        return morning.min(last);
    }
    morning.min(now + (starts_at - now) / 2)
}
