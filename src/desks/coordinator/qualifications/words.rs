//! A state in words and with a shape; a kind by its name.

use chrono::{Days, NaiveDate};

use crate::{
    l10n::Locale,
    qualifications::{Problem, Standing},
    settings::Rules,
};

/// What the stylesheet's `.tag` shows.
pub struct Tag {
    pub shape: &'static str,
    pub words: String,
}

pub fn kind(l: &Locale, rules: &Rules, code: &str) -> String {
    rules
        .qualification(code)
        .map_or(code, |kind| kind.name.or_code(l.code(), code))
        .to_owned()
}

pub fn sector(l: &Locale, rules: &Rules, code: &str) -> String {
    rules
        .sector(code)
        .map_or(code, |sector| sector.name.or_code(l.code(), code))
        .to_owned()
}

pub fn tag(l: &Locale, standing: Standing) -> Tag {
    let on = |key: &str, day: NaiveDate| l.with(key, &[("date", l.date_numeric(day).into())]);
    let day_after = |day: NaiveDate| day.checked_add_days(Days::new(1)).unwrap_or(day);
    let (shape, words) = match standing {
        Standing::Held { until: None } => ("done", l.t("quals-held")),
        Standing::Held { until: Some(until) } => ("done", on("quals-held-until", until)),
        Standing::RunsOut { until } => ("runs", on("quals-runs-out", until)),
        Standing::Expired { last_day } => ("bad", on("quals-expired", day_after(last_day))),
        Standing::Missing => ("open", l.t("quals-missing")),
        Standing::NotNeeded => ("gone", l.t("quals-not-needed")),
    };
    Tag { shape, words }
}

/// Which field of the form a problem belongs to, and what it says there.
pub fn problem(l: &Locale, problem: Problem) -> (&'static str, String) {
    match problem {
        Problem::UnknownKind => ("kind", l.t("quals-problem-kind")),
        Problem::SeenInFuture => ("seen_on", l.t("quals-problem-future")),
        Problem::IssuedAfterSeen => ("issued_on", l.t("quals-problem-issued-later")),
        Problem::IssueDateMissing => ("issued_on", l.t("quals-problem-issued-missing")),
        Problem::TooOld { months } => (
            "issued_on",
            l.with("quals-problem-too-old", &[("months", months.into())]),
        ),
        Problem::UntilBeforeIssued => ("valid_until", l.t("quals-problem-until-issued")),
        Problem::UntilBeforeSeen => ("valid_until", l.t("quals-problem-until-seen")),
        Problem::UntilTooLate { latest } => (
            "valid_until",
            l.with("quals-problem-until-late", &[("date", l.date_numeric(latest).into())]),
        ),
    }
}
