use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::super::{
    Assignment, AssignmentId, Canceller, Check, CheckState, Opening, OpeningId, OpeningState, Request, RequestId,
    Search, SearchId, Slot, SlotId,
};
use crate::{
    database::{DbError, Tx, Value},
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
        joining: String,
        replaces_id: Option<RequestId>,
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
        /// The latest search, if there is one.
        search_id: Option<SearchId>,
        search_round: Option<i64>,
        search_started_at: Option<DateTime<Utc>>,
        search_policy: Option<String>,
        search_target: Option<DateTime<Utc>>,
        search_deadline: Option<DateTime<Utc>>,
        search_ended_at: Option<DateTime<Utc>>,
        after_withdrawal: bool,
    }
}

row! {
    /// What belongs to a request, of each kind: read in one go, since each round trip costs as much as its rows.
    struct PartRow {
        part: String,
        id: Uuid,
        /// Of a standing assignment.
        opening_id: Option<OpeningId>,
        slot_id: Option<SlotId>,
        volunteer_id: Option<VolunteerId>,
        /// Of an opening.
        state: Option<String>,
        /// Of a slot.
        local_date: Option<String>,
        start_time: Option<String>,
        end_time: Option<String>,
        zone: Option<String>,
        starts_at: Option<DateTime<Utc>>,
        ends_at: Option<DateTime<Utc>>,
        accepted_at: Option<DateTime<Utc>>,
        withdrawal_asked_at: Option<DateTime<Utc>>,
    }
}

#[derive(Default)]
struct Parts {
    slots: Vec<Slot>,
    openings: Vec<Opening>,
    assignments: Vec<Assignment>,
}

/// Holds the request's row until the transaction ends. `false`: there is none.
pub async fn lock(tx: &mut Tx, request: RequestId) -> Result<bool, DbError> {
    let rows = q!("UPDATE request SET version = version + 1 WHERE id = $1", request)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}

pub async fn get(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, DbError> {
    let Some(row) = q!(
        "SELECT r.id, r.reference, r.institution_id, r.site_id, r.contact_id, r.filed_by, r.filed_at, r.sector,
                r.district, r.language, r.mode, r.occasion, r.topic, r.gender_wish, r.gender, r.same_volunteer,
                r.urgent_reason, r.meeting_point, r.remarks, r.joining, r.replaces_id, r.cancelled_at, r.cancelled_role,
                r.closed_at, r.also_accept, r.policy, r.policy_reason, r.check_state, r.check_by, r.check_decided_at,
                r.check_referral, s.id AS search_id, s.round AS search_round, s.started_at AS search_started_at,
                s.policy AS search_policy, COALESCE(s.target, s.deadline) AS search_target,
                s.deadline AS search_deadline, s.ended_at AS search_ended_at,
                CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id
                    AND a.ended_how = 'given_back' AND a.ended_at = s.started_at)
                  THEN TRUE ELSE FALSE END AS after_withdrawal
         FROM request r LEFT JOIN search s ON s.request_id = r.id
           AND s.round = (SELECT MAX(latest.round) FROM search latest WHERE latest.request_id = r.id)
         WHERE r.id = $1",
        id
    )
    .optional::<RequestRow>(tx)
    .await?
    else {
        return Ok(None);
    };
    let Parts {
        slots,
        openings,
        assignments,
    } = parts(tx, id).await?;
    let search = search(&row)?;
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
        joining: row.joining,
        replaces: row.replaces_id,
        cancelled_at: row.cancelled_at,
        cancelled_by: row.cancelled_at.map(|_| canceller(row.cancelled_role.as_deref())),
        closed_at: row.closed_at,
        check,
        also_accept: languages(row.also_accept.as_deref())?,
        slots,
        openings,
        assignments,
        policy_reason: row.policy_reason,
        policy: row.policy.map(|text| text.parse().map_err(broken)).transpose()?,
        search,
    }))
}

row! {
    /// What a request calls another one that it speaks of.
    #[derive(Clone, Debug)]
    pub struct Named {
        pub id: RequestId,
        pub reference: String,
    }
}

/// The request that stands for this one since its appointment was moved.
pub async fn replaced_by(tx: &mut Tx, id: RequestId) -> Result<Option<Named>, DbError> {
    q!("SELECT id, reference FROM request WHERE replaces_id = $1", id)
        .optional(tx)
        .await
}

pub async fn named(tx: &mut Tx, id: RequestId) -> Result<Option<Named>, DbError> {
    q!("SELECT id, reference FROM request WHERE id = $1", id)
        .optional(tx)
        .await
}

