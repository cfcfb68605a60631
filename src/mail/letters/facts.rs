//! What mails need to know. The one place in `mail` that reads other domains' tables, and it only reads.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    q,
    qualifications::QualificationId,
    requests::{AssignmentId, OfferId, RequestId},
    row,
    settings::Rules,
    volunteers::VolunteerId,
};

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
    struct SlotRow {
        local_date: String,
        start_time: String,
        end_time: String,
        zone: String,
        starts_at: DateTime<Utc>,
    }
}

/// An appointment's wall time.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub date: NaiveDate,
    pub from: NaiveTime,
    pub until: NaiveTime,
    pub zone: Tz,
    pub starts_at: DateTime<Utc>,
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
        pub ended_at: Option<DateTime<Utc>>,
    }
}

row! {
    pub struct VolunteerFacts {
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
    }
}

row! {
    pub struct QualificationFacts {
        pub kind: String,
        pub valid_until: Option<String>,
        pub revoked_at: Option<DateTime<Utc>>,
        pub volunteer_state: String,
        /// Others of its kind that count longer.
        pub longer: i64,
    }
}

impl SlotRow {
    fn read(&self) -> Result<Slot, DbError> {
        Ok(Slot {
            date: parsed(&self.local_date, |text| text.parse().ok())?,
            from: parsed(&self.start_time, time)?,
            until: parsed(&self.end_time, time)?,
            zone: parsed(&self.zone, |text| text.parse().ok())?,
            starts_at: self.starts_at,
        })
    }
}

impl Slot {
    pub fn starts(&self) -> NaiveDateTime {
        self.date.and_time(self.from)
    }

    /// An end before the start lies on the next day.
    pub fn ends(&self) -> NaiveDateTime {
        let day = if self.until <= self.from {
            self.date.succ_opt().unwrap_or(self.date)
        } else {
            self.date
        };
        day.and_time(self.until)
    }

