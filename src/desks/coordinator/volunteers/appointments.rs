//! A volunteer's appointments, in a line each.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    institutions,
    requests::store::{self, AssignmentRow},
    volunteers::VolunteerId,
    web::Ctx,
};

pub struct Appointment {
    pub starts_at: DateTime<Utc>,
    pub when: String,
    /// "Kita Sonnenblume, Dari"
    pub what: String,
    pub href: String,
}

/// Those that stand and are not over, the next first.
pub async fn ahead(ctx: &Ctx, tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Appointment>, DbError> {
    let rows = store::assignments_of_volunteer(tx, volunteer, ctx.now).await?;
    all(ctx, tx, rows).await
}

/// The last ones that took place, the newest first.
pub async fn past(ctx: &Ctx, tx: &mut Tx, volunteer: VolunteerId, limit: i64) -> Result<Vec<Appointment>, DbError> {
    let rows = store::past_assignments_of_volunteer(tx, volunteer, ctx.now, limit).await?;
    all(ctx, tx, rows).await
}

async fn all(ctx: &Ctx, tx: &mut Tx, rows: Vec<AssignmentRow>) -> Result<Vec<Appointment>, DbError> {
    let zone = ctx.rules.zone();
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(request) = store::get(tx, row.request_id).await? else {
            continue;
        };
        let institution = institutions::store::get(tx, request.institution).await?;
        let institution = institution.map(|institution| institution.name).unwrap_or_default();
        let language = ctx.rules.language_name(&request.language, ctx.l.code());
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let (starts, ends) = (local(row.starts_at), local(row.ends_at));
        found.push(Appointment {
            starts_at: row.starts_at,
            when: ctx.l.with(
                "slot",
                &[
                    ("date", ctx.l.date(starts.date()).into()),
                    ("time", ctx.l.time_range(starts.time(), ends.time()).into()),
                ],
            ),
            what: ctx.l.with(
                "volunteer-appointment",
                &[("institution", institution.into()), ("language", language.into())],
            ),
            href: format!("/desk/requests/{}", row.request_id),
        });
    }
    Ok(found)
}
