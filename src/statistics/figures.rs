/// The figures of some requests; see the module's table for what each counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub requests: i64,
    /// Requests whose places are all filled.
    pub requests_filled: i64,
    pub places: i64,
    pub filled: i64,
    pub unfilled: i64,
    pub cancelled_by_institution: i64,
    pub cancelled_by_pool: i64,
    /// Places of requests that the pool did not take after its check.
    pub refused: i64,
    pub open: i64,
    pub refilled: i64,
    pub not_refilled: i64,
    pub planned_minutes: i64,
    pub real_minutes: i64,
    pub offers_sent: i64,
    /// Of each request whose places are all filled, in no order.
    pub seconds_to_fill: Vec<i64>,
}

impl Figures {
    pub fn add(&mut self, other: &Figures) {
        self.requests += other.requests;
        self.requests_filled += other.requests_filled;
        self.places += other.places;
        self.filled += other.filled;
        self.unfilled += other.unfilled;
        self.cancelled_by_institution += other.cancelled_by_institution;
        self.cancelled_by_pool += other.cancelled_by_pool;
        self.refused += other.refused;
        self.open += other.open;
        self.refilled += other.refilled;
        self.not_refilled += other.not_refilled;
        self.planned_minutes += other.planned_minutes;
        self.real_minutes += other.real_minutes;
        self.offers_sent += other.offers_sent;
        self.seconds_to_fill.extend(&other.seconds_to_fill);
    }

    /// Half took at most that long; of an even number, the mean of the two in the middle.
    pub fn median_seconds(&self) -> Option<i64> {
        let mut all = self.seconds_to_fill.clone();
        all.sort_unstable();
        let upper = *all.get(all.len() / 2)?;
        if all.len() % 2 == 1 {
            return Some(upper);
        }
        Some((all[all.len() / 2 - 1] + upper) / 2)
    }

    /// Tenths of an hour, rounded.
    pub fn median_tenths(&self) -> Option<i64> {
        self.median_seconds().map(|seconds| rounded(seconds, 360))
    }

    /// Tenths of a mail per filled request, rounded.
    pub fn mails_tenths(&self) -> Option<i64> {
        (self.requests_filled > 0).then(|| rounded(self.offers_sent * 10, self.requests_filled))
    }

    /// Tenths of an hour, rounded.
    pub fn planned_tenths(&self) -> i64 {
        rounded(self.planned_minutes, 6)
    }

    /// Tenths of an hour, rounded.
    pub fn real_tenths(&self) -> i64 {
        rounded(self.real_minutes, 6)
    }
}

/// Half is rounded up.
fn rounded(value: i64, by: i64) -> i64 {
    (2 * value + by).div_euclid(2 * by)
}
