//! The pool's own rules: languages, districts, holidays, topics, numbers, texts.
//!
//! They live in the table `pool_rule` with a date from which they count; no other code reads a pool's file.
//! [`pool_file`] turns a file into rows, [`kinds`] describes what a rule is made of, [`check`] says whether all fit
//! together, [`store`] appends what differs and loads what is in force, [`change`] records one change and takes it
//! back, [`Rules`] answers questions, [`calendar`] knows wall time and working days.

pub mod calendar;
pub mod change;
pub mod check;
pub mod desk_hours;
pub mod kinds;
mod language_names;
mod late;
mod names;
mod notice;
pub mod pool_file;
mod rows;
mod rules;
mod store;
mod texts;
pub mod timeline;
mod travel;
mod values;

pub use calendar::{WallTimeError, to_utc};
pub use language_names::Resolved;
pub use late::set_late;
pub use names::Names;
pub use notice::{Late, LateRequests, NotANotice, Notice};
pub use rows::{RuleError, RuleRow};
pub use rules::Rules;
pub use store::{Imported, LoadError, import, load};
pub use texts::{TextVersion, set_text, text_versions};
pub use values::*;
