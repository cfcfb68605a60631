//! What came of one request.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Figures, Month};
use crate::{institutions::InstitutionId, requests::RequestId};

/// Who cancelled a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// By its contact, or by a coordinator for it.
    ByInstitution,
    /// The pool could not help after all.
    ByPool,
}

/// One request of the period.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub request: RequestId,
    pub institution: InstitutionId,
    pub sector: String,
    pub district: String,
    pub language: String,
    pub date: NaiveDate,
    pub filed_at: DateTime<Utc>,
    pub cancelled: Option<Cancelled>,
    /// The pool did not take it, after its check.
    pub refused: bool,
    /// The states of its places.
    pub places: Vec<String>,
    /// When each volunteer who still comes said yes.
    pub accepted: Vec<DateTime<Utc>>,
    pub planned_minutes: i64,
    pub real_minutes: i64,
    pub refilled: i64,
    pub not_refilled: i64,
    pub offers_sent: i64,
}

impl Outcome {
    pub fn month(&self) -> Month {
        Month::of(self.date)
    }

    pub fn figures(&self) -> Figures {
        let count = |state: &str| self.places.iter().filter(|place| *place == state).count() as i64;
        let places = self.places.len() as i64;
        let filled = count("filled");
        let whole = places > 0 && filled == places;
        let last_yes = self.accepted.iter().max().filter(|_| whole);
        let cancelled = count("cancelled");
        let by_institution = self.cancelled == Some(Cancelled::ByInstitution);
        Figures {
            requests: 1,
            requests_filled: i64::from(whole),
            places,
            filled,
            unfilled: count("unfilled"),
            cancelled_by_institution: if by_institution { cancelled } else { 0 },
            cancelled_by_pool: if by_institution || self.refused { 0 } else { cancelled },
            refused: if self.refused { cancelled } else { 0 },
            open: count("open"),
            refilled: self.refilled,
            not_refilled: self.not_refilled,
            planned_minutes: self.planned_minutes,
            real_minutes: self.real_minutes,
            offers_sent: self.offers_sent,
            seconds_to_fill: last_yes
                .map(|yes| (*yes - self.filed_at).num_seconds())
                .into_iter()
                .collect(),
        }
    }
}
