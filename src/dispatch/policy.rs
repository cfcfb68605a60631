use std::{fmt, str::FromStr};

/// How a search asks. Kept as text with the search ("rolling:3"), so that a running one keeps its policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// `k` are asked at a time; whoever declines, bounces or stays silent is replaced.
    RollingK { k: u32 },
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a policy")]
pub struct UnknownPolicy(String);

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RollingK { k } => write!(f, "rolling:{k}"),
        }
    }
}

impl FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(text: &str) -> Result<Self, UnknownPolicy> {
        match text.split_once(':') {
            Some(("rolling", k)) => k.parse().ok().filter(|k| *k > 0).map(|k| Self::RollingK { k }),
            _ => None,
        }
        .ok_or_else(|| UnknownPolicy(text.to_owned()))
    }
}
