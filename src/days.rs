//! Days as people write them.

use chrono::NaiveDate;

/// How the names of months begin, in the languages that people type in.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän"],
    &["feb"],
    &["mär", "mar", "mrz"],
    &["apr"],
    &["mai", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dez", "dec"],
];
/// "27" means 2027; nobody types a day of another century with two digits here.
const CENTURY: i32 = 2000;

/// "16.3.2027", "16. 3. 27", "16/3/2027", "2027-03-16", "16. März 2027" or "Di, 16 March 2027".
pub fn read(text: &str) -> Option<NaiveDate> {
    // A weekday may stand in front.
    let from = text.find(|c: char| c.is_ascii_digit())?;
    if text[..from].chars().any(|c| !c.is_alphabetic() && !" ,.".contains(c)) {
        return None;
    }
    let parts = text[from..].split(|c: char| ".-/,".contains(c) || c.is_whitespace());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts[..] {
        [first, second, third] if first.len() == 4 => (first, second, third),
        [first, second, third] => (third, second, first),
        _ => return None,
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let year = match year.len() {
        2 => CENTURY + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, number(month).or_else(|| month_of(month))?, number(day)?)
}

/// The number of a month by its name or the beginning of it.
pub fn month_of(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.').to_lowercase();
    let at = MONTHS
        .iter()
        .position(|month| month.iter().any(|beginning| name.starts_with(beginning)))?;
    u32::try_from(at + 1).ok()
}
