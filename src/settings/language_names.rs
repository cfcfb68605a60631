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
    /// Names that would mean two things are left to [`clashes`](Self::clashes) and the check.
    pub fn new(languages: &BTreeMap<String, Language>, ambiguous: &BTreeMap<String, Ambiguous>) -> Self {
        let mut known = HashMap::new();
        for (spelling, meaning, _) in spellings(languages, ambiguous) {
            known.entry(spelling).or_insert(meaning);
        }
        Self(known)
    }

    pub fn resolve(&self, text: &str) -> Resolved {
        self.0.get(&normalised(text)).cloned().unwrap_or(Resolved::Unknown)
    }

    /// Spellings that two entries claim.
    pub fn clashes(languages: &BTreeMap<String, Language>, ambiguous: &BTreeMap<String, Ambiguous>) -> Vec<Clash> {
        let mut known: HashMap<String, (Resolved, Entry)> = HashMap::new();
        let mut clashes = vec![];
        for (spelling, meaning, entry) in spellings(languages, ambiguous) {
            match known.get(&spelling) {
                Some((other, first)) if *other != meaning => clashes.push(Clash {
                    meanings: (first.1.clone(), entry.1.clone()),
                    second: entry,
                    spelling,
                }),
                _ => drop(known.insert(spelling, (meaning, entry))),
            }
        }
        clashes
    }
}

/// Kind and key of the rule that says it.
type Entry = (&'static str, String);

/// A spelling that would mean two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    pub spelling: String,
    /// Keys of both rules.
    pub meanings: (String, String),
    pub second: Entry,
}

fn spellings(
    languages: &BTreeMap<String, Language>,
    ambiguous: &BTreeMap<String, Ambiguous>,
) -> Vec<(String, Resolved, Entry)> {
    let mut all = vec![];
    for (code, language) in languages {
        let names = language.name.iter().map(|(_, name)| name);
        for name in names
            .chain(language.also.iter().map(String::as_str))
            .chain([code.as_str()])
        {
            add(&mut all, name, &Resolved::One(code.clone()), ("language", code));
        }
    }
    for (name, entry) in ambiguous {
        for spelling in entry.also.iter().chain([name]) {
            add(
                &mut all,
                spelling,
                &Resolved::Ask(entry.ask.clone()),
                ("ambiguous", name),
            );
        }
    }
    all
}

fn add(all: &mut Vec<(String, Resolved, Entry)>, name: &str, meaning: &Resolved, (kind, key): (&'static str, &str)) {
    let plain = normalised(name);
    // Who has no umlauts on the keyboard writes "Tuerkisch".
    let lower = name.to_lowercase();
    let written_out = normalised(&lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"));
    let mut say = |spelling| all.push((spelling, meaning.clone(), (kind, key.to_owned())));
    if written_out != plain {
        say(written_out);
    }
    say(plain);
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
