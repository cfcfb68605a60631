//! Everything that happened in a simulated year, in order. Requests and volunteers by their place in the file.

use chrono::{DateTime, Utc};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    pub mails: Vec<Mail>,
    pub fills: Vec<Fill>,
    pub withdrawals: Vec<Withdrawal>,
    /// Yeses to a request that was filled by another.
    pub too_late: usize,
    /// For each request who could come if nobody had anything booked.
    pub fitting: Vec<Vec<usize>>,
    /// Of those who fit a request for a rare language, the part that was free and rested when it was filed; 0 to 1.
    pub rare_free: Vec<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mail {
    pub request: usize,
    pub volunteer: usize,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    pub request: usize,
    pub volunteer: usize,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub request: usize,
    pub volunteer: usize,
    pub at: DateTime<Utc>,
    /// Somebody was there to take it over; see `Run::is_recoverable`.
    pub recoverable: bool,
}
