//! A simulated year, to judge dispatch by: who can is decided by matching, whom to ask and when by dispatch, with the
//! pool's own numbers. Only the people are invented.

mod behaviour;
mod check;
pub mod generate;
mod log;
mod measure;
#[cfg(feature = "optimum")]
pub mod optimum;
mod outcome;
mod people;
mod plan;
pub mod read;
mod run;
pub mod table;
pub mod world;

pub use check::Problem;
pub use log::{Fill, Log, Mail, Withdrawal};
pub use measure::{Measures, measure};
pub use outcome::Outcome;
pub use plan::Plan;
pub use run::Run;
