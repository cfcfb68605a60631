//! Institutions page by page, by name: continued after a row and not at a number.

use uuid::Uuid;

use super::{InstitutionId, State};
use crate::{
    database::{DbError, Tx},
    people::sort_key,
    q, row,
};

pub const PAGE: usize = 50;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of a name, with or without its marks.
    pub name: String,
    pub state: Option<State>,
    pub sector: Option<String>,
    /// The last one of the page before.
    pub after: Option<InstitutionId>,
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Listed {
        pub id: InstitutionId,
        pub name: String,
        pub sector: String,
        /// A code of [`State`].
        pub state: String,
        pub refused: bool,
    }
}

/// The rows, and whether there are more.
pub async fn list(tx: &mut Tx, filter: &Filter) -> Result<(Vec<Listed>, bool), DbError> {
    let (name, id) = match filter.after {
        Some(after) => q!("SELECT name_sort, id FROM institution WHERE id = $1", after)
            .optional::<(String, InstitutionId)>(tx)
            .await?
            .unwrap_or((String::new(), after)),
        // No name is empty: before the first page everything comes "after".
        None => (String::new(), InstitutionId(Uuid::nil())),
    };
    let mut rows: Vec<Listed> = q!(
        "SELECT id, name, sector, state, refusal_reason IS NOT NULL AS refused FROM institution
         WHERE name_sort LIKE $1 ESCAPE '\\' AND ($2 = '' OR state = $2) AND ($3 = '' OR sector = $3)
           AND (name_sort > $4 OR (name_sort = $4 AND id > $5))
         ORDER BY name_sort, id LIMIT $6",
        containing(&filter.name),
        filter.state.map(State::code).unwrap_or_default(),
        filter.sector.as_deref().unwrap_or_default(),
        name,
        id,
        PAGE as i64 + 1
    )
    .all(tx)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
}

/// How many wait for a decision.
pub async fn waiting(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,) = q!("SELECT COUNT(*) FROM institution WHERE state = 'pending'")
        .one::<(i64,)>(tx)
        .await?;
    Ok(count)
}

/// A pattern for LIKE in which nothing typed has a meaning of its own.
fn containing(typed: &str) -> String {
    let mut pattern = "%".to_owned();
    for c in sort_key(typed.trim()).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}
