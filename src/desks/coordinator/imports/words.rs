//! What fields, doubts and answers are called.

use crate::{
    imports::{Kind, columns::QUALIFICATION, store::Import},
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

/// A choice or proposal as people say it.
pub fn answer(ctx: &Ctx, field: &str, value: &str) -> String {
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
        "row" => Some(l.t(&format!("imports-answer-{value}"))),
        "gender" | "outcome" | "locale" => Some(l.t(&format!("exports-{field}-{value}"))),
        "mode" | "modes" => Some(l.t(&format!("exports-mode-{value}"))),
        "phone_consent" => Some(l.t(&format!("exports-yes-{value}"))),
        "state" => Some(l.t(&format!("exports-volunteer-state-{value}"))),
        "institution_state" => Some(l.t(&format!("exports-institution-state-{value}"))),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// "3, 5, 8 und 12 weitere"
pub fn rows(ctx: &Ctx, rows: &[u32]) -> String {
    const SHOWN: usize = 12;
    let numbers: Vec<String> = rows.iter().take(SHOWN).map(u32::to_string).collect();
    let more = rows.len().saturating_sub(SHOWN);
    let numbers = numbers.join(", ");
    if more == 0 {
        return ctx.l.with(
            "imports-rows",
            &[("count", rows.len().into()), ("rows", numbers.into())],
        );
    }
    ctx.l
        .with("imports-rows-more", &[("rows", numbers.into()), ("more", more.into())])
}
