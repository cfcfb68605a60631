//! Volunteers with what they have shown. Reads the volunteers' tables; writes none of them.

use std::collections::HashMap;

use uuid::Uuid;

use super::{super::Holder, shown::InForceRow};
use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q, row,
    volunteers::VolunteerId,
};

row! {
    struct HolderRow {
        id: VolunteerId,
        person_id: PersonId,
        name: String,
        birth_year: Option<i64>,
        state: String,
    }
}

impl HolderRow {
    fn holder(self) -> Holder {
        Holder {
            volunteer: self.id,
            person: self.person_id,
            name: self.name,
            birth_year: self.birth_year.and_then(|year| i32::try_from(year).ok()),
            retired: self.state == "retired",
            sectors: Vec::new(),
            held: Vec::new(),
        }
    }
}

/// Everybody who has not left, by name.
pub async fn holders(tx: &mut Tx) -> Result<Vec<Holder>, DbError> {
    let rows: Vec<HolderRow> = q!(
        "SELECT v.id, v.person_id, p.name, v.birth_year, v.state FROM volunteer v JOIN person p ON p.id = v.person_id
         WHERE v.state <> 'retired' ORDER BY p.name_sort, v.id"
    )
    .all(tx)
    .await?;
    whole(tx, rows, None).await
}

/// The next ones who have not left, by name, whose names have a word that begins so.
pub async fn holders_after(
    tx: &mut Tx,
    (name_sort, person): &(String, PersonId),
    (word, end): &(String, String),
    most: i64,
) -> Result<Vec<Holder>, DbError> {
    let rows: Vec<HolderRow> = q!(
        "SELECT v.id, v.person_id, p.name, v.birth_year, v.state FROM person p JOIN volunteer v ON v.person_id = p.id
         WHERE p.name_sort >= $1 AND (p.name_sort > $1 OR p.id > $2) AND v.state <> 'retired'
           AND ($3 = '' OR EXISTS (SELECT 1 FROM search_word w
                                   WHERE w.subject_id = p.id AND w.word >= $3 AND w.word < $4))
         ORDER BY p.name_sort, p.id LIMIT $5",
        name_sort,
        *person,
        word,
        end,
        most
    )
    .all(tx)
    .await?;
    let ids = rows.iter().map(|row| row.id.0).collect();
    whole(tx, rows, Some(ids)).await
}

/// Whether more than so many have not left.
pub async fn are_more_than(tx: &mut Tx, most: i64) -> Result<bool, DbError> {
    let (found,) = q!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM volunteer WHERE state <> 'retired' LIMIT $1) x",
        most + 1
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(found > most)
}

/// With what they have shown and where they are willing to work: of these, or of everybody.
async fn whole(tx: &mut Tx, rows: Vec<HolderRow>, only: Option<Vec<Uuid>>) -> Result<Vec<Holder>, DbError> {
    let everybody = only.is_none();
    let ids = Value::uuids(only.unwrap_or_default());
    let mut held: HashMap<VolunteerId, Vec<_>> = HashMap::new();
    let in_force = if everybody {
        q!("SELECT id, volunteer_id, kind, valid_until FROM qualification WHERE revoked_at IS NULL ORDER BY id")
    } else {
        q!(
            "SELECT id, volunteer_id, kind, valid_until FROM qualification
             WHERE volunteer_id IN (UUIDS($1)) AND revoked_at IS NULL ORDER BY id",
            ids.clone()
        )
    };
    for row in in_force.all::<InForceRow>(tx).await? {
        held.entry(row.volunteer_id).or_default().push(row.read()?);
    }
    let mut sectors: HashMap<VolunteerId, Vec<String>> = HashMap::new();
    let willing = if everybody {
        q!("SELECT volunteer_id, sector FROM volunteer_sector ORDER BY volunteer_id, sector")
    } else {
        q!(
            "SELECT volunteer_id, sector FROM volunteer_sector WHERE volunteer_id IN (UUIDS($1))
             ORDER BY volunteer_id, sector",
            ids
        )
    };
    for (volunteer, sector) in willing.all::<(VolunteerId, String)>(tx).await? {
        sectors.entry(volunteer).or_default().push(sector);
    }
    let whole = rows.into_iter().map(|row| Holder {
        held: held.remove(&row.id).unwrap_or_default(),
        sectors: sectors.remove(&row.id).unwrap_or_default(),
        ..row.holder()
    });
    Ok(whole.collect())
}

/// One of them, also somebody who left.
pub async fn holder(tx: &mut Tx, volunteer: VolunteerId) -> Result<Option<Holder>, DbError> {
    let row: Option<HolderRow> = q!(
        "SELECT v.id, v.person_id, p.name, v.birth_year, v.state FROM volunteer v JOIN person p ON p.id = v.person_id
         WHERE v.id = $1",
        volunteer
    )
    .optional(tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let sectors = q!(
        "SELECT sector FROM volunteer_sector WHERE volunteer_id = $1 ORDER BY sector",
        volunteer
    )
    .all::<(String,)>(tx)
    .await?;
    Ok(Some(Holder {
        held: super::in_force(tx, volunteer).await?,
        sectors: sectors.into_iter().map(|(sector,)| sector).collect(),
        ..row.holder()
    }))
}
