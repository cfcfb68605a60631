//! The one source of ids and chance. Seeded, it gives the same ones every time (demo, tests).

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rand::{RngCore, SeedableRng, rngs::StdRng};
use uuid::{Builder, Uuid};

#[derive(Clone)]
pub struct Ids(Arc<Mutex<Source>>);

struct Source {
    rng: StdRng,
    /// The millisecond of the last id, and how many it had before.
    last: (u64, u32),
}

impl Ids {
    pub fn random() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the source of chance")]
        let rng = StdRng::from_os_rng();
        Self::from(rng)
    }

    pub fn seeded(seed: u64) -> Self {
        Self::from(StdRng::seed_from_u64(seed))
    }

    fn from(rng: StdRng) -> Self {
        Self(Arc::new(Mutex::new(Source { rng, last: (0, 0) })))
    }

    /// A UUID v7 of that instant. Those of one millisecond count up, so that rows written in one transaction
    /// sort in the order in which they were written.
    pub fn uuid(&self, now: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        let mut bytes: [u8; 10] = self.bytes();
        let count = {
            let mut source = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let (last, before) = source.last;
            let count = if last == millis { before.wrapping_add(1) } else { 0 };
            source.last = (millis, count);
            count
        };
        // 26 bits: 12 behind the version, 14 behind the variant (RFC 9562, section 6.2, method 1).
        bytes[0] = (count >> 22) as u8 & 0x0f;
        bytes[1] = (count >> 14) as u8;
        bytes[2] = (count >> 8) as u8 & 0x3f;
        bytes[3] = count as u8;
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// `N` bytes nobody can guess (when not seeded).
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        let mut source = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        source.rng.fill_bytes(&mut bytes);
        bytes
    }
}
