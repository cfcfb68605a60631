use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::super::{AssignmentId, OfferId, OpeningId, RequestId, SearchId, SlotId};
use crate::{
    database::{DbError, Tx},
    matching::RankPart,
    people::PersonId,
    q, row,
    volunteers::VolunteerId,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// Owed: the mail is not handed over yet.
    Queued,
    Sent,
    Accepted,
    Declined,
    /// Ended without an answer, since the search did.
    Closed,
    Bounced,
}

impl OfferState {
    pub(super) fn from_stored(text: &str) -> Result<Self, DbError> {
        Ok(match text {
            "queued" => Self::Queued,
            "sent" => Self::Sent,
            "accepted" => Self::Accepted,
            "declined" => Self::Declined,
            "closed" | "expired" => Self::Closed,
            "bounced" => Self::Bounced,
            other => return Err(DbError::Decode(format!("offer state {other:?}").into())),
        })
    }
}

#[derive(Clone, Debug)]
pub struct Offer {
    pub id: OfferId,
    pub request: RequestId,
    pub search: SearchId,
    pub volunteer: VolunteerId,
    pub state: OfferState,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub answer_by: Option<DateTime<Utc>>,
    pub answered_at: Option<DateTime<Utc>>,
    /// The forecast of a yes when it was made, in thousandths.
    pub chance_milli: Option<i64>,
    /// Said yes where a coordinator picks, and to which date; see `is_willing`.
    pub willing_at: Option<DateTime<Utc>>,
    pub willing_slot: Option<SlotId>,
}

impl Offer {
    /// Has said yes and waits until a coordinator has picked: the time is held.
    pub fn is_willing(&self) -> bool {
        self.state == OfferState::Sent && self.willing_at.is_some()
    }

    /// With the volunteer, or on its way, and no answer yet.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, OfferState::Queued | OfferState::Sent) && !self.is_willing()
    }
}

row! {
    struct OfferRow {
        id: OfferId,
        request_id: RequestId,
        search_id: SearchId,
        volunteer_id: VolunteerId,
        state: String,
        created_at: DateTime<Utc>,
        sent_at: Option<DateTime<Utc>>,
        answer_by: Option<DateTime<Utc>>,
        answered_at: Option<DateTime<Utc>>,
        chance_milli: Option<i64>,
        willing_at: Option<DateTime<Utc>>,
        willing_slot_id: Option<SlotId>,
    }
}

impl OfferRow {
    fn offer(self) -> Result<Offer, DbError> {
        Ok(Offer {
            id: self.id,
            request: self.request_id,
            search: self.search_id,
            volunteer: self.volunteer_id,
            state: OfferState::from_stored(&self.state)?,
            created_at: self.created_at,
            sent_at: self.sent_at,
            answer_by: self.answer_by,
            answered_at: self.answered_at,
            chance_milli: self.chance_milli,
            willing_at: self.willing_at,
            willing_slot: self.willing_slot_id,
        })
    }
}

pub async fn offer(tx: &mut Tx, id: OfferId) -> Result<Option<Offer>, DbError> {
    q!(
        "SELECT id, request_id, search_id, volunteer_id, state, created_at, sent_at, answer_by, answered_at,
                chance_milli, willing_at, willing_slot_id
         FROM offer WHERE id = $1",
        id
    )
    .optional::<OfferRow>(tx)
    .await?
    .map(OfferRow::offer)
    .transpose()
}

row! {
    /// Who answers an offer, and how much there is to choose.
    #[derive(Clone, Debug)]
    pub struct Asked {
        pub person: PersonId,
        pub locale: String,
        /// Dates that may take place: once somebody accepted, only theirs.
        pub dates: i64,
    }
}

pub async fn asked(tx: &mut Tx, offer: OfferId) -> Result<Option<Asked>, DbError> {
    q!(
        "SELECT v.person_id AS person, p.locale,
                CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = o.request_id AND a.ended_at IS NULL)
                  THEN 1 ELSE (SELECT COUNT(*) FROM slot s WHERE s.request_id = o.request_id) END AS dates
         FROM offer o JOIN volunteer v ON v.id = o.volunteer_id JOIN person p ON p.id = v.person_id WHERE o.id = $1",
        offer
    )
    .optional(tx)
    .await
}

/// Every offer of every search of a request, in the order they were made.
pub async fn offers_of(tx: &mut Tx, request: RequestId) -> Result<Vec<Offer>, DbError> {
    q!(
        "SELECT id, request_id, search_id, volunteer_id, state, created_at, sent_at, answer_by, answered_at,
                chance_milli, willing_at, willing_slot_id
         FROM offer WHERE request_id = $1 ORDER BY created_at, id",
        request
    )
    .all::<OfferRow>(tx)
    .await?
    .into_iter()
    .map(OfferRow::offer)
    .collect()
}

/// The parts of each offer's rank as they were when it was made. Parts that are no longer known are left out.
pub async fn ranks_of(tx: &mut Tx, request: RequestId) -> Result<HashMap<OfferId, Vec<RankPart>>, DbError> {
    let rows = q!(
        "SELECT id, rank FROM offer WHERE request_id = $1 AND rank IS NOT NULL",
        request
    )
    .all::<(OfferId, String)>(tx)
    .await?;
    let known = |text: String| -> Vec<RankPart> {
        let parts: Option<Vec<serde_json::Value>> = serde_json::from_str(&text).unwrap_or_default();
        let parts = parts.unwrap_or_default().into_iter();
        parts.filter_map(|part| serde_json::from_value(part).ok()).collect()
    };
    Ok(rows.into_iter().map(|(id, text)| (id, known(text))).collect())
}

row! {
    #[derive(Clone, Debug)]
    pub struct AssignmentRow {
        pub id: AssignmentId,
        pub request_id: RequestId,
        pub opening_id: OpeningId,
        pub slot_id: SlotId,
        pub volunteer_id: VolunteerId,
        pub starts_at: DateTime<Utc>,
        pub ends_at: DateTime<Utc>,
        pub accepted_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub ended_how: Option<String>,
        pub calendar_uid: String,
        pub calendar_sequence: i64,
        /// Since when its volunteer says, within the last hours, that they cannot come; a person has not settled it.
        pub withdrawal_asked_at: Option<DateTime<Utc>>,
    }
}

pub async fn assignment(tx: &mut Tx, id: AssignmentId) -> Result<Option<AssignmentRow>, DbError> {
    q!(
        "SELECT id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at, ended_at, ended_how,
                calendar_uid, calendar_sequence, withdrawal_asked_at
         FROM assignment WHERE id = $1",
        id
    )
    .optional(tx)
    .await
}

row! {
    /// What stands on an assignment that a coordinator made.
    #[derive(Clone, Debug)]
    pub struct ByHandRow {
        pub id: AssignmentId,
        /// JSON array of codes.
        pub overridden: String,
        pub override_reason: Option<String>,
    }
}

/// Every assignment of a request that was made by hand, ended ones too.
pub async fn by_hand_of(tx: &mut Tx, request: RequestId) -> Result<Vec<ByHandRow>, DbError> {
    q!(
        "SELECT id, overridden, override_reason FROM assignment
         WHERE request_id = $1 AND overridden IS NOT NULL ORDER BY accepted_at, id",
        request
    )
    .all(tx)
    .await
}
