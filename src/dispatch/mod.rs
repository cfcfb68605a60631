//! Whom to ask when. `next_step(state, now)` is pure: the workers and the simulator call the same function.
//!
//! Rules that hold for every policy are in `step`; each policy has a file and answers one question, whom to ask now.

mod beat;
mod deadlines;
mod pick;
mod policy;
mod quiet;
mod rolling;
mod state;
mod step;
mod waves;

pub use deadlines::{answer_by, deadline_for};
pub use policy::{Policy, UnknownPolicy};
pub use quiet::QuietHours;
pub use state::{Candidate, Offer, OfferState, State};
pub use step::{GiveUpReason, Step, next_step};
pub use waves::Waves;
