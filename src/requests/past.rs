//! Appointments of the time before this pool was here: requests and assignments that are over, never offers.
//! Nobody hears of them; figures count them.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Utc};
use uuid::Uuid;

use super::NewSlot;
use crate::{
    database::{DbError, Tx, Value},
    institutions::{ContactId, InstitutionId, SiteId},
    matching::Mode,
    people::PersonId,
    proofs, q, row,
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

    pub(super) fn next(&mut self, rules: &Rules, past: &Past) -> Option<String> {
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

/// Deletes what [`super::record_past`] has made.
pub async fn unmake_past(tx: &mut Tx, requests: &[Uuid]) -> Result<(), DbError> {
    proofs::unmake_past(tx, requests).await?;
    let ids = || Value::uuids(requests.iter().copied());
    for query in [
        q!("DELETE FROM assignment WHERE request_id IN (UUIDS($1))", ids()),
        q!("DELETE FROM opening WHERE request_id IN (UUIDS($1))", ids()),
        q!("DELETE FROM slot WHERE request_id IN (UUIDS($1))", ids()),
        q!(
            "DELETE FROM request WHERE id IN (UUIDS($1)) AND import_id IS NOT NULL",
            ids()
        ),
    ] {
        query.execute(tx).await?;
    }
    Ok(())
}
