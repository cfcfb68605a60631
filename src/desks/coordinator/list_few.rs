//! Where a filter leaves few requests, an index names them all at once.

use chrono::{DateTime, Utc};

use super::list::Filter;
use crate::{
    database::{DbError, Tx},
    q,
    requests::RequestId,
};

/// So many are read whole for one page without anybody waiting.
const FEW: usize = 1000;

/// The requests among which all that fit the filter are. `None`: there are many.
pub async fn few(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<Option<Vec<RequestId>>, DbError> {
    let most = FEW as i64 + 1;
    let mut questions = Vec::new();
    if let Some(day) = filter.day {
        questions.push(q!(
            "SELECT DISTINCT request_id FROM slot WHERE local_date = $1 LIMIT $2",
            day,
            most
        ));
    }
    if let Some(institution) = filter.institution {
        questions.push(q!(
            "SELECT id FROM request WHERE institution_id = $1 LIMIT $2",
            institution,
            most
        ));
    }
    match filter.state {
        Some("searching") => questions.push(q!(
            "SELECT request_id FROM search WHERE ended_at IS NULL LIMIT $1",
            most
        )),
        Some("cancelled") => questions.push(q!(
            "SELECT id FROM request WHERE cancelled_at IS NOT NULL LIMIT $1",
            most
        )),
        Some(state @ "refused") => questions.push(q!(
            "SELECT id FROM request WHERE check_state = $1 LIMIT $2",
            state,
            most
        )),
        Some("confirmed" | "unfilled" | "checking") => questions.push(q!(
            "SELECT DISTINCT request_id FROM slot WHERE ends_at > $1 LIMIT $2",
            now,
            most
        )),
        _ => {}
    }
    if let Some(language) = &filter.language {
        questions.push(q!(
            "SELECT id FROM request WHERE language = $1 LIMIT $2",
            language,
            most
        ));
    }
    for question in questions {
        let found = question.all::<(RequestId,)>(tx).await?;
        if found.len() <= FEW {
            return Ok(Some(found.into_iter().map(|(id,)| id).collect()));
        }
    }
    Ok(None)
}
