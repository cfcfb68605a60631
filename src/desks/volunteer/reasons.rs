//! Why somebody is asked, or was not, said to themselves. Never a ban, never what is known of others.

use chrono::{DateTime, Duration, Utc};

use crate::{
    l10n::Locale,
    matching::{QualificationProblem, RankPart, RankPartKind, Reason},
    requests::{Request, Slot, SlotId},
    settings::Rules,
    wall,
};

/// From so many minutes on a way is long enough to be a reason.
const LONG_WAY: u32 = 20;

/// "Warum werde ich gefragt?" Parts that say nothing are left out.
pub fn why(l: &Locale, parts: &[RankPart]) -> Vec<String> {
    let sentence = |part: &RankPart| {
        let counted = |key: &str| Some(l.with(key, &[("count", part.measured.into())]));
        match (part.kind, part.measured) {
            (RankPartKind::SameVolunteer, 1..) => Some(l.t("why-same")),
            (RankPartKind::PreferredGender, 1..) => Some(l.t("why-gender")),
            (RankPartKind::Closeness, 100..) => Some(l.t("why-language")),
            (RankPartKind::Closeness, _) => Some(l.t("why-neighbour")),
            (RankPartKind::Fairness, 0) => Some(l.t("why-no-assignments")),
            (RankPartKind::Fairness, _) => counted("why-assignments"),
            (RankPartKind::RecentOffers, 0) => Some(l.t("why-no-offers")),
            (RankPartKind::RecentOffers, _) => counted("why-offers"),
            (RankPartKind::Travel, 0) => Some(l.t("why-same-district")),
            (RankPartKind::Travel, _) => counted("why-travel"),
            _ => None,
        }
    };
    parts.iter().filter_map(sentence).collect()
}

/// Why others were asked earlier: the one thing that weighs most, as far as it lies in their own numbers. Their
/// assignments are not in it: those are counted today, not then.
pub fn later(l: &Locale, parts: &[RankPart]) -> Option<String> {
    let sentence = |part: &RankPart| {
        let counted = |key: &str| Some(l.with(key, &[("count", part.measured.into())]));
        match (part.kind, part.measured) {
            (RankPartKind::RecentOffers, 1..) => counted("later-offers"),
            (RankPartKind::RareLanguage, _) => Some(l.t("later-rare-language")),
            (RankPartKind::Closeness, ..100) => Some(l.t("later-neighbour")),
            (RankPartKind::Travel, LONG_WAY..) => counted("later-travel"),
            _ => None,
        }
    };
    let said = parts.iter().filter_map(|part| Some((part.points, sentence(part)?)));
    said.min_by_key(|(points, _)| *points).map(|(_, sentence)| sentence)
}

/// Why they were not asked, with the date on which they are not free.
pub fn why_not(l: &Locale, rules: &Rules, request: &Request, reasons: &[Reason], not_free: &[SlotId]) -> Vec<String> {
    let mut sentences = Vec::new();
    for reason in reasons {
        match reason {
            Reason::Availability => {
                let slots: Vec<_> = request
                    .slots
                    .iter()
                    .filter(|slot| not_free.contains(&slot.id))
                    .collect();
                match slots[..] {
                    [] => {}
                    [slot] => sentences.push(availability(l, slot)),
                    _ => sentences.push(l.t("why-not-availability-several")),
                }
            }
            other => sentences.extend(sentence(l, rules, request, other)),
        }
    }
    sentences.dedup();
    sentences
}

fn availability(l: &Locale, slot: &Slot) -> String {
    let args = [
        ("weekday", l.weekday(slot.date).into()),
        ("time", l.time_range(slot.start, slot.end).into()),
    ];
    l.with("why-not-availability", &args)
}

/// `None`: nothing that they are told, or nothing that can be.
fn sentence(l: &Locale, rules: &Rules, request: &Request, reason: &Reason) -> Option<String> {
    let key = format!("why-not-{}", reason.code());
    Some(match reason {
        Reason::LanguageLevel { needed, .. } | Reason::GermanLevel { needed, .. } => {
            l.with(&key, &[("needed", needed.as_str().into())])
        }
        Reason::Mode => {
            let mode = l.t(&format!("mode-{}", request.mode.as_str()));
            l.with(&key, &[("mode", mode.into())])
        }
        Reason::Travel { minutes, at_most } => {
            l.with(&key, &[("minutes", (*minutes).into()), ("most", (*at_most).into())])
        }
        Reason::Absence { from, until } | Reason::Closed { from, until } => {
            let (from, until) = (l.date_numeric(*from), l.date_numeric(*until));
            l.with(&key, &[("from", from.into()), ("until", until.into())])
        }
        Reason::Qualification { kind, problem } => {
            let known = rules.qualification(kind);
            let name = known.map_or(kind.as_str(), |known| known.name.or_code(l.code(), kind));
            let problem = match problem {
                QualificationProblem::Missing => "missing",
                QualificationProblem::ExpiredOn(_) => "expired",
            };
            l.with(&format!("{key}-{problem}"), &[("kind", name.to_owned().into())])
        }
        Reason::Paused { until: Some(until) } => l.with(&key, &[("date", last_day(l, rules, *until).into())]),
        Reason::Paused { until: None } => l.t(&format!("{key}-open")),
        Reason::WeeklyCap { cap, .. } | Reason::OfferCap { cap } => l.with(&key, &[("cap", (*cap).into())]),
        Reason::Language
        | Reason::Gender { .. }
        | Reason::District
        | Reason::Sector
        | Reason::Busy { .. }
        | Reason::Buffer { .. }
        | Reason::RefusedInstitution
        | Reason::RefusedOccasion => l.t(&key),
        // Said date by date; or told in another way; or never told.
        Reason::Availability
        | Reason::Retired
        | Reason::Asked
        | Reason::Declined
        | Reason::KnownToMe
        | Reason::Withdrew
        | Reason::Past
        | Reason::Banned => return None,
    })
}

/// An instant at midnight belongs to the day before: the last one of the pause.
fn last_day(l: &Locale, rules: &Rules, until: DateTime<Utc>) -> String {
    l.date_numeric(wall::day_of(rules.zone(), until - Duration::seconds(1)))
}
