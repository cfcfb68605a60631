//! Names and addresses as people type them: trimmed, composed (NFC), and free of what could mislead.

use std::{fmt, str::FromStr};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const LONGEST: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("nothing was entered")]
    Empty,
    #[error("longer than {LONGEST} characters")]
    TooLong,
    #[error("holds control characters or marks that turn the reading direction")]
    NotAllowed,
    #[error("not an e-mail address")]
    NotAnAddress,
}

/// What a person or an institution is called. One word, one letter and any script will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For sorting and searching.
    pub fn sort_key(&self) -> String {
        sort_key(&self.0)
    }
}

/// Small letters without their marks, "ß" as "ss": what is typed into a search meets the name however it is spelt.
pub fn sort_key(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let mut key = String::with_capacity(plain.len());
    for c in plain.to_lowercase().nfc() {
        match c {
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'đ' => key.push('d'),
            'ı' => key.push('i'),
            _ => key.push(c),
        }
    }
    key
}

impl FromStr for Name {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = clean(text)?;
        // Invisible joiners alone are no name either.
        if text.chars().any(char::is_alphanumeric) {
            Ok(Self(text))
        } else {
            Err(TextError::Empty)
        }
    }
}

/// An address that mail can be sent to. Upper and lower case make no difference ([`EmailAddress::key`]).
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl FromStr for EmailAddress {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = clean(text)?;
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        // Quoted local parts and addresses beyond ASCII are valid, but many mail servers do not take them.
        let (local, domain) = text.rsplit_once('@').ok_or(TextError::NotAnAddress)?;
        let plain = local
            .chars()
            .all(|c| c.is_ascii_graphic() && !"\"(),:;<>@[\\]".contains(c));
        let labels = domain.split('.').collect::<Vec<_>>();
        let dotted = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
        let sendable = text.parse::<lettre::Address>().is_ok();
        if plain && dotted && sendable {
            Ok(Self(text))
        } else {
            Err(TextError::NotAnAddress)
        }
    }
}

/// Logs show that there is an address, not which.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

fn clean(text: &str) -> Result<String, TextError> {
    let text: String = text.trim().nfc().collect();
    let misleads = |c: char| {
        c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.chars().any(misleads) {
        return Err(TextError::NotAllowed);
    }
    if text.chars().count() > LONGEST {
        Err(TextError::TooLong)
    } else {
        Ok(text)
    }
}
