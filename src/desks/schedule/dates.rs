//! Days as people type them.

use chrono::Duration;

pub use crate::days::read;
use crate::{wall, web::Ctx};

/// A day in two weeks, as a hint how to write one.
pub fn example(ctx: &Ctx) -> String {
    ctx.l
        .date_numeric(wall::day_of(ctx.rules.zone(), ctx.now + Duration::days(14)))
}
