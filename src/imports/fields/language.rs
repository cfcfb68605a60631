use super::{Code, Context, Doubt, Parsed, most_alike};
use crate::{
    imports::words,
    matching::{Level, SpokenLanguage},
    settings::Resolved,
};

/// A part of the cell: which language is still to be found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    pub name: String,
    /// Nothing, where none stands beside it.
    pub level: Option<Level>,
}

/// "Dari, Farsi / Paschto (B2)" is three parts. A comma within brackets parts nothing.
pub fn parts(text: &str, context: Context<'_>) -> Vec<Spoken> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth <= 0 && matches!(c, ',' | ';' | '/' | '|' | '\n' | '+' | '&') {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    let joined = parts
        .iter()
        .flat_map(|part| part.split(" und ").flat_map(|part| part.split(" and ")));
    joined
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| spoken(part, context))
        .collect()
}

/// "Arabisch (Muttersprache)", "Dari: C1", "Farsi B2".
fn spoken(part: &str, context: Context<'_>) -> Spoken {
    let whole = || Spoken {
        name: part.to_owned(),
        level: None,
    };
    // "Arabisch (Levantinisch)" is a name as it stands.
    if context.rules.resolve_language(part) != Resolved::Unknown {
        return whole();
    }
    let (name, rest) = match part
        .strip_suffix([')', ']'])
        .and_then(|open| open.rsplit_once(['(', '[']))
    {
        Some(found) => found,
        None => match part.rsplit_once([':', '=']).or_else(|| part.rsplit_once(" - ")) {
            Some(found) => found,
            None => part.rsplit_once(' ').unwrap_or((part, "")),
        },
    };
    match level(rest) {
        Some(level) => Spoken {
            name: name.trim().to_owned(),
            level: Some(level),
        },
        None => whole(),
    }
}

pub fn level(word: &str) -> Option<Level> {
    word.trim()
        .parse()
        .ok()
        .or_else(|| words::code("level", word)?.parse().ok())
}

/// The codes of one name; an answer may name several.
pub fn names(text: &str, context: Context<'_>) -> Parsed<Vec<String>> {
    let text = text.trim();
    match context.rules.resolve_language(text) {
        Resolved::One(code) => return Ok(Some(vec![code])),
        Resolved::Ask(choices) => return Err(Doubt::new(Code::Ambiguous, text).choose(choices)),
        Resolved::Unknown => {}
    }
    let several: Option<Vec<String>> = text
        .split(',')
        .map(|part| match context.rules.resolve_language(part.trim()) {
            Resolved::One(code) => Some(code),
            Resolved::Ask(_) | Resolved::Unknown => None,
        })
        .collect();
    if let Some(codes) = several {
        return Ok(Some(codes));
    }
    let known = context.rules.languages().flat_map(|(_, language)| {
        let also = language.also.iter().map(String::as_str);
        language.name.iter().map(|(_, name)| name).chain(also)
    });
    // Somebody who wrote "Kurdich" meant what has to be asked about.
    let ambiguous = context.rules.ambiguous_names().map(|(name, _)| name);
    let alike = most_alike(text, known.chain(ambiguous));
    match alike.map(|name| (name, context.rules.resolve_language(name))) {
        Some((name, Resolved::One(_))) => Err(Doubt::new(Code::Unknown, text).propose(name)),
        Some((_, Resolved::Ask(choices))) => Err(Doubt::new(Code::Ambiguous, text).choose(choices)),
        _ => Err(Doubt::new(Code::Unknown, text)),
    }
}

/// A language that stands twice counts with its higher level.
pub fn languages(found: Vec<SpokenLanguage>) -> Vec<SpokenLanguage> {
    let mut once: Vec<SpokenLanguage> = Vec::with_capacity(found.len());
    for spoken in found {
        match once.iter_mut().find(|known| known.language == spoken.language) {
            Some(known) => known.level = known.level.max(spoken.level),
            None => once.push(spoken),
        }
    }
    once
}
