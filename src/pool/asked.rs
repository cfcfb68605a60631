//! Who was asked for this request already, what they said, and who gave it back.

use std::collections::HashMap;

use uuid::Uuid;

use super::Asking;
use crate::{
    database::{DbError, Tx},
    matching::History,
    q, row,
};

row! {
    struct AskedRow {
        volunteer_id: Uuid,
        search_id: Option<Uuid>,
        state: String,
        known_to_me: Option<bool>,
    }
}

/// Of everybody who got an offer or an assignment of the request.
#[derive(Clone, Debug, Default)]
pub struct Asked(HashMap<Uuid, History>);

pub async fn asked(tx: &mut Tx, asking: &Asking) -> Result<Asked, DbError> {
    let rows = q!(
        // A "no" from before the dates changed was said to other dates; one because of the people was not.
        "SELECT o.volunteer_id, o.search_id, o.state, o.known_to_me FROM offer o JOIN search s ON s.id = o.search_id
         JOIN request r ON r.id = o.request_id
         WHERE o.request_id = $1
           AND (o.state <> 'declined' OR o.known_to_me IS TRUE OR r.dates_changed_at IS NULL
                OR s.started_at >= r.dates_changed_at)
         UNION ALL SELECT a.volunteer_id, NULL, 'given_back', NULL FROM assignment a
         WHERE a.request_id = $1 AND a.ended_how = 'given_back'",
        asking.request
    )
    .all::<AskedRow>(tx)
    .await?;
    let mut asked = Asked::default();
    for row in rows {
        let history = asked.0.entry(row.volunteer_id).or_default();
        let (no, known) = (row.state == "declined", row.known_to_me == Some(true));
        history.asked |= row.search_id.is_some() && row.search_id == asking.search;
        history.declined |= no && !known;
        history.known_to_me |= no && known;
        history.withdrew |= row.state == "given_back";
    }
    Ok(asked)
}

impl Asked {
    pub(super) fn history(&self, volunteer: Uuid) -> History {
        self.0.get(&volunteer).copied().unwrap_or_default()
    }
}
