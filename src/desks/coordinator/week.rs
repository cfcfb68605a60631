//! The week strip: a dot for each appointment, hollow while somebody is missing.

use std::collections::HashMap;

use chrono::{Datelike, Duration, NaiveDate};

use crate::{
    database::{DbError, Tx},
    q,
    web::Ctx,
};

/// More dots than that would break the line; the number beside them is exact.
const DOTS: i64 = 12;

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
    let sunday = monday + Duration::days(6);
    let filled = counted(
        q!(
            "SELECT s.local_date, COUNT(*) AS counted FROM assignment a JOIN slot s ON s.id = a.slot_id
             WHERE a.ended_at IS NULL AND s.local_date >= $1 AND s.local_date <= $2 GROUP BY s.local_date",
            monday,
            sunday
        )
        .all(tx)
        .await?,
    );
    // A place without a volunteer counts on the first date wished for.
    let open = counted(
        q!(
            "SELECT s.local_date, COUNT(*) AS counted FROM opening o JOIN slot s ON s.request_id = o.request_id
             WHERE o.state IN ('open', 'unfilled') AND s.local_date >= $1 AND s.local_date <= $2
               AND NOT EXISTS (SELECT 1 FROM slot e WHERE e.request_id = s.request_id AND e.position < s.position)
             GROUP BY s.local_date",
            monday,
            sunday
        )
        .all(tx)
        .await?,
    );
    let days = monday.iter_days().take(7);
    Ok(days
        .map(|day| view(ctx, today, day, number(&filled, day), number(&open, day)))
        .collect())
}

fn counted(rows: Vec<(String, i64)>) -> HashMap<String, i64> {
    rows.into_iter().collect()
}

fn number(counts: &HashMap<String, i64>, day: NaiveDate) -> i64 {
    counts.get(&day.to_string()).copied().unwrap_or(0)
}

fn view(ctx: &Ctx, today: NaiveDate, day: NaiveDate, filled: i64, open: i64) -> Day {
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
    let dots = |count: i64, most: i64| vec![(); usize::try_from(count.min(most)).unwrap_or(0)];
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
