//! The few words that requests and volunteers share. Each is stored as the text `as_str` gives.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A text that is none of the words of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a {kind}")]
pub struct UnknownWord {
    pub kind: &'static str,
    pub text: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident as $kind:literal { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $text)] $variant),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let known = Self::ALL.iter().find(|word| word.as_str().eq_ignore_ascii_case(text));
                known.copied().ok_or_else(|| UnknownWord { kind: $kind, text: text.to_owned() })
            }
        }
    };
}

words! {
    /// How the mediator takes part.
    Mode as "mode" { OnSite = "on_site", Phone = "phone", Video = "video" }
}

words! {
    Gender as "gender" { Female = "female", Male = "male", Diverse = "diverse" }
}

words! {
    /// How well a language is spoken: the CEFR levels, and above them all "native".
    Level as "level" {
        A1 = "A1", A2 = "A2", B1 = "B1", B2 = "B2", C1 = "C1", C2 = "C2", Native = "native",
    }
}

impl Mode {
    /// Somebody has to travel.
    pub fn is_on_site(self) -> bool {
        self == Self::OnSite
    }
}
