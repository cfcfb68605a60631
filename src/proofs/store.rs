use chrono::{DateTime, Utc};

use super::{Outcome, Report, Said, Side, Stand, State, VersionId, stand};
use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    institutions::InstitutionId,
    people::PersonId,
    q,
    requests::{AssignmentId, RequestId},
    row,
    volunteers::VolunteerId,
};

row! {
    struct ProofRow {
        assignment_id: AssignmentId,
        state: String,
        outcome: Option<String>,
        absent: Option<String>,
        started_at: Option<DateTime<Utc>>,
        ended_at: Option<DateTime<Utc>>,
        volunteer_reminders: i64,
        institution_reminders: i64,
        created_at: DateTime<Utc>,
        closed_at: Option<DateTime<Utc>>,
    }
}

row! {
    struct VersionRow {
        id: VersionId,
        side: String,
        outcome: String,
        absent: Option<String>,
        started_at: Option<DateTime<Utc>>,
        ended_at: Option<DateTime<Utc>>,
        travel_minutes: Option<i64>,
        note: String,
        recorded_at: DateTime<Utc>,
        recorded_by: Option<PersonId>,
    }
}

#[derive(Clone, Debug)]
pub struct Proof {
    pub assignment: AssignmentId,
    pub state: State,
    /// What counts, once done.
    pub counts: Option<Said>,
    pub volunteer_reminders: i64,
    pub institution_reminders: i64,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    /// Every word there ever was, the oldest first.
    pub versions: Vec<Version>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub side: Side,
    pub said: Said,
    pub travel_minutes: Option<i64>,
    pub note: String,
    pub recorded_at: DateTime<Utc>,
    /// Another person than the side's own: written down for a caller.
    pub recorded_by: Option<PersonId>,
}

impl Proof {
    /// The newest word of a side counts.
    pub fn newest(&self, side: Side) -> Option<&Version> {
        self.versions.iter().rfind(|version| version.side == side)
    }

    pub fn stand(&self) -> Stand {
        let said = |side| self.newest(side).map(|version| version.said);
        stand(said(Side::Volunteer), said(Side::Institution), said(Side::Coordinator))
    }

    /// What the volunteer's way took; a coordinator may have put it right.
    pub fn travel_minutes(&self) -> Option<i64> {
        let of = |side| self.newest(side).and_then(|version| version.travel_minutes);
        match self.newest(Side::Coordinator) {
            Some(decided) => decided.travel_minutes,
            None => of(Side::Volunteer),
        }
    }
}

/// Holds the proof's row until the transaction ends. `false`: there is none.
pub async fn lock(tx: &mut Tx, assignment: AssignmentId) -> Result<bool, DbError> {
    let rows = q!("UPDATE proof SET state = state WHERE assignment_id = $1", assignment)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}

pub async fn get(tx: &mut Tx, assignment: AssignmentId) -> Result<Option<Proof>, DbError> {
    let Some(row) = q!(
        "SELECT assignment_id, state, outcome, absent, started_at, ended_at, volunteer_reminders, institution_reminders,
                created_at, closed_at FROM proof WHERE assignment_id = $1",
        assignment
    )
    .optional::<ProofRow>(tx)
    .await?
    else {
        return Ok(None);
    };
    let versions = q!(
        "SELECT id, side, outcome, absent, started_at, ended_at, travel_minutes, note, recorded_at, recorded_by
         FROM proof_version WHERE assignment_id = $1 ORDER BY recorded_at, id",
        assignment
    )
    .all::<VersionRow>(tx)
    .await?;
    let counts = row
        .outcome
        .map(|outcome| said((&outcome, row.absent.as_deref()), row.started_at, row.ended_at))
        .transpose()?;
    Ok(Some(Proof {
        assignment: row.assignment_id,
        state: State::from_code(&row.state).ok_or_else(|| broken("state", &row.state))?,
        counts,
        volunteer_reminders: row.volunteer_reminders,
        institution_reminders: row.institution_reminders,
        created_at: row.created_at,
        closed_at: row.closed_at,
        versions: versions.into_iter().map(version).collect::<Result<_, _>>()?,
    }))
}

/// Those of a request, by the assignments' ids.
pub async fn of_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Proof>, DbError> {
    let ids = q!(
        "SELECT p.assignment_id FROM proof p JOIN assignment a ON a.id = p.assignment_id
         WHERE a.request_id = $1 ORDER BY a.accepted_at, a.id",
        request
    )
    .all::<(AssignmentId,)>(tx)
    .await?;
    let mut proofs = Vec::with_capacity(ids.len());
    for (id,) in ids {
        proofs.extend(get(tx, id).await?);
    }
    Ok(proofs)
}