/// Of a request that was called off: the date that somebody had said yes to.
pub async fn given_up_date(tx: &mut Tx, id: RequestId) -> Result<Option<SlotId>, DbError> {
    let row = q!(
        "SELECT slot_id FROM assignment WHERE request_id = $1 AND ended_how = 'cancelled' ORDER BY accepted_at, id LIMIT 1",
        id
    );
    Ok(row.optional::<(SlotId,)>(tx).await?.map(|(slot,)| slot))
}

/// Where somebody comes to a video, and nobody has said yet how to join it. The next first.
pub async fn without_joining(
    tx: &mut Tx,
    institutions: &[InstitutionId],
    now: DateTime<Utc>,
) -> Result<Vec<RequestId>, DbError> {
    let rows = q!(
        "SELECT a.request_id FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE r.institution_id IN (UUIDS($1)) AND r.mode = 'video' AND r.joining = '' AND a.ended_at IS NULL
           AND a.ends_at > $2 ORDER BY a.starts_at, a.request_id, a.id",
        Value::uuids(institutions.iter().map(|id| id.0)),
        now
    )
    .all::<(RequestId,)>(tx)
    .await?;
    let mut found: Vec<_> = rows.into_iter().map(|(id,)| id).collect();
    found.dedup();
    Ok(found)
}

fn search(row: &RequestRow) -> Result<Option<Search>, DbError> {
    let Some(id) = row.search_id else { return Ok(None) };
    Ok(Some(Search {
        id,
        round: there(row.search_round)?,
        started_at: there(row.search_started_at)?,
        policy: there(row.search_policy.as_deref())?.parse().map_err(broken)?,
        target: there(row.search_target)?,
        deadline: there(row.search_deadline)?,
        ended_at: row.search_ended_at,
        after_withdrawal: row.after_withdrawal,
    }))
}

async fn parts(tx: &mut Tx, request: RequestId) -> Result<Parts, DbError> {
    let rows = q!(
        "SELECT 'assignment' AS part, a.id, a.opening_id, a.slot_id, a.volunteer_id, CAST(NULL AS TEXT) AS state,
                CAST(NULL AS TEXT) AS local_date, CAST(NULL AS TEXT) AS start_time, CAST(NULL AS TEXT) AS end_time,
                CAST(NULL AS TEXT) AS zone, a.starts_at, a.ends_at, a.accepted_at, a.withdrawal_asked_at,
                0 AS position
         FROM assignment a WHERE a.request_id = $1 AND a.ended_at IS NULL
         UNION ALL SELECT 'slot', id, NULL, NULL, NULL, NULL, local_date, start_time, end_time, zone, starts_at, ends_at,
                NULL, NULL, position
         FROM slot WHERE request_id = $1
         UNION ALL SELECT 'opening', id, NULL, NULL, NULL, state, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                position
         FROM opening WHERE request_id = $1
         ORDER BY part, position, accepted_at, id",
        request
    )
    .all::<PartRow>(tx)
    .await?;
    let mut parts = Parts::default();
    for row in rows {
        match row.part.as_str() {
            "assignment" => parts.assignments.push(assignment(&row)?),
            "slot" => parts.slots.push(slot(row)?),
            _ => parts.openings.push(opening(&row)?),
        }
    }
    Ok(parts)
}

fn assignment(row: &PartRow) -> Result<Assignment, DbError> {
    Ok(Assignment {
        id: AssignmentId(row.id),
        opening: there(row.opening_id)?,
        slot: there(row.slot_id)?,
        volunteer: there(row.volunteer_id)?,
        accepted_at: there(row.accepted_at)?,
        withdrawal_asked_at: row.withdrawal_asked_at,
    })
}

fn slot(row: PartRow) -> Result<Slot, DbError> {
    let time = |text: Option<&str>| NaiveTime::parse_from_str(there(text)?, "%H:%M").map_err(broken);
    Ok(Slot {
        id: SlotId(row.id),
        date: there(row.local_date.as_deref())?.parse::<NaiveDate>().map_err(broken)?,
        start: time(row.start_time.as_deref())?,
        end: time(row.end_time.as_deref())?,
        zone: there(row.zone)?,
        starts_at: there(row.starts_at)?,
        ends_at: there(row.ends_at)?,
    })
}

fn opening(row: &PartRow) -> Result<Opening, DbError> {
    let state = match there(row.state.as_deref())? {
        "open" => OpeningState::Open,
        "filled" => OpeningState::Filled,
        "unfilled" => OpeningState::Unfilled,
        "cancelled" => OpeningState::Cancelled,
        other => return Err(DbError::Decode(format!("opening state {other:?}").into())),
    };
    Ok(Opening {
        id: OpeningId(row.id),
        state,
    })
}

/// What no row of this kind is without.
fn there<T>(value: Option<T>) -> Result<T, DbError> {
    value.ok_or_else(|| DbError::Decode("half a row".into()))
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
