use super::{Code, Context, Doubt, Parsed, line, most_alike};
use crate::imports::{reading::Cell, words::normal};

/// A district's number or name.
pub fn district(cell: &Cell, context: Context<'_>) -> Parsed<String> {
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    let wanted = normal(&text);
    let is_it = |code: &str, name: &str| code == text || normal(name) == wanted;
    if let Some((code, _)) = context
        .rules
        .districts()
        .find(|(code, district)| is_it(code, &district.name))
    {
        return Ok(Some(code.to_owned()));
    }
    // "Kinderhaus" is two districts: which?
    let several: Vec<&str> = context
        .rules
        .districts()
        .filter(|(_, district)| normal(&district.name).split(' ').next() == Some(wanted.as_str()))
        .map(|(code, _)| code)
        .collect();
    if several.len() > 1 {
        return Err(Doubt::new(Code::Ambiguous, text).choose(several));
    }
    let names = context.rules.districts().map(|(_, district)| district.name.as_str());
    let alike = most_alike(&text, names).map(str::to_owned);
    Err(Doubt::new(Code::Unknown, text).maybe(alike))
}

/// Five digits. Excel drops the zero in front of those of the east.
pub fn postcode(cell: &Cell) -> Parsed<String> {
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    let bare = text.trim_start_matches("D-").trim_start_matches("DE-").trim();
    let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    match bare.len() {
        5 if digits => Ok(Some(bare.to_owned())),
        4 if digits => Err(Doubt::new(Code::LostZero, text.clone()).propose(format!("0{bare}"))),
        _ => {
            let found = bare.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 5);
            Err(Doubt::new(Code::Unknown, text.clone()).maybe(found.map(str::to_owned)))
        }
    }
}

/// "Hammer Straße 1, 48153 Münster": street, postcode, city.
pub fn address(text: &str) -> (String, String, String) {
    let digits = |part: &&str| part.len() == 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = text.split([' ', '\n']).filter(|word| !word.is_empty());
    let Some(postcode) = words.find(|word| digits(&word.trim_matches(','))) else {
        return (text.to_owned(), String::new(), String::new());
    };
    let (street, city) = text.split_once(postcode).unwrap_or((text, ""));
    let trim = |part: &str| part.trim_matches([' ', ',', ';', '\n', '\r']).to_owned();
    (trim(street), trim(postcode), trim(city))
}
