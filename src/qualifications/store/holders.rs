//! Volunteers with what they have shown. Reads the volunteers' tables; writes none of them.

use std::collections::HashMap;

use super::{super::Holder, shown::InForceRow};
use crate::{
    database::{DbError, Tx},
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
    let mut held: HashMap<VolunteerId, Vec<_>> = HashMap::new();
    let in_force =
        q!("SELECT id, volunteer_id, kind, valid_until FROM qualification WHERE revoked_at IS NULL ORDER BY id")
            .all::<InForceRow>(tx)
            .await?;
    for row in in_force {
        held.entry(row.volunteer_id).or_default().push(row.read()?);
    }
    let mut sectors: HashMap<VolunteerId, Vec<String>> = HashMap::new();
    let willing = q!("SELECT volunteer_id, sector FROM volunteer_sector ORDER BY volunteer_id, sector")
        .all::<(VolunteerId, String)>(tx)
        .await?;
    for (volunteer, sector) in willing {
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
