//! How good the chances of a request are before it is filed, and which small change would help.
//!
//! The pool is read once, wide enough for every change; each changed request is then really assessed. Nobody
//! outside the desk ever hears a number: an institution could ask until it knew one person's free hours.

mod change;
mod scene;

pub use change::{Change, changes};
pub use scene::Scene;

use chrono::{DateTime, Utc};

use super::NewRequest;
use crate::{
    database::{DbError, Tx},
    settings::Rules,
};

/// Fewer people than this for a place are few: one is ill, one does not look into the mail.
const FAIR_PEOPLE: usize = 3;
/// So many yeses for a place have to be likely, in thousandths.
const FAIR_YESES_MILLI: u64 = 1_500;
/// More than that is no help any more.
const MOST_SUGGESTIONS: usize = 5;

/// Who can, from nobody to enough for a fair chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    Nobody,
    Few,
    Many,
}

/// Those who can, before it is made a band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chances {
    pub people: usize,
    /// The sum of their chances of a yes, in thousandths.
    pub yeses_milli: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospects {
    pub band: Band,
    pub suggestions: Vec<Suggestion>,
}

/// A change that leads to a better band, and to which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub change: Change,
    pub band: Band,
}

impl Band {
    /// Stable: the key of the words in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Few => "few",
            Self::Many => "many",
        }
    }
}

impl Chances {
    pub fn band(self, places: i64) -> Band {
        let places = usize::try_from(places).unwrap_or(1).max(1);
        let fair = self.people >= FAIR_PEOPLE * places && self.yeses_milli >= FAIR_YESES_MILLI * places as u64;
        match self.people {
            0 => Band::Nobody,
            _ if fair => Band::Many,
            _ => Band::Few,
        }
    }
}

/// Of a request that is about to be filed.
pub async fn prospects(
    tx: &mut Tx,
    rules: &Rules,
    new: &NewRequest,
    sector: &str,
    now: DateTime<Utc>,
) -> Result<Prospects, DbError> {
    let scene = Scene::read(tx, rules, new, sector, now).await?;
    Ok(suggest(rules, new, now, |new| {
        scene.chances(rules, new).band(new.openings)
    }))
}

/// Pure: `band_of` judges each changed request. Of each kind of change only the one that helps most is told, of
/// equals the smallest.
pub fn suggest(
    rules: &Rules,
    new: &NewRequest,
    now: DateTime<Utc>,
    band_of: impl Fn(&NewRequest) -> Band,
) -> Prospects {
    let band = band_of(new);
    let mut suggestions: Vec<Suggestion> = Vec::new();
    if band < Band::Many {
        for kind in changes(rules, new, now) {
            let mut best: Option<Suggestion> = None;
            for change in kind {
                let better = band_of(&change.applied(new));
                if better > best.as_ref().map_or(band, |best| best.band) {
                    best = Some(Suggestion { change, band: better });
                }
                if better == Band::Many {
                    break;
                }
            }
            suggestions.extend(best);
        }
    }
    suggestions.truncate(MOST_SUGGESTIONS);
    Prospects { band, suggestions }
}
