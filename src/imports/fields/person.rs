use super::{Code, Doubt, Parsed, line};
use crate::{
    imports::reading::Cell,
    people::{EmailAddress, Name, TextError},
};

const LONGEST: usize = 200;
const LONGEST_PHONE: usize = 40;

/// "Rahimi, Amina" is Amina Rahimi.
pub fn name(cell: &Cell) -> Parsed<Name> {
    let Some(text) = line(cell, LONGEST)? else {
        return Ok(None);
    };
    let turned = match text.split_once(", ") {
        Some((last, first)) if !first.contains(',') && !last.is_empty() => format!("{first} {last}"),
        _ => text.clone(),
    };
    match turned.parse() {
        Ok(name) => Ok(Some(name)),
        Err(_) => Err(Doubt::new(Code::Unknown, text)),
    }
}

/// What a house is called: a comma in it turns nothing round.
pub fn name_as_written(cell: &Cell) -> Parsed<Name> {
    let Some(text) = line(cell, LONGEST)? else {
        return Ok(None);
    };
    text.parse().map(Some).map_err(|_| Doubt::new(Code::Unknown, text))
}

/// The address alone, also of "Amina <amina@post.example>"; of several none.
pub fn email(cell: &Cell) -> Parsed<EmailAddress> {
    let Some(text) = line(cell, LONGEST)? else {
        return Ok(None);
    };
    let bare = text.strip_prefix("mailto:").unwrap_or(&text);
    match bare.parse() {
        Ok(address) => Ok(Some(address)),
        Err(TextError::Empty) => Ok(None),
        Err(_) => {
            let is_edge = |c: char| matches!(c, '<' | '>' | '(' | ')' | '"' | '\'' | '.');
            let words = bare.split([' ', ',', ';', '/']).map(|word| word.trim_matches(is_edge));
            let repaired = |word: &str| word.replace("(at)", "@").replace("[at]", "@").replace("@@", "@");
            let found: Vec<String> = words
                .map(repaired)
                .filter(|word| word.parse::<EmailAddress>().is_ok())
                .collect();
            let whole = bare.replace(' ', "");
            let joined = Some(repaired(&whole)).filter(|word| word.parse::<EmailAddress>().is_ok());
            let proposal = found.first().cloned().or(joined);
            Err(Doubt::new(Code::Unknown, text).maybe(proposal))
        }
    }
}

/// Excel takes a phone number for a number and drops its first zero.
pub fn phone(cell: &Cell) -> Parsed<String> {
    let Some(text) = line(cell, LONGEST)? else {
        return Ok(None);
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let dialled = text.chars().all(|c| c.is_ascii_digit() || " +/-().".contains(c));
    if digits < 5 || !dialled || text.chars().count() > LONGEST_PHONE {
        // "0251 555 0110 (privat)" and "Tel. 0251 …": what can be dialled of it.
        let kept: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || " +/-".contains(*c))
            .collect();
        let kept = kept.trim_matches([' ', '-', '/']).to_owned();
        let fits = (5..=20).contains(&kept.chars().filter(char::is_ascii_digit).count());
        return Err(Doubt::new(Code::Unknown, text).maybe(Some(kept).filter(|_| fits)));
    }
    if let Cell::Number(number) = cell
        && number.fract() == 0.0
        && text.starts_with("49")
        && digits >= 11
    {
        return Err(Doubt::new(Code::LostZero, text.clone()).propose(format!("+{text}")));
    }
    if text.starts_with(['0', '+', '(']) {
        return Ok(Some(text));
    }
    Err(Doubt::new(Code::LostZero, text.clone()).propose(format!("0{text}")))
}
