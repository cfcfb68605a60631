//! How good the chances of a request are before it is filed, and which small change would help.
//!
//! The pool is read once, wide enough for every change; each changed request is then really assessed. Nobody
//! outside the desk ever hears a number: an institution could ask until it knew one person's free hours. Of somebody
//! who is wished for it hears whether they can be asked for that time, and never why not: a week that is full, too many
//! offers lately and a pause look alike.

mod change;
mod scene;

pub use change::{Change, changes};
pub use scene::Scene;

use chrono::{DateTime, Utc};

use super::{NewRequest, Request, wishes};
use crate::{
    database::{DbError, Tx},
    settings::Rules,
    volunteers::VolunteerId,
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
    /// Of all who can; where somebody is wished for, of the others.
    pub band: Band,
    pub suggestions: Vec<Suggestion>,
    pub wished: Option<Wished>,
}

/// Those who are asked first, if they can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wished {
    pub volunteers: Vec<VolunteerId>,
    pub can: WishedCan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishedCan {
    All,
    /// There are several, and not all can.
    Some,
    None,
}

impl WishedCan {
    /// Stable: the key of the words in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "can",
            Self::Some => "some",
            Self::None => "cannot",
        }
    }
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

/// Of a request that is about to be filed. `instead_of`: the one that ends by it, and whose time is free then.
pub async fn prospects(
    tx: &mut Tx,
    rules: &Rules,
    new: &NewRequest,
    (sector, instead_of): (&str, Option<&Request>),
    now: DateTime<Utc>,
) -> Result<Prospects, DbError> {
    let mut scene = Scene::read(tx, rules, new, sector, now).await?;
    if let Some(old) = instead_of {
        scene.without(old);
    }
    // A pool that gives the wish no weight asks nobody first.
    let wished = match rules.weights().same_volunteer {
        1.. => wishes::wished_by_new(tx, new, instead_of.map(|old| old.id)).await?,
        _ => Vec::new(),
    };
    let can = scene.who_can(rules, new, &wished);
    scene.members.retain(|member| !wished.contains(&member.candidate.id));
    let mut prospects = suggest(rules, new, now, |new| scene.chances(rules, new).band(new.openings));
    if can > 0 {
        // Another time would help the others and could lose the one who is wished for.
        prospects.suggestions.clear();
    }
    prospects.wished = (!wished.is_empty()).then(|| Wished {
        can: match can {
            0 => WishedCan::None,
            _ if can < wished.len() => WishedCan::Some,
            _ => WishedCan::All,
        },
        volunteers: wished.into_iter().map(VolunteerId).collect(),
    });
    Ok(prospects)
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
    Prospects {
        band,
        suggestions,
        wished: None,
    }
}
