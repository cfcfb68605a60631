//! Volunteers: languages, availability, absences, qualifications.

use crate::id_type;

id_type!(VolunteerId);
