//! An invented pool of any size for the benchmarks, written into a database of its own.
//!
//! docs/speed.md says what it is made of. Everything comes from one seed, so a run can be repeated.

#![allow(dead_code, reason = "each benchmark uses a part of it")]

pub mod bulk;
pub mod chance;
pub mod database;
pub mod history;
pub mod land;
pub mod people;
pub mod wishes;

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

/// Monday, 1 March 2027, 10:00 in Germany: the moment at which everything is asked.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 1, 9, 0, 0).single().expect("it exists")
}

/// Ids in the order in which rows are made, as UUID v7 gives them.
#[derive(Default)]
pub struct Ids(u128);

impl Ids {
    pub fn next(&mut self) -> Uuid {
        self.0 += 1;
        // Version 7, variant 10; the count stands where the time would.
        Uuid::from_u128((0x7 << 76) | (0b10 << 62) | ((self.0 >> 20) << 80) | (self.0 & 0xf_ffff))
    }
}
