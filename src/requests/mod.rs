//! One aggregate: an institution asks, volunteers are offered it, one takes it.
//!
//! Verbs: [`submit`], [`cancel`], [`offers::accept`], [`offers::decline`], [`assignments::give_back`];
//! the service itself steps a [`search`]. Locks are always taken in this order: request, openings, volunteers.

pub mod assignments;
mod cancel;
pub mod candidates;
pub mod draft;
pub mod leaving;
pub mod offers;
mod request;
pub mod search;
pub mod store;
mod submit;

pub use cancel::{CancelError, cancel, cancel_as};
pub use request::*;
pub use submit::{Refusal, SlotProblem, SubmitError, Submitted, check_slot, submit};

use crate::id_type;

id_type!(RequestId, SlotId, OpeningId, SearchId, OfferId, AssignmentId);
