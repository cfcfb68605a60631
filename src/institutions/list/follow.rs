//! All of them along the index of names, onwards or backwards from a row.

use uuid::Uuid;

use super::{super::InstitutionId, Filter, Key, Listed, PAGE};
use crate::{
    database::{DbError, Tx, paging::Position},
    institutions::State,
    q,
};

/// In the order of reading, one more than fit on a page if there are more.
pub(super) async fn follow(tx: &mut Tx, filter: &Filter) -> Result<Vec<Listed>, DbError> {
    let [(word, end), (b, b_end), (c, c_end)] = filter.words();
    let state = filter.state.map(State::code).unwrap_or_default();
    let sector = filter.sector.clone().unwrap_or_default();
    let most = PAGE as i64 + 1;
    // No name is empty: before the first page everything comes "after".
    let nobody = Key {
        name_sort: String::new(),
        id: InstitutionId(Uuid::nil()),
    };
    match filter.at.clone() {
        Position::Before(key) => q!(
            "SELECT i.id, i.name, i.name_sort, i.sector, i.state, i.refusal_reason IS NOT NULL AS refused FROM institution i
             WHERE i.name_sort <= $1 AND (i.name_sort < $1 OR i.id < $2)
               AND ($3 = '' OR i.state = $3) AND ($4 = '' OR i.sector = $4)
               AND ($5 = '' OR EXISTS (SELECT 1 FROM search_word w
                                       WHERE w.subject_id = i.id AND w.word >= $5 AND w.word < $6))
                 AND ($8 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = i.id AND w.word >= $8 AND w.word < $9))
                 AND ($10 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = i.id AND w.word >= $10 AND w.word < $11))
             ORDER BY i.name_sort DESC, i.id DESC LIMIT $7",
            key.name_sort,
            key.id,
            state,
            sector,
            word,
            end,
            most,
            b,
            b_end,
            c,
            c_end
        ),
        Position::After(_) | Position::Start => {
            let key = match &filter.at {
                Position::After(key) => key.clone(),
                _ => nobody,
            };
            q!(
                "SELECT i.id, i.name, i.name_sort, i.sector, i.state, i.refusal_reason IS NOT NULL AS refused FROM institution i
             WHERE i.name_sort >= $1 AND (i.name_sort > $1 OR i.id > $2)
               AND ($3 = '' OR i.state = $3) AND ($4 = '' OR i.sector = $4)
               AND ($5 = '' OR EXISTS (SELECT 1 FROM search_word w
                                       WHERE w.subject_id = i.id AND w.word >= $5 AND w.word < $6))
                 AND ($8 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = i.id AND w.word >= $8 AND w.word < $9))
                 AND ($10 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = i.id AND w.word >= $10 AND w.word < $11))
             ORDER BY i.name_sort, i.id LIMIT $7",
                key.name_sort,
                key.id,
                state,
                sector,
                word,
                end,
                most,
                b,
                b_end,
                c,
                c_end
            )
        }
    }
    .all(tx)
    .await
}
