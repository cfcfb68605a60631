//! The list of all volunteers: one page, by name, continued after a key and not at a number.

use chrono::{DateTime, Utc};

use super::VolunteerId;
use crate::{
    database::{DbError, Tx, Value},
    people, q, row,
};

pub const PAGE: usize = 50;
pub const STATES: [&str; 3] = ["active", "paused", "retired"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the name, as typed.
    pub name: String,
    pub language: Option<String>,
    /// None: everybody who is still with the pool.
    pub state: Option<&'static str>,
    pub after: Option<Key>,
}

/// The last row of the page before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub name_sort: String,
    pub id: VolunteerId,
}

row! {
    #[derive(Clone, Debug)]
    pub struct Listed {
        pub id: VolunteerId,
        pub name: String,
        pub name_sort: String,
        /// One of [`STATES`]; a pause that has run out is none.
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub home_district: Option<String>,
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

/// The rows, and whether there are more.
pub async fn list(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<(Vec<Listed>, bool), DbError> {
    // Every name sorts after nothing.
    let after = filter.after.clone().unwrap_or(Key {
        name_sort: String::new(),
        id: VolunteerId(uuid::Uuid::nil()),
    });
    let mut rows: Vec<Listed> = q!(
        "SELECT x.id, x.name, x.name_sort, x.state, x.paused_until, x.home_district FROM (
           SELECT v.id, p.name, p.name_sort, v.paused_until, v.home_district,
             CASE WHEN v.state = 'paused' AND v.paused_until <= $1 THEN 'active' ELSE v.state END AS state
           FROM volunteer v JOIN person p ON p.id = v.person_id
           WHERE (p.name_sort > $2 OR (p.name_sort = $2 AND v.id > $3))
             AND ($4 = '' OR p.name_sort LIKE $4 ESCAPE '!')
             AND ($5 = '' OR EXISTS (SELECT 1 FROM volunteer_language s
                                     WHERE s.volunteer_id = v.id AND s.language = $5))) x
         WHERE ($6 = '' AND x.state <> 'retired') OR x.state = $6
         ORDER BY x.name_sort, x.id LIMIT $7",
        now,
        after.name_sort,
        after.id,
        pattern(&filter.name),
        filter.language.as_deref().unwrap_or_default(),
        filter.state.unwrap_or_default(),
        PAGE as i64 + 1
    )
    .all(tx)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
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

/// A name that holds the typed text, spelt with or without its marks.
fn pattern(typed: &str) -> String {
    let key = people::sort_key(typed.trim());
    if key.is_empty() {
        return String::new();
    }
    let mut pattern = "%".to_owned();
    for c in key.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}
