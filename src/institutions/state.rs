use std::str::FromStr;

/// Whether an institution may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Has applied; a coordinator checks.
    Pending,
    Approved,
    /// Its contacts see what there is, but file nothing new.
    Paused,
    Retired,
}

impl State {
    pub const ALL: [Self; 4] = [State::Pending, State::Approved, State::Paused, State::Retired];

    pub fn code(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Approved => "approved",
            State::Paused => "paused",
            State::Retired => "retired",
        }
    }
}

impl FromStr for State {
    type Err = UnknownState;

    fn from_str(code: &str) -> Result<Self, UnknownState> {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or(UnknownState)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such state of an institution")]
pub struct UnknownState;
