//! What is kept about people, and how it ends: their own data as a download ([`data`]), erasure that keeps the counts
//! ([`erase`]) with its [`report`], and the deadlines of docs/data.md ([`retention`]).
//!
//! The domains take their own rows away; this composes them.

mod blockers;
pub mod data;
mod erase;
mod kept;
pub mod report;
pub mod retention;

pub use blockers::{Blocker, blockers};
pub use erase::{EraseError, erase};

use crate::id_type;

id_type!(ErasureId);
