//! One request put to one volunteer, answered by a link in a mail.

mod accept;
mod again;
mod close;
mod decline;
mod hand_over;
mod why;

pub use accept::{AcceptError, Accepted, Yes, accept};
pub use again::{not_arrived, send_again};
pub use close::close_for;
pub use decline::{DeclineError, decline, decline_as_known};
pub use hand_over::{bounced, handed_over, not_sent};
pub use why::{is_alone, why};

/// Why an offer can no longer be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// The institution cancelled.
    Cancelled,
    /// The appointment has begun or is over.
    Past,
    /// The search ended without anybody; a person takes care of it.
    SearchEnded,
    /// Was accepted and given back, or accepted where "no" was said now.
    AlreadyAnswered,
}
