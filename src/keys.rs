//! The server's key: links, sign-in codes and form tokens are HMACs of it, so that nothing in the database
//! opens anything, and a mail that is rendered twice carries the same link.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// The current key and, for a while after a change, the previous one.
#[derive(Clone)]
pub struct Keys {
    current: Key,
    previous: Option<Key>,
}

#[derive(Clone)]
struct Key {
    number: i64,
    secret: Vec<u8>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys(current number {}, secret redacted)", self.current.number)
    }
}

impl Keys {
    /// At least 32 bytes each. The number tells rows which key made them; it grows with each change.
    pub fn new(number: i64, secret: Vec<u8>, previous: Option<(i64, Vec<u8>)>) -> Self {
        Self {
            current: Key { number, secret },
            previous: previous.map(|(number, secret)| Key { number, secret }),
        }
    }

    pub fn current_number(&self) -> i64 {
        self.current.number
    }

    /// `None` when that key has been retired.
    pub fn token(&self, key_number: i64, purpose: &str, id: Uuid) -> Option<String> {
        let mac = self.mac(key_number, purpose, id.as_bytes())?;
        Some(URL_SAFE_NO_PAD.encode(mac))
    }

    /// Six digits for a sign-in.
    pub fn code(&self, key_number: i64, sign_in: Uuid) -> Option<String> {
        let mac = self.mac(key_number, "sign-in code", sign_in.as_bytes())?;
        let number = u32::from_be_bytes([mac[0], mac[1], mac[2], mac[3]]) % 1_000_000;
        Some(format!("{number:06}"))
    }

    /// What an app makes its codes from: 160 bits, as RFC 4226 advises.
    pub fn totp_secret(&self, key_number: i64, second_factor: Uuid) -> Option<[u8; 20]> {
        let mac = self.mac(key_number, "totp", second_factor.as_bytes())?;
        let mut secret = [0; 20];
        secret.copy_from_slice(&mac[..20]);
        Some(secret)
    }

    /// The token that a form of this session carries.
    pub fn form_token(&self, session: Uuid) -> String {
        let mac = self
            .mac(self.current.number, "form", session.as_bytes())
            .unwrap_or_default();
        URL_SAFE_NO_PAD.encode(mac)
    }

    pub fn form_token_is_valid(&self, session: Uuid, token: &str) -> bool {
        let keys = std::iter::once(&self.current).chain(&self.previous);
        keys.into_iter().any(|key| {
            self.mac(key.number, "form", session.as_bytes())
                .is_some_and(|mac| same(&URL_SAFE_NO_PAD.encode(mac), token))
        })
    }

    /// A name for something that must not be stored itself (an address or IP in a rate limit).
    pub fn pseudonym(&self, purpose: &str, value: &str) -> String {
        let mac = self
            .mac(self.current.number, purpose, value.as_bytes())
            .unwrap_or_default();
        URL_SAFE_NO_PAD.encode(mac)
    }

    fn mac(&self, key_number: i64, purpose: &str, message: &[u8]) -> Option<[u8; 32]> {
        let key = std::iter::once(&self.current)
            .chain(&self.previous)
            .find(|key| key.number == key_number)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.secret).ok()?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        Some(mac.finalize().into_bytes().into())
    }
}

/// What is stored of a token.
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

/// Compares without telling by its time how much was right.
pub fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}
