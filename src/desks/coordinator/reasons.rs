//! Every reason of matching as a plain sentence with its data. For coordinators' eyes only.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::{
    l10n::Locale,
    matching::{Level, Mode, QualificationProblem, Reason},
    settings::Rules,
};

pub fn sentence(l: &Locale, rules: &Rules, mode: Mode, reason: &Reason) -> String {
    let reason = &reason.clone().for_others();
    let key = format!("desk-reason-{}", reason.code());
    match reason {
        Reason::LanguageLevel { needed, has } | Reason::GermanLevel { needed, has } => l.with(
            &key,
            &[("needed", level(l, *needed).into()), ("has", level(l, *has).into())],
        ),
        Reason::Gender { required } => {
            let required = l.t(&format!("gender-{}", required.as_str()));
            l.with(&key, &[("required", required.into())])
        }
        Reason::Mode => l.with(&key, &[("mode", l.t(&format!("mode-{}", mode.as_str())).into())]),
        Reason::Travel { minutes, at_most } => {
            l.with(&key, &[("minutes", (*minutes).into()), ("most", (*at_most).into())])
        }
        Reason::Absence { from, until } | Reason::Closed { from, until } => l.with(
            &key,
            &[("from", day(l, *from).into()), ("until", day(l, *until).into())],
        ),
        Reason::Busy { starts_at, ends_at } => {
            let (date, range) = spell(l, rules, *starts_at, *ends_at);
            l.with(&key, &[("date", date.into()), ("range", range.into())])
        }
        Reason::Buffer {
            starts_at,
            ends_at,
            gap_minutes,
            needed_minutes,
        } => {
            let (date, range) = spell(l, rules, *starts_at, *ends_at);
            l.with(
                &key,
                &[
                    ("date", date.into()),
                    ("range", range.into()),
                    ("gap", (*gap_minutes).into()),
                    ("needed", (*needed_minutes).into()),
                ],
            )
        }
        Reason::Qualification { kind, problem } => {
            let known = rules.qualification(kind);
            let name = known
                .map_or(kind.as_str(), |known| known.name.or_code(l.code(), kind))
                .to_owned();
            match problem {
                QualificationProblem::Missing => l.with(&format!("{key}-missing"), &[("kind", name.into())]),
                QualificationProblem::ExpiredOn(last) => {
                    let date = day(l, *last);
                    l.with(
                        &format!("{key}-expired"),
                        &[("kind", name.into()), ("date", date.into())],
                    )
                }
            }
        }
        Reason::Paused { until: Some(until) } => {
            let last = (*until - Duration::seconds(1))
                .with_timezone(&rules.zone())
                .date_naive();
            l.with(&key, &[("date", day(l, last).into())])
        }
        Reason::Paused { until: None } => l.t(&format!("{key}-open")),
        Reason::WeeklyCap { week, cap, .. } => l.with(&key, &[("week", (*week).into()), ("cap", (*cap).into())]),
        Reason::OfferCap { cap } => l.with(&key, &[("cap", (*cap).into())]),
        Reason::Language
        | Reason::District
        | Reason::Sector
        | Reason::Availability
        | Reason::Banned
        | Reason::RefusedInstitution
        | Reason::RefusedOccasion
        | Reason::Retired
        | Reason::Asked
        | Reason::Declined
        | Reason::KnownToMe
        | Reason::Withdrew
        | Reason::Past => l.t(&key),
    }
}

/// A few words for a code, where its data is not at hand any more.
pub fn short(l: &Locale, code: &str) -> String {
    l.t(&format!("desk-reason-short-{code}"))
}

/// "B2", or the word for a first language.
pub fn level(l: &Locale, level: Level) -> String {
    match level {
        Level::Native => l.t("desk-level-native"),
        other => other.as_str().to_owned(),
    }
}

fn day(l: &Locale, date: NaiveDate) -> String {
    l.date_numeric(date)
}

fn spell(l: &Locale, rules: &Rules, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> (String, String) {
    let local = |at: DateTime<Utc>| at.with_timezone(&rules.zone()).naive_local();
    let (from, until) = (local(starts_at), local(ends_at));
    (l.date_short(from.date()), l.time_range(from.time(), until.time()))
}
