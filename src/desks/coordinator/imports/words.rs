//! What fields, doubts and answers are called.

use super::doubt::Choice;
use crate::{
    imports::{
        Kind,
        columns::QUALIFICATION,
        store::{Import, StoredDoubt},
    },
    volunteers::LANGUAGE,
    web::Ctx,
};

pub fn kind(ctx: &Ctx, kind: Kind) -> String {
    ctx.l.t(&format!("imports-kind-{}", kind.code()))
}

pub fn state(ctx: &Ctx, import: &Import) -> String {
    ctx.l.t(&format!("imports-state-{}", import.stage()))
}

/// How the tag of a state looks.
pub fn shape(import: &Import) -> &'static str {
    match import.stage() {
        "done" => "done",
        "failed" => "bad",
        "ended" | "undone" => "",
        _ => "open",
    }
}

pub fn field(ctx: &Ctx, field: &str) -> String {
    match field.strip_prefix(QUALIFICATION) {
        Some(code) => ctx
            .rules
            .qualification(code)
            .map_or(code, |kind| kind.name.or_code(ctx.l.code(), code))
            .to_owned(),
        None => ctx.l.t(&format!("imports-field-{field}")),
    }
}

/// What a value of a known person is called, and the field whose words its values have.
pub fn fact<'a>(ctx: &Ctx, code: &'a str) -> (String, &'a str) {
    match code.strip_prefix(LANGUAGE) {
        Some(language) => (language_name(ctx, language), "language_level"),
        None => (field(ctx, code), code),
    }
}

fn language_name(ctx: &Ctx, code: &str) -> String {
    ctx.rules.language_name(code, ctx.l.code()).to_owned()
}

/// A choice or proposal as people say it.
pub fn answer(ctx: &Ctx, kind: Kind, field: &str, value: &str) -> String {
    let (rules, l) = (&ctx.rules, &ctx.l);
    let code = l.code();
    let known = match field {
        "languages" | "language" => rules
            .language(value)
            .map(|_| rules.language_name(value, code).to_owned()),
        "language_level" | "german" if value == "native" => Some(l.t("exports-native")),
        "sector" | "sectors" => rules.sector(value).map(|one| one.name.or_code(code, value).to_owned()),
        "institution_kind" => rules
            .institution_kind(value)
            .map(|one| one.name.or_code(code, value).to_owned()),
        "occasion" => rules
            .occasion(value)
            .map(|one| one.name.or_code(code, value).to_owned()),
        "district" | "districts" | "home_district" => rules.district(value).map(|one| one.name.clone()),
        "row" => Some(l.t(&format!("imports-answer-{value}-{}", kind.code()))),
        "known_level" => Some(l.t(&format!("imports-answer-level-{value}"))),
        "gender" | "outcome" | "locale" => Some(l.t(&format!("exports-{field}-{value}"))),
        "mode" | "modes" => Some(l.t(&format!("exports-mode-{value}"))),
        "phone_consent" => Some(l.t(&format!("exports-yes-{value}"))),
        "state" => Some(l.t(&format!("exports-volunteer-state-{value}"))),
        "institution_state" => Some(l.t(&format!("exports-institution-state-{value}"))),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// "Zeile 4 · Lina Baum", "Zeilen 3, 5, 8 und 12 weitere · Lina Baum, Omar Haddad …"
pub fn rows(ctx: &Ctx, rows: &[u32], about: &[String]) -> String {
    const SHOWN: usize = 12;
    let numbers: Vec<String> = rows.iter().take(SHOWN).map(u32::to_string).collect();
    let more = rows.len().saturating_sub(SHOWN);
    let numbers = numbers.join(", ");
    let said = if more == 0 {
        ctx.l.with(
            "imports-rows",
            &[("count", rows.len().into()), ("rows", numbers.into())],
        )
    } else {
        ctx.l
            .with("imports-rows-more", &[("rows", numbers.into()), ("more", more.into())])
    };
    let names: Vec<&str> = about
        .iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return said;
    }
    let rest = if rows.len() > names.len() { " …" } else { "" };
    format!("{said} · {}{rest}", names.join(", "))
}

/// "Dari: B1 → C1"
fn levels(ctx: &Ctx, cell: &str) -> Option<String> {
    let [of, old, new] = cell.split(' ').collect::<Vec<_>>()[..] else {
        return None;
    };
    let name = match of {
        "german" => field(ctx, of),
        language => language_name(ctx, language),
    };
    let level = |code: &str| match code {
        "native" => ctx.l.t("exports-native"),
        _ => code.to_owned(),
    };
    Some(format!("{name}: {} → {}", level(old), level(new)))
}

/// What is in doubt: of two rows that say the same, which the other one is.
pub fn cell(ctx: &Ctx, doubt: &StoredDoubt) -> String {
    if doubt.code == "other_level" {
        return levels(ctx, &doubt.cell).unwrap_or_else(|| doubt.cell.clone());
    }
    let earlier = matches!(doubt.code.as_str(), "same_in_file" | "shared_address");
    let parts = doubt.cell.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    match parts.filter(|(_, row)| earlier && row.bytes().all(|byte| byte.is_ascii_digit())) {
        Some((text, row)) => ctx.l.with(
            "imports-cell-earlier",
            &[("text", text.to_owned().into()), ("row", row.to_owned().into())],
        ),
        None => doubt.cell.clone(),
    }
}

/// Why a person has to look; of what cannot be read, what it should have been.
pub fn doubt(ctx: &Ctx, kind: Kind, field: &str, code: &str) -> String {
    let expected = match field {
        "name" | "contact" => "name",
        "email" => "email",
        "phone" => "phone",
        "date" | "filed_on" => "day",
        "birth_year" => "year",
        "start" | "end" | "real_start" | "real_end" => "time",
        "postcode" => "postcode",
        "travel_minutes" | "weekly_cap" | "offer_cap" | "minutes" => "number",
        "availability" => "week",
        "absences" => "days",
        "languages" | "language" => "language",
        "home_district" | "districts" | "district" => "district",
        "institution" if kind == Kind::Appointments => "institution",
        "volunteer" | "volunteer_email" => "volunteer",
        _ if field.starts_with(QUALIFICATION) => "shown",
        _ => "",
    };
    if code == "unknown" && !expected.is_empty() {
        return ctx.l.t(&format!("imports-wrong-{expected}"));
    }
    ctx.l.t(&format!("imports-doubt-{code}"))
}

/// Everything that a field of the pool's own list can be.
pub fn list(ctx: &Ctx, field: &str, chosen: &str) -> Vec<Choice> {
    let rules = &ctx.rules;
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: value == chosen,
    };
    let mut all: Vec<Choice> = match field {
        "languages" | "language" => rules
            .languages()
            .map(|(code, _)| choice(code, rules.language_name(code, ctx.l.code())))
            .collect(),
        "home_district" | "districts" | "district" => rules
            .districts()
            .map(|(code, district)| choice(code, &district.name))
            .collect(),
        _ => Vec::new(),
    };
    all.sort_by_key(|one| crate::people::sort_key(&one.label));
    all
}
