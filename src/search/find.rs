//! Who is meant: the first ones in the order of the words, found by ranges of an index alone.

use uuid::Uuid;

use super::wish::{Reference, Wish};
use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    people::PersonId,
    q,
    requests::RequestId,
};

/// More than that of one kind, and the words have to say more.
pub const MOST: usize = 20;
/// Words read for one page: somebody may be found by two.
const ROWS: i64 = 4 * (MOST as i64 + 1);

/// The first ones, and whether there are more.
type Found<Id> = (Vec<Id>, bool);

pub async fn people(tx: &mut Tx, wish: &Wish) -> Result<Found<PersonId>, DbError> {
    let mut found = named(tx, "person", wish).await?;
    if let Some(address) = &wish.address {
        let rows = q!(
            "SELECT pa.person_id FROM search_word w CROSS JOIN person_address pa
             WHERE w.kind = 'address' AND w.word >= $1 AND w.word < $2 AND pa.address_id = w.subject_id
             ORDER BY w.word, w.subject_id, pa.person_id LIMIT $3",
            address,
            super::after(address),
            ROWS
        );
        found.extend(rows.all::<(Uuid,)>(tx).await?.into_iter().map(|(id,)| id));
    }
    if let Some(digits) = &wish.phone {
        found.extend(called(tx, digits).await?);
    }
    Ok(first(found, PersonId))
}

/// Whose number has these digits in a row, however it is written.
async fn called(tx: &mut Tx, digits: &str) -> Result<Vec<Uuid>, DbError> {
    let rows = q!(
        "SELECT DISTINCT x.person_id FROM (
           SELECT person_id, phone FROM volunteer WHERE phone IS NOT NULL
           UNION ALL SELECT person_id, phone FROM contact WHERE phone IS NOT NULL) x
         WHERE REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(x.phone,
           '(0)', ''), ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', '') LIKE '%' || $1 || '%'
         ORDER BY x.person_id LIMIT $2",
        digits,
        ROWS
    );
    let rows = rows.all::<(Uuid,)>(tx).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// By their own words or by those of their sites; also where both are mixed.
pub async fn institutions(tx: &mut Tx, wish: &Wish) -> Result<Found<InstitutionId>, DbError> {
    let mut found = named(tx, "institution", wish).await?;
    found.extend(named(tx, "site", wish).await?);
    Ok(first(found, InstitutionId))
}

/// The newest first.
pub async fn requests(tx: &mut Tx, wish: &Wish) -> Result<Found<RequestId>, DbError> {
    let (from, before) = match &wish.reference {
        None => return Ok((Vec::new(), false)),
        // The word itself and nothing longer.
        Some(Reference::Number(number)) => (number.clone(), format!("{number}\u{1}")),
        Some(Reference::Beginning(beginning)) => (beginning.clone(), super::after(beginning)),
    };
    let rows = q!(
        "SELECT subject_id FROM search_word WHERE kind = 'request' AND word >= $1 AND word < $2
         ORDER BY word DESC, subject_id DESC LIMIT $3",
        from,
        before,
        ROWS
    );
    let found = rows.all::<(Uuid,)>(tx).await?.into_iter().map(|(id,)| id).collect();
    Ok(first(found, RequestId))
}

/// Whose every word begins as one of theirs does.
async fn named(tx: &mut Tx, kind: &str, wish: &Wish) -> Result<Vec<Uuid>, DbError> {
    if wish.words.is_empty() {
        return Ok(Vec::new());
    }
    let [(a, a_end), (b, b_end), (c, c_end), (d, d_end), (e, e_end)] = [0, 1, 2, 3, 4].map(|at| wish.range(at));
    let rows = q!(
        "SELECT w.subject_id FROM search_word w WHERE w.kind = $1 AND w.word >= $2 AND w.word < $3
           AND ($4 = '' OR EXISTS (SELECT 1 FROM search_word x
                                   WHERE x.subject_id = w.subject_id AND x.word >= $4 AND x.word < $5))
           AND ($6 = '' OR EXISTS (SELECT 1 FROM search_word x
                                   WHERE x.subject_id = w.subject_id AND x.word >= $6 AND x.word < $7))
           AND ($8 = '' OR EXISTS (SELECT 1 FROM search_word x
                                   WHERE x.subject_id = w.subject_id AND x.word >= $8 AND x.word < $9))
           AND ($10 = '' OR EXISTS (SELECT 1 FROM search_word x
                                    WHERE x.subject_id = w.subject_id AND x.word >= $10 AND x.word < $11))
         ORDER BY w.word, w.subject_id LIMIT $12",
        kind,
        a,
        a_end,
        b,
        b_end,
        c,
        c_end,
        d,
        d_end,
        e,
        e_end,
        ROWS
    );
    let rows = rows.all::<(Uuid,)>(tx).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

fn first<Id>(found: Vec<Uuid>, id: fn(Uuid) -> Id) -> Found<Id> {
    let mut once: Vec<Uuid> = Vec::new();
    for one in found {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    let more = once.len() > MOST;
    once.truncate(MOST);
    (once.into_iter().map(id).collect(), more)
}
