use std::str::FromStr;

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Volunteers,
    Institutions,
    Appointments,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Volunteers, Self::Institutions, Self::Appointments];

    /// Stable: stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Volunteers => "volunteers",
            Self::Institutions => "institutions",
            Self::Appointments => "appointments",
        }
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(code: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(UnknownKind)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither volunteers nor institutions nor appointments")]
pub struct UnknownKind;
