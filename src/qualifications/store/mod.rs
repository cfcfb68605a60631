//! Reads.

mod holders;
mod shown;

pub use holders::{are_more_than, holder, holders, holders_after};
pub use shown::{InForce, Shown, get_of, in_force, of_volunteer, same, volunteer_of};

use chrono::NaiveDate;

use crate::database::DbError;

fn day(text: &str) -> Result<NaiveDate, DbError> {
    text.parse()
        .map_err(|error: chrono::ParseError| DbError::Decode(error.into()))
}