    pub fn minutes(&self) -> i64 {
        (self.ends() - self.starts()).num_minutes()
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

impl RequestFacts {
    /// Ends the key of what is said otherwise when the pool itself called it off.
    pub fn by_pool(&self) -> &'static str {
        match self.cancelled_role.as_deref() {
            Some("pool") => "-pool",
            _ => "",
        }
    }
}

impl VolunteerFacts {
    pub fn is_paused(&self, now: DateTime<Utc>) -> bool {
        is_paused(&self.state, self.paused_until, now)
    }
}

pub fn is_paused(state: &str, paused_until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    state == "paused" && paused_until.is_none_or(|until| now < until)
}

fn time(text: &str) -> Option<NaiveTime> {
    // '24:00' ends a day.
    if text == "24:00" {
        Some(NaiveTime::MIN)
    } else {
        NaiveTime::parse_from_str(text, "%H:%M").ok()
    }
}

fn parsed<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, DbError> {
    read(text).ok_or_else(|| DbError::Decode(format!("a slot holds {text:?}").into()))
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

pub async fn request(tx: &mut Tx, id: RequestId) -> Result<RequestFacts, DbError> {
    q!(
        "SELECT r.id, r.reference, r.sector, r.district, r.language, r.mode, r.occasion, r.meeting_point,
                r.remarks, r.cancelled_at, r.cancelled_role, r.closed_at, r.also_accept, i.name AS institution, s.name AS site, s.street, s.postcode, s.city,
                p.name AS contact_name, c.phone AS contact_phone
         FROM request r JOIN institution i ON i.id = r.institution_id JOIN site s ON s.id = r.site_id
         JOIN contact c ON c.id = r.contact_id JOIN person p ON p.id = c.person_id WHERE r.id = $1",
        id
    )
    .one(tx)
    .await
}

impl SearchFacts {
    /// When the institution hears again: once the promised day is over, at the end of the search.
    pub fn heard_by(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        if now < self.target { self.target } else { self.deadline }
    }
}

/// At least one.
pub async fn slots(tx: &mut Tx, request: RequestId) -> Result<Vec<Slot>, DbError> {
    let rows = q!(
        "SELECT local_date, start_time, end_time, zone, starts_at FROM slot WHERE request_id = $1 ORDER BY position",
        request
    )
    .all::<SlotRow>(tx)
    .await?;
    if rows.is_empty() {
        return Err(DbError::RowNotFound);
    }
    rows.iter().map(SlotRow::read).collect()
}

/// Of the dates of a request those that an offer carries: they fitted when it was made, and nobody has fixed
/// another one since.
pub async fn dates_offered(tx: &mut Tx, offer: &OfferFacts) -> Result<Vec<Slot>, DbError> {
    let ids = q!(
        "SELECT s.id, (SELECT a.slot_id FROM assignment a WHERE a.request_id = s.request_id AND a.ended_at IS NULL
                       ORDER BY a.id LIMIT 1) AS fixed
         FROM slot s WHERE s.request_id = $1 ORDER BY s.position",
        offer.request_id
    )
    .all::<(Uuid, Option<Uuid>)>(tx)
    .await?;
    let fitted: Vec<Uuid> = serde_json::from_str(offer.slots.as_deref().unwrap_or_default()).unwrap_or_default();
    let carried = |(id, fixed): &(Uuid, Option<Uuid>)| match fixed {
        Some(fixed) => id == fixed,
        None => fitted.is_empty() || fitted.contains(id),
    };
    let slots = slots(tx, offer.request_id).await?;
    let pairs = ids.iter().zip(slots).filter(|(ids, _)| carried(ids));
    Ok(pairs.map(|(_, slot)| slot).collect())
}

pub async fn offer(tx: &mut Tx, id: OfferId) -> Result<OfferFacts, DbError> {
    q!(
        "SELECT o.request_id, o.volunteer_id, o.state, o.sent_at, o.slots, v.state AS volunteer_state, v.paused_until,
                s.deadline, s.ended_at AS search_ended_at, s.policy,
                (SELECT w.starts_at FROM slot w WHERE w.id = o.willing_slot_id) AS willing_starts_at,
                (SELECT COUNT(*) FROM opening p WHERE p.request_id = o.request_id AND p.state = 'open') AS places
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
        "SELECT COALESCE(target, deadline) AS target, deadline, ended_at FROM search WHERE request_id = $1 ORDER BY round DESC LIMIT 1",
        request
    )
    .optional(tx)
    .await
}

pub async fn volunteer(tx: &mut Tx, id: VolunteerId) -> Result<VolunteerFacts, DbError> {
    q!("SELECT state, paused_until FROM volunteer WHERE id = $1", id)
        .one(tx)
        .await
}

row! {
    pub struct LeftFacts {
        pub retired_at: Option<DateTime<Utc>>,
        /// How many open tasks ask to delete what is known, soon.
        pub asks_for_erasure: i64,
    }
}

pub async fn left(tx: &mut Tx, id: VolunteerId) -> Result<LeftFacts, DbError> {
    q!(
        "SELECT v.retired_at,
                (SELECT COUNT(*) FROM task t
                 WHERE t.volunteer_id = v.id AND t.kind = 'erasure_asked' AND t.done_at IS NULL) AS asks_for_erasure
         FROM volunteer v WHERE v.id = $1",
        id
    )
    .one(tx)
    .await
}

row! {
    pub struct WishesFacts {
        pub offer_cap: Option<i64>,
        pub institutions: i64,
        pub occasions: i64,
    }
}

/// How much somebody wants to be asked, and of how many they do not.
pub async fn wishes(tx: &mut Tx, id: VolunteerId) -> Result<WishesFacts, DbError> {
    q!(
        "SELECT v.offer_cap,
                (SELECT COUNT(*) FROM refusal r
                 WHERE r.volunteer_id = v.id AND r.ended_at IS NULL AND r.kind = 'institution') AS institutions,
                (SELECT COUNT(*) FROM refusal r
                 WHERE r.volunteer_id = v.id AND r.ended_at IS NULL AND r.kind = 'occasion') AS occasions
         FROM volunteer v WHERE v.id = $1",
        id
    )
    .one(tx)
    .await
}

pub async fn qualification(tx: &mut Tx, id: QualificationId) -> Result<QualificationFacts, DbError> {
    q!(
        "SELECT x.kind, x.valid_until, x.revoked_at, v.state AS volunteer_state,
                (SELECT COUNT(*) FROM qualification n WHERE n.volunteer_id = x.volunteer_id AND n.kind = x.kind
                   AND n.revoked_at IS NULL
                   AND (n.valid_until IS NULL OR n.valid_until > x.valid_until)) AS longer
         FROM qualification x JOIN volunteer v ON v.id = x.volunteer_id WHERE x.id = $1",
        id
    )
    .one(tx)
    .await
}

/// The zone in which a mail tells instants: the appointment's own, else the pool's.
pub fn zone_of(slots: &[Slot], rules: &Rules) -> Tz {
    slots.first().map_or_else(|| rules.zone(), |slot| slot.zone)
}

row! {
    /// What one side says, or what counts.
    pub struct ProofWord {
        pub outcome: String,
        pub started_at: Option<DateTime<Utc>>,
        pub ended_at: Option<DateTime<Utc>>,
    }
}

/// How a proof stands, and what counts once it is done.
pub async fn proof(tx: &mut Tx, id: AssignmentId) -> Result<(String, Option<ProofWord>), DbError> {
    let (state,) = q!("SELECT state FROM proof WHERE assignment_id = $1", id)
        .one(tx)
        .await?;
    let counts = q!(
        "SELECT outcome, started_at, ended_at FROM proof WHERE assignment_id = $1 AND outcome IS NOT NULL",
        id
    )
    .optional(tx)
    .await?;
    Ok((state, counts))
}

/// The newest word of a side.
pub async fn proof_word(tx: &mut Tx, id: AssignmentId, side: &str) -> Result<Option<ProofWord>, DbError> {
    q!(
        "SELECT outcome, started_at, ended_at FROM proof_version WHERE assignment_id = $1 AND side = $2
         ORDER BY recorded_at DESC, id DESC LIMIT 1",
        id,
        side
    )
    .optional(tx)
    .await
}
