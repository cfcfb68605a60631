//! What can be wrong with a draft. The desk puts it into words.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// The pages of the form, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Conversation,
    When,
    Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Missing,
    /// Not one of the choices that the page offers.
    NotAChoice,
    UnknownLanguage,
    /// Nothing is called that, but something nearly.
    SimilarLanguage,
    /// The name stands for several languages; one is to be chosen.
    WhichLanguage,
    /// Sign languages need eyes.
    SignedByPhone,
    NotADate,
    NoSuchDay {
        day: u32,
        month: u32,
    },
    NotATime,
    Past,
    TooSoon,
    /// The pool refuses what is so late; who calls may still be helped.
    Late {
        starts_at: DateTime<Utc>,
    },
    TooFar,
    /// The second date is the first one again.
    SameDate,
    EndBeforeStart {
        start: NaiveTime,
    },
    TooLong,
    PoolClosed {
        until: NaiveDate,
    },
    /// The clocks jump over it in spring.
    NonexistentTime {
        suggest: NaiveTime,
    },
    NotANumber,
    /// A day of birth or the number of a file: it tells who somebody is.
    Identifying,
}

/// Step, field and what is wrong with it, in the order of the pages.
pub type Problems = Vec<(Step, &'static str, Problem)>;
