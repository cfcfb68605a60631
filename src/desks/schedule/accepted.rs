//! What was accepted stands, whatever the week says now: the pages only tell which appointments lie outside it.

use chrono::{Duration, NaiveDate};
use serde_json::json;

use super::Whose;
use crate::{
    act::Act,
    database::{DbError, Tx},
    links::{self, Purpose},
    matching::{self, Absence, Window},
    requests::store::{AssignmentRow, assignments_of_volunteer},
    tasks, wall,
    web::Ctx,
};

/// Somebody else can still be found.
const BEFORE: Duration = Duration::days(3);

/// An appointment that was accepted and lies ahead.
pub struct Accepted {
    row: AssignmentRow,
    pub when: String,
    pub href: Option<String>,
    /// Where the desk gives it back for them; none: it has begun, or they are on their own page.
    pub release: Option<String>,
}

pub async fn ahead(ctx: &Ctx, tx: &mut Tx, whose: &Whose) -> Result<Vec<Accepted>, DbError> {
    let zone = ctx.rules.zone();
    let mut all = Vec::new();
    for row in assignments_of_volunteer(tx, whose.volunteer, ctx.now).await? {
        let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).naive_local();
        let (starts, ends) = (local(row.starts_at), local(row.ends_at));
        let when = ctx.l.with(
            "slot",
            &[
                ("date", ctx.l.date_short(starts.date()).into()),
                ("time", ctx.l.time_range(starts.time(), ends.time()).into()),
            ],
        );
        let href = if whose.name.is_some() {
            Some(format!("/desk/requests/{}", row.request_id))
        } else {
            let link = links::of_subject(tx, Purpose::Assignment, row.id.0).await?;
            link.and_then(|link| link.path(&ctx.app.keys, Purpose::Assignment))
        };
        let release = (whose.name.is_some() && row.starts_at > ctx.now)
            .then(|| format!("/desk/requests/{}/assignments/{}/release", row.request_id, row.id));
        all.push(Accepted {
            row,
            when,
            href,
            release,
        });
    }
    Ok(all)
}

/// What was accepted for days of this absence waits for a decision, unless it has begun.
pub async fn ask_about(ctx: &Ctx, tx: &mut Tx, act: &Act<'_>, whose: &Whose, absence: Absence) -> Result<(), DbError> {
    for accepted in ahead(ctx, tx, whose).await? {
        let row = &accepted.row;
        if row.starts_at <= ctx.now || !accepted.is_on(ctx, absence.from, absence.until) {
            continue;
        }
        let about = tasks::About {
            request: Some(row.request_id),
            volunteer: Some(whose.volunteer),
            assignment: Some(row.id),
            ..Default::default()
        };
        let due_at = (row.starts_at - BEFORE).max(ctx.now);
        tasks::create(tx, act, tasks::Kind::AssignmentAbsent, about, json!({}), due_at).await?;
    }
    Ok(())
}

impl Accepted {
    pub fn is_within(&self, ctx: &Ctx, windows: &[Window]) -> bool {
        let slot = matching::Slot {
            id: self.row.slot_id.0,
            starts_at: self.row.starts_at,
            ends_at: self.row.ends_at,
            zone: ctx.rules.zone(),
        };
        matching::is_available(&slot, windows)
    }

    pub fn is_on(&self, ctx: &Ctx, from: NaiveDate, until: NaiveDate) -> bool {
        let day = |at| wall::day_of(ctx.rules.zone(), at);
        day(self.row.starts_at) <= until && from <= day(self.row.ends_at)
    }
}
