//! What is written down about an erasure, for whoever has to answer for it: codes and counts, nothing about anybody.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ErasureId;
pub use super::kept::Kept;
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{Counted, PersonId},
    q, row,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What was taken, and how many rows of it.
    pub erased: Vec<(String, i64)>,
    pub kept: Vec<Kept>,
}

impl Report {
    /// The same thing from several places is one line; what was not there is none.
    pub(super) fn new(counted: &Counted, kept: Vec<Kept>) -> Self {
        let mut erased: Vec<(String, i64)> = Vec::new();
        for (what, count) in counted {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            match erased.iter_mut().find(|(known, _)| known == what) {
                Some((_, sum)) => *sum += count,
                None => erased.push(((*what).to_owned(), count)),
            }
        }
        erased.retain(|(_, count)| *count > 0);
        Self { erased, kept }
    }
}

row! {
    struct ErasureRow {
        id: ErasureId,
        person_id: PersonId,
        erased_at: DateTime<Utc>,
        by_service: bool,
        report: String,
    }
}

#[derive(Clone, Debug)]
pub struct Erasure {
    pub id: ErasureId,
    /// Nobody here; in a backup from before it leads to whoever has to be erased again after it was restored.
    pub person: PersonId,
    pub erased_at: DateTime<Utc>,
    /// By the deadline, not by a coordinator.
    pub by_service: bool,
    pub report: Report,
}

impl ErasureRow {
    fn read(self) -> Result<Erasure, DbError> {
        Ok(Erasure {
            id: self.id,
            person: self.person_id,
            erased_at: self.erased_at,
            by_service: self.by_service,
            report: serde_json::from_str(&self.report).map_err(|error| DbError::Decode(error.into()))?,
        })
    }
}

pub(super) async fn write(tx: &mut Tx, act: &Act<'_>, person: PersonId, report: &Report) -> Result<ErasureId, DbError> {
    let id = ErasureId(act.uuid());
    let text = serde_json::to_string(report).map_err(|error| DbError::Encode(error.into()))?;
    q!(
        "INSERT INTO erasure (id, person_id, erased_at, erased_by, report) VALUES ($1, $2, $3, $4, $5)",
        id,
        person,
        act.now,
        act.person(),
        text
    )
    .execute(tx)
    .await?;
    Ok(id)
}

pub async fn get(tx: &mut Tx, id: ErasureId) -> Result<Option<Erasure>, DbError> {
    q!(
        "SELECT id, person_id, erased_at, erased_by IS NULL AS by_service, report FROM erasure WHERE id = $1",
        id
    )
    .optional::<ErasureRow>(tx)
    .await?
    .map(ErasureRow::read)
    .transpose()
}

/// The newest first.
pub async fn newest(tx: &mut Tx, most: i64) -> Result<Vec<Erasure>, DbError> {
    q!(
        "SELECT id, person_id, erased_at, erased_by IS NULL AS by_service, report FROM erasure
         ORDER BY erased_at DESC, id DESC LIMIT $1",
        most
    )
    .all::<ErasureRow>(tx)
    .await?
    .into_iter()
    .map(ErasureRow::read)
    .collect()
}

/// The report about somebody who was erased.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Option<ErasureId>, DbError> {
    let row = q!("SELECT id FROM erasure WHERE person_id = $1", person)
        .optional::<(ErasureId,)>(tx)
        .await?;
    Ok(row.map(|(id,)| id))
}
