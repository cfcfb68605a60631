use super::{InstitutionId, State, edit::change_state, lock};
use crate::{
    act::Act,
    database::{DbError, Tx},
    requests,
};

#[derive(Debug, thiserror::Error)]
pub enum RetireError {
    #[error("neither approved nor paused")]
    NotActive,
    /// Each is a promise to a family and perhaps to a volunteer: a person calls them off one by one, knowing whom
    /// it hits. A single button that cancels all of them would be pressed too easily.
    #[error("{0} requests are still open")]
    OpenRequests(i64),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// It is over: nobody signs in for this institution any more. What was, stays readable.
pub async fn retire(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<(), RetireError> {
    let from = [State::Approved, State::Paused];
    // First the lock that filing takes too, then the count.
    if !matches!(lock(tx, institution).await?, Some(state) if from.contains(&state)) {
        return Err(RetireError::NotActive);
    }
    let open = requests::open_of_institution(tx, institution, act.now).await?;
    if open > 0 {
        return Err(RetireError::OpenRequests(open));
    }
    change_state(tx, act, institution, &from, State::Retired, "institution_retired").await?;
    Ok(())
}
