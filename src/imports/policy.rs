use std::str::FromStr;

/// What a table may change about people whom the pool knows. It never changes a mail address or a name: those say who
/// is meant; and an empty cell changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// They stay as they are.
    #[default]
    Keep,
    /// What is not known about them yet is added.
    Fill,
    /// The table is right.
    Overwrite,
}

impl Policy {
    pub const ALL: [Self; 3] = [Self::Keep, Self::Fill, Self::Overwrite];

    /// Stable: stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Fill => "fill",
            Self::Overwrite => "overwrite",
        }
    }
}

impl FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(code: &str) -> Result<Self, UnknownPolicy> {
        Self::ALL
            .into_iter()
            .find(|policy| policy.code() == code)
            .ok_or(UnknownPolicy)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither keep nor fill nor overwrite")]
pub struct UnknownPolicy;
