//! The volunteer's pages over HTTP, on both engines.

mod asked;
mod assignment;
mod known;
mod looking;
mod offer;
mod pause;
mod say;
mod states;
mod urgent;
mod withdrawal;
