//! Volunteers: languages, availability, absences, qualifications.

mod lock;

pub use lock::lock;

use crate::id_type;

id_type!(VolunteerId);
