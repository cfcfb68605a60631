//! Everybody along the index of names, onwards or backwards from a row.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Filter, Key, Listed, PAGE};
use crate::{
    database::{DbError, Tx, paging::Position},
    people::PersonId,
    q,
};

/// In the order of reading, one more than fit on a page if there are more.
pub(super) async fn follow(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<Vec<Listed>, DbError> {
    let [(word, end), (b, b_end), (c, c_end)] = filter.words();
    let language = filter.language.clone().unwrap_or_default();
    let state = filter.state.unwrap_or_default();
    let most = PAGE as i64 + 1;
    // Every name sorts after nothing.
    let nobody = Key {
        name_sort: String::new(),
        person: PersonId(Uuid::nil()),
    };
    match filter.at.clone() {
        Position::Before(key) => q!(
            "SELECT x.id, x.person_id, x.name, x.name_sort, x.state, x.paused_until, x.home_district FROM (
               SELECT v.id, v.person_id, p.name, p.name_sort, v.paused_until, v.home_district,
                 CASE WHEN v.state = 'paused' AND v.paused_until <= $1 THEN 'active' ELSE v.state END AS state
               FROM person p JOIN volunteer v ON v.person_id = p.id
               WHERE p.erased_at IS NULL AND p.name_sort <= $2 AND (p.name_sort < $2 OR p.id < $3)
                 AND ($4 = '' OR EXISTS (SELECT 1 FROM volunteer_language s
                                         WHERE s.volunteer_id = v.id AND s.language = $4))
                 AND ($5 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $5 AND w.word < $6))
                 AND ($9 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $9 AND w.word < $10))
                 AND ($11 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $11 AND w.word < $12))) x
             WHERE ($7 = '' AND x.state <> 'retired') OR x.state = $7
             ORDER BY x.name_sort DESC, x.person_id DESC LIMIT $8",
            now,
            key.name_sort,
            key.person,
            language,
            word,
            end,
            state,
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
                "SELECT x.id, x.person_id, x.name, x.name_sort, x.state, x.paused_until, x.home_district FROM (
               SELECT v.id, v.person_id, p.name, p.name_sort, v.paused_until, v.home_district,
                 CASE WHEN v.state = 'paused' AND v.paused_until <= $1 THEN 'active' ELSE v.state END AS state
               FROM person p JOIN volunteer v ON v.person_id = p.id
               WHERE p.erased_at IS NULL AND p.name_sort >= $2 AND (p.name_sort > $2 OR p.id > $3)
                 AND ($4 = '' OR EXISTS (SELECT 1 FROM volunteer_language s
                                         WHERE s.volunteer_id = v.id AND s.language = $4))
                 AND ($5 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $5 AND w.word < $6))
                 AND ($9 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $9 AND w.word < $10))
                 AND ($11 = '' OR EXISTS (SELECT 1 FROM search_word w
                                         WHERE w.subject_id = p.id AND w.word >= $11 AND w.word < $12))) x
             WHERE ($7 = '' AND x.state <> 'retired') OR x.state = $7
             ORDER BY x.name_sort, x.person_id LIMIT $8",
                now,
                key.name_sort,
                key.person,
                language,
                word,
                end,
                state,
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
