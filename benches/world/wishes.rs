//! Requests for which somebody is being looked for, of several kinds.

use chrono::{DateTime, Duration, Utc};
use sprachpool::{database::Tx, requests::RequestId};

use super::{
    Ids,
    chance::Chance,
    history::{Asker, Files, Wish},
    now,
    people::{COMMON, RARE, UNKNOWN},
};

/// What kind of request it is, for a line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    CommonFound,
    /// At night: many speak it, nobody is free.
    CommonNone,
    RareFound,
    /// Nobody speaks it.
    RareNone,
    /// By video the way does not matter: everybody who is free comes into question.
    CommonVideo,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::CommonFound,
        Self::CommonNone,
        Self::RareFound,
        Self::RareNone,
        Self::CommonVideo,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Self::CommonFound => "common language, found",
            Self::CommonNone => "common language, nobody free",
            Self::RareFound => "rare language, found",
            Self::RareNone => "language nobody speaks",
            Self::CommonVideo => "common language, by video",
        }
    }

    fn language(self) -> &'static str {
        match self {
            Self::CommonFound | Self::CommonNone | Self::CommonVideo => COMMON,
            Self::RareFound => RARE,
            Self::RareNone => UNKNOWN,
        }
    }
}

/// So many different ones of a kind: other places, times, wishes.
pub async fn wishes(
    tx: &mut Tx,
    ids: &mut Ids,
    chance: &mut Chance,
    (askers, files): (&[Asker], &mut Files),
    kind: Kind,
    count: usize,
) -> Vec<RequestId> {
    let mut made = Vec::with_capacity(count);
    for _ in 0..count {
        let gender = match chance.weighted(&[75.0, 12.0, 13.0]) {
            0 => None,
            1 => Some(("required", "female")),
            _ => Some(("preferred", "female")),
        };
        let wish = Wish {
            asker: chance.one_of(askers),
            language: kind.language(),
            mode: if kind == Kind::CommonVideo { "video" } else { "on_site" },
            gender,
            filed_at: now() - Duration::minutes(5),
            starts_at: time(chance, kind),
        };
        made.push(RequestId(files.file(tx, ids, &wish, None).await.request));
    }
    files.flush(tx).await;
    made
}

/// On a working day of the next two weeks, between 8 and 17 o'clock; or at three in the night.
fn time(chance: &mut Chance, kind: Kind) -> DateTime<Utc> {
    let today = now().date_naive().and_hms_opt(0, 0, 0).expect("a time").and_utc();
    let day = Duration::days(7 * (1 + chance.below(2) as i64) + chance.below(5) as i64);
    let minutes = match kind {
        Kind::CommonNone => 2 * 60,
        _ => 7 * 60 + 30 * chance.below(18) as i64,
    };
    today + day + Duration::minutes(minutes)
}
