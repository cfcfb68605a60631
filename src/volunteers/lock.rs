use super::VolunteerId;
use crate::{
    database::{DbError, Tx},
    q,
};

/// Holds the volunteer's row until the transaction ends, so that nobody is booked twice.
/// Taken after the request's row, and several in the order of their ids.
pub async fn lock(tx: &mut Tx, volunteer: VolunteerId) -> Result<(), DbError> {
    let rows = q!("UPDATE volunteer SET version = version + 1 WHERE id = $1", volunteer)
        .execute(tx)
        .await?;
    if rows == 1 { Ok(()) } else { Err(DbError::RowNotFound) }
}
