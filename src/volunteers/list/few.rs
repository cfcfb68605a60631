//! Where a filter leaves few volunteers, an index names them all at once.

use super::{super::VolunteerId, Filter};
use crate::{
    database::{DbError, Tx},
    q,
};

/// So many are read whole for one page without anybody waiting.
const FEW: usize = 1000;

/// The volunteers among whom all that fit the filter are. `None`: there are many.
pub(super) async fn few(tx: &mut Tx, filter: &Filter) -> Result<Option<Vec<VolunteerId>>, DbError> {
    let most = FEW as i64 + 1;
    let mut questions = Vec::new();
    let [(word, end), (b, b_end), (c, c_end)] = filter.words();
    if word.is_empty() && !filter.name.trim().is_empty() {
        // Nothing but signs: nobody is called that.
        return Ok(Some(Vec::new()));
    }
    if !word.is_empty() {
        questions.push(q!(
            "SELECT DISTINCT v.id FROM search_word w JOIN volunteer v ON v.person_id = w.subject_id
             WHERE w.kind = 'person' AND w.word >= $1 AND w.word < $2
               AND ($3 = '' OR EXISTS (SELECT 1 FROM search_word x
                                       WHERE x.subject_id = w.subject_id AND x.word >= $3 AND x.word < $4))
               AND ($5 = '' OR EXISTS (SELECT 1 FROM search_word x
                                       WHERE x.subject_id = w.subject_id AND x.word >= $5 AND x.word < $6))
             LIMIT $7",
            word,
            end,
            b,
            b_end,
            c,
            c_end,
            most
        ));
    }
    if let Some(state @ ("paused" | "retired")) = filter.state {
        questions.push(q!("SELECT id FROM volunteer WHERE state = $1 LIMIT $2", state, most));
    }
    if let Some(language) = &filter.language {
        questions.push(q!(
            "SELECT volunteer_id FROM volunteer_language WHERE language = $1 LIMIT $2",
            language,
            most
        ));
    }
    for question in questions {
        let found = question.all::<(VolunteerId,)>(tx).await?;
        if found.len() <= FEW {
            return Ok(Some(found.into_iter().map(|(id,)| id).collect()));
        }
    }
    Ok(None)
}
