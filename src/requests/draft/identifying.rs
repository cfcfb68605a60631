//! Words that come before what would tell who somebody is. A remark reaches volunteers by mail: nobody is named there.

/// A day of birth, or the number of a file, is about to follow. Whole words, without their full stop.
const TELLING: [&str; 9] = [
    "geb",
    "geboren",
    "geburtsdatum",
    "geburtstag",
    "aktenzeichen",
    "aktennummer",
    "versichertennummer",
    "born",
    "birthday",
];
/// A room may be called "AZ 12", too; "12/345" is no room.
const FILE: &str = "az";

/// Whether a text seems to hold a day of birth or the number of a file.
///
/// Names cannot be told from other words; the hint beside the field asks for none.
pub fn identifies(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut before = "";
    for word in words.filter(|word| !word.is_empty()) {
        let digits = word.chars().any(|c| c.is_ascii_digit());
        let said = before.to_lowercase();
        if digits && (TELLING.contains(&said.as_str()) || (said == FILE && text.contains('/'))) {
            return true;
        }
        // "geboren am 12.3.", "Aktenzeichen: 12 F 34/26"
        if !["am", "nr", "lautet", "ist", "on"].contains(&word.to_lowercase().as_str()) {
            before = word;
        }
    }
    false
}
