//! Pages that compose several domains: one folder for each kind of reader, and `health` for machines.
//! `institution_form` is what coordinators and newcomers fill in alike.

pub mod coordinator;
pub mod entrance;
pub mod health;
pub mod institution;
pub mod institution_form;
pub mod own_data;
pub mod proof;
pub mod public;
pub mod schedule;
pub mod slip;
pub mod volunteer;
