//! The week strip: a dot for each appointment, hollow while somebody is missing. It counts as the whole week does.

use chrono::{Datelike, Duration, NaiveDate};

use super::board::{self, Filter, Row};
use crate::{
    database::{DbError, Tx},
    web::Ctx,
};

/// More dots than that would break the line; the number beside them is exact.
const DOTS: usize = 12;

pub struct Day {
    pub class: &'static str,
    pub today: bool,
    pub href: String,
    pub label: String,
    pub filled: Vec<()>,
    pub open: Vec<()>,
    pub lines: Vec<String>,
}

pub async fn of(ctx: &Ctx, tx: &mut Tx, today: NaiveDate) -> Result<Vec<Day>, DbError> {
    let monday = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
    let week = Filter {
        monday,
        state: None,
        language: None,
    };
    let mut rows = board::week(tx, &week).await?;
    rows.retain(Row::counts);
    let days = monday.iter_days().take(7);
    Ok(days
        .map(|day| {
            let of_day = rows.iter().filter(|row| row.day() == Some(day));
            let (open, filled): (Vec<_>, Vec<_>) = of_day.partition(|row| row.lacks_somebody());
            view(ctx, today, day, filled.len(), open.len())
        })
        .collect())
}

fn view(ctx: &Ctx, today: NaiveDate, day: NaiveDate, filled: usize, open: usize) -> Day {
    let l = &ctx.l;
    let weekday = l.t(&format!("desk-weekday-{}", day.weekday().number_from_monday()));
    let key = if day == today { "desk-day-today" } else { "desk-day" };
    let label = l.with(
        key,
        &[("weekday", weekday.into()), ("day", day.day().to_string().into())],
    );
    let lines = match (filled + open, open) {
        (0, _) => vec![l.t("desk-day-free")],
        (all, 0) => vec![
            l.with("desk-day-taken", &[("count", all.into())]),
            l.t("desk-day-all-filled"),
        ],
        (all, open) => vec![
            l.with("desk-day-taken", &[("count", all.into())]),
            if day < today {
                l.with("desk-day-unfilled", &[("count", open.into())])
            } else {
                l.with("desk-day-open", &[("count", open.into())])
            },
        ],
    };
    let dots = |count: usize, most: usize| vec![(); count.min(most)];
    Day {
        class: match day.cmp(&today) {
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Equal => "today",
            std::cmp::Ordering::Greater if filled + open == 0 => "free",
            std::cmp::Ordering::Greater => "",
        },
        today: day == today,
        href: format!("/desk/requests?day={day}"),
        label,
        filled: dots(filled, DOTS - open.min(DOTS / 2)),
        open: dots(open, DOTS / 2),
        lines,
    }
}
