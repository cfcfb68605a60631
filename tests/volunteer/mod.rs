//! The volunteer's pages over HTTP, on both engines.

mod assignment;
mod looking;
mod offer;
mod pause;
mod states;
mod withdrawal;
