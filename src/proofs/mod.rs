//! What happened at an appointment: both sides say it, and every word of theirs is kept.
//!
//! A timer asks when an assignment is over ([`step`]). Verbs: [`report`] for either side (also by phone),
//! [`confirm`] for the institution, [`decide`] for a coordinator. What all of it comes to is decided in
//! [`stand`], without a database.

mod chase;
mod decide;
mod expire;
mod facts;
mod past;
mod report;
mod said;
mod step;
pub mod store;
pub mod times;

pub use chase::{Days, Turn, turn};
pub use decide::decide;
pub use expire::{empty_notes_before, erase_notes};
pub use past::{record_past, unmake_past};
pub use report::{Report, confirm, report};
pub use said::{Outcome, Said, Side, Stand, State, stand};
pub use step::step;

use crate::{database::DbError, id_type};

id_type!(VersionId);

#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    /// Called off, not over yet, or no assignment at all.
    #[error("nobody was asked about this assignment")]
    NotFound,
    #[error("it is settled")]
    Done,
    /// What was to be confirmed has been corrected meanwhile.
    #[error("the other side says something else by now")]
    Changed,
    #[error("impossible times: {0:?}")]
    Times(times::TimeProblem),
    #[error(transparent)]
    Database(#[from] DbError),
}
