//! What tests share.
#![allow(dead_code, reason = "what one test needs, the next may not")]

pub mod databases;
pub mod people;
pub mod sources;
