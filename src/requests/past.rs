//! Appointments of the time before this pool was here: requests and assignments that are over, never offers.
//! Nobody hears of them; figures count them.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{AssignmentId, NewSlot, RequestId, dates};
use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    institutions::{ContactId, InstitutionId, SiteId},
    matching::Mode,
    people::PersonId,
    proofs::{self, Said},
    q, row,
    settings::Rules,
    volunteers::VolunteerId,
};

#[derive(Clone, Debug)]
pub struct Past {
    pub institution: InstitutionId,
    pub site: SiteId,
    pub contact: ContactId,
    pub filed_by: PersonId,
    pub filed_at: DateTime<Utc>,
    pub sector: String,
    pub district: String,
    pub language: String,
    pub mode: Mode,
    pub occasion: String,
    pub topic: String,
    pub slot: NewSlot,
    pub instants: (DateTime<Utc>, DateTime<Utc>),
    /// The old number: kept as the reference where it has this pool's form, else as a remark.
    pub reference: Option<String>,
    pub outcome: PastOutcome,
    pub volunteer: Option<VolunteerId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastOutcome {
    Held { from: DateTime<Utc>, until: DateTime<Utc> },
    ClientAbsent,
    NotHeld,
    Cancelled,
    Unfilled,
}

/// Gives references of the pool's form: those of a year come from its counter in one go.
#[derive(Debug, Default)]
pub struct References {
    /// By year: the next number, and the one after the last that is ours.
    free: HashMap<i64, (i64, i64)>,
}

impl References {
    /// Takes as many numbers as these appointments need, so that the counter is touched once a year of theirs.
    pub async fn take(tx: &mut Tx, rules: &Rules, all: &[&Past]) -> Result<Self, DbError> {
        let mut wanted: HashMap<i64, i64> = HashMap::new();
        let mut highest: HashMap<i64, i64> = HashMap::new();
        for past in all {
            match own_form(rules, past) {
                Some((year, number)) => {
                    let known = highest.entry(year).or_default();
                    *known = number.max(*known);
                }
                None => *wanted.entry(year_of(rules, past)).or_default() += 1,
            }
        }
        for (year, number) in highest {
            q!(
                "INSERT INTO reference_counter (year, last_number) VALUES ($1, $2)
                 ON CONFLICT (year) DO UPDATE SET last_number = CASE
                     WHEN reference_counter.last_number < excluded.last_number THEN excluded.last_number
                     ELSE reference_counter.last_number END",
                year,
                number
            )
            .execute(tx)
            .await?;
        }
        let mut free = HashMap::new();
        for (year, count) in wanted {
            let (last,) = q!(
                "INSERT INTO reference_counter (year, last_number) VALUES ($1, $2)
                 ON CONFLICT (year) DO UPDATE SET last_number = reference_counter.last_number + excluded.last_number
                 RETURNING last_number",
                year,
                count
            )
            .one::<(i64,)>(tx)
            .await?;
            free.insert(year, (last - count + 1, last + 1));
        }
        Ok(Self { free })
    }

    fn next(&mut self, rules: &Rules, past: &Past) -> Option<String> {
        if own_form(rules, past).is_some() {
            return past.reference.clone();
        }
        let year = year_of(rules, past);
        let (next, end) = self.free.get_mut(&year)?;
        let number = (*next < *end).then_some(*next)?;
        *next += 1;
        Some(format!("{}-{year}-{number:04}", rules.pool().reference_prefix))
    }
}

fn year_of(rules: &Rules, past: &Past) -> i64 {
    i64::from(past.filed_at.with_timezone(&rules.zone()).year())
}

/// SP-2026-0042 of a pool whose references begin with SP.
fn own_form(rules: &Rules, past: &Past) -> Option<(i64, i64)> {
    let rest = past
        .reference
        .as_deref()?
        .strip_prefix(&rules.pool().reference_prefix)?;
    let (year, number) = rest.strip_prefix('-')?.split_once('-')?;
    let digits = |text: &str| (4..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, number) = (
        year.parse().ok().filter(|_| digits(year))?,
        number.parse().ok().filter(|_| digits(number))?,
    );
    (2000..=2100).contains(&year).then_some((year, number))
}

/// Records one appointment as it was, marked with the import that brought it.
pub async fn record_past(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    (past, import): (&Past, Uuid),
    references: &mut References,
) -> Result<RequestId, DbError> {
    let id = RequestId(act.uuid());
    let reference = references.next(rules, past).ok_or(DbError::RowNotFound)?;
    let old = past
        .reference
        .as_deref()
        .filter(|old| *old != reference)
        .unwrap_or_default();
    let cancelled = past.outcome == PastOutcome::Cancelled;
    q!(
        "INSERT INTO request (id, form_key, reference, institution_id, site_id, contact_id, filed_by, filed_at, sector,
             district, language, mode, occasion, topic, gender_wish, same_volunteer, meeting_point, remarks, version,
             import_id, cancelled_at, cancelled_role)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'none', $15, '', $16, 1, $17, $18, $19)",
        id,
        act.uuid(),
        &reference,
        past.institution,
        past.site,
        past.contact,
        past.filed_by,
        past.filed_at,
        &past.sector,
        &past.district,
        &past.language,
        past.mode.as_str(),
        &past.occasion,
        &past.topic,
        false,
        old,
        import,
        cancelled.then_some(past.filed_at),
        cancelled.then_some("contact")
    )
    .execute(tx)
    .await?;
    dates::insert(tx, act, rules, (id, 0), &past.slot, past.instants).await?;
    let state = match past.outcome {
        PastOutcome::Cancelled => "cancelled",
        PastOutcome::Unfilled => "unfilled",
        _ => "filled",
    };
    let opening = act.uuid();
    q!(
        "INSERT INTO opening (id, request_id, position, state, changed_at) VALUES ($1, $2, 0, $3, $4)",
        opening,
        id,
        state,
        past.filed_at
    )
    .execute(tx)
    .await?;
    if let Some(volunteer) = past.volunteer.filter(|_| state == "filled") {
        assign(tx, act, (id, opening), (past, volunteer)).await?;
    }
    let params = json!({ "reference": &reference, "import": import });
    act.audit(tx, "request_imported", ("request", id.0), params).await?;
    Ok(id)
}

