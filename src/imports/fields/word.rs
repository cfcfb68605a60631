use super::{Code, Doubt, Parsed, line};
use crate::imports::{reading::Cell, words};

/// One of few words: gender, state, outcome.
pub fn coded(cell: &Cell, family: &str, choices: &[&str]) -> Parsed<String> {
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    match known(&text, family, choices) {
        Some(code) => Ok(Some(code)),
        None => Err(Doubt::new(Code::Unknown, text).choose(choices)),
    }
}

/// Several of few words; each unknown one is a doubt of its own, so the parts come singly.
pub fn list(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split([',', ';', '/', '|', '\n', '+', '&']);
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

pub fn yes(cell: &Cell) -> Parsed<bool> {
    Ok(coded(cell, "yes", &["yes", "no"])?.map(|code| code == "yes"))
}

fn known(text: &str, family: &str, choices: &[&str]) -> Option<String> {
    let own = choices.iter().find(|code| code.eq_ignore_ascii_case(text.trim()));
    let meant = own.copied().or_else(|| words::code(family, text));
    meant.filter(|code| choices.contains(code)).map(str::to_owned)
}
