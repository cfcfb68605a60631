//! Words that stand in the tables of offices. They are recognised, never shown.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use super::Kind;
use crate::people::sort_key;

type Codes = BTreeMap<String, Vec<String>>;

#[derive(serde::Deserialize)]
struct File {
    headers: BTreeMap<String, Codes>,
    #[serde(flatten)]
    words: BTreeMap<String, Codes>,
}

struct Words {
    headers: HashMap<&'static str, HashMap<String, String>>,
    words: HashMap<String, HashMap<String, String>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("words.toml")).expect("a test reads it");
    let looked_up = |codes: &Codes| {
        let pairs = codes
            .iter()
            .flat_map(|(code, words)| words.iter().map(move |word| (word, code)));
        pairs.map(|(word, code)| (normal(word), code.clone())).collect()
    };
    Words {
        headers: Kind::ALL
            .iter()
            .map(|kind| {
                (
                    kind.code(),
                    file.headers.get(kind.code()).map(looked_up).unwrap_or_default(),
                )
            })
            .collect(),
        words: file
            .words
            .iter()
            .map(|(family, codes)| (family.clone(), looked_up(codes)))
            .collect(),
    }
});

/// Small letters without marks, words parted by one space; "ue" is "ü".
pub fn normal(text: &str) -> String {
    let key = sort_key(text);
    let plain: String = key.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let spaced = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// The code of a word: `code("gender", "Frau")` is "female".
pub fn code(family: &str, word: &str) -> Option<&'static str> {
    let family = WORDS.words.get(family)?;
    family.get(&normal(word)).map(String::as_str)
}

/// What a column with this header most likely holds.
pub fn field(kind: Kind, header: &str) -> Option<&'static str> {
    let known = WORDS.headers.get(kind.code())?;
    let header = normal(header);
    if let Some(code) = known.get(&header) {
        return Some(code);
    }
    // "Telefon (privat)" is a phone number: the longest known beginning counts.
    let begins = |word: &&String| {
        header
            .strip_prefix(word.as_str())
            .is_some_and(|rest| rest.starts_with(' '))
    };
    let longest = known.keys().filter(begins).max_by_key(|word| word.len())?;
    known.get(longest).map(String::as_str)
}
