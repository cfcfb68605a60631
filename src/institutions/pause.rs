use super::{InstitutionId, State, edit::change_state};
use crate::{
    act::Act,
    database::{DbError, Tx},
};

/// Its contacts see what there is, but file nothing new. What was filed goes on. `false`: it may not ask anyway.
pub async fn pause(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    let to = State::Paused;
    change_state(tx, act, institution, &[State::Approved], to, "institution_paused").await
}

/// It may ask again. `false`: it was not paused.
pub async fn resume(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    let to = State::Approved;
    change_state(tx, act, institution, &[State::Paused], to, "institution_resumed").await
}
