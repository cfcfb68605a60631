//! Tables of office programs become volunteers, institutions and past appointments.
//!
//! [`reading`] turns bytes into cells, [`columns`] says which column is which field, [`fields`] reads cells, [`plan`]
//! tells what would be written and what has to be asked first: all of it pure. Verbs: [`upload`], [`choose_columns`],
//! [`answer`], [`review`], [`confirm`], [`throw_away`], [`ask_undo`]. Checking, writing and taking back long files is [`work`] for a
//! timer.

mod amend;
mod answering;
pub mod answers;
pub mod columns;
pub mod fields;
mod kind;
pub mod plan;
mod policy;
mod progress;
pub mod reading;
mod run;
pub mod store;
mod table;
mod undo;
mod upload;
pub mod words;
mod work;

pub use answering::{AnswerError, answer, answer_all, review};
pub use kind::{Kind, UnknownKind};
pub use policy::{Policy, UnknownPolicy};
pub use progress::{Progress, progress};
pub use run::{Result as Counts, RunError, take_numbers, write};
pub use store::{forget_changes_of, forget_names_before};
pub use table::{Opened, open};
pub use undo::{Blockers, UndoError, ask_undo, blockers, undo};
pub use upload::{ColumnsError, choose_columns, confirm, expire, kept_until, throw_away, upload, upload_confirmed};
pub use work::{check, work};

use crate::id_type;

id_type!(ImportId);
