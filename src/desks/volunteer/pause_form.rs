//! How long a pause lasts: the pool's days, or until a day that the volunteer names.

use askama::Template;
use chrono::{DateTime, Duration, Utc};

use crate::{
    desks::schedule::dates,
    wall,
    web::{Ctx, Fields, Page, Problems},
};

const AT_MOST_DAYS: i64 = 366;
/// 23:59 by the wall clock.
const LAST_MINUTE: u16 = 24 * 60 - 1;

#[derive(Template)]
#[template(path = "volunteer/pause.html")]
pub struct PauseForm {
    page: Page,
    problems: Problems,
    action: String,
    lead: String,
    chosen: String,
    until: String,
    days_label: String,
    hint: String,
    wishes: String,
}

/// What was filled in before.
#[derive(Default)]
pub struct Chosen {
    pub choice: String,
    pub until: String,
}

pub fn form(ctx: &Ctx, token: &str, problems: Problems, chosen: Chosen) -> PauseForm {
    let l = &ctx.l;
    let days = ctx.rules.numbers().mail_pause_days;
    let last = wall::day_of(ctx.rules.zone(), after_days(ctx));
    PauseForm {
        page: ctx.page("pause-title"),
        action: format!("/p/{token}"),
        lead: l.t("pause-lead"),
        chosen: chosen.choice,
        until: chosen.until,
        days_label: l.with(
            "pause-days-label",
            &[("days", days.into()), ("date", l.date_short(last).into())],
        ),
        hint: l.with("pause-last-day-hint", &[("example", dates::example(ctx).into())]),
        wishes: format!("/p/{token}/wishes"),
        problems,
    }
}

pub fn after_days(ctx: &Ctx) -> DateTime<Utc> {
    ctx.now + Duration::days(ctx.rules.numbers().mail_pause_days)
}

/// The instant at which the pause ends, or what is wrong.
pub fn read(ctx: &Ctx, fields: &Fields) -> Result<DateTime<Utc>, Problems> {
    let mut problems = Problems::default();
    let text = fields.get("until");
    match fields.get("choice").as_str() {
        "days" if text.is_empty() => return Ok(after_days(ctx)),
        "days" => {
            problems.add("choice", ctx.l.t("pause-both"));
            return Err(problems);
        }
        "until" => {}
        // Whoever names a day has chosen.
        "" if !text.is_empty() => {}
        _ => {
            problems.add("choice", ctx.l.t("pause-choose"));
            return Err(problems);
        }
    }
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    let wrong = match dates::read(&text) {
        Some(day) if day < today => "pause-date-past",
        Some(day) if (day - today).num_days() > AT_MOST_DAYS => "pause-date-far",
        // The named day belongs to the pause, and is the day that an instant in it shows as.
        Some(day) => {
            return Ok(wall::last_instant(
                ctx.rules.zone(),
                wall::minute_of_day(day, LAST_MINUTE),
            ));
        }
        None if text.is_empty() => "pause-date-missing",
        None => "pause-date-wrong",
    };
    problems.add("until", ctx.l.with(wrong, &[("example", dates::example(ctx).into())]));
    Err(problems)
}