/// Where it is these institutions' turn: the volunteer has said what happened. The oldest appointment first.
pub async fn to_confirm(tx: &mut Tx, institutions: &[InstitutionId]) -> Result<Vec<RequestId>, DbError> {
    let rows = q!(
        "SELECT a.request_id FROM proof p JOIN assignment a ON a.id = p.assignment_id
         JOIN request r ON r.id = a.request_id
         WHERE r.institution_id IN (UUIDS($1)) AND p.state = 'reported' AND a.ended_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM proof_version w WHERE w.assignment_id = a.id AND w.side = 'institution')
         ORDER BY a.starts_at, a.request_id, a.id",
        Value::uuids(institutions.iter().map(|id| id.0))
    )
    .all::<(RequestId,)>(tx)
    .await?;
    let mut found: Vec<_> = rows.into_iter().map(|(id,)| id).collect();
    found.dedup();
    Ok(found)
}

/// What this volunteer has not reported yet, the oldest first.
pub async fn unreported_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<(AssignmentId, RequestId)>, DbError> {
    q!(
        "SELECT a.id, a.request_id FROM proof p JOIN assignment a ON a.id = p.assignment_id
         WHERE a.volunteer_id = $1 AND p.state IN ('open', 'reported') AND NOT EXISTS (
             SELECT 1 FROM proof_version w WHERE w.assignment_id = a.id AND w.side = 'volunteer')
         ORDER BY a.starts_at, a.id",
        volunteer
    )
    .all(tx)
    .await
}

/// `false`: there was one.
pub(super) async fn create(tx: &mut Tx, act: &Act<'_>, assignment: AssignmentId) -> Result<bool, DbError> {
    let rows = q!(
        "INSERT INTO proof (assignment_id, state, volunteer_reminders, institution_reminders, created_at)
         VALUES ($1, 'open', 0, 0, $2) ON CONFLICT (assignment_id) DO NOTHING",
        assignment,
        act.now
    )
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

pub(super) async fn add(
    tx: &mut Tx,
    act: &Act<'_>,
    assignment: AssignmentId,
    side: Side,
    report: &Report,
) -> Result<(), DbError> {
    let times = report.said.times();
    let (outcome, absent) = report.said.outcome().stored();
    q!(
        "INSERT INTO proof_version (id, assignment_id, side, outcome, started_at, ended_at, travel_minutes, note,
             recorded_at, recorded_by, absent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        act.uuid(),
        assignment,
        side.code(),
        outcome,
        times.map(|(from, _)| from),
        times.map(|(_, until)| until),
        report.travel_minutes,
        &report.note,
        act.now,
        act.person(),
        absent
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn settle(tx: &mut Tx, act: &Act<'_>, assignment: AssignmentId, stand: Stand) -> Result<(), DbError> {
    let times = stand.counts.and_then(Said::times);
    let stored = stand.counts.map(|said| said.outcome().stored());
    q!(
        "UPDATE proof SET state = $1, outcome = $2, started_at = $3, ended_at = $4, closed_at = $5,
                absent = $6
         WHERE assignment_id = $7",
        stand.state.code(),
        stored.map(|(outcome, _)| outcome),
        times.map(|(from, _)| from),
        times.map(|(_, until)| until),
        stand.counts.map(|_| act.now),
        stored.and_then(|(_, absent)| absent),
        assignment
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn count_reminder(tx: &mut Tx, assignment: AssignmentId, of_volunteer: bool) -> Result<(), DbError> {
    let (volunteer, institution): (i64, i64) = if of_volunteer { (1, 0) } else { (0, 1) };
    q!(
        "UPDATE proof SET volunteer_reminders = volunteer_reminders + $1,
                institution_reminders = institution_reminders + $2 WHERE assignment_id = $3",
        volunteer,
        institution,
        assignment
    )
    .execute(tx)
    .await?;
    Ok(())
}

fn version(row: VersionRow) -> Result<Version, DbError> {
    Ok(Version {
        id: row.id,
        side: Side::from_code(&row.side).ok_or_else(|| broken("side", &row.side))?,
        said: said((&row.outcome, row.absent.as_deref()), row.started_at, row.ended_at)?,
        travel_minutes: row.travel_minutes,
        note: row.note,
        recorded_at: row.recorded_at,
        recorded_by: row.recorded_by,
    })
}

fn said(
    (outcome, absent): (&str, Option<&str>),
    from: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
) -> Result<Said, DbError> {
    match (Outcome::from_code(outcome), from, until) {
        (Some(Outcome::NotHeld), ..) if absent.is_some() => Ok(Said::VolunteerAbsent),
        (Some(Outcome::Held), Some(from), Some(until)) => Ok(Said::Held { from, until }),
        (Some(Outcome::ClientAbsent), ..) => Ok(Said::ClientAbsent),
        (Some(Outcome::NotHeld), ..) => Ok(Said::NotHeld),
        _ => Err(broken("outcome", outcome)),
    }
}

/// A stored value that none of our verbs writes.
fn broken(what: &str, value: &str) -> DbError {
    DbError::Decode(format!("proof {what} {value:?}").into())
}
