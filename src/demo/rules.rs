//! What the coordinator has changed in the pool's rules lately, and one change that is yet to come.

use chrono::{DateTime, TimeZone, Utc};
use serde_json::{Value, json};

use super::{people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    settings::{
        change::{self, Change},
        timeline::Timeline,
    },
};

/// First of April, midnight in Münster.
fn april() -> Option<DateTime<Utc>> {
    Utc.with_ymd_and_hms(2027, 3, 31, 22, 0, 0).single()
}

pub(super) async fn change_some(app: &Shared, tx: &mut Tx, cast: &Cast) -> Result<(), YearError> {
    let now = app.clock.now();
    let changes = [
        ("topic", "private", "referral", referral(), now),
        ("occasion", "settling_in", "usual_minutes", json!(45), now),
        ("neighbour", "fa>prs", "strength", json!(85), now),
        (
            "number",
            "buffer_margin_minutes",
            "value",
            json!(10),
            april().unwrap_or(now),
        ),
    ];
    let act = app.act(Actor::Person(cast.coordinator));
    for (kind, key, field, to, valid_from) in changes {
        let timeline = Timeline::read(tx).await?;
        let Some(mut value) = timeline.value_at(kind, key, now).cloned() else {
            continue;
        };
        value[field] = to;
        let change = Change {
            kind: kind.to_owned(),
            key: key.to_owned(),
            value: Some(value),
            valid_from,
            seen: timeline.of(kind, key).first().map(|newest| newest.id),
            takes_back: None,
        };
        let prepared = change::prepare(tx, &act, change).await;
        let prepared = prepared.map_err(|error| YearError::Refused(error.to_string()))?;
        change::record(tx, &act, &prepared).await?;
    }
    Ok(())
}

fn referral() -> Value {
    json!({
        "de": "Nur Einrichtungen können bei uns anfragen. Eine Beratungsstelle fragt gern für die Familie an.",
        "en": "Only institutions can ask us. An advice centre will gladly ask for the family.",
    })
}
