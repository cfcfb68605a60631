//! Sprachpool matches requests for language mediators to available volunteers.
//! Start reading at docs/architecture.md.

pub mod clock;
pub mod database;
pub mod ids;
pub mod keys;
