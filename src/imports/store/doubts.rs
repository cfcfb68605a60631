//! What has to be answered first, and the answers.

use std::collections::{HashMap, HashSet};

use super::json;
use crate::{
    database::{DbError, Tx, Value, cells},
    imports::{
        ImportId,
        answers::{Answer, Answers, Group},
    },
    q, row,
};

pub const PAGE: i64 = 25;

/// So many are written by one statement.
const PART: usize = 1000;

row! {
    #[derive(Clone, Debug)]
    pub struct StoredDoubt {
        pub position: i64,
        pub key: String,
        pub field: String,
        pub code: String,
        pub cell: String,
        pub row_numbers: String,
        pub row_count: i64,
        pub proposal: Option<String>,
        pub choices: String,
        pub may_be_empty: bool,
        pub answer: Option<String>,
        pub about: String,
    }
}

impl StoredDoubt {
    pub fn rows(&self) -> Vec<u32> {
        serde_json::from_str(&self.row_numbers).unwrap_or_default()
    }

    /// Whom the first of the rows are about.
    pub fn about(&self) -> Vec<String> {
        serde_json::from_str(&self.about).unwrap_or_default()
    }

    pub fn choices(&self) -> Vec<String> {
        serde_json::from_str(&self.choices).unwrap_or_default()
    }

    pub fn answer(&self) -> Option<Answer> {
        serde_json::from_str(self.answer.as_deref()?).ok()
    }
}

pub(in crate::imports) async fn clear_doubts(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    q!("DELETE FROM import_doubt WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

/// Adds those that are new; an answer that did not help is asked again.
pub(in crate::imports) async fn add_doubts(tx: &mut Tx, import: ImportId, groups: &[Group]) -> Result<(), DbError> {
    let known = q!("SELECT key, position FROM import_doubt WHERE import_id = $1", import)
        .all::<(String, i64)>(tx)
        .await?;
    let known: HashMap<String, i64> = known.into_iter().collect();
    let again: Vec<i64> = groups
        .iter()
        .filter_map(|group| known.get(&group.key))
        .copied()
        .collect();
    for part in again.chunks(PART) {
        let open = part.iter().map(|position| (*position, None)).collect();
        set_answers(tx, import, open).await?;
    }
    let first = known.values().copied().max().unwrap_or(0) + 1;
    let new: Vec<&Group> = groups.iter().filter(|group| !known.contains_key(&group.key)).collect();
    for (part, first) in new.chunks(PART).zip((first..).step_by(PART)) {
        let rows = part.iter().zip(first..).map(|(group, position)| {
            cells([
                position.into(),
                (&group.key).into(),
                (&group.field).into(),
                group.doubt.code.code().into(),
                (&group.doubt.cell).into(),
                json(&group.rows).into(),
                (group.rows.len() as i64).into(),
                group.doubt.proposal.clone().into(),
                json(&group.doubt.choices).into(),
                group.doubt.may_be_empty.into(),
                json(&group.about).into(),
            ])
        });
        q!(
            "INSERT INTO import_doubt (import_id, position, key, field, code, cell, row_numbers, row_count, proposal,
                 choices, may_be_empty, about)
             SELECT $2, CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4,
                    r.value ->> 5, CAST(r.value ->> 6 AS BIGINT), r.value ->> 7, r.value ->> 8,
                    CAST(r.value ->> 9 AS BOOLEAN), r.value ->> 10
             FROM ROWS($1) AS r",
            Value::rows(rows.collect()),
            import
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

/// A page of doubts, after a position: those that are open, or all.
pub async fn doubts(tx: &mut Tx, import: ImportId, after: i64, only_open: bool) -> Result<Vec<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer,
                about
         FROM import_doubt WHERE import_id = $1 AND position > $2 AND ($3 = 0 OR answer IS NULL)
         ORDER BY position LIMIT $4",
        import,
        after,
        i64::from(only_open),
        PAGE + 1
    )
    .all(tx)
    .await
}

pub async fn doubt(tx: &mut Tx, import: ImportId, position: i64) -> Result<Option<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer,
                about
         FROM import_doubt WHERE import_id = $1 AND position = $2",
        import,
        position
    )
    .optional(tx)
    .await
}

row! {
    /// Open doubts of one sort: how many, of how many rows, how many with a proposal.
    #[derive(Clone, Debug)]
    pub struct Sort {
        pub field: String,
        pub code: String,
        pub doubts: i64,
        pub row_count: i64,
        pub proposals: i64,
    }
}

pub async fn open_sorts(tx: &mut Tx, import: ImportId) -> Result<Vec<Sort>, DbError> {
    q!(
        "SELECT field, code, COUNT(*) AS doubts, CAST(SUM(row_count) AS BIGINT) AS row_count, COUNT(proposal) AS proposals
         FROM import_doubt WHERE import_id = $1 AND answer IS NULL GROUP BY field, code ORDER BY field, code",
        import
    )
    .all(tx)
    .await
}

/// How many doubts there are, and how many are open.
pub async fn count_doubts(tx: &mut Tx, import: ImportId) -> Result<(i64, i64), DbError> {
    q!(
        "SELECT COUNT(*) AS total, COUNT(*) - COUNT(answer) AS open FROM import_doubt WHERE import_id = $1",
        import
    )
    .one::<(i64, i64)>(tx)
    .await
}

pub async fn answers(tx: &mut Tx, import: ImportId) -> Result<Answers, DbError> {
    let rows = q!(
        "SELECT key, answer FROM import_doubt WHERE import_id = $1 AND answer IS NOT NULL",
        import
    )
    .all::<(String, String)>(tx)
    .await?;
    let read = |(key, text): (String, String)| Some((key, serde_json::from_str(&text).ok()?));
    Ok(rows.into_iter().filter_map(read).collect())
}

/// By position; none: it is open again.
pub(in crate::imports) async fn set_answers(
    tx: &mut Tx,
    import: ImportId,
    answers: Vec<(i64, Option<&Answer>)>,
) -> Result<(), DbError> {
    let rows = answers
        .into_iter()
        .map(|(position, answer)| cells([position.into(), answer.map(json).into()]))
        .collect();
    q!(
        "UPDATE import_doubt SET answer = r.answer
         FROM (SELECT CAST(r.value ->> 0 AS BIGINT) AS position, r.value ->> 1 AS answer FROM ROWS($1) AS r) r
         WHERE import_doubt.import_id = $2 AND import_doubt.position = r.position",
        Value::rows(rows),
        import
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The open ones, without their rows: for answering many at once.
pub(in crate::imports) async fn open_doubts(tx: &mut Tx, import: ImportId) -> Result<Vec<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer,
                about
         FROM import_doubt WHERE import_id = $1 AND answer IS NULL ORDER BY position",
        import
    )
    .all(tx)
    .await
}

/// The rows that an answer leaves out.
pub(in crate::imports) async fn left_out(tx: &mut Tx, import: ImportId) -> Result<HashSet<u32>, DbError> {
    let rows = q!(
        "SELECT row_numbers FROM import_doubt WHERE import_id = $1 AND answer LIKE '%leave_out%'",
        import
    )
    .all::<(String,)>(tx)
    .await?;
    let read = |(text,): (String,)| serde_json::from_str::<Vec<u32>>(&text).unwrap_or_default();
    Ok(rows.into_iter().flat_map(read).collect())
}
