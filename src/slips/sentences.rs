//! The sentences of a slip, and the places in them that must not get lost.

/// One sentence that every text says in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Stable: stored, and the last part of its key in the locale files.
    pub code: &'static str,
    /// What is filled in; each stands in it exactly once.
    pub places: &'static [&'static str],
    /// Stands for all of them: a sentence that was corrected before they were several has it.
    whole: Option<&'static str>,
    /// Only texts that others read, too, have it.
    pub for_others: bool,
}

const fn says(code: &'static str, places: &'static [&'static str]) -> Sentence {
    Sentence {
        code,
        places,
        whole: None,
        for_others: false,
    }
}

/// In the order in which a slip says them; the last ones stand only on the page of a link.
pub const SENTENCES: [Sentence; 18] = [
    says("title", &[]),
    says("date", &["weekday", "day", "month", "year"]),
    Sentence {
        whole: Some("time"),
        ..says("time", &["from", "until"])
    },
    says("place", &["place"]),
    says("meeting", &["meeting"]),
    says("phone", &[]),
    says("video", &[]),
    says("mediator", &[]),
    // On a slip in another language than the booked one.
    says("booked", &["language"]),
    Sentence {
        for_others: true,
        ..says("other", &[])
    },
    says("free", &[]),
    says("secret", &[]),
    says("call", &["phone"]),
    says("changed", &[]),
    says("open", &["phone"]),
    says("cancelled", &["phone"]),
    says("over", &[]),
    says("ended", &["phone"]),
];

/// May be filled in, too: the German text names the language.
const LANGUAGE: &str = "language";

pub fn sentence(code: &str) -> Option<&'static Sentence> {
    SENTENCES.iter().find(|sentence| sentence.code == code)
}

/// What is wrong with a sentence as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    /// This place is not there: the slip would not say it.
    Missing(&'static str),
    Twice(&'static str),
    /// Something in braces, or a brace, that nobody fills in.
    Unknown,
}

impl Sentence {
    pub fn check(&self, text: &str) -> Result<(), Wrong> {
        if text.trim().is_empty() {
            return Err(Wrong::Empty);
        }
        let mut found = Vec::new();
        for piece in pieces(text) {
            match piece {
                Piece::Place(name) => found.push(name),
                Piece::Words(words) if words.contains(['{', '}']) => return Err(Wrong::Unknown),
                Piece::Words(_) => {}
            }
        }
        let places = match &self.whole {
            Some(whole) if found.contains(whole) => std::slice::from_ref(whole),
            _ => self.places,
        };
        for place in places {
            match found.iter().filter(|name| *name == place).count() {
                0 => return Err(Wrong::Missing(place)),
                1 => {}
                _ => return Err(Wrong::Twice(place)),
            }
        }
        let may = |name: &&str| places.contains(name) || (self.names_language() && *name == LANGUAGE);
        if found.iter().all(may) {
            Ok(())
        } else {
            Err(Wrong::Unknown)
        }
    }

    fn names_language(&self) -> bool {
        matches!(self.code, "mediator" | "other")
    }
}

/// A part of a sentence: words, or the name of what is filled in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    Words(&'t str),
    Place(&'t str),
}

/// `"um {time} Uhr"` in its three pieces. A brace that belongs to no place stays among the words.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        if !before.is_empty() {
            found.push(Piece::Words(before));
        }
        found.push(Piece::Place(place));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    found
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let close = text.find('}')?;
    let open = text[..close].rfind('{')?;
    let name = &text[open + 1..close];
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then(|| (&text[..open], name, &text[close + 1..]))
}
