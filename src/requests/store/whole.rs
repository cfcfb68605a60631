use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::super::{
    Assignment, AssignmentId, Canceller, Check, CheckState, Opening, OpeningId, OpeningState, Request, RequestId,
    Search, SearchId, Slot, SlotId,
};
use crate::{
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId, SiteId},
    matching::{Gender, GenderWish},
    people::PersonId,
    q, row,
    volunteers::VolunteerId,
};

row! {
    struct RequestRow {
        id: RequestId,
        reference: String,
        institution_id: InstitutionId,
        site_id: SiteId,
        contact_id: ContactId,
        filed_by: PersonId,
        filed_at: DateTime<Utc>,
        sector: String,
        district: String,
        language: String,
        mode: String,
        occasion: String,
        topic: String,
        gender_wish: String,
        gender: Option<String>,
        same_volunteer: bool,
        urgent_reason: Option<String>,
        meeting_point: String,
        remarks: String,
        cancelled_at: Option<DateTime<Utc>>,
        cancelled_role: Option<String>,
        closed_at: Option<DateTime<Utc>>,
        also_accept: Option<String>,
        policy: Option<String>,
        policy_reason: Option<String>,
        check_state: Option<String>,
        check_by: Option<DateTime<Utc>>,
        check_decided_at: Option<DateTime<Utc>>,
        check_referral: Option<String>,
    }
}

row! {
    struct SlotRow {
        id: SlotId,
        local_date: String,
        start_time: String,
        end_time: String,
        zone: String,
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    }
}

row! {
    struct OpeningRow {
        id: OpeningId,
        state: String,
    }
}

row! {
    struct StandingRow {
        id: AssignmentId,
        opening_id: OpeningId,
        slot_id: SlotId,
        volunteer_id: VolunteerId,
        accepted_at: DateTime<Utc>,
    }
}

row! {
    struct SearchRow {
        id: SearchId,
        round: i64,
        started_at: DateTime<Utc>,
        policy: String,
        target: DateTime<Utc>,
        deadline: DateTime<Utc>,
        ended_at: Option<DateTime<Utc>>,
        after_withdrawal: bool,
    }
}

/// Holds the request's row until the transaction ends. `false`: there is none.
pub async fn lock(tx: &mut Tx, request: RequestId) -> Result<bool, DbError> {
    let rows = q!("UPDATE request SET version = version + 1 WHERE id = $1", request)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}

/// The request, if it is this institution's.
pub async fn get_of(tx: &mut Tx, institution: InstitutionId, request: RequestId) -> Result<Option<Request>, DbError> {
    let found = get(tx, request).await?;
    Ok(found.filter(|request| request.institution == institution))
}

