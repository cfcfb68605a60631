//! Institutions page by page, by name: continued after a row and not at a number.

mod few;
mod follow;

use super::{InstitutionId, State};
use crate::{
    database::{
        DbError, Tx, Value,
        paging::{self, Paged, Position},
    },
    q, row,
    search::Wish,
};

pub const PAGE: usize = 50;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Beginnings of words of its name or of a site's, with or without their marks.
    pub name: String,
    pub state: Option<State>,
    pub sector: Option<String>,
    pub at: Position<Key>,
}

/// Where a row stands: names come twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub name_sort: String,
    pub id: InstitutionId,
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Listed {
        pub id: InstitutionId,
        pub name: String,
        pub name_sort: String,
        pub sector: String,
        /// A code of [`State`].
        pub state: String,
        pub refused: bool,
    }
}

impl Filter {
    /// What was typed, as ranges of words; empty ones ask for nothing.
    fn words(&self) -> [(String, String); 3] {
        let wish = Wish::read_name(&self.name);
        [0, 1, 2].map(|at| wish.range(at))
    }
}

impl Listed {
    fn key(&self) -> Key {
        Key {
            name_sort: self.name_sort.clone(),
            id: self.id,
        }
    }
}

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        let (id, name_sort) = text.split_once('.')?;
        Some(Self {
            id: id.parse().ok()?,
            name_sort: name_sort.to_owned(),
        })
    }

    pub fn text(&self) -> String {
        format!("{}.{}", self.id, self.name_sort)
    }
}

/// One page. Where few come into question, those are read; else all along the index of names.
pub async fn list(tx: &mut Tx, filter: &Filter) -> Result<Paged<Listed, Key>, DbError> {
    match few::few(tx, filter).await? {
        Some(ids) => {
            let mut rows = of_ids(tx, &ids, filter).await?;
            rows.sort_by_key(Listed::key);
            Ok(paging::cut(rows, &filter.at, PAGE, Listed::key, |a, b| a < b))
        }
        None => {
            let rows = follow::follow(tx, filter).await?;
            Ok(paging::followed(rows, &filter.at, PAGE, Listed::key, None))
        }
    }
}

/// Those of them that fit the whole filter, in no order.
async fn of_ids(tx: &mut Tx, ids: &[InstitutionId], filter: &Filter) -> Result<Vec<Listed>, DbError> {
    let [(a, a_end), (b, b_end), (c, c_end)] = filter.words();
    q!(
        "SELECT i.id, i.name, i.name_sort, i.sector, i.state, i.refusal_reason IS NOT NULL AS refused
         FROM institution i WHERE i.id IN (UUIDS($1)) AND ($2 = '' OR i.state = $2) AND ($3 = '' OR i.sector = $3)
           AND ($4 = '' OR EXISTS (SELECT 1 FROM search_word w
                                   WHERE w.subject_id = i.id AND w.word >= $4 AND w.word < $5))
           AND ($6 = '' OR EXISTS (SELECT 1 FROM search_word w
                                   WHERE w.subject_id = i.id AND w.word >= $6 AND w.word < $7))
           AND ($8 = '' OR EXISTS (SELECT 1 FROM search_word w
                                   WHERE w.subject_id = i.id AND w.word >= $8 AND w.word < $9))",
        Value::uuids(ids.iter().map(|id| id.0)),
        filter.state.map(State::code).unwrap_or_default(),
        filter.sector.as_deref().unwrap_or_default(),
        a,
        a_end,
        b,
        b_end,
        c,
        c_end
    )
    .all(tx)
    .await
}

/// How many wait for a decision.
pub async fn waiting(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,) = q!("SELECT COUNT(*) FROM institution WHERE state = 'pending'")
        .one::<(i64,)>(tx)
        .await?;
    Ok(count)
}
