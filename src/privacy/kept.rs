//! What an erasure leaves, and until when: it counts, or it proves what others did. It points to nobody any more.
//!
//! Whatever has to be kept for a while (payment records, when there are some) gets its line here, with its day.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q,
};

/// Backups are kept so long at most; docs/operating.md asks for it.
const BACKUPS: Duration = Duration::days(30);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The key of the words that say what and why.
    pub what: String,
    pub count: i64,
    /// None: for good.
    pub until: Option<NaiveDate>,
}

pub(super) async fn of(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Kept>, DbError> {
    let (volunteers, offers, assignments) = q!(
        "SELECT (SELECT COUNT(*) FROM volunteer v WHERE v.person_id = $1),
                (SELECT COUNT(*) FROM offer o JOIN volunteer v ON v.id = o.volunteer_id WHERE v.person_id = $1),
                (SELECT COUNT(*) FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id WHERE v.person_id = $1)",
        person
    )
    .one::<(i64, i64, i64)>(tx)
    .await?;
    let (proofs, requests, rules, audit) = q!(
        "SELECT (SELECT COUNT(*) FROM proof_version p JOIN assignment a ON a.id = p.assignment_id
                 JOIN volunteer v ON v.id = a.volunteer_id WHERE v.person_id = $1),
                (SELECT COUNT(*) FROM request r WHERE r.filed_by = $1
                   OR r.contact_id IN (SELECT k.id FROM contact k WHERE k.person_id = $1)),
                (SELECT COUNT(*) FROM pool_rule r WHERE r.recorded_by = $1),
                (SELECT COUNT(*) FROM audit a WHERE a.person_id = $1)",
        person
    )
    .one::<(i64, i64, i64, i64)>(tx)
    .await?;
    let counted = [
        ("gender", volunteers),
        ("offers", offers),
        ("assignments", assignments),
        ("proofs", proofs),
        ("requests", requests),
        ("rules", rules),
        ("audit", audit),
    ];
    let mut kept: Vec<Kept> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| Kept {
            what: what.to_owned(),
            count,
            until: None,
        })
        .collect();
    kept.push(Kept {
        what: "backups".to_owned(),
        count: 1,
        until: Some((now + BACKUPS).date_naive()),
    });
    Ok(kept)
}
