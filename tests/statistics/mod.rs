//! The figures: right, whole, and safe to take away.

mod many;
mod page;
mod period;
mod recounted;
mod sheet;
mod sums;
pub mod world;
mod year;
mod year_before;
