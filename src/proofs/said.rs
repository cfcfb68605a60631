//! What the sides say, and what it comes to. Pure.

use chrono::{DateTime, Utc};

/// How an appointment went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    /// The family did not come. No cancellation: the volunteer was there.
    ClientAbsent,
    NotHeld,
    /// It could not be held: nobody came to mediate. Only a coordinator settles that.
    VolunteerAbsent,
}

/// The whole of one word: the outcome, and for what was held its real times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Held { from: DateTime<Utc>, until: DateTime<Utc> },
    ClientAbsent,
    NotHeld,
    VolunteerAbsent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Volunteer,
    Institution,
    Coordinator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has said anything.
    Open,
    /// One side has.
    Reported,
    /// Agreed or decided: what counts is known. Only this can be paid.
    Done,
    /// Both have, and not the same.
    Disputed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    pub state: State,
    /// Known once done, and only then.
    pub counts: Option<Said>,
}

/// Takes the newest word of each side. A coordinator's word settles it; else both sides must say the same.
pub fn stand(volunteer: Option<Said>, institution: Option<Said>, coordinator: Option<Said>) -> Stand {
    let agreed = volunteer.filter(|said| Some(*said) == institution);
    let counts = coordinator.or(agreed);
    let state = match (counts, volunteer, institution) {
        (Some(_), _, _) => State::Done,
        (None, Some(_), Some(_)) => State::Disputed,
        (None, None, None) => State::Open,
        (None, _, _) => State::Reported,
    };
    Stand { state, counts }
}

impl Said {
    pub fn outcome(self) -> Outcome {
        match self {
            Said::Held { .. } => Outcome::Held,
            Said::ClientAbsent => Outcome::ClientAbsent,
            Said::NotHeld => Outcome::NotHeld,
            Said::VolunteerAbsent => Outcome::VolunteerAbsent,
        }
    }

    pub fn times(self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        match self {
            Said::Held { from, until } => Some((from, until)),
            Said::ClientAbsent | Said::NotHeld | Said::VolunteerAbsent => None,
        }
    }

    pub fn minutes(self) -> Option<i64> {
        self.times().map(|(from, until)| (until - from).num_minutes())
    }
}

impl Outcome {
    /// As it is stored: what was not held, and who was missed.
    pub fn stored(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::VolunteerAbsent => (Self::NotHeld.code(), Some("volunteer")),
            other => (other.code(), None),
        }
    }
}

/// The codes are stable: stored, sent by forms and part of keys of the locale files.
macro_rules! codes {
    ($kind:ident: $($name:ident = $code:literal,)+) => {
        impl $kind {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes! { Outcome: Held = "held", ClientAbsent = "client_absent", NotHeld = "not_held", VolunteerAbsent = "volunteer_absent", }
codes! { Side: Volunteer = "volunteer", Institution = "institution", Coordinator = "coordinator", }
codes! { State: Open = "open", Reported = "reported", Done = "done", Disputed = "disputed", }
