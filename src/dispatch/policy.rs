use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// How a search asks. Kept as text with the search ("rolling:3"), so that a running one keeps its policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Policy {
    /// Everybody who can, at once; each once a search.
    Broadcast,
    /// One after the other; again after this many waking hours, and at each no.
    OneByOne { hours: u32 },
    /// `k` are asked at a time; whoever declines, bounces or stays silent is replaced.
    RollingK { k: u32 },
    /// `k` are asked at a time, until that many have said yes; a coordinator picks among them.
    Pick { k: u32 },
    /// As few as are likely to be enough, in waves until the service target; see `waves`.
    Waves,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a way of asking; there are \"waves\", \"rolling:3\", \"one_by_one:4\", \"pick:3\" and \"broadcast\""
)]
pub struct UnknownPolicy(String);

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broadcast => f.write_str("broadcast"),
            Self::OneByOne { hours } => write!(f, "one_by_one:{hours}"),
            Self::RollingK { k } => write!(f, "rolling:{k}"),
            Self::Pick { k } => write!(f, "pick:{k}"),
            Self::Waves => f.write_str("waves"),
        }
    }
}

impl FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(text: &str) -> Result<Self, UnknownPolicy> {
        let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
        match text.split_once(':') {
            None if text == "broadcast" => Some(Self::Broadcast),
            None if text == "waves" => Some(Self::Waves),
            Some(("one_by_one", hours)) => number(hours).map(|hours| Self::OneByOne { hours }),
            Some(("pick", k)) => number(k).map(|k| Self::Pick { k }),
            Some(("rolling", k)) => number(k).map(|k| Self::RollingK { k }),
            _ => None,
        }
        .ok_or_else(|| UnknownPolicy(text.to_owned()))
    }
}

impl TryFrom<String> for Policy {
    type Error = UnknownPolicy;

    fn try_from(text: String) -> Result<Self, UnknownPolicy> {
        text.parse()
    }
}

impl From<Policy> for String {
    fn from(policy: Policy) -> Self {
        policy.to_string()
    }
}
