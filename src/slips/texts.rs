//! The texts that are shipped, one file for each language, and which of them somebody reads.

use std::{collections::BTreeMap, sync::LazyLock};

use rust_embed::RustEmbed;
use serde::Deserialize;

use super::Says;

/// Stands beneath the family's language.
pub const GERMAN: &str = "de";
/// For whom there is no text.
const ENGLISH: &str = "en";

#[derive(RustEmbed)]
#[folder = "src/slips/texts"]
struct Files;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// What a slip says in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct Text {
    #[serde(skip)]
    pub code: String,
    /// As its speakers call it.
    pub name: String,
    /// For `lang=`: with the script where it is not the usual one.
    pub lang: String,
    pub direction: Direction,
    /// Languages of the pool that are the same one to read.
    #[serde(default)]
    pub also: Vec<String>,
    /// Languages of the pool without a text, whose speakers read this one and are told so; `*`: all.
    #[serde(default)]
    pub serves: Vec<String>,
    /// Monday first.
    pub weekdays: [String; 7],
    pub months: [String; 12],
    pub says: Says,
}

static SHIPPED: LazyLock<BTreeMap<String, Text>> = LazyLock::new(|| {
    Files::iter()
        .filter_map(|path| {
            let code = path.strip_suffix(".toml")?.to_owned();
            let file = Files::get(&path)?;
            let text = String::from_utf8_lossy(&file.data);
            let read: Text = toml::from_str(&text).expect("a test reads every shipped text");
            Some((code.clone(), Text { code, ..read }))
        })
        .collect()
});

/// By code.
pub fn all() -> impl Iterator<Item = &'static Text> {
    SHIPPED.values()
}

pub fn shipped(code: &str) -> Option<&'static Text> {
    SHIPPED.get(code)
}

/// Which text the speakers of a language read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The text's code.
    pub text: &'static str,
    /// It is another language than theirs, and they are told.
    pub other: bool,
}

/// A text of its own, else the one that its speakers read, else simple English.
pub fn choose(language: &str) -> Choice {
    let own = |text: &&Text| text.code == language || text.also.iter().any(|code| code == language);
    if let Some(text) = all().find(own) {
        return Choice {
            text: &text.code,
            other: false,
        };
    }
    let serves = |text: &&Text| text.serves.iter().any(|code| code == language);
    Choice {
        text: all().find(serves).map_or(ENGLISH, |text| &text.code),
        other: true,
    }
}
