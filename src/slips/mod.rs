//! The slip that an institution gives to a family: when, where, somebody comes who speaks their language. In that
//! language, with German beneath, and without anybody's name.
//!
//! The words are shipped ([`texts`]), corrected by a coordinator ([`wording`]) and filled in by [`sheet`]; a link to
//! the slip is sent and taken back by [`link`]. What a slip says is read from the request each time it is opened.

mod link;
mod sentences;
pub mod sheet;
pub mod store;
pub mod texts;
mod wording;

pub use link::{digest, follow, is_as_shown, of_token, path, revoke, send};
pub use sentences::{Piece, SENTENCES, Sentence, Wrong, pieces, sentence};
pub use texts::{Choice, Direction, Text, choose};
pub use wording::{CheckError, CorrectError, Says, correct, current, mark_checked, restore};

use crate::id_type;

id_type!(SlipId, WordingId);
