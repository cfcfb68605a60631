//! What mails need to know. The one place in `mail` that reads other domains' tables, and it only reads.

mod proof;
mod slot;
mod volunteer;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use self::slot::SlotRow;
use crate::{
    database::{DbError, Tx},
    matching::{RankPart, RankPartKind},
    q,
    requests::{AssignmentId, OfferId, RequestId},
    row, timers,
    volunteers::VolunteerId,
};

pub use proof::{ProofWord, proof, proof_word};
pub use slot::{Slot, dates_offered, slots, zone_of};
pub use volunteer::{is_paused, left, qualification, volunteer, wishes};

row! {
    /// A request with its place, and the person of the institution.
    pub struct RequestFacts {
        pub id: RequestId,
        pub reference: String,
        pub sector: String,
        pub district: String,
        pub language: String,
        pub mode: String,
        pub occasion: String,
        pub meeting_point: String,
        pub remarks: String,
        pub joining: String,
        pub cancelled_at: Option<DateTime<Utc>>,
        /// Who called it off, see `requests::Canceller`.
        pub cancelled_role: Option<String>,
        pub closed_at: Option<DateTime<Utc>>,
        /// JSON array of languages.
        pub also_accept: Option<String>,
        pub institution: String,
        pub site: String,
        pub street: String,
        pub postcode: String,
        pub city: String,
        pub contact_name: String,
        pub contact_phone: Option<String>,
    }
}

row! {
    pub struct OfferFacts {
        pub request_id: RequestId,
        pub volunteer_id: VolunteerId,
        pub state: String,
        pub sent_at: Option<DateTime<Utc>>,
        /// JSON array of the dates that fitted when it was made.
        pub slots: Option<String>,
        pub volunteer_state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub deadline: DateTime<Utc>,
        pub search_ended_at: Option<DateTime<Utc>>,
        /// How its search asks.
        pub policy: String,
        /// The date they have said yes to where a coordinator picks.
        pub willing_starts_at: Option<DateTime<Utc>>,
        pub places: i64,
        /// So many others of its search can answer now.
        pub others: i64,
        /// Why they are asked: JSON parts of the rank.
        pub rank: Option<String>,
    }
}

row! {
    pub struct AssignmentFacts {
        pub request_id: RequestId,
        pub volunteer_id: VolunteerId,
        pub local_date: String,
        pub start_time: String,
        pub end_time: String,
        pub zone: String,
        pub slot_starts_at: DateTime<Utc>,
        pub accepted_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub calendar_uid: String,
        pub calendar_sequence: i64,
        /// Its volunteer says, in the last hours, that they cannot come.
        pub withdrawal_asked_at: Option<DateTime<Utc>>,
        pub volunteer_name: String,
        pub volunteer_phone: Option<String>,
        pub phone_consent: bool,
    }
}

row! {
    pub struct SearchFacts {
        /// The institution is promised an answer by then.
        pub target: DateTime<Utc>,
        pub deadline: DateTime<Utc>,
        pub started_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub outcome: Option<String>,
        pub id: Uuid,
        /// So many were asked, or will be.
        pub offers: i64,
        /// It began because somebody gave back.
        pub after_withdrawal: bool,
    }
}

impl AssignmentFacts {
    pub fn slot(&self) -> Result<Slot, DbError> {
        SlotRow {
            local_date: self.local_date.clone(),
            start_time: self.start_time.clone(),
            end_time: self.end_time.clone(),
            zone: self.zone.clone(),
            starts_at: self.slot_starts_at,
        }
        .read()
    }
}

impl OfferFacts {
    /// The institution wishes for this person again.
    pub fn is_wished_for(&self) -> bool {
        let parts = self.rank.as_deref().and_then(|rank| serde_json::from_str(rank).ok());
        let parts: Vec<RankPart> = parts.unwrap_or_default();
        parts
            .iter()
            .any(|part| part.kind == RankPartKind::SameVolunteer && part.measured > 0)
    }
}

