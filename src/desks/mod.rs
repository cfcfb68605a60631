//! Pages that compose several domains: one folder for each kind of reader, and `health` for machines.

pub mod coordinator;
pub mod entrance;
pub mod health;
pub mod institution;
pub mod public;
pub mod schedule;
pub mod volunteer;
