//! Sign-in without a password: an address is proved by a mailed link or code, then the person says who they are.
//!
//! | step | file | what it leaves |
//! |---|---|---|
//! | ask for a mail | `request` | a sign-in, alike for known and unknown addresses |
//! | prove the address | `prove` | `proved_at`, once; a [`Proof`] for this browser only |
//! | say who | `finish` | `used_at`, once; a session |

mod finish;
mod prove;
mod request;

pub use finish::{Finished, finish, people_of};
pub use prove::{ByCode, ByLink, LinkState, by_code, by_link, code_digits, link_state};
pub use request::{RequestError, request};

use chrono::Duration;

use super::SignInId;
use crate::keys::{Keys, same};

pub const LASTS: Duration = Duration::minutes(10);
pub const TRIES: i64 = 5;

const PER_ADDRESS: i64 = 5;
const PER_IP: i64 = 30;

/// That this browser proved the address. Who merely asked for the mail knows the sign-in, but not this:
/// otherwise they could wait until the owner of the address presses the button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub sign_in: SignInId,
    secret: String,
}

impl Proof {
    fn new(keys: &Keys, key_number: i64, sign_in: SignInId) -> Option<Self> {
        Some(Self {
            sign_in,
            secret: keys.token(key_number, "sign-in proof", sign_in.0)?,
        })
    }

    /// For the cookie that lasts from the proof to the choice.
    pub fn to_cookie(&self) -> String {
        format!("{}.{}", self.sign_in.0.simple(), self.secret)
    }

    pub fn from_cookie(text: &str) -> Option<Self> {
        let (sign_in, secret) = text.split_once('.')?;
        Some(Self {
            sign_in: sign_in.parse().ok()?,
            secret: secret.to_owned(),
        })
    }

    fn is_valid(&self, keys: &Keys, key_number: i64) -> bool {
        Self::new(keys, key_number, self.sign_in).is_some_and(|right| same(&right.secret, &self.secret))
    }
}
