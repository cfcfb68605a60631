use unicode_normalization::UnicodeNormalization;

use super::{Code, Doubt, Parsed};
use crate::imports::reading::{Cell, plain};

/// One line: composed, without the spaces around and within it that nobody sees.
pub fn line(cell: &Cell, max: usize) -> Parsed<String> {
    if let Cell::Error(text) = cell {
        return Err(Doubt::new(Code::ErrorCell, text));
    }
    let shown = cell.shown();
    let text: String = plain(&shown.replace(['\n', '\r'], " ")).nfc().collect();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = text.strip_prefix('\'')
        && rest.starts_with(['=', '+', '-', '@'])
    {
        // Our own tables write it so that no office program takes it for a formula.
        return checked(rest, max);
    }
    if text.starts_with('=') {
        return Err(Doubt::new(Code::Formula, short(&text)).maybe(shown_by(&text)));
    }
    checked(&text, max)
}

fn checked(text: &str, max: usize) -> Parsed<String> {
    let clean: String = text.chars().filter(|c| !misleads(*c)).collect();
    let cut: String = clean.chars().take(max).collect::<String>().trim().to_owned();
    if clean != text {
        return Err(Doubt::new(Code::Misleading, short(&clean)).propose(cut));
    }
    if clean.chars().count() > max {
        return Err(Doubt::new(Code::TooLong, short(&clean)).propose(cut));
    }
    Ok(Some(text.to_owned()))
}

/// Control characters, and those that turn the reading direction.
pub fn misleads(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Pages show no more of a cell than this.
fn short(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What `=HYPERLINK("mailto:a@b.example";"Amina")` shows; the address, where it is one.
fn shown_by(formula: &str) -> Option<String> {
    let texts: Vec<&str> = formula
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| !text.trim().is_empty())
        .collect();
    let mail = texts.iter().find_map(|text| text.strip_prefix("mailto:"));
    let text = mail.or(texts.last().copied())?.trim();
    (!text.starts_with('=')).then(|| text.chars().take(200).collect())
}
