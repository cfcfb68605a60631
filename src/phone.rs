//! Phone numbers as people write them, and as phones dial them.

/// Where the pools are: what begins with one 0 is a number of this country.
const COUNTRY: &str = "+49";

/// "0251 555 0110" as a link: `tel:+492515550110`.
pub fn link(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

/// Whether two ways of writing it may be the same number: its digits without the country's and the trunk's.
pub fn bare(number: &str) -> String {
    let dialled = dialled(number);
    let bare = dialled.strip_prefix(COUNTRY).unwrap_or(&dialled);
    bare.trim_start_matches(['+', '0']).to_owned()
}

/// With the country in front, where the number says that there is one. Short numbers like 115 stay as they are.
fn dialled(number: &str) -> String {
    let number = number.trim();
    if let Some(rest) = number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        // "+49 (0)251": whoever dials the country leaves out the 0.
        return format!("+{}", digits(&rest.replace("(0)", "")));
    }
    let digits = digits(number);
    match digits.strip_prefix('0') {
        Some(rest) => format!("{COUNTRY}{rest}"),
        None => digits,
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
