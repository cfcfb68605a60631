use super::words::words;

/// More words than that narrow nothing down.
const MOST_WORDS: usize = 5;
const LONGEST: usize = 200;
/// Fewer digits stand in everybody's number.
const FEWEST_DIGITS: usize = 5;

/// What was typed, as far as it can be looked for. Nothing in it has a meaning of its own: no wild cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The longest first: it leads, the others only narrow.
    pub words: Vec<String>,
    /// The beginning of an address, or of what follows its "@".
    pub address: Option<String>,
    pub reference: Option<Reference>,
    /// The digits of a phone number, without those of the country and the trunk.
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// "42", "0042": of any year.
    Number(String),
    /// "2027-0042", "SP-2027-00": its beginning.
    Beginning(String),
}

impl Wish {
    pub fn read(typed: &str) -> Self {
        let typed: String = typed.trim().chars().take(LONGEST).filter(|c| *c != '\0').collect();
        let lower = typed.to_lowercase();
        let one_word = !lower.contains(char::is_whitespace);
        if one_word && lower.contains('@') {
            return Self {
                address: Some(lower),
                ..Self::default()
            };
        }
        Self {
            address: (one_word && lower.contains('.')).then(|| lower.clone()),
            reference: reference(&lower),
            phone: phone(&lower),
            words: longest_first(&typed),
        }
    }

    /// A name and nothing else: the words of what was typed.
    pub fn read_name(typed: &str) -> Self {
        Self {
            words: longest_first(typed),
            ..Self::default()
        }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.address.is_none() && self.reference.is_none() && self.phone.is_none()
    }

    /// From and to before which the `at`-th word's beginnings lie; both empty where there is none.
    pub fn range(&self, at: usize) -> (String, String) {
        self.words
            .get(at)
            .map_or_else(Default::default, |word| (word.clone(), super::after(word)))
    }
}

fn longest_first(typed: &str) -> Vec<String> {
    let mut words = words(typed);
    words.truncate(MOST_WORDS);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words
}

/// Digits and what people write between them: enough digits to be nobody's house number.
fn phone(typed: &str) -> Option<String> {
    if !typed.chars().all(|c| c.is_ascii_digit() || " \u{a0}+-/().".contains(c)) {
        return None;
    }
    let typed = typed.replace("(0)", "");
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let own = match typed.trim_start() {
        plus if plus.starts_with('+') => digits.strip_prefix("49").unwrap_or(&digits),
        _ => digits.strip_prefix("0049").unwrap_or(&digits),
    };
    let own = own.trim_start_matches('0');
    (own.len() >= FEWEST_DIGITS).then(|| own.to_owned())
}

/// Letters, a year and a number, or the last of them: with hyphens or blanks between.
fn reference(lower: &str) -> Option<Reference> {
    let parts: Vec<&str> = lower
        .split(|c: char| c == '-' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match &parts[..] {
        [number] if digits(number) => {
            let plain = number.trim_start_matches('0');
            (!plain.is_empty()).then(|| Reference::Number(plain.to_owned()))
        }
        [year, number] if digits(year) && digits(number) && year.len() == 4 => {
            Some(Reference::Beginning(format!("{year}-{number}")))
        }
        [letters, rest @ ..] if !rest.is_empty() && !digits(letters) && rest.iter().all(|part| digits(part)) => {
            Some(Reference::Beginning(parts.join("-")))
        }
        _ => None,
    }
}
