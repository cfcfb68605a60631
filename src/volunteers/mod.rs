//! Volunteers: languages, availability, absences, qualifications; pausing, leaving, bans.
//! Who of them can come is for `pool` to read and `matching` to decide.

mod bans;
mod create;
mod details;
mod lock;
mod pause;
mod retire;
pub mod store;

pub use bans::{ban, lift_ban};
pub use create::{NewVolunteer, create_volunteer};
pub use details::NewQualification;
pub use lock::lock;
pub use pause::{pause, pause_by_link, unpause};
pub use retire::retire;

use crate::id_type;

id_type!(VolunteerId);
