//! What belongs together stays on one line: "9. März", "10 Uhr", "15 km".

/// A space at which no line ends.
pub const NO_BREAK: char = '\u{a0}';

/// Holds each number together with the word behind it, if it is one of `words`: months and units.
pub(super) fn hold(text: String, words: &[String]) -> String {
    let mut held = String::new();
    let mut from = 0;
    for (at, space) in text.match_indices(' ') {
        let (before, after) = (&text[..at], &text[at + space.len()..]);
        if ends_with_number(before) && words.iter().any(|word| begins(after, word)) {
            held.push_str(&text[from..at]);
            held.push(NO_BREAK);
            from = at + space.len();
        }
    }
    if from == 0 {
        return text;
    }
    held.push_str(&text[from..]);
    held
}

/// "9" or "9."
fn ends_with_number(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn begins(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
