//! Wall times of appointments.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::OfferFacts;
use crate::{
    database::{DbError, Tx},
    q,
    requests::RequestId,
    row,
    settings::Rules,
};

row! {
    pub(super) struct SlotRow {
        pub local_date: String,
        pub start_time: String,
        pub end_time: String,
        pub zone: String,
        pub starts_at: DateTime<Utc>,
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

impl SlotRow {
    pub(super) fn read(&self) -> Result<Slot, DbError> {
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

/// The zone in which a mail tells instants: the appointment's own, else the pool's.
pub fn zone_of(slots: &[Slot], rules: &Rules) -> Tz {
    slots.first().map_or_else(|| rules.zone(), |slot| slot.zone)
}