impl RequestFacts {
    /// Ends the key of what is said otherwise when the pool itself called it off.
    pub fn by_pool(&self) -> &'static str {
        match self.cancelled_role.as_deref() {
            Some("pool") => "-pool",
            _ => "",
        }
    }
}

/// Who filed a request for its contact; none: the contact did.
pub async fn filed_for_contact(tx: &mut Tx, id: RequestId) -> Result<Option<String>, DbError> {
    let row = q!(
        "SELECT p.name FROM request r JOIN contact c ON c.id = r.contact_id JOIN person p ON p.id = r.filed_by
         WHERE r.id = $1 AND r.filed_by <> c.person_id",
        id
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.map(|(name,)| name))
}

/// The request under which the same appointment is on another day.
pub async fn moved_to(tx: &mut Tx, id: RequestId) -> Result<Option<RequestId>, DbError> {
    let row = q!("SELECT id FROM request WHERE replaces_id = $1", id);
    Ok(row.optional::<(RequestId,)>(tx).await?.map(|(id,)| id))
}

pub async fn request(tx: &mut Tx, id: RequestId) -> Result<RequestFacts, DbError> {
    q!(
        "SELECT r.id, r.reference, r.sector, r.district, r.language, r.mode, r.occasion, r.meeting_point,
                r.remarks, r.joining, r.cancelled_at, r.cancelled_role, r.closed_at, r.also_accept, i.name AS institution, s.name AS site, s.street, s.postcode, s.city,
                p.name AS contact_name, c.phone AS contact_phone
         FROM request r JOIN institution i ON i.id = r.institution_id JOIN site s ON s.id = r.site_id
         JOIN contact c ON c.id = r.contact_id JOIN person p ON p.id = c.person_id WHERE r.id = $1",
        id
    )
    .one(tx)
    .await
}

/// So soon after it began a search has only looked once.
const AT_ONCE: Duration = Duration::minutes(1);

/// Longer than that no mail waits for the first step of a search.
const PATIENCE: Duration = Duration::seconds(5);

impl SearchFacts {
    /// Nobody fitted when it began: nobody was asked, and it ended as it had begun.
    pub fn found_nobody_at_once(&self) -> bool {
        let nobody = self.outcome.as_deref() == Some("nobody") && self.offers == 0;
        nobody && self.ended_at.is_some_and(|ended| ended - self.started_at < AT_ONCE)
    }

    /// It has just begun and has not looked yet: what it finds is not known for another moment.
    pub async fn has_not_looked(&self, tx: &mut Tx, now: DateTime<Utc>) -> Result<bool, DbError> {
        if self.ended_at.is_some() || now - self.started_at >= PATIENCE {
            return Ok(false);
        }
        let due = timers::due_of(tx, timers::Kind::Search, self.id).await?;
        Ok(due == Some(self.started_at))
    }

    /// When the institution hears again: once the promised day is over, at the end of the search.
    pub fn heard_by(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        if now < self.target { self.target } else { self.deadline }
    }
}

pub async fn offer(tx: &mut Tx, id: OfferId) -> Result<OfferFacts, DbError> {
    q!(
        "SELECT o.request_id, o.volunteer_id, o.state, o.sent_at, o.slots, v.state AS volunteer_state, v.paused_until,
                s.deadline, s.ended_at AS search_ended_at, s.policy,
                (SELECT w.starts_at FROM slot w WHERE w.id = o.willing_slot_id) AS willing_starts_at,
                (SELECT COUNT(*) FROM opening p WHERE p.request_id = o.request_id AND p.state = 'open') AS places,
                (SELECT COUNT(*) FROM offer x WHERE x.search_id = o.search_id AND x.id <> o.id
                 AND x.state IN ('queued', 'sent')) AS others, o.rank
         FROM offer o JOIN search s ON s.id = o.search_id JOIN volunteer v ON v.id = o.volunteer_id WHERE o.id = $1",
        id
    )
    .one(tx)
    .await
}

