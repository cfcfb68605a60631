//! How a text is cut into the words under which it is found. The triggers of `search_word` do the same to
//! `name_sort`; `tests/desk/search` holds them together. Pure.

use crate::people::sort_key;

/// Gone without a trace: "O'Brien" is one word.
const SILENT: [char; 6] = ['\'', '\u{2019}', '\u{2BC}', '`', '\u{B4}', '\u{640}'];
const PARTING: [char; 14] = [
    ' ', '-', '\u{2013}', '.', ',', ';', ':', '/', '(', ')', '&', '+', '"', '_',
];
/// "Özgür", "Ozgur" and "Oezguer" are one; so are the Persian and the Arabic forms of a letter.
const ALIKE: [(&str, &str); 7] = [
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("ک", "ك"),
    ("ی", "ي"),
    ("ى", "ي"),
    ("ة", "ه"),
];

/// Small letters without marks, each word once.
pub fn words(text: &str) -> Vec<String> {
    let mut text: String = sort_key(text).chars().filter(|c| !SILENT.contains(c)).collect();
    for (one, other) in ALIKE {
        text = text.replace(one, other);
    }
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| PARTING.contains(&c) || c.is_whitespace()) {
        if !word.is_empty() && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Everything that begins with `prefix` sorts before this, byte by byte, on both engines.
pub fn after(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}
