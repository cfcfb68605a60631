//! What a column's code says: people read words; the file for machines keeps the codes.

use crate::{l10n::Locale, web::Ctx};

/// Sorting keys, values that only the program reads: they stand in the file.
const MACHINES_ONLY: [&str; 10] = [
    "name_sort",
    "email_key",
    "params",
    "fields",
    "rank",
    "chance_milli",
    "lead_class",
    "recent_class",
    "factor_milli",
    "exposure_milli",
];

pub fn is_told(column: &str) -> bool {
    !MACHINES_ONLY.contains(&column)
}

/// `None`: no code, or none that there is a word for; it is shown as it is.
pub fn of(ctx: &Ctx, table: &str, column: &str, code: &str) -> Option<String> {
    let (l, rules) = (&ctx.l, &*ctx.rules);
    let named = |names: &crate::settings::Names| names.or_code(l.code(), code).to_owned();
    match (table, column) {
        (_, "locale") => ctx.l10n.find(code).map(|other| other.t("locale-name")),
        (_, "language") => Some(rules.language_name(code, l.code()).to_owned()),
        (_, "level" | "german_level") => (code == "native").then(|| l.t("exports-native")),
        (_, "district" | "home_district") => Some(rules.district_name(code).to_owned()),
        (_, "sector") => rules.sector(code).map(|sector| named(&sector.name)),
        (_, "occasion") => rules.occasion(code).map(|occasion| named(&occasion.name)),
        ("qualification", "kind") => rules.qualification(code).map(|kind| named(&kind.name)),
        ("audit", "action") => Some(action(l, code)),
        ("task", "kind") => Some(l.with("trail-task_created", &[("code", code.to_owned().into())])),
        _ => found(l, &format!("{}{code}", family(table, column)?)),
    }
}

/// How the keys of a column's words begin.
fn family(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        (_, "gender") => "gender-",
        (_, "weekday") => "weekday-",
        ("volunteer", "state") => "exports-volunteer-state-",
        ("refusal", "kind") => "data-refusal-",
        ("offer", "state") => "data-offer-",
        ("assignment", "ended_how") => "data-ended-",
        ("proof", "state") => "desk-proof-state-",
        ("proof_version", "side") => "proof-by-",
        ("proof_version", "outcome") => "proof-outcome-",
        ("link", "purpose") => "data-link-",
        ("outbox", "kind") => "texts-mail-",
        ("audit", "actor") => "data-actor-",
        ("audit", "object_kind") => "trail-kind-",
        _ => return None,
    })
}

/// As the trail says it, without the names of others.
fn action(l: &Locale, code: &str) -> String {
    let key = format!("trail-{}", code.replace('.', "_"));
    if !l.has(&key) {
        return l.with("trail-other", &[("action", code.to_owned().into())]);
    }
    let somebody = l.t("trail-somebody");
    let args = ["volunteer", "institution", "person"].map(|name| (name, somebody.clone().into()));
    let [volunteer, institution, person] = args;
    l.with(&key, &[volunteer, institution, person, ("code", "".into())])
}

fn found(l: &Locale, key: &str) -> Option<String> {
    l.has(key).then(|| l.t(key))
}
