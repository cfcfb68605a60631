//! One aggregate: an institution asks, volunteers are offered it, one takes it.
//!
//! Verbs: [`submit`], [`file_instead`], [`cancel`], [`offers::accept`], [`offers::decline`], [`assignments::give_back`]; by a
//! coordinator's hand [`assignments::assign`], [`assignments::release`], [`change_search`], [`close`], [`picks::choose`];
//! [`check::approve`], [`check::refuse`], [`check::ask`]; the service itself steps a [`search`]. Locks are always taken in this order: request, openings, volunteers.

pub mod affected;
pub mod asked;
pub mod assignments;
mod best;
mod cancel;
pub mod candidates;
mod change;
pub mod check;
mod close;
mod dates;
mod decision;
mod details;
pub mod draft;
pub mod expire;
pub mod forecast;
mod hand_over;
pub mod joining;
mod judge;
pub mod leaving;
mod line;
mod moved;
pub mod offers;
mod open;
mod outlook;
mod past;
pub mod picks;
pub mod promise;
pub mod prospects;
mod record_past;
mod request;
pub mod search;
pub mod store;
mod submit;
mod unfilled;
mod wishes;

pub use best::{Best, best};
pub use cancel::{CancelError, cancel, cancel_as};
pub use change::{Asking, Change, ChangeError, MAX_DATES, change_search, nearby_languages};
pub use close::{CloseError, CloseReason, close};
pub use decision::{Decision, decide};
pub use details::{Details, DetailsError, change_details};
pub use hand_over::{HandOverError, hand_over, hand_over_all, open_of_contact};
pub use moved::{MoveError, can_be_moved, file_instead};
pub use open::{open_at_site, open_of_institution};
pub use outlook::{Next, Outlook, outlook};
pub use past::{
    KnownAppointment, Past, PastOutcome, References, TakenTime, known, past_in_use, taken_times, unmake_past,
};
pub use prospects::prospects;
pub use record_past::record_past;
pub use request::*;
pub use submit::{Refusal, SlotProblem, SubmitError, Submitted, check_own_slot, check_slot, submit};

use crate::id_type;

id_type!(RequestId, SlotId, OpeningId, SearchId, OfferId, AssignmentId);
