//! Recording what counts as late.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{
    Late,
    change::{self, Change, ChangeError},
    timeline::Timeline,
};
use crate::{act::Act, database::Tx};

/// The kind of the rule, and its key: there is one.
const LATE: &str = "late";

/// From that moment on this counts as late. What was said to a request that is filed already stays said.
pub async fn set_late(tx: &mut Tx, act: &Act<'_>, late: &Late, valid_from: DateTime<Utc>) -> Result<(), ChangeError> {
    let timeline = Timeline::read(tx).await?;
    let change = Change {
        kind: LATE.to_owned(),
        key: LATE.to_owned(),
        value: Some(json!(late)),
        valid_from,
        seen: timeline.of(LATE, LATE).first().map(|newest| newest.id),
        takes_back: None,
    };
    let prepared = match change::prepare(tx, act, change).await {
        Err(ChangeError::Same) => return Ok(()),
        prepared => prepared?,
    };
    change::record(tx, act, &prepared).await?;
    Ok(())
}
