//! What volunteers have shown: kinds, dates, who saw it; never a document, its number or its content.
//!
//! Verbs: [`record`], [`revoke`]. Both look at every appointment that the volunteer has accepted ([`review`]);
//! so does the timer of a qualification that ends ([`runs_out`]). Whether somebody may work in a sector on a day
//! is `matching`'s to say; [`Holder`] asks it for the coordinator's table.

mod expire;
mod holder;
mod insert;
mod losses;
mod record;
mod restore;
mod review;
mod revoke;
mod runs_out;
pub mod store;
mod validity;

pub use expire::{delete_of_retired_before, erase};
pub use holder::{Holder, Standing, holders, needed, problems_of};
pub use insert::{NewQualification, insert, insert_many};
pub use losses::{Losses, holding, losses};
pub use record::{RecordError, record};
pub use restore::restore;
pub use review::{review, review_everybody, review_from};
pub use revoke::{RevokeError, Why, revoke};
pub use runs_out::{NOTICE_DAYS, runs_out};
pub use validity::{Problem, check, proposed_until};

use crate::id_type;

id_type!(QualificationId);
