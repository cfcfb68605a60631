//! Taking back what was just saved, where that is honest: nobody has read a mail about it, and nothing was built on
//! it since. An undo is a verb of the domain with a line of its own in the trail, not a journey back in time.

mod kind;
mod saved;
mod take;
mod verbs;

pub use saved::saved;
pub use take::take;
