//! A coordinator picks among those who say yes: so many are to be willing or still on their way to an answer.

use super::rolling;

/// How many to ask now. Whoever is willing is not replaced, whoever declines or stays silent is.
pub(super) fn missing(k: u32, openings_open: u32, pending: usize, willing: usize) -> usize {
    rolling::missing(k, openings_open, pending + willing)
}
