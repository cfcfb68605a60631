//! Days as people type them.

use chrono::{Datelike, Duration, NaiveDate};

use crate::{wall, web::Ctx};

/// "16.3.2027", "16. 3. 27", "16/3/2027" or "2027-03-16".
pub fn read(text: &str) -> Option<NaiveDate> {
    let text: String = text.split_whitespace().collect();
    let day = ["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(&text, form).ok())?;
    // "27" is not the year of Tiberius; "0027" is.
    let year = text.rsplit(['.', '/']).next().unwrap_or_default();
    if year.len() == 2 {
        day.with_year(day.year() + 2000)
    } else {
        Some(day)
    }
}

/// A day in two weeks, as a hint how to write one.
pub fn example(ctx: &Ctx) -> String {
    ctx.l
        .date_numeric(wall::day_of(ctx.rules.zone(), ctx.now + Duration::days(14)))
}
