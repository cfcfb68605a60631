//! What there is to choose from in the forms.

use crate::{
    desks::coordinator::reasons,
    matching::{Gender, Level, Mode},
    web::Ctx,
};

pub struct Choice {
    pub value: String,
    pub label: String,
}

/// A borough with its districts.
pub struct Borough {
    pub code: String,
    pub name: String,
    pub districts: Vec<Choice>,
}

/// For talks less than A2 helps nobody.
const LOWEST: Level = Level::A2;

fn choice(value: &str, label: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}

pub fn genders(ctx: &Ctx) -> Vec<Choice> {
    let one = |gender: &Gender| choice(gender.as_str(), &ctx.l.t(&format!("gender-{gender}")));
    Gender::ALL.iter().map(one).collect()
}

pub fn levels(ctx: &Ctx) -> Vec<Choice> {
    let offered = Level::ALL.iter().filter(|level| **level >= LOWEST);
    offered
        .map(|level| choice(level.as_str(), &reasons::level(&ctx.l, *level)))
        .collect()
}

/// Languages that pages and mails speak, each by its own name.
pub fn locales(ctx: &Ctx) -> Vec<Choice> {
    let all = ctx.app.l10n.all();
    all.map(|locale| choice(locale.code(), &locale.t("locale-name")))
        .collect()
}

pub fn modes(ctx: &Ctx) -> Vec<Choice> {
    let one = |mode: &Mode| choice(mode.as_str(), &ctx.l.t(&format!("mode-{mode}")));
    Mode::ALL.iter().map(one).collect()
}

pub fn sectors(ctx: &Ctx) -> Vec<Choice> {
    let sectors = ctx.rules.sectors().iter();
    sectors
        .map(|sector| choice(&sector.code, sector.name.or_code(ctx.l.code(), &sector.code)))
        .collect()
}

pub fn boroughs(ctx: &Ctx) -> Vec<Borough> {
    let rules = &ctx.rules;
    let of = |borough: &str| {
        let inside = rules.districts().filter(|(_, district)| district.borough == borough);
        inside.map(|(code, district)| choice(code, &district.name)).collect()
    };
    let all = rules.boroughs();
    all.map(|(code, borough)| Borough {
        code: code.to_owned(),
        name: borough.name.clone(),
        districts: of(code),
    })
    .collect()
}

/// Every language of the pool by its name, in the order of the names.
pub fn languages(ctx: &Ctx) -> Vec<Choice> {
    let mut all: Vec<Choice> = ctx
        .rules
        .languages()
        .map(|(code, language)| choice(code, language.name.or_code(ctx.l.code(), code)))
        .collect();
    all.sort_by_cached_key(|choice| crate::people::sort_key(&choice.label));
    all
}
