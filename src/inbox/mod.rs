//! Mails that come to the pool: bounces and replies. [`read`] makes sense of the bytes and touches nothing else;
//! [`receive`] stores what a person has to know and moves a search on.

mod automatic;
mod bounce;
mod expire;
mod read;
mod receive;
pub mod store;
mod text;

pub use bounce::Bounce;
pub use expire::{empty_before, erase, open_of};
pub use read::{Incoming, Kind, NotAMail, read};
pub use receive::{Received, receive};

use crate::id_type;

id_type!(InboundMailId);

/// Longer messages are refused; what people write is far shorter.
pub const LONGEST: usize = 10 * 1024 * 1024;
