//! Check before search: a coordinator looks at what is doubtful before anybody is asked.
//!
//! A request [`begin`]s its check when it is filed; then nobody searches. A coordinator [`approve`]s it (the search
//! begins), [`refuse`]s it with a referral, or [`ask`]s back; the [`answer`] puts it back into the queue. [`step`]
//! makes it urgent when nobody decides. An institution that a coordinator trusts skips all of this; what the pool
//! refuses is refused to everybody, before it is filed.

mod ask;
mod begin;
mod decide;
mod step;
mod store;

pub use ask::{answer, ask};
pub(super) use begin::begin;
pub use begin::{heard_by, is_needed};
pub(super) use decide::end;
pub use decide::{approve, refuse};
pub use step::step;
pub use store::{Question, QuestionId, questions};

use super::{Request, RequestId, Status};
use crate::{
    act::Act,
    database::{DbError, Tx},
};

#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Decided before, cancelled, past, or never in doubt.
    #[error("there is nothing to decide any more")]
    NotOpen,
    #[error("the institution was asked and has not answered")]
    Asked,
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The request, locked, while its check is open.
async fn open(tx: &mut Tx, act: &Act<'_>, request: RequestId) -> Result<Request, CheckError> {
    if !super::store::lock(tx, request).await? {
        return Err(CheckError::NotFound);
    }
    let request = super::store::get(tx, request).await?.ok_or(CheckError::NotFound)?;
    match request.status(act.now) {
        Status::Checking { .. } => Ok(request),
        _ => Err(CheckError::NotOpen),
    }
}
