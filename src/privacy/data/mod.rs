//! Everything that the pool holds about one person, table by table, column by column: the answer to "what do you have
//! about me?". A test compares it with docs/data.md: every personal column is here, or in [`LEFT_OUT`] with its reason.

mod left_out;
mod machinery;
mod people;
mod requests;
mod volunteers;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value as Json};

pub use left_out::LEFT_OUT;

use crate::{
    database::{DbError, Query, Row, Tx},
    people::PersonId,
};

/// One table's rows about a person; the fields are called as in docs/data.md.
#[derive(Clone, Debug)]
pub struct Section {
    pub table: &'static str,
    pub columns: &'static [&'static str],
    pub rows: Vec<Map<String, Json>>,
}

trait Own: Row + Serialize {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];
    fn query(person: PersonId) -> Query;
}

/// A table, the statement that finds a person's rows by `$1`, and the columns that are told.
macro_rules! own {
    ($name:ident of $table:literal: $q:ident!($text:literal) { $($field:ident: $type:ty),+ $(,)? }) => {
        $crate::row! {
            #[derive(serde::Serialize)]
            pub(super) struct $name { $($field: $type),+ }
        }

        impl super::Own for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn query(person: $crate::people::PersonId) -> $crate::database::Query {
                $crate::q! { $text, person }
            }
        }
    };
}
use own;

macro_rules! sections {
    ($($kind:ty),+ $(,)?) => {
        /// Every table and column that is told.
        pub const TOLD: &[(&str, &[&str])] = &[$((<$kind as Own>::TABLE, <$kind as Own>::COLUMNS)),+];

        /// Everything about one person, on one snapshot.
        pub async fn of(tx: &mut Tx, person: PersonId) -> Result<Vec<Section>, DbError> {
            Ok(vec![$(read::<$kind>(tx, person).await?),+])
        }
    };
}

sections! {
    people::Person, people::Address, people::PersonAddress, people::Coordinator, people::Contact,
    people::SecondFactor, people::SignIn, people::Session,
    volunteers::Volunteer, volunteers::Language, volunteers::LanguageWish, volunteers::District, volunteers::Sector,
    volunteers::Availability, volunteers::Absence, volunteers::Qualification, volunteers::Refusal,
    volunteers::Forecast,
    requests::Draft, requests::Request, requests::CheckQuestion, requests::Offer, requests::Assignment, requests::Proof,
    requests::ProofVersion,
    machinery::Link, machinery::MailOut, machinery::MailIn, machinery::Task, machinery::Audit,
}

/// The whole as one JSON object: `made_at`, then each table with its rows.
pub fn json(sections: &[Section], made_at: DateTime<Utc>) -> Json {
    let mut whole = Map::new();
    whole.insert("made_at".to_owned(), Json::String(made_at.to_rfc3339()));
    for section in sections {
        let rows = section.rows.iter().cloned().map(Json::Object).collect();
        whole.insert(section.table.to_owned(), Json::Array(rows));
    }
    Json::Object(whole)
}

async fn read<T: Own>(tx: &mut Tx, person: PersonId) -> Result<Section, DbError> {
    let mut rows = Vec::new();
    for row in T::query(person).all::<T>(tx).await? {
        match serde_json::to_value(row) {
            Ok(Json::Object(fields)) => rows.push(fields),
            Ok(_) => {}
            Err(error) => return Err(DbError::Encode(error.into())),
        }
    }
    Ok(Section {
        table: T::TABLE,
        columns: T::COLUMNS,
        rows,
    })
}
