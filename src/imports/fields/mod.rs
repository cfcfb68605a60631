//! What a cell says: a value, nothing, or a doubt that a person has to answer. Pure.
//!
//! Nothing is guessed silently: what could mean two things is a doubt, with a proposal where one is likelier.

mod date;
mod language;
mod number;
mod person;
mod place;
mod shown;
mod similar;
mod text;
mod time;
mod typed;
mod week;
mod word;

use chrono::NaiveDate;

pub use date::{birth_year, date};
pub use language::{Spoken, languages, level, names, parts};
pub use number::{minutes, whole};
pub use person::{email, name, name_as_written, phone};
pub use place::{address, district, postcode};
pub use shown::{Shown, qualification};
pub use similar::most_alike;
pub use text::{line, misleads};
pub use time::{range, time};
pub use typed::reads;
pub use week::{absences, week};
pub use word::{coded, list, yes};

use crate::settings::Rules;

/// What parsers look things up in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

/// Nothing, where the cell is empty.
pub type Parsed<T> = Result<Option<T>, Doubt>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// Why a person has to look.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// Stable: stored, and part of the keys of the pages' words.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

codes! {
    /// It must be there and is not.
    Missing = "missing",
    /// It is none of what is known.
    Unknown = "unknown",
    /// It stands for several things.
    Ambiguous = "ambiguous",
    /// Excel took it for a number: the zero in front is gone.
    LostZero = "lost_zero",
    /// A day or time as Excel counts it.
    Serial = "serial",
    /// 03/04/2027
    DayOrMonth = "day_or_month",
    /// Not in the range that makes sense.
    OutOfRange = "out_of_range",
    /// The formula in it failed.
    ErrorCell = "error_cell",
    /// A formula as text.
    Formula = "formula",
    TooLong = "too_long",
    /// Control characters, or marks that turn the reading direction.
    Misleading = "misleading",
    /// The same person, or the same appointment, stands in an earlier row.
    SameInFile = "same_in_file",
    /// … or is in the pool already.
    SameInPool = "same_in_pool",
    /// Somebody else has this address.
    SharedAddress = "shared_address",
    /// The table says another level than the pool.
    OtherLevel = "other_level",
    /// Two appointments of one volunteer at the same time.
    Overlap = "overlap",
    /// It lies ahead: only what is over is imported.
    NotPast = "not_past",
    /// The institution has nobody to ask for it, or no place.
    NoContact = "no_contact",
}

/// What a person has to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub code: Code,
    /// What stands there, or the part of it that is in doubt.
    pub cell: String,
    /// A value that the same parser takes.
    pub proposal: Option<String>,
    /// The only answers there are; empty: anything that the parser takes.
    pub choices: Vec<String>,
    /// It can be left out.
    pub may_be_empty: bool,
}

impl Doubt {
    pub fn new(code: Code, cell: impl Into<String>) -> Self {
        Self {
            code,
            cell: cell.into(),
            proposal: None,
            choices: Vec::new(),
            may_be_empty: true,
        }
    }

    #[must_use]
    pub fn propose(mut self, proposal: impl Into<String>) -> Self {
        self.proposal = Some(proposal.into());
        self
    }

    #[must_use]
    pub fn maybe(mut self, proposal: Option<String>) -> Self {
        self.proposal = proposal;
        self
    }

    #[must_use]
    pub fn choose<S: ToString>(mut self, choices: impl IntoIterator<Item = S>) -> Self {
        self.choices = choices.into_iter().map(|choice| choice.to_string()).collect();
        self
    }
}
