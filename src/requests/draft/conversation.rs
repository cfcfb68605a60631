//! Step 1: which language, what about, who would be welcome.

use super::{Problem, Problems, Step, Typed, near_languages};
use crate::{
    matching::{Gender, GenderWish},
    settings::{Resolved, Rules},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    pub language: String,
    pub occasion: String,
    pub topic: String,
    pub gender: GenderWish,
    pub same_volunteer: bool,
}

/// The languages to choose from when the typed name is not enough: those it may stand for, or similar names.
pub fn choices(typed: &Typed, rules: &Rules) -> Vec<String> {
    match rules.resolve_language(typed.get("language")) {
        Resolved::One(_) => Vec::new(),
        Resolved::Ask(codes) => codes,
        Resolved::Unknown => near_languages(rules, typed.get("language")),
    }
}

pub fn conversation(typed: &Typed, rules: &Rules, sector: &str) -> Result<Conversation, Problems> {
    let mut problems = Vec::new();
    let mut wrong = |field: &'static str, problem| problems.push((Step::Conversation, field, problem));

    let language = language(typed, rules).unwrap_or_else(|(field, problem)| {
        wrong(field, problem);
        String::new()
    });
    let occasion = typed.get("occasion").to_owned();
    if occasion.is_empty() {
        wrong("occasion", Problem::Missing);
    } else if !rules.occasions_of(sector).any(|known| known.code == occasion) {
        wrong("occasion", Problem::NotAChoice);
    }
    let topic = topic(typed, rules).unwrap_or_default();
    if rules.topic(&topic).is_none() && !topic.is_empty() {
        wrong("topic", Problem::NotAChoice);
    }
    let gender = gender(typed).unwrap_or_else(|(field, problem)| {
        wrong(field, problem);
        GenderWish::None
    });
    if !problems.is_empty() {
        return Err(problems);
    }
    let same_volunteer = !typed.get("same_volunteer").is_empty();
    Ok(Conversation {
        language,
        occasion,
        topic,
        gender,
        same_volunteer,
    })
}

/// What it is about: a topic that needs care was named, or else the occasion says it.
pub fn topic(typed: &Typed, rules: &Rules) -> Option<String> {
    match typed.get("topic") {
        "" => rules
            .occasion(typed.get("occasion"))
            .map(|occasion| occasion.topic.clone()),
        named => Some(named.to_owned()),
    }
}

/// The language, as far as it is clear by now.
pub fn language_code(typed: &Typed, rules: &Rules) -> Option<String> {
    language(typed, rules).ok()
}

fn language(typed: &Typed, rules: &Rules) -> Result<String, (&'static str, Problem)> {
    let text = typed.get("language");
    if text.is_empty() {
        return Err(("language", Problem::Missing));
    }
    let chosen = typed.get("language_choice");
    let near = choices(typed, rules);
    match rules.resolve_language(text) {
        Resolved::One(code) => Ok(code),
        _ if near.iter().any(|code| code == chosen) => Ok(chosen.to_owned()),
        Resolved::Ask(_) => Err(("language_choice", Problem::WhichLanguage)),
        Resolved::Unknown if near.is_empty() => Err(("language", Problem::UnknownLanguage)),
        Resolved::Unknown => Err(("language_choice", Problem::SimilarLanguage)),
    }
}

fn gender(typed: &Typed) -> Result<GenderWish, (&'static str, Problem)> {
    let wish = match typed.get("gender_wish") {
        "" => return Err(("gender_wish", Problem::Missing)),
        "none" => return Ok(GenderWish::None),
        "preferred" => GenderWish::Preferred,
        "required" => GenderWish::Required,
        _ => return Err(("gender_wish", Problem::NotAChoice)),
    };
    match typed.get("gender").parse::<Gender>() {
        Ok(gender) => Ok(wish(gender)),
        Err(_) => Err(("gender", Problem::Missing)),
    }
}
