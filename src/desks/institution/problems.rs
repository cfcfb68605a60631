//! What is wrong with a draft, in the reader's words.

use fluent_bundle::FluentValue;

use crate::{l10n::Locale, requests::draft::Problem, settings::Rules};

pub fn text(l: &Locale, rules: &Rules, field: &str, problem: &Problem) -> String {
    if let Some(field) = field.strip_prefix("alt_") {
        // The second date is read like the first one; the words say which is meant.
        return l.with(
            "problem-of-alternative",
            &[("problem", text(l, rules, field, problem).into())],
        );
    }
    let say = |key: &str| l.t(key);
    let say_with = |key: &str, name: &str, value: FluentValue<'_>| l.with(key, &[(name, value)]);
    match problem {
        Problem::Missing => l.t(&format!("problem-missing-{}", field.replace('_', "-"))),
        Problem::NotAChoice => say("problem-not-a-choice"),
        Problem::UnknownLanguage => say_with(
            "problem-unknown-language-call",
            "phone",
            rules.pool().desk_phone.clone().into(),
        ),
        Problem::SimilarLanguage => say("problem-similar-language"),
        Problem::WhichLanguage => say("problem-which-language"),
        Problem::SignedByPhone => say("problem-signed-by-phone"),
        Problem::NotADate => l.t(&format!("problem-not-a-date-{field}")),
        Problem::NoSuchDay { day, month } => {
            let month = l.t(&format!("month-{month}"));
            l.with(
                "problem-no-such-day",
                &[("day", day.to_string().into()), ("month", month.into())],
            )
        }
        Problem::NotATime => say("problem-not-a-time"),
        Problem::Past => say("problem-past"),
        Problem::TooSoon => {
            let notice = l.length(rules.numbers().filing_notice_minutes);
            l.with(
                "problem-too-soon",
                &[
                    ("notice", notice.into()),
                    ("phone", rules.pool().desk_phone.clone().into()),
                ],
            )
        }
        Problem::Late { starts_at } => {
            let notice = rules.late().request;
            l.with(
                "problem-late",
                &[
                    ("notice", notice.words(l).into()),
                    ("until", notice.until(l, rules, *starts_at).into()),
                    ("phone", rules.pool().desk_phone.clone().into()),
                ],
            )
        }
        Problem::SameDate => say("problem-same-date"),
        Problem::TooFar => say("problem-too-far"),
        Problem::EndBeforeStart { start } => say_with("problem-end-before-start", "start", l.time(*start).into()),
        Problem::PoolClosed { until } => say_with("problem-pool-closed", "until", l.date(*until).into()),
        Problem::TooLong => say_with("problem-too-long", "hours", rules.numbers().max_hours.into()),
        Problem::NonexistentTime { suggest } => say_with("problem-skipped-time", "suggest", l.time(*suggest).into()),
        Problem::NotANumber => say("problem-not-a-number"),
        Problem::Identifying => say("problem-identifying"),
    }
}
