//! When a volunteer can come: the week and the absences. The coordinator's desk and the volunteer's own page use
//! the same pages; who may do so is for the desks to check.

pub mod absences;
mod accepted;
pub mod dates;
pub mod grid;
pub mod times;

use crate::volunteers::VolunteerId;

/// Whose week it is, and where the pages about them lie.
pub struct Whose {
    pub volunteer: VolunteerId,
    /// Shown to others than themselves.
    pub name: Option<String>,
    /// `/me`, or the volunteer's page on the desk.
    pub base: String,
}

impl Whose {
    /// The key of a text that is said to the volunteer or about them.
    fn key(&self, key: &str) -> String {
        let reader = if self.name.is_some() { "desk" } else { "own" };
        format!("{key}-{reader}")
    }
}