pub async fn get(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, DbError> {
    let Some(row) = q!(
        "SELECT id, reference, institution_id, site_id, contact_id, filed_by, filed_at, sector, district, language,
                mode, occasion, topic, gender_wish, gender, same_volunteer, urgent_reason, meeting_point, remarks,
                cancelled_at, cancelled_role, closed_at, also_accept, policy,
                policy_reason, check_state, check_by, check_decided_at, check_referral
         FROM request WHERE id = $1",
        id
    )
    .optional::<RequestRow>(tx)
    .await?
    else {
        return Ok(None);
    };
    let slots = q!(
        "SELECT id, local_date, start_time, end_time, zone, starts_at, ends_at FROM slot
         WHERE request_id = $1 ORDER BY position",
        id
    )
    .all::<SlotRow>(tx)
    .await?;
    let openings = q!(
        "SELECT id, state FROM opening WHERE request_id = $1 ORDER BY position",
        id
    )
    .all::<OpeningRow>(tx)
    .await?;
    let assignments = q!(
        "SELECT id, opening_id, slot_id, volunteer_id, accepted_at FROM assignment
         WHERE request_id = $1 AND ended_at IS NULL ORDER BY accepted_at, id",
        id
    )
    .all::<StandingRow>(tx)
    .await?;
    let search = q!(
        "SELECT s.id, s.round, s.started_at, s.policy, COALESCE(s.target, s.deadline) AS target, s.deadline, s.ended_at,
                CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = s.request_id
                    AND a.ended_how = 'given_back' AND a.ended_at = s.started_at)
                  THEN TRUE ELSE FALSE END AS after_withdrawal
         FROM search s WHERE s.request_id = $1 ORDER BY s.round DESC LIMIT 1",
        id
    )
    .optional::<SearchRow>(tx)
    .await?;
    let check = match (row.check_state.as_deref().map(CheckState::from_code), row.check_by) {
        (Some(Some(state)), Some(heard_by)) => Some(Check {
            state,
            heard_by,
            decided_at: row.check_decided_at,
            referral: row.check_referral,
        }),
        (None, _) => None,
        _ => return Err(DbError::Decode("half a check".into())),
    };
    Ok(Some(Request {
        id: row.id,
        reference: row.reference,
        institution: row.institution_id,
        site: row.site_id,
        contact: row.contact_id,
        filed_by: row.filed_by,
        filed_at: row.filed_at,
        sector: row.sector,
        district: row.district,
        language: row.language,
        mode: row.mode.parse().map_err(broken)?,
        occasion: row.occasion,
        topic: row.topic,
        gender: gender_wish(&row.gender_wish, row.gender.as_deref())?,
        same_volunteer: row.same_volunteer,
        urgent_reason: row.urgent_reason,
        meeting_point: row.meeting_point,
        remarks: row.remarks,
        cancelled_at: row.cancelled_at,
        cancelled_by: row.cancelled_at.map(|_| canceller(row.cancelled_role.as_deref())),
        closed_at: row.closed_at,
        check,
        also_accept: languages(row.also_accept.as_deref())?,
        slots: slots.into_iter().map(slot).collect::<Result<_, _>>()?,
        openings: openings.into_iter().map(opening).collect::<Result<_, _>>()?,
        assignments: assignments
            .into_iter()
            .map(|row| Assignment {
                id: row.id,
                opening: row.opening_id,
                slot: row.slot_id,
                volunteer: row.volunteer_id,
                accepted_at: row.accepted_at,
            })
            .collect(),
        policy_reason: row.policy_reason,
        policy: row.policy.map(|text| text.parse().map_err(broken)).transpose()?,
        search: search.map(running).transpose()?,
    }))
}

fn running(row: SearchRow) -> Result<Search, DbError> {
    Ok(Search {
        id: row.id,
        round: row.round,
        started_at: row.started_at,
        policy: row.policy.parse().map_err(broken)?,
        target: row.target,
        deadline: row.deadline,
        ended_at: row.ended_at,
        after_withdrawal: row.after_withdrawal,
    })
}

fn slot(row: SlotRow) -> Result<Slot, DbError> {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(broken);
    Ok(Slot {
        id: row.id,
        date: row.local_date.parse::<NaiveDate>().map_err(broken)?,
        start: time(&row.start_time)?,
        end: time(&row.end_time)?,
        zone: row.zone,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
    })
}

fn opening(row: OpeningRow) -> Result<Opening, DbError> {
    let state = match row.state.as_str() {
        "open" => OpeningState::Open,
        "filled" => OpeningState::Filled,
        "unfilled" => OpeningState::Unfilled,
        "cancelled" => OpeningState::Cancelled,
        other => return Err(DbError::Decode(format!("opening state {other:?}").into())),
    };
    Ok(Opening { id: row.id, state })
}

fn gender_wish(wish: &str, gender: Option<&str>) -> Result<GenderWish, DbError> {
    let gender: Option<Gender> = gender.map(str::parse).transpose().map_err(broken)?;
    Ok(match (wish, gender) {
        ("preferred", Some(gender)) => GenderWish::Preferred(gender),
        ("required", Some(gender)) => GenderWish::Required(gender),
        _ => GenderWish::None,
    })
}

/// Rows from before the column tell nothing: only contacts could cancel then.
fn canceller(role: Option<&str>) -> Canceller {
    role.and_then(Canceller::from_code).unwrap_or(Canceller::Contact)
}

fn languages(stored: Option<&str>) -> Result<Vec<String>, DbError> {
    stored.map_or(Ok(Vec::new()), |json| serde_json::from_str(json).map_err(broken))
}

/// A stored value that none of our verbs writes.
fn broken(error: impl std::error::Error + Send + Sync + 'static) -> DbError {
    DbError::Decode(Box::new(error))
}
