//! The one place that asks the machine for the time. Everything else gets `now` handed in.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Duration, SubsecRound, Utc};

/// A clock to pass around: the machine's, a still one for tests, or a moved one for the demo.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    /// Microseconds since the epoch; stands still until it is moved.
    Manual(AtomicI64),
    /// Microseconds ahead of the machine's clock; runs on.
    Shifted(AtomicI64),
}

impl Clock {
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    pub fn manual(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Manual(AtomicI64::new(start.timestamp_micros()))))
    }

    /// Shows `start` now and runs on from there.
    pub fn shifted_to(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Shifted(AtomicI64::new(
            (start - machine_now()).num_microseconds().unwrap_or(0),
        ))))
    }

    /// UTC, cut to microseconds, as both databases store it.
    pub fn now(&self) -> DateTime<Utc> {
        match &*self.0 {
            Source::System => machine_now(),
            Source::Manual(at) => from_micros(at.load(Ordering::SeqCst)),
            Source::Shifted(by) => machine_now() + Duration::microseconds(by.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual or shifted clock to `to`. The machine's clock is left alone.
    pub fn set(&self, to: DateTime<Utc>) {
        match &*self.0 {
            Source::System => {}
            Source::Manual(at) => at.store(to.timestamp_micros(), Ordering::SeqCst),
            Source::Shifted(by) => {
                by.store((to - machine_now()).num_microseconds().unwrap_or(0), Ordering::SeqCst);
            }
        }
    }

    pub fn advance(&self, by: Duration) {
        self.set(self.now() + by);
    }
}

fn machine_now() -> DateTime<Utc> {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    Utc::now().trunc_subsecs(6)
}

fn from_micros(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}
