//! What is to be said of an appointment at a glance. Pure.

use chrono::{DateTime, Utc};

/// In the order in which the board counts them: what needs somebody first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A person has to do something.
    Problem,
    /// Nobody looks yet, nobody comes yet.
    Open,
    Searching,
    Confirmed,
    /// Over, and somebody was there.
    Done,
    /// Over or given up without anybody.
    Nobody,
    Refused,
    Cancelled,
}

/// What is known of an appointment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    pub cancelled: bool,
    pub closed: bool,
    /// The pool does not help with this.
    pub refused: bool,
    pub over: bool,
    pub missing: bool,
    pub somebody: bool,
    /// A search runs.
    pub searching: bool,
    /// A search has run before.
    pub searched: bool,
    /// A task about it waits.
    pub task: bool,
}

impl State {
    pub const ALL: [Self; 8] = [
        Self::Problem,
        Self::Open,
        Self::Searching,
        Self::Confirmed,
        Self::Done,
        Self::Nobody,
        Self::Refused,
        Self::Cancelled,
    ];

    pub fn of(known: Known) -> Self {
        match known {
            Known { cancelled: true, .. } => Self::Cancelled,
            Known { refused: true, .. } => Self::Refused,
            Known {
                over: true,
                task: true,
                somebody: true,
                ..
            } => Self::Problem,
            Known {
                over: true,
                somebody: true,
                ..
            } => Self::Done,
            Known { over: true, .. } => Self::Nobody,
            Known { task: true, .. } => Self::Problem,
            Known { missing: false, .. } => Self::Confirmed,
            Known {
                closed: true,
                somebody: true,
                ..
            } => Self::Confirmed,
            Known { closed: true, .. } => Self::Nobody,
            Known { searching: true, .. } => Self::Searching,
            // Somebody has looked at it: the task is done.
            Known { searched: true, .. } => Self::Nobody,
            Known { .. } => Self::Open,
        }
    }

    /// Stable: it stands in addresses, and is the key of the word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Open => "open",
            Self::Searching => "searching",
            Self::Confirmed => "confirmed",
            Self::Done => "done",
            Self::Nobody => "nobody",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The shape before the word.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Problem => "bad",
            Self::Open => "open",
            Self::Searching => "runs",
            Self::Confirmed | Self::Done => "done",
            Self::Nobody | Self::Refused | Self::Cancelled => "gone",
        }
    }
}

/// Whether its end lies behind us.
pub fn over(ends_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    ends_at <= now
}
