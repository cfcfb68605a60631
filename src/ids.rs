//! The one source of ids and chance. Seeded, it gives the same ones every time (demo, tests).

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rand::{RngCore, SeedableRng, rngs::StdRng};
use uuid::{Builder, Uuid};

#[derive(Clone)]
pub struct Ids(Arc<Mutex<StdRng>>);

impl Ids {
    pub fn random() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the source of chance")]
        let rng = StdRng::from_os_rng();
        Self(Arc::new(Mutex::new(rng)))
    }

    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// A UUID v7 of that instant.
    pub fn uuid(&self, now: DateTime<Utc>) -> Uuid {
        let bytes: [u8; 10] = self.bytes();
        Builder::from_unix_timestamp_millis(u64::try_from(now.timestamp_millis()).unwrap_or(0), &bytes).into_uuid()
    }

    /// `N` bytes nobody can guess (when not seeded).
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut bytes);
        bytes
    }
}
