//! Six digits every 30 seconds, by SHA-1: what every app knows.

use std::fmt;

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Totp};

use crate::{
    keys::{Keys, same},
    people::SecondFactorId,
};

const STEP_SECONDS: i64 = 30;
/// Clocks of phones go wrong: the code before and the one after count, too.
const TOLERANCE: i64 = 1;

/// What the app makes its codes from: derived, stored nowhere.
pub struct Secret {
    pub(super) id: SecondFactorId,
    bytes: [u8; 20],
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// `None` when that key has been retired.
    pub(super) fn of(keys: &Keys, key_number: i64, id: SecondFactorId) -> Option<Self> {
        let bytes = keys.totp_secret(key_number, id.0)?;
        Some(Self { id, bytes })
    }

    /// To be typed into an app: eight groups of four.
    pub fn groups(&self) -> Vec<String> {
        let text: Vec<char> = totp_rs::Secret::from(self.bytes).to_base32().chars().collect();
        text.chunks(4).map(|group| group.iter().collect()).collect()
    }

    /// What the QR code says: the app shows pool and account beside the code.
    pub fn url(&self, pool: &str, account: &str) -> Option<String> {
        let plain = |text: &str| text.replace(':', " ");
        let account = plain(account);
        let builder = self.builder().with_account_name(account).with_issuer(Some(plain(pool)));
        builder.build().ok()?.to_url().ok()
    }

    /// In which step this code is right, around that instant.
    pub(super) fn step_of(&self, code: &str, now: DateTime<Utc>) -> Option<i64> {
        let totp = self.totp()?;
        let current = now.timestamp().div_euclid(STEP_SECONDS);
        (current - TOLERANCE..=current + TOLERANCE).find(|step| {
            let time = u64::try_from(step * STEP_SECONDS).unwrap_or(0);
            same(&totp.generate(time).to_string(), code)
        })
    }

    fn totp(&self) -> Option<Totp> {
        self.builder().build().ok()
    }

    fn builder(&self) -> Builder {
        Builder::new().with_secret(self.bytes)
    }
}
