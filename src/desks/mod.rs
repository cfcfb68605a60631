//! Pages that compose several domains: one folder for each kind of reader.

pub mod coordinator;
pub mod entrance;
pub mod institution;
pub mod public;
pub mod volunteer;
