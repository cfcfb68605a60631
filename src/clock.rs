//! The one place that asks the machine for the time. Everything else gets `now` handed in.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Duration, SubsecRound, Utc};

/// A clock to pass around: the machine's, a still one for tests, or a moved one for the demo.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

/// No instant: the clock runs.
const RUNS: i64 = i64::MIN;

#[derive(Debug)]
enum Source {
    System,
    /// Microseconds since the epoch; stands still until it is moved.
    Manual(AtomicI64),
    /// Microseconds ahead of the machine's clock; runs on, unless it is held at an instant.
    Shifted {
        by: AtomicI64,
        held: AtomicI64,
    },
}

impl Clock {
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    pub fn manual(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Manual(AtomicI64::new(start.timestamp_micros()))))
    }

    /// Held at `start`; [`run`](Self::run) lets it go on from there.
    pub fn held_at(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Shifted {
            by: AtomicI64::new(0),
            held: AtomicI64::new(start.timestamp_micros()),
        }))
    }

    /// Lets a held clock run on from where it is.
    pub fn run(&self) {
        if let Source::Shifted { by, held } = &*self.0 {
            let at = held.swap(RUNS, Ordering::SeqCst);
            if at != RUNS {
                by.store(ahead(from_micros(at)), Ordering::SeqCst);
            }
        }
    }

    /// UTC, cut to microseconds, as both databases store it.
    pub fn now(&self) -> DateTime<Utc> {
        match &*self.0 {
            Source::System => machine_now(),
            Source::Manual(at) => from_micros(at.load(Ordering::SeqCst)),
            Source::Shifted { by, held } => match held.load(Ordering::SeqCst) {
                RUNS => machine_now() + Duration::microseconds(by.load(Ordering::SeqCst)),
                at => from_micros(at),
            },
        }
    }

    /// Moves a manual or shifted clock to `to`. The machine's clock is left alone.
    pub fn set(&self, to: DateTime<Utc>) {
        match &*self.0 {
            Source::System => {}
            Source::Manual(at) => at.store(to.timestamp_micros(), Ordering::SeqCst),
            Source::Shifted { by, held } => match held.load(Ordering::SeqCst) {
                RUNS => by.store(ahead(to), Ordering::SeqCst),
                _ => held.store(to.timestamp_micros(), Ordering::SeqCst),
            },
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

/// How far `at` lies ahead of the machine's clock, in microseconds.
fn ahead(at: DateTime<Utc>) -> i64 {
    (at - machine_now()).num_microseconds().unwrap_or(0)
}

fn from_micros(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}
