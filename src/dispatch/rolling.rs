//! Rolling k: as many pending offers as the policy says.

/// How many to ask now. With more places than `k` one for each place: fewer could not fill them.
pub(super) fn missing(k: u32, openings_open: u32, pending: usize) -> usize {
    let wanted = usize::try_from(k.max(openings_open)).unwrap_or(usize::MAX);
    wanted.saturating_sub(pending)
}
