use std::collections::{BTreeMap, HashMap};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{Ambiguous, Language};

/// What somebody meant by the name of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    One(String),
    /// The name stands for several languages: ask which.
    Ask(Vec<String>),
    Unknown,
}

/// Every spelling of every language, ready to look up.
#[derive(Clone, Debug, Default)]
pub(super) struct LanguageNames(HashMap<String, Resolved>);

impl LanguageNames {
    /// Names that would mean two things are left to [`clashes`](Self::clashes) and the pool file's check.
    pub fn new(languages: &BTreeMap<String, Language>, ambiguous: &BTreeMap<String, Ambiguous>) -> Self {
        let mut known = HashMap::new();
        for (spelling, meaning) in spellings(languages, ambiguous) {
            known.entry(spelling).or_insert(meaning);
        }
        Self(known)
    }

    pub fn resolve(&self, text: &str) -> Resolved {
        self.0.get(&normalised(text)).cloned().unwrap_or(Resolved::Unknown)
    }

    /// Spellings that two entries claim, each with what they would mean.
    pub fn clashes(
        languages: &BTreeMap<String, Language>,
        ambiguous: &BTreeMap<String, Ambiguous>,
    ) -> Vec<(String, Resolved, Resolved)> {
        let mut known: HashMap<String, Resolved> = HashMap::new();
        let mut clashes = vec![];
        for (spelling, meaning) in spellings(languages, ambiguous) {
            match known.get(&spelling) {
                Some(other) if *other != meaning => clashes.push((spelling, other.clone(), meaning)),
                _ => drop(known.insert(spelling, meaning)),
            }
        }
        clashes
    }
}

fn spellings(
    languages: &BTreeMap<String, Language>,
    ambiguous: &BTreeMap<String, Ambiguous>,
) -> Vec<(String, Resolved)> {
    let mut all = vec![];
    for (code, language) in languages {
        let names = language.name.iter().map(|(_, name)| name);
        for name in names
            .chain(language.also.iter().map(String::as_str))
            .chain([code.as_str()])
        {
            add(&mut all, name, &Resolved::One(code.clone()));
        }
    }
    for (name, entry) in ambiguous {
        for name in entry.also.iter().chain([name]) {
            add(&mut all, name, &Resolved::Ask(entry.ask.clone()));
        }
    }
    all
}

fn add(all: &mut Vec<(String, Resolved)>, name: &str, meaning: &Resolved) {
    let plain = normalised(name);
    // Who has no umlauts on the keyboard writes "Tuerkisch".
    let lower = name.to_lowercase();
    let written_out = normalised(&lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"));
    if written_out != plain {
        all.push((written_out, meaning.clone()));
    }
    all.push((plain, meaning.clone()));
}

/// Lower case, without accents, words parted by one space: "  Kurmancî (Kurdisch)" is "kurmanci kurdisch".
fn normalised(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
