//! The list of all volunteers: by name, page by page, continued after a row and not at a number.

mod few;
mod follow;

use chrono::{DateTime, Utc};

use super::VolunteerId;
use crate::{
    database::{
        DbError, Tx, Value,
        paging::{self, Paged, Position},
    },
    people::PersonId,
    q, row,
    search::Wish,
};

pub const PAGE: usize = 50;
pub const STATES: [&str; 3] = ["active", "paused", "retired"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Beginnings of words of the name, as typed.
    pub name: String,
    pub language: Option<String>,
    /// None: everybody who is still with the pool.
    pub state: Option<&'static str>,
    pub at: Position<Key>,
}

/// Where a row stands: names come twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub name_sort: String,
    pub person: PersonId,
}

row! {
    #[derive(Clone, Debug)]
    pub struct Listed {
        pub id: VolunteerId,
        pub person_id: PersonId,
        pub name: String,
        pub name_sort: String,
        /// One of [`STATES`]; a pause that has run out is none.
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub home_district: Option<String>,
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
            person: self.person_id,
        }
    }
}

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        let (id, name_sort) = text.split_once('.')?;
        Some(Self {
            person: id.parse().ok()?,
            name_sort: name_sort.to_owned(),
        })
    }

    pub fn text(&self) -> String {
        format!("{}.{}", self.person, self.name_sort)
    }
}

/// One page. Where few come into question, those are read; else everybody along the index of names.
pub async fn list(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<Paged<Listed, Key>, DbError> {
    match few::few(tx, filter).await? {
        Some(ids) => {
            let mut rows = of_ids(tx, &ids, filter, now).await?;
            rows.sort_by_key(Listed::key);
            Ok(paging::cut(rows, &filter.at, PAGE, Listed::key, |a, b| a < b))
        }
        None => {
            let rows = follow::follow(tx, filter, now).await?;
            Ok(paging::followed(rows, &filter.at, PAGE, Listed::key, None))
        }
    }
}

/// Those of them that fit the whole filter, in no order.
async fn of_ids(tx: &mut Tx, ids: &[VolunteerId], filter: &Filter, now: DateTime<Utc>) -> Result<Vec<Listed>, DbError> {
    let [(a, a_end), (b, b_end), (c, c_end)] = filter.words();
    q!(
        "SELECT x.id, x.person_id, x.name, x.name_sort, x.state, x.paused_until, x.home_district FROM (
           SELECT v.id, v.person_id, p.name, p.name_sort, v.paused_until, v.home_district,
             CASE WHEN v.state = 'paused' AND v.paused_until <= $1 THEN 'active' ELSE v.state END AS state
           FROM volunteer v JOIN person p ON p.id = v.person_id
           WHERE v.id IN (UUIDS($2))
             AND ($3 = '' OR EXISTS (SELECT 1 FROM volunteer_language s
                                     WHERE s.volunteer_id = v.id AND s.language = $3))
             AND ($4 = '' OR EXISTS (SELECT 1 FROM search_word w
                                     WHERE w.subject_id = p.id AND w.word >= $4 AND w.word < $5))
             AND ($6 = '' OR EXISTS (SELECT 1 FROM search_word w
                                     WHERE w.subject_id = p.id AND w.word >= $6 AND w.word < $7))
             AND ($8 = '' OR EXISTS (SELECT 1 FROM search_word w
                                     WHERE w.subject_id = p.id AND w.word >= $8 AND w.word < $9))) x
         WHERE ($10 = '' AND x.state <> 'retired') OR x.state = $10",
        now,
        Value::uuids(ids.iter().map(|id| id.0)),
        filter.language.as_deref().unwrap_or_default(),
        a,
        a_end,
        b,
        b_end,
        c,
        c_end,
        filter.state.unwrap_or_default()
    )
    .all(tx)
    .await
}

/// What each of them speaks: volunteer and language.
pub async fn languages_of_all(tx: &mut Tx, volunteers: &[Listed]) -> Result<Vec<(VolunteerId, String)>, DbError> {
    q!(
        "SELECT volunteer_id, language FROM volunteer_language WHERE volunteer_id IN (UUIDS($1))
         ORDER BY volunteer_id, language",
        Value::uuids(volunteers.iter().map(|row| row.id.0))
    )
    .all(tx)
    .await
}