pub async fn assignment(tx: &mut Tx, id: AssignmentId) -> Result<AssignmentFacts, DbError> {
    q!(
        "SELECT a.request_id, a.volunteer_id, s.local_date, s.start_time, s.end_time, s.zone,
                s.starts_at AS slot_starts_at, a.accepted_at, a.ended_at, a.calendar_uid, a.calendar_sequence,
                a.withdrawal_asked_at,
                p.name AS volunteer_name, v.phone AS volunteer_phone, v.phone_consent
         FROM assignment a JOIN slot s ON s.id = a.slot_id JOIN volunteer v ON v.id = a.volunteer_id
         JOIN person p ON p.id = v.person_id WHERE a.id = $1",
        id
    )
    .one(tx)
    .await
}

/// The assignments that a cancelled request took away.
pub async fn cancelled_assignments(tx: &mut Tx, request: RequestId) -> Result<Vec<AssignmentFacts>, DbError> {
    q!(
        "SELECT a.request_id, a.volunteer_id, s.local_date, s.start_time, s.end_time, s.zone,
                s.starts_at AS slot_starts_at, a.accepted_at, a.ended_at, a.calendar_uid, a.calendar_sequence,
                a.withdrawal_asked_at,
                p.name AS volunteer_name, v.phone AS volunteer_phone, v.phone_consent
         FROM assignment a JOIN slot s ON s.id = a.slot_id JOIN volunteer v ON v.id = a.volunteer_id
         JOIN person p ON p.id = v.person_id WHERE a.request_id = $1 AND a.ended_how = 'cancelled' ORDER BY a.id",
        request
    )
    .all(tx)
    .await
}

/// Those that stand, the first that was accepted first.
pub async fn standing_assignments(tx: &mut Tx, request: RequestId) -> Result<Vec<AssignmentFacts>, DbError> {
    q!(
        "SELECT a.request_id, a.volunteer_id, s.local_date, s.start_time, s.end_time, s.zone,
                s.starts_at AS slot_starts_at, a.accepted_at, a.ended_at, a.calendar_uid, a.calendar_sequence,
                a.withdrawal_asked_at,
                p.name AS volunteer_name, v.phone AS volunteer_phone, v.phone_consent
         FROM assignment a JOIN slot s ON s.id = a.slot_id JOIN volunteer v ON v.id = a.volunteer_id
         JOIN person p ON p.id = v.person_id WHERE a.request_id = $1 AND a.ended_at IS NULL ORDER BY a.accepted_at, a.id",
        request
    )
    .all(tx)
    .await
}

/// How many come.
pub async fn coming(tx: &mut Tx, request: RequestId) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM assignment WHERE request_id = $1 AND ended_at IS NULL",
        request
    )
    .one(tx)
    .await?;
    Ok(count)
}

/// How many places there are, without those that were called off.
pub async fn places(tx: &mut Tx, request: RequestId) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM opening WHERE request_id = $1 AND state <> 'cancelled'",
        request
    )
    .one(tx)
    .await?;
    Ok(count)
}

/// How many people have read an offer of any round.
pub async fn asked(tx: &mut Tx, request: RequestId) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(DISTINCT volunteer_id) FROM offer
         WHERE request_id = $1 AND sent_at IS NOT NULL AND state <> 'bounced'",
        request
    )
    .one(tx)
    .await?;
    Ok(count)
}

/// The newest search.
pub async fn search(tx: &mut Tx, request: RequestId) -> Result<Option<SearchFacts>, DbError> {
    q!(
        "SELECT COALESCE(s.target, s.deadline) AS target, s.deadline, s.started_at, s.ended_at, s.outcome, s.id,
                (SELECT COUNT(*) FROM offer o WHERE o.search_id = s.id) AS offers,
                CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = s.request_id
                    AND a.ended_how = 'given_back' AND a.ended_at = s.started_at)
                  THEN TRUE ELSE FALSE END AS after_withdrawal
         FROM search s WHERE s.request_id = $1 ORDER BY s.round DESC LIMIT 1",
        request
    )
    .optional(tx)
    .await
}