async fn assign(
    tx: &mut Tx,
    act: &Act<'_>,
    (request, opening): (RequestId, Uuid),
    (past, volunteer): (&Past, VolunteerId),
) -> Result<(), DbError> {
    let id = AssignmentId(act.uuid());
    q!(
        "INSERT INTO assignment (id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at,
             calendar_uid, calendar_sequence)
         SELECT $1, s.request_id, $2, s.id, $3, s.starts_at, s.ends_at, $4, $5, 0 FROM slot s WHERE s.request_id = $6",
        id,
        opening,
        volunteer,
        past.filed_at,
        format!("{}@sprachpool", id.0.simple()),
        request
    )
    .execute(tx)
    .await?;
    let said = match past.outcome {
        PastOutcome::Held { from, until } => Said::Held { from, until },
        PastOutcome::ClientAbsent => Said::ClientAbsent,
        _ => Said::NotHeld,
    };
    proofs::record_past(tx, act, id, said).await
}

row! {
    /// What an appointment is recognised by.
    #[derive(Clone, Debug)]
    pub struct KnownAppointment {
        pub reference: String,
        pub institution_id: InstitutionId,
        pub language: String,
        pub starts_at: DateTime<Utc>,
    }
}

pub async fn known(tx: &mut Tx) -> Result<Vec<KnownAppointment>, DbError> {
    q!("SELECT r.reference, r.institution_id, r.language, s.starts_at
         FROM request r JOIN slot s ON s.request_id = r.id ORDER BY r.id, s.position")
    .all(tx)
    .await
}

row! {
    #[derive(Clone, Debug)]
    pub struct TakenTime {
        pub volunteer_id: VolunteerId,
        pub starts_at: DateTime<Utc>,
        pub ends_at: DateTime<Utc>,
    }
}

/// When volunteers were, or will be, at an appointment.
pub async fn taken_times(tx: &mut Tx) -> Result<Vec<TakenTime>, DbError> {
    q!("SELECT volunteer_id, starts_at, ends_at FROM assignment WHERE ended_at IS NULL")
        .all(tx)
        .await
}

/// How many of these requests something hangs on by now: offers, searches, tasks.
pub async fn past_in_use(tx: &mut Tx, requests: &[Uuid]) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM request r WHERE r.id IN (UUIDS($1)) AND (
             EXISTS (SELECT 1 FROM search s WHERE s.request_id = r.id)
             OR EXISTS (SELECT 1 FROM task t WHERE t.request_id = r.id)
             OR EXISTS (SELECT 1 FROM offer o WHERE o.request_id = r.id))",
        Value::uuids(requests.iter().copied())
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}

/// Deletes what [`record_past`] has made.
pub async fn unmake_past(tx: &mut Tx, requests: &[Uuid]) -> Result<(), DbError> {
    let ids = || Value::uuids(requests.iter().copied());
    proofs::unmake_past(tx, requests).await?;
    q!("DELETE FROM assignment WHERE request_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!("DELETE FROM opening WHERE request_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!("DELETE FROM slot WHERE request_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!(
        "DELETE FROM request WHERE id IN (UUIDS($1)) AND import_id IS NOT NULL",
        ids()
    )
    .execute(tx)
    .await?;
    Ok(())
}
